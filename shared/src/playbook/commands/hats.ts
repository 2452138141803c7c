// Hats and turns: offered, accepted by the person, worn for a while, handed over with a note.
import { append, create, defineCommand, ok, refused, set } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import type { Turn } from '../hats'
import { NAME_LIMIT, WORDS_LIMIT } from '../record-parts'
import { HAT_KINDS, hatRows, TURN_DAYS, TURN_DAYS_LIMIT, turnLog } from '../records-people'
import type { HatKind, TurnKind } from '../records-people'
import type { PlaybookSnapshot } from '../snapshot'
import type { IsClosed, NotThere, NotYours, WordsRefused } from './refusals'
import { rankAtEnd } from './rules'
import { tidyLine, tidyOptional } from './words'

const DAY = 86_400_000

export interface AddHatArgs {
  readonly id?: string
  readonly kind: HatKind
  /** Needed for a hat of the team's own. */
  readonly name?: string
  readonly does: string
  readonly days?: number
}

const daysOf = (days: number | undefined): number =>
  Math.min(TURN_DAYS_LIMIT, Math.max(1, Math.round(days ?? TURN_DAYS)))

export const addHat = defineCommand(
  'playbook.addHat',
  (playbook: PlaybookSnapshot, args: AddHatArgs, context): Result<Change[], WordsRefused> => {
    const kind = HAT_KINDS.find((one) => one === args.kind) ?? 'own'
    const name = kind === 'own' ? tidyLine(args.name ?? '', NAME_LIMIT) : tidyOptional(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const does = tidyOptional(args.does, WORDS_LIMIT)
    if (!does.ok) return does
    const rank = rankAtEnd(playbook.hats, context.random)
    const row = { kind, name: name.value, does: does.value, days: daysOf(args.days), rank }
    return ok([create(hatRows, args.id ?? context.id(), row)])
  },
)

export const editHat = defineCommand(
  'playbook.editHat',
  (
    playbook: PlaybookSnapshot,
    args: { readonly id: string; readonly name?: string; readonly does?: string; readonly days?: number },
  ): Result<Change[], NotThere | WordsRefused> => {
    if (!playbook.hatsById.has(args.id)) return refused({ reason: 'hat-gone' })
    const changes: Change[] = []
    if (args.name !== undefined) {
      const name = tidyLine(args.name, NAME_LIMIT)
      if (!name.ok) return name
      changes.push(set(hatRows, args.id, 'name', name.value))
    }
    if (args.does !== undefined) {
      const does = tidyOptional(args.does, WORDS_LIMIT)
      if (!does.ok) return does
      changes.push(set(hatRows, args.id, 'does', does.value))
    }
    if (args.days !== undefined) changes.push(set(hatRows, args.id, 'days', daysOf(args.days)))
    return ok(changes)
  },
)

/** Puts a hat away; who wore it stays readable. */
export const archiveHat = defineCommand(
  'playbook.archiveHat',
  (playbook: PlaybookSnapshot, args: { readonly id: string }): Result<Change[], NotThere> =>
    playbook.hatsById.has(args.id)
      ? ok([set(hatRows, args.id, 'archived', true)])
      : refused({ reason: 'hat-gone' }),
)

/** Takes a hat out again. */
export const restoreHat = defineCommand(
  'playbook.restoreHat',
  (playbook: PlaybookSnapshot, args: { readonly id: string }): Result<Change[], NotThere> =>
    playbook.hatsById.has(args.id)
      ? ok([set(hatRows, args.id, 'archived', false)])
      : refused({ reason: 'hat-gone' }),
)

export interface OfferTurnArgs {
  readonly turn?: string
  readonly hat: string
  readonly person: string
  /** When it begins (ms since 1970); now where it is left out. */
  readonly from?: number
  /** A newcomer's turn beside the one who wears it. */
  readonly shadow?: boolean
}

/** Offers a turn. Nobody is given a hat: the person accepts, and who offers it to themselves has. */
export const offerTurn = defineCommand(
  'playbook.offerTurn',
  (playbook: PlaybookSnapshot, args: OfferTurnArgs, context): Result<Change[], NotThere> => {
    const hat = playbook.hatsById.get(args.hat)
    if (!hat || hat.archived) return refused({ reason: 'hat-gone' })
    const stamp = context.stamp()
    const from = args.from ?? stamp.at
    const turn = args.turn ?? context.id()
    const facts = {
      turn,
      hat: hat.id,
      person: args.person,
      shadow: args.shadow === true,
      from,
      until: from + hat.days * DAY,
    }
    const by = context.person
    const said = { ...facts, words: '', by }
    return ok([
      append(turnLog, turn, { ...said, kind: 'offered', parents: [], ...stamp }),
      ...(args.person === by
        ? [append(turnLog, context.id(), { ...said, kind: 'accepted', parents: [turn], ...context.stamp() })]
        : []),
    ])
  },
)

function answer(turn: Turn, kind: TurnKind, words: string, context: CommandContext): Change {
  const { id, hat, person, shadow, from, until, heads } = turn
  const facts = { turn: id, hat, person, shadow, from, until }
  const entry = { ...facts, kind, words, parents: [...heads], by: context.person, ...context.stamp() }
  return append(turnLog, context.id(), entry)
}

/** Accepts or declines a turn that one was offered; an answer may be changed as long as the turn lasts. */
export const answerTurn = defineCommand(
  'playbook.answerTurn',
  (
    playbook: PlaybookSnapshot,
    args: { readonly turn: string; readonly accept: boolean; readonly words?: string },
    context,
  ): Result<Change[], NotThere | NotYours | IsClosed | WordsRefused> => {
    const turn = playbook.turns.find((one) => one.id === args.turn)
    if (!turn) return refused({ reason: 'turn-gone' })
    if (turn.person !== context.person) return refused({ reason: 'not-yours' })
    if (turn.state === 'ended' || turn.state === 'withdrawn') return refused({ reason: 'closed' })
    const kind = args.accept ? 'accepted' : 'declined'
    if (turn.state === kind) return ok([])
    const words = tidyOptional(args.words, WORDS_LIMIT)
    return words.ok ? ok([answer(turn, kind, words.value, context)]) : words
  },
)

/** Takes back an offer that is not answered yet; who made it may. */
export const withdrawTurn = defineCommand(
  'playbook.withdrawTurn',
  (
    playbook: PlaybookSnapshot,
    args: { readonly turn: string },
    context,
  ): Result<Change[], NotThere | NotYours | IsClosed> => {
    const turn = playbook.turns.find((one) => one.id === args.turn)
    if (!turn) return refused({ reason: 'turn-gone' })
    if (turn.by !== context.person) return refused({ reason: 'not-yours' })
    if (turn.state === 'withdrawn') return ok([])
    return turn.state === 'offered'
      ? ok([answer(turn, 'withdrawn', '', context)])
      : refused({ reason: 'closed' })
  },
)

/** Takes a hat off before its time, or leaves a note for the next one. Anyone may, where the person is not there. */
export const endTurn = defineCommand(
  'playbook.endTurn',
  (
    playbook: PlaybookSnapshot,
    args: { readonly turn: string; readonly note?: string },
    context,
  ): Result<Change[], NotThere | IsClosed | WordsRefused> => {
    const turn = playbook.turns.find((one) => one.id === args.turn)
    if (!turn) return refused({ reason: 'turn-gone' })
    if (turn.state !== 'accepted') return refused({ reason: 'closed' })
    const note = tidyOptional(args.note, WORDS_LIMIT)
    return note.ok ? ok([answer(turn, 'ended', note.value, context)]) : note
  },
)
