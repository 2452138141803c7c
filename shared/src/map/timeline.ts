// The ladder under the map: waiting on the peaks, work in the troughs, in the order of the material flow.
import { ok } from '../kernel'
import { unknown, type Answer, type Sum } from './answer'
import type { StockFigures } from './inventory-days'

/** One step of the ladder. `days`: what it adds to the lead time. `seconds`: what it adds to the processing time. */
export interface Rung {
  readonly node: string
  readonly kind: 'wait' | 'work'
  /** Days; on a trough only where the step has a lead time of its own. Undefined: not known or none. */
  readonly days: number | undefined
  /** Seconds; undefined on a peak, or where no time is given. */
  readonly seconds: number | undefined
  /** Something that should be here is not known. */
  readonly missing: boolean
}

/** What a process adds to the ladder. */
export interface Work {
  readonly seconds: number | undefined
  readonly days: number | undefined
}

/** The rungs of a path of parts: an inventory is a peak, a process a trough. */
export function timeline(
  path: readonly string[],
  stocks: ReadonlyMap<string, StockFigures>,
  works: ReadonlyMap<string, Work>,
): readonly Rung[] {
  return path.map((node) => {
    const stock = stocks.get(node)
    if (stock) {
      const days = stock.days.ok ? stock.days.value : undefined
      return { node, kind: 'wait', days, seconds: undefined, missing: days === undefined }
    }
    const work = works.get(node)
    return {
      node,
      kind: 'work',
      days: work?.days,
      seconds: work?.seconds,
      missing: work?.seconds === undefined,
    }
  })
}

const addUp = (rungs: readonly Rung[], part: 'days' | 'seconds', counts: (rung: Rung) => boolean): Sum => {
  let value = 0
  const missing: string[] = []
  for (const rung of rungs) {
    const amount = rung[part]
    if (amount !== undefined) value += amount
    else if (counts(rung)) missing.push(rung.node)
  }
  return { value, missing }
}

const sumOf = (sum: Sum, all: number, otherwise: Parameters<typeof unknown>[0]): Answer<Sum> =>
  all === 0 || sum.missing.length === all ? unknown(otherwise) : ok(sum)

/**
 * Production lead time in working days (Rother): the sum of the ladder's inventory days, unrounded. Process seconds are
 * not added; a step's own lead time (oven, curing, batch) is, where it is given.
 */
export function leadTimeDays(rungs: readonly Rung[]): Answer<Sum> {
  if (rungs.length === 0) return unknown('no-path')
  const peaks = rungs.filter((rung) => rung.kind === 'wait' || rung.days !== undefined).length
  return sumOf(
    addUp(rungs, 'days', (rung) => rung.kind === 'wait'),
    peaks,
    'no-inventory',
  )
}

/** Processing time in seconds: the sum of C/T over the ladder's troughs. */
export function processingSeconds(rungs: readonly Rung[]): Answer<Sum> {
  if (rungs.length === 0) return unknown('no-path')
  const troughs = rungs.filter((rung) => rung.kind === 'work').length
  return sumOf(
    addUp(rungs, 'seconds', (rung) => rung.kind === 'work'),
    troughs,
    'no-cycle-time',
  )
}
