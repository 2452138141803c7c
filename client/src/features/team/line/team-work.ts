// The work of one board or map as far as the line to the customer needs it: open cards and steps with what they serve.
import { spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { MapSnapshot } from '@yokoten/shared/map'
import { valueServed } from '@yokoten/shared/team'
import type { Purpose } from '@yokoten/shared/team'

export interface Work {
  readonly kind: 'card' | 'step'
  readonly id: string
  /** The board or map it stands on. */
  readonly document: string
  /** How it is said aloud, e.g. `PL-7K3QF2`; empty for a step. */
  readonly spoken: string
  readonly title: string
  /** The id of the value it points at, or null. */
  readonly value: string | null
}

export interface DocumentWork {
  /** False: it is listed, and nothing of it has reached this device. */
  readonly isHere: boolean
  readonly open: readonly Work[]
  /** What each finished card points at. */
  readonly finished: readonly (string | null)[]
}

/** Cards of a board's columns; those in a column for what is done count as finished. */
export function boardWork(document: string, board: BoardSnapshot): DocumentWork {
  const open: Work[] = []
  const finished: (string | null)[] = []
  for (const column of board.columns)
    for (const id of [...column.doing, ...column.done]) {
      const card = board.cards.get(id)
      if (!card) continue
      if (column.role === 'done') finished.push(card.value)
      else
        open.push({
          kind: 'card',
          id,
          document,
          spoken: spokenId(board, id),
          title: card.title,
          value: card.value,
        })
    }
  return { isHere: board.ready, open, finished }
}

/** Process steps of a map: inventories and arrows serve nobody by themselves. */
export function mapWork(document: string, map: MapSnapshot): DocumentWork {
  const open = map.nodeIds.flatMap((id): Work[] => {
    const node = map.nodes.get(id)
    return node?.kind === 'process'
      ? [{ kind: 'step', id, document, spoken: '', title: node.name, value: node.value }]
      : []
  })
  return { isHere: map.started || map.nodeIds.length > 0, open, finished: [] }
}

export interface Served {
  readonly cards: readonly Work[]
  readonly steps: readonly Work[]
  readonly finished: number
}

const nothing = (): { cards: Work[]; steps: Work[]; finished: number } => ({
  cards: [],
  steps: [],
  finished: 0,
})

/** All work by the value of today that it serves; under null, what serves none. */
export function workByValue(
  purpose: Purpose,
  documents: Iterable<DocumentWork>,
): ReadonlyMap<string | null, Served> {
  const served = new Map([...purpose.values, null].map((value) => [value, nothing()]))
  const at = (pointer: string | null) => served.get(valueServed(purpose, pointer))
  for (const { open, finished } of documents) {
    for (const work of open) at(work.value)?.[work.kind === 'card' ? 'cards' : 'steps'].push(work)
    for (const pointer of finished) {
      const group = at(pointer)
      if (group) group.finished += 1
    }
  }
  return served
}
