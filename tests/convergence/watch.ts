// Looks over the shoulder of whoever acts: what must hold of every single act, on the device where it is done.
import { bringRecurring, dueToCome, comingCardId } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import type { DocumentHandle } from '../../client/src/session/api'
import { docOf } from './ledger'
import { passedInSilence } from './naive-limits'

type Board = DocumentHandle<BoardSnapshot>

/** Commands by which people bring cards under limits; others change the limits, or what stands under them. */
const ADMITTING = new Set([
  'acceptInvitation',
  'addCard',
  'bulkClass',
  'bulkMove',
  'editCard',
  'finishCard',
  'joinCard',
  'moveCard',
  'pullCard',
  'pullNext',
  'removeColumn',
])

export interface Watch {
  /** The same board, watched. */
  over(board: Board): Board
  /** What did not hold. */
  readonly faults: readonly string[]
}

/** One for a world, so that what one device wrote is held against what another writes. */
export function createWatch(): Watch {
  const faults: string[] = []
  const born = new Map<string, Json>()
  const came = new Map<string, Json>()

  const isOther = (known: Map<string, Json>, id: string, written: Json): boolean => {
    const before = known.get(id)
    if (before === undefined) known.set(id, written)
    return before !== undefined && !isEqual(before, written)
  }

  /**
   * Every device writes the same card, whoever is first and whatever is there by then, and the same way in, as long as
   * it comes into the same column.
   */
  function compareComing(board: Board, cards: readonly string[]): void {
    const doc = docOf(board)
    for (const card of cards) {
      const [entry] = board.get().journeys.get(card)?.entries ?? []
      const step = entry ? (doc.getMap<Json>('journey').get(entry.id) ?? null) : null
      const isChanged =
        isOther(born, card, doc.getMap<Json>('cards').get(card) ?? null) ||
        isOther(came, entry?.id ?? card, step)
      if (isChanged) faults.push(`card ${card} came again otherwise`)
    }
  }

  return {
    over(board) {
      const run: Board['run'] = (command, args) => {
        const before = board.get()
        const isBringing = (command as { readonly name: string }).name === bringRecurring.name
        const due = isBringing
          ? dueToCome(before, (args as { readonly now: number }).now).map(({ recurring, day }) =>
              comingCardId({ id: recurring }, day),
            )
          : []
        const result = board.run(command, args)
        if (!result.ok) return result
        compareComing(board, due)
        if (ADMITTING.has(command.name.replace(/^board\./u, '')))
          for (const what of passedInSilence(before, board.get())) faults.push(`${command.name}: ${what}`)
        return result
      }
      return Object.create(board, { run: { value: run } }) as Board
    },
    faults,
  }
}
