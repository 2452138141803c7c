// Asking the team for help, or raising an issue: answered, resolved, and opened again when it was not.
import { create, defineCommand, ok, put, refused } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { WORDS_LIMIT } from '../record-parts'
import { requestRows } from '../records-people'
import { requestState } from '../requests'
import type { PlaybookSnapshot } from '../snapshot'
import type { NotThere, WordsRefused } from './refusals'
import { tidyLine, tidyOptional } from './words'

export interface RaiseRequestArgs {
  readonly id?: string
  readonly kind: 'help' | 'issue'
  readonly words: string
  /** What it is about: `<kind>:<id>`. */
  readonly about?: string
}

/** Raises something to the team. Nobody has to allow it. */
export const raiseRequest = defineCommand(
  'playbook.raiseRequest',
  (_: PlaybookSnapshot, args: RaiseRequestArgs, context): Result<Change[], WordsRefused> => {
    const words = tidyLine(args.words, WORDS_LIMIT)
    if (!words.ok) return words
    const { kind, about = null } = args
    const row = { kind, words: words.value, about, by: context.person, at: context.stamp().at }
    return ok([create(requestRows, args.id ?? context.id(), row)])
  },
)

/** Answers a request; the first answer of each person stays. */
export const answerRequest = defineCommand(
  'playbook.answerRequest',
  (
    playbook: PlaybookSnapshot,
    args: { readonly request: string; readonly words?: string },
    context,
  ): Result<Change[], NotThere | WordsRefused> => {
    const row = playbook.requests.get(args.request)
    if (!row) return refused({ reason: 'request-gone' })
    if (row.answers[context.person]) return ok([])
    const words = tidyOptional(args.words, WORDS_LIMIT)
    if (!words.ok) return words
    const item = { at: context.stamp().at, words: words.value }
    return ok([put(requestRows, args.request, 'answers', context.person, item)])
  },
)

const turn = (kind: 'resolved' | 'reopened') =>
  defineCommand(
    kind === 'resolved' ? 'playbook.resolveRequest' : 'playbook.reopenRequest',
    (
      playbook: PlaybookSnapshot,
      args: { readonly request: string; readonly words?: string },
      context,
    ): Result<Change[], NotThere | WordsRefused> => {
      const row = playbook.requests.get(args.request)
      if (!row) return refused({ reason: 'request-gone' })
      if (requestState(row).isOpen !== (kind === 'resolved')) return ok([])
      const words = tidyOptional(args.words, WORDS_LIMIT)
      if (!words.ok) return words
      const { at, order } = context.stamp()
      // A device whose clock is behind would else speak before what it answers, and not be heard.
      const after = Math.max(0, ...Object.values(row.turns).map((one) => one.order)) + 1
      const value = { kind, by: context.person, at, order: Math.max(order, after), words: words.value }
      return ok([put(requestRows, args.request, 'turns', context.id(), value)])
    },
  )

export const resolveRequest = turn('resolved')
export const reopenRequest = turn('reopened')
