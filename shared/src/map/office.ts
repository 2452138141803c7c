// Figures of a map of information (Martin and Osterling): lead time includes processing time.
import { ok } from '../kernel'
import { divide, unknown, type Answer, type Sum } from './answer'
import type { Rung } from './timeline'

/** Total lead time in working days: the sum of LT on the critical path. */
export function officeLeadTimeDays(rungs: readonly Rung[]): Answer<Sum> {
  const work = rungs.filter((rung) => rung.kind === 'work')
  if (work.length === 0) return unknown('no-path')
  const missing = work.filter((rung) => rung.days === undefined).map((rung) => rung.node)
  const value = work.reduce((sum, rung) => sum + (rung.days ?? 0), 0)
  return missing.length === work.length ? unknown('no-lead-time') : ok({ value, missing })
}

/** Activity ratio, a share: sum of PT / sum of LT, both in seconds of working time. */
export const activityRatio = (processingS: number, leadS: number): Answer =>
  divide(processingS, leadS, 'no-lead-time')

/** Rolled %C&A, a share: the product of the steps' shares. Not known while one step's is not. */
export function rolledShare(shares: readonly (number | undefined)[]): Answer {
  let product = 1
  for (const share of shares) {
    if (share === undefined) return unknown('no-complete-accurate')
    product *= share
  }
  return shares.length > 0 ? ok(product) : unknown('no-path')
}
