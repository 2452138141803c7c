// Acts on the chosen cards: one step each, with a sentence of how many, and of those that could not, which and why.
import { bulkArchive, bulkClass, bulkInvite, bulkMove, bulkTag, spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot, Bulk, BulkOutcome, ClassOfService, Half } from '@yokoten/shared/board'
import { isNotFree } from '@yokoten/shared/kernel'
import { toasts } from '../../../design/toasts'
import type { DocumentHandle } from '../../../session/api'
import { text } from '../../../text'
import type { BoardActs } from '../acts'
import { useBoardUi } from '../ui-store'
import { refusalWords } from '../words'
import type { AnyRefused } from '../words'

/** Cards named one by one in a sentence; more are counted. */
const NAMED = 4

/** "Not PL-62 and PL-63: Check is full", a sentence for each reason. */
export function refusedWords(board: BoardSnapshot, refused: BulkOutcome<AnyRefused>['refused']): string {
  const byReason = new Map<string, string[]>()
  for (const { card, why } of refused) {
    const words = refusalWords(why, board)
    byReason.set(words, [...(byReason.get(words) ?? []), spokenId(board, card)])
  }
  return [...byReason]
    .map(([why, ids]) => {
      const named = ids.slice(0, NAMED).join(', ')
      const cards =
        ids.length > NAMED ? text('board.bulk.andMore', { cards: named, count: ids.length - NAMED }) : named
      return text('board.bulk.not', { cards, why })
    })
    .join(' ')
}

/** The whole sentence about an act on several cards. */
export function bulkWords(board: BoardSnapshot, did: string, outcome: BulkOutcome<AnyRefused>): string {
  const { done, same, refused } = outcome
  const parts = [
    done.length > 0 ? did : '',
    same.length > 0 && done.length > 0 ? text('board.bulk.same', { count: same.length }) : '',
    refused.length > 0 ? refusedWords(board, refused) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? text('board.bulk.nothing') : parts.join(' ')
}

export interface BulkActs {
  move(cards: readonly string[], to: string, half: Half, place: string): void
  tag(cards: readonly string[], name: string): void
  invite(cards: readonly string[], person: string, name: string): void
  classify(cards: readonly string[], classOfService: ClassOfService): void
  archive(cards: readonly string[]): void
}

interface Needs {
  readonly handle: DocumentHandle<BoardSnapshot>
  readonly acts: Pick<BoardActs, 'sayDone'>
  readonly person: string
}

export function createBulkActs({ handle, acts, person }: Needs): BulkActs {
  function perform<
    A extends { readonly cards: readonly string[]; readonly why?: string },
    R extends AnyRefused,
  >(bulk: Bulk<A, R>, args: A, didWords: (count: number) => string): void {
    const board = handle.get()
    const outcome = bulk.foresee(board, args, person)
    const needsWhy = outcome.refused
      .map(({ why }): AnyRefused => why)
      .find((why) => why.reason === 'why-needed')
    if (needsWhy?.reason === 'why-needed' && args.why === undefined) {
      useBoardUi.getState().open({
        kind: 'why',
        scope: needsWhy.scope,
        again: (why) => perform(bulk, { ...args, why }, didWords),
      })
      return
    }
    const result = handle.run(bulk.command, args)
    // What is not free opens the way to a proposal, which says why.
    if (!result.ok && isNotFree(result.error)) return
    const words = result.ok
      ? bulkWords(board, didWords(outcome.done.length), outcome)
      : outcome.refused.length > 0
        ? refusedWords(board, outcome.refused)
        : refusalWords(result.error, board)
    const isDone = result.ok && outcome.done.length > 0
    const tone = outcome.refused.length > 0 || !result.ok ? 'stop' : 'plain'
    if (isDone) acts.sayDone(words, tone)
    else toasts.show(words, { tone })
    // Those that could not be done stay chosen, for whoever wants to do something else with them.
    useBoardUi.getState().choose([...outcome.done, ...outcome.same], false)
    if (isDone && outcome.refused.length === 0) useBoardUi.getState().setChoosing(false)
  }
  return {
    move: (cards, to, half, place) =>
      perform(bulkMove, { cards, to, half }, (count) => text('board.bulk.didMove', { count, to: place })),
    tag: (cards, name) =>
      perform(bulkTag, { cards, name }, (count) => text('board.bulk.didTag', { count, to: name.trim() })),
    invite: (cards, invited, name) =>
      perform(bulkInvite, { cards, person: invited }, (count) =>
        text('board.bulk.didInvite', { count, to: name }),
      ),
    classify: (cards, classOfService) =>
      perform(bulkClass, { cards, classOfService }, (count) =>
        text('board.bulk.didClass', { count, to: text(`board.class.${classOfService}`) }),
      ),
    archive: (cards) => perform(bulkArchive, { cards }, (count) => text('board.bulk.didArchive', { count })),
  }
}
