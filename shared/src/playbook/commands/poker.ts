// A round of delegation poker: begun by anyone, sealed by each, opened when all who play have sealed.
import { append, create, defineCommand, ok, put, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { handLog, roundRows } from '../records-people'
import type { PlaybookSnapshot } from '../snapshot'
import type { NotThere, NotYours, SealRefused } from './refusals'

export const beginRound = defineCommand(
  'playbook.beginRound',
  (
    _: PlaybookSnapshot,
    args: { readonly round?: string; readonly acts: readonly string[] },
    context,
  ): Result<Change[], never> => {
    const { at } = context.stamp()
    const row = { acts: [...new Set(args.acts)].slice(0, 100), by: context.person, at }
    return ok([create(roundRows, args.round ?? context.id(), row)])
  },
)

/** Lays one's cards face down. What was sealed first counts. */
export const sealHand = defineCommand(
  'playbook.sealHand',
  (
    playbook: PlaybookSnapshot,
    args: { readonly round: string; readonly sealed: string },
    context,
  ): Result<Change[], NotThere | SealRefused> => {
    if (!playbook.rounds.has(args.round)) return refused({ reason: 'round-gone' })
    if (!/^[0-9a-f]{64}$/.test(args.sealed)) return refused({ reason: 'not-sealed' })
    const hands = playbook.hands.get(args.round) ?? []
    if (hands.some((hand) => hand.by === context.person && hand.sealed !== ''))
      return refused({ reason: 'sealed-already' })
    const { round, sealed } = args
    return ok([
      append(handLog, context.id(), { round, sealed, opened: '', by: context.person, ...context.stamp() }),
    ])
  },
)

/** Turns one's cards over. `players`: who plays; nobody opens before all of them have sealed. */
export const openHand = defineCommand(
  'playbook.openHand',
  (
    playbook: PlaybookSnapshot,
    args: { readonly round: string; readonly opened: string; readonly players: readonly string[] },
    context,
  ): Result<Change[], NotThere | SealRefused> => {
    if (!playbook.rounds.has(args.round)) return refused({ reason: 'round-gone' })
    const hands = playbook.hands.get(args.round) ?? []
    const hasSealed = (person: string) => hands.some((hand) => hand.by === person && hand.sealed !== '')
    if (!hasSealed(context.person)) return refused({ reason: 'not-sealed' })
    if (!args.players.every(hasSealed)) return refused({ reason: 'others-not-sealed' })
    const { round, opened } = args
    if (hands.some((hand) => hand.by === context.person && hand.opened === opened)) return ok([])
    return ok([
      append(handLog, context.id(), { round, sealed: '', opened, by: context.person, ...context.stamp() }),
    ])
  },
)

/** Goes on without somebody who is away; only who began the round does. */
export const leaveOut = defineCommand(
  'playbook.leaveOut',
  (
    playbook: PlaybookSnapshot,
    args: { readonly round: string; readonly person: string },
    context,
  ): Result<Change[], NotThere | NotYours> => {
    const round = playbook.rounds.get(args.round)
    if (!round) return refused({ reason: 'round-gone' })
    if (round.by !== context.person) return refused({ reason: 'not-yours' })
    if (Object.hasOwn(round.leftOut, args.person)) return ok([])
    const said = { by: context.person, at: context.stamp().at }
    return ok([put(roundRows, args.round, 'leftOut', args.person, said)])
  },
)

/** Puts a round away, once the table is filled or nobody wants to go on. */
export const endRound = defineCommand(
  'playbook.endRound',
  (playbook: PlaybookSnapshot, args: { readonly round: string }): Result<Change[], NotThere> => {
    const round = playbook.rounds.get(args.round)
    if (!round) return refused({ reason: 'round-gone' })
    return ok(round.archived ? [] : [set(roundRows, args.round, 'archived', true)])
  },
)
