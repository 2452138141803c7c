// Percentiles by nearest rank: a value that was really there, so that "85 of 100 within 7 days" is true of the data.

/** The k-th value by nearest rank in whole per cents, k = ceil(P x n / 100). The values are sorted, and not none. */
export function nearestRank(sorted: ArrayLike<number>, percent: number): number {
  const k = Math.max(1, Math.ceil((percent * sorted.length) / 100))
  return sorted[Math.min(k, sorted.length) - 1] as number
}
