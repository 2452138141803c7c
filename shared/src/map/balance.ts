// How the work is shared between people: operators needed, and how even the line is.
import { ok } from '../kernel'
import { divide, unknown, type Answer } from './answer'

export interface OperatorsNeeded {
  /** Work content / takt, unrounded. */
  readonly people: number
  /** Remainder under .3: improve first. From .3 to .5: do not add yet. Above: add one. */
  readonly advice: 'exact' | 'improve-first' | 'do-not-add-yet' | 'add'
}

/** Operators needed: work content in seconds / takt in seconds, with what to do about the remainder. */
export function operatorsNeeded(workS: number, taktS: number): Answer<OperatorsNeeded> {
  const people = divide(workS, taktS, 'no-demand')
  if (!people.ok) return people
  // To nine decimals, so that 3.3 is not told apart from its nearest binary fraction.
  const rest = (Math.round((people.value % 1) * 1e9) / 1e9) % 1
  const advice = rest === 0 ? 'exact' : rest < 0.3 ? 'improve-first' : rest <= 0.5 ? 'do-not-add-yet' : 'add'
  return ok({ people: people.value, advice })
}

export interface LineBalance {
  /** Sum / (stations x takt), a share. */
  readonly onTakt: Answer
  /** Sum / (stations x longest C/T), a share. */
  readonly onBottleneck: Answer
  /** Sum of C/T in seconds. */
  readonly sumS: number
  /** Stations whose C/T is over takt. */
  readonly over: number
}

/** Line balance on both bases; the screen says which one it shows. */
export function lineBalance(cycleS: readonly number[], taktS: Answer): LineBalance {
  const sumS = cycleS.reduce((sum, cycle) => sum + cycle, 0)
  const longest = cycleS.reduce((most, cycle) => Math.max(most, cycle), 0)
  return {
    sumS,
    onTakt: taktS.ok ? divide(sumS, cycleS.length * taktS.value, 'no-cycle-time') : taktS,
    onBottleneck:
      cycleS.length > 0 ? divide(sumS, cycleS.length * longest, 'no-cycle-time') : unknown('no-cycle-time'),
    over: taktS.ok ? cycleS.filter((cycle) => cycle > taktS.value).length : 0,
  }
}
