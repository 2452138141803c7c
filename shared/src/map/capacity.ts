// What a step can make and what is asked of it: effective cycle time, capacity, load, and the bottleneck.
import { ok } from '../kernel'
import { divide, unknown, type Answer } from './answer'
import { toSeconds, toShare, type Quantity } from './quantity'
import type { NodeRow } from './records'
import type { WorkingTime } from './takt'

/** Time a piece really takes in seconds: C/T / (uptime x yield x parallel machines). */
export const effectiveCycleSeconds = (
  cycleS: number,
  part: { readonly uptime?: number; readonly yieldShare?: number; readonly machines?: number } = {},
): Answer => divide(cycleS, (part.uptime ?? 1) * (part.yieldShare ?? 1) * (part.machines ?? 1), 'never-runs')

/** Pieces a shift before changeovers: available / C/T x uptime (x parallel machines). Whole pieces are shown. */
export const capacityPerShift = (availableS: number, cycleS: number, uptime = 1, machines = 1): Answer => {
  const capacity = divide(availableS, cycleS, 'no-cycle-time')
  return capacity.ok ? ok(capacity.value * uptime * machines) : capacity
}

/** Whole pieces: a maximum is never rounded up. A hair of floating error below a whole number counts as reached. */
export const wholePieces = (capacity: number): number => Math.floor(capacity + 1e-9)

/** Seconds a shift needs: demand x effective C/T + changeovers. */
export const loadSeconds = (demandPerShift: number, effectiveS: number, changeoverS: number): number =>
  demandPerShift * effectiveS + changeoverS

export interface StepFigures {
  /** C/T in seconds. */
  readonly cycleS: number | undefined
  /** C/T / (uptime x yield x machines), seconds. */
  readonly effectiveS: Answer
  /** Net seconds a shift this step can run. */
  readonly availableS: number
  /** Pieces a shift before changeovers, unrounded. */
  readonly capacity: Answer
  /** Seconds of changeovers in one shift; zero where the number of changeovers is not given. */
  readonly changeoverS: number
  /** Seconds a shift needs for the demand, changeovers included. */
  readonly loadS: Answer
  /** Load / available time. */
  readonly utilisation: Answer
  /** One piece's share of takt in seconds: C/T, then what downtime and scrap add, then changeovers. */
  readonly bar:
    { readonly cycleS: number; readonly downtimeS: number; readonly changeoverS: number } | undefined
  /** C/T alone is longer than takt. */
  readonly overTakt: boolean
  /** The load is longer than the shift. */
  readonly overloaded: boolean
}

type StepFacts = Pick<
  NodeRow,
  'cycleTime' | 'changeover' | 'changeovers' | 'uptime' | 'yield' | 'scrap' | 'machines' | 'available'
>

const seconds = (quantity: Quantity | null, time: WorkingTime): number | undefined =>
  quantity ? toSeconds(quantity, time) : undefined

/** Share of good pieces: yield where given, else what scrap leaves. */
function yieldShare(step: StepFacts): number {
  const scrap = toShare(step.scrap)
  return toShare(step.yield) ?? (scrap === undefined ? 1 : 1 - scrap)
}

/** All figures of one process box. */
export function stepFigures(
  step: StepFacts,
  demand: { readonly perShift: Answer; readonly taktS: Answer },
  time: WorkingTime,
): StepFigures {
  const cycleS = seconds(step.cycleTime, time)
  const availableS = seconds(step.available, time) ?? time.shiftS
  const uptime = toShare(step.uptime) ?? 1
  const machines = step.machines?.value ?? 1
  const changeoverS = (seconds(step.changeover, time) ?? 0) * (step.changeovers?.value ?? 0)
  const effectiveS =
    cycleS === undefined
      ? unknown('no-cycle-time')
      : effectiveCycleSeconds(cycleS, { uptime, yieldShare: yieldShare(step), machines })
  const capacity =
    cycleS === undefined ? unknown('no-cycle-time') : capacityPerShift(availableS, cycleS, uptime, machines)
  const { perShift, taktS } = demand
  const loadS: Answer = !effectiveS.ok
    ? effectiveS
    : perShift.ok
      ? ok(loadSeconds(perShift.value, effectiveS.value, changeoverS))
      : perShift
  const utilisation = loadS.ok ? divide(loadS.value, availableS, 'no-time') : loadS
  const aPiece = cycleS === undefined ? undefined : cycleS / Math.max(machines, 1)
  return {
    cycleS,
    effectiveS,
    availableS,
    capacity,
    changeoverS,
    loadS,
    utilisation,
    bar:
      aPiece === undefined
        ? undefined
        : {
            cycleS: aPiece,
            downtimeS: effectiveS.ok ? Math.max(0, effectiveS.value - aPiece) : 0,
            changeoverS: perShift.ok ? changeoverS / perShift.value : 0,
          },
    overTakt: aPiece !== undefined && taktS.ok && aPiece > taktS.value,
    overloaded: utilisation.ok && utilisation.value > 1,
  }
}

export interface Bottleneck {
  /** The step with the highest load, judged by C/T, downtime and changeovers together; undefined: none can be judged. */
  readonly step: string | undefined
  /** Steps that need more than their shift though their C/T is within takt: the ones C/T alone hides. */
  readonly hidden: readonly string[]
  /** All steps that need more time than they have, highest load first. */
  readonly overloaded: readonly string[]
}

/** Finds the bottleneck by utilisation; without demand by the longest effective C/T. Ties go to the earlier step. */
export function findBottleneck(steps: ReadonlyMap<string, StepFigures>): Bottleneck {
  const load = (figures: StepFigures) =>
    figures.utilisation.ok ? figures.utilisation.value : figures.effectiveS.ok ? figures.effectiveS.value : -1
  const judged = [...steps].filter(([, figures]) => figures.effectiveS.ok)
  judged.sort(([, a], [, b]) => load(b) - load(a))
  const overloaded = judged.filter(([, figures]) => figures.overloaded)
  return {
    step: judged[0]?.[0],
    hidden: overloaded.filter(([, figures]) => !figures.overTakt).map(([id]) => id),
    overloaded: overloaded.map(([id]) => id),
  }
}

/**
 * EPEI in the period of the inputs (days, when they are a day's): changeovers of one full cycle / (available - run time).
 * Not defined where the run times leave nothing over.
 */
export const everyPartEvery = (
  changeovers: readonly number[],
  available: number,
  runTimes: readonly number[],
): Answer => {
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0)
  return divide(sum(changeovers), available - sum(runTimes), 'no-room')
}

/** Batch in pieces: EPEI in days x daily demand. */
export const batchPieces = (epeiDays: number, dailyDemand: number): number => epeiDays * dailyDemand
