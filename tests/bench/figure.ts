// A figure as the runner prints it, and the small statistics that make one out of rounds.

export interface Figure {
  /** `room.thing`, the same from run to run. */
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly better: 'lower' | 'higher'
  /** Null: told for orientation, nothing is aimed at. */
  readonly aim: number | null
}

/** A room's bench: gives figures as they come, or says in a sentence why it cannot. */
export type Bench = () => AsyncIterable<Figure | { readonly skipped: string }>

export const lower = (name: string, value: number, unit: string, aim: number | null): Figure => ({
  name,
  value: Number(value.toPrecision(3)),
  unit,
  better: 'lower',
  aim,
})

/** The value below which `share` of the values lie, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Milliseconds that one call takes, after the garbage of those before has been collected. */
export function timed(act: () => unknown): number {
  collectGarbage()
  const start = performance.now()
  act()
  return performance.now() - start
}

/** Available because the runner turns on V8's `--expose-gc`. */
export function collectGarbage(): void {
  globalThis.gc?.()
}
