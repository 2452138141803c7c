// How long a stock lasts: pieces against the customer's daily demand.
import { ok } from '../kernel'
import { divide, unknown, type Answer } from './answer'
import { toSeconds, type Quantity } from './quantity'
import type { NodeRow } from './records'
import type { WorkingTime } from './takt'

/** Days of inventory: quantity / daily demand. */
export const inventoryDays = (pieces: number, dailyDemand: Answer): Answer =>
  dailyDemand.ok ? divide(pieces, dailyDemand.value, 'no-demand') : dailyDemand

/** A duration in working days; undefined where none is given or there is no working time to measure it in. */
export function toDays(quantity: Quantity | null, time: WorkingTime): number | undefined {
  if (!quantity) return undefined
  if (quantity.unit === 'd') return quantity.value
  if (quantity.unit === 'wk') return quantity.value * time.daysPerWeek
  const seconds = toSeconds(quantity, time)
  return seconds === undefined || time.dayS <= 0 ? undefined : seconds / time.dayS
}

/** What is known about one inventory. */
export interface StockFigures {
  /** Counted pieces of all variants; undefined where nobody counted. */
  readonly pieces: number | undefined
  /** Days it lasts: from the pieces where they were counted and demand is known, else as somebody said. */
  readonly days: Answer
  readonly from: 'pieces' | 'said'
  /** Set where the days somebody said do not fit the pieces and the demand: both are shown. */
  readonly differs: { readonly said: number; readonly computed: number } | undefined
}

/** Half of the last digit that was said: "4.6" allows 4.55 to 4.65, "5" allows 4.5 to 5.5. */
function tolerance(said: number): number {
  const decimals = /\.(\d+)$/.exec(String(said))?.[1]?.length ?? 0
  return 0.5 * 10 ** -decimals + 1e-9
}

export function stockFigures(
  node: Pick<NodeRow, 'stock' | 'stockDays'>,
  daily: Answer,
  time: WorkingTime,
): StockFigures {
  const counts = Object.values(node.stock)
  const pieces = counts.length > 0 ? counts.reduce((sum, part) => sum + part.pieces, 0) : undefined
  const said = toDays(node.stockDays, time)
  const computed = pieces === undefined ? unknown('no-inventory') : inventoryDays(pieces, daily)
  const differs =
    computed.ok && said !== undefined && Math.abs(computed.value - said) > tolerance(said)
      ? { said, computed: computed.value }
      : undefined
  if (computed.ok || said === undefined) return { pieces, days: computed, from: 'pieces', differs }
  return { pieces, days: ok(said), from: 'said', differs }
}
