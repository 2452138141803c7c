// Figures that may not be known: a number, or the one thing that is missing to compute it. Never NaN, never Infinity.
import { ok, refused, type Result } from '../kernel'

/** Why a figure is not known. */
export type Unknown = {
  readonly reason:
    | 'no-demand'
    | 'no-time'
    | 'no-path'
    | 'no-inventory'
    | 'no-cycle-time'
    | 'no-lead-time'
    | 'no-processing-time'
    | 'no-complete-accurate'
    | 'never-runs'
    | 'no-room'
}
export type Answer<T = number> = Result<T, Unknown>

/** A sum over the path: what is known adds up, what is not is named. Where `missing` is not empty: at least so much. */
export interface Sum {
  readonly value: number
  /** Nodes on the path that gave nothing. */
  readonly missing: readonly string[]
}

export const unknown = (reason: Unknown['reason']): Answer<never> => refused({ reason })

/** `a / b`, or why not, where `b` is not positive. */
export const divide = (a: number, b: number, otherwise: Unknown['reason']): Answer =>
  b > 0 && Number.isFinite(a / b) ? ok(a / b) : unknown(otherwise)
