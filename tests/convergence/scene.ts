// What an act in a simulated world has at hand: a board as somebody looks at it, and chance.
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { DocumentHandle } from '../../client/src/session/api'
import type { Chance } from '../support/virtual-chance'

export interface Scene {
  readonly board: DocumentHandle<BoardSnapshot>
  readonly chance: Chance
  /** Everybody who takes part. */
  readonly people: readonly string[]
}
export type Act = (scene: Scene, card: string) => void
/** Acts with how often they are chosen. */
export type Acts = readonly (readonly [number, Act])[]

export const WHY = 'the line waits for it'

export const pickOr = <T>(chance: Chance, items: readonly T[]): T | undefined =>
  items.length > 0 ? chance.pick(items) : undefined

export const word = (chance: Chance) => chance.pick(['bolt', 'seat', 'frame', 'wheel', 'Ölpumpe', 'ねじ'])

export const columnOf = ({ board, chance }: Scene) =>
  pickOr(
    chance,
    board.get().columns.map(({ id }) => id),
  ) ?? ''

/** Cards that are on the board, in flow order. */
export const shownCards = (board: BoardSnapshot): string[] =>
  board.columns.flatMap(({ doing, done }) => [...doing, ...done])

/** One of the acts, by their weights. */
export function chosen(acts: Acts, chance: Chance): Act | undefined {
  let left = chance.below(acts.reduce((sum, [weight]) => sum + weight, 0))
  return acts.find(([weight]) => (left -= weight) < 0)?.[1]
}
