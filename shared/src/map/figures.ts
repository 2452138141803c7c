// All figures of a map together, computed from its data alone: names, places and labels do not come in.
import { ok } from '../kernel'
import { type Answer, type Sum } from './answer'
import { findBottleneck, stepFigures, type Bottleneck, type StepFigures } from './capacity'
import { stockFigures, toDays, type StockFigures } from './inventory-days'
import { activityRatio, officeLeadTimeDays, rolledShare } from './office'
import { findPath, type FlowPath, type PathNode } from './path'
import { processShare, SECONDS_A_CALENDAR_DAY } from './process-share'
import { toSeconds, toShare } from './quantity'
import type { EdgeRow, MapRow, NodeRow, School } from './records'
import { dailyDemand, shiftDemand, taktSeconds, turnsPerYear, workingTime, type WorkingTime } from './takt'
import { leadTimeDays, processingSeconds, timeline, type Rung, type Work } from './timeline'

export interface OfficeFigures {
  /** Sum of PT / sum of LT, a share. */
  readonly activityRatio: Answer
  /** Product of the steps' %C&A, a share. */
  readonly rolled: Answer
}

/** The demand that counts: of the variants together where there are any. */
export interface Demand {
  readonly perDay: Answer
  readonly perShift: Answer
  /** Set where the variants' pieces do not add up to the total that is given. */
  readonly differs: { readonly total: number; readonly variants: number } | undefined
}

export interface MapFigures {
  readonly school: School
  readonly time: WorkingTime
  readonly demand: Demand
  /** Seconds a piece. */
  readonly takt: Answer
  readonly path: FlowPath
  readonly ladder: readonly Rung[]
  /** Working days. */
  readonly leadTime: Answer<Sum>
  /** Seconds. */
  readonly processing: Answer<Sum>
  /** Seconds over value-adding steps only; not known while no step says so. */
  readonly valueAdding: Answer
  /** Processing time / lead time, a share, on both day bases; the map says which one it shows. */
  readonly share: { readonly net: Answer; readonly calendar: Answer; readonly shown: 'net' | 'calendar' }
  /** A year. */
  readonly turns: Answer
  /** By process, those on the path first and in its order. */
  readonly steps: ReadonlyMap<string, StepFigures>
  readonly stocks: ReadonlyMap<string, StockFigures>
  readonly bottleneck: Bottleneck
  readonly office: OfficeFigures | undefined
}

/** What figures are computed from: a node without its name and place. */
export type NodeData = Omit<NodeRow, 'name' | 'position' | 'archived'>
export type EdgeData = Pick<EdgeRow, 'id' | 'from' | 'to'>

function demandOf(map: MapRow, time: WorkingTime): Demand {
  const variants = Object.values(map.variants)
  const sum = variants.reduce((total, variant) => total + variant.pieces, 0)
  const per = map.demand?.per ?? 'month'
  const demand = variants.length > 0 ? { pieces: sum, per } : map.demand
  const perDay = dailyDemand(demand, time)
  const total = map.demand?.pieces
  return {
    perDay,
    perShift: shiftDemand(perDay, time),
    differs:
      total !== undefined && variants.length > 0 && total !== sum ? { total, variants: sum } : undefined,
  }
}

/** What a process adds to the ladder: C/T and its own lead time on a map of parts, PT and LT on one of information. */
function workOf(node: NodeData, school: School, time: WorkingTime): Work {
  const work = school === 'rother' ? node.cycleTime : (node.processingTime ?? node.cycleTime)
  return { seconds: work ? toSeconds(work, time) : undefined, days: toDays(node.leadTime, time) }
}

const isMaterial = (kind: NodeData['kind']): kind is PathNode['kind'] =>
  kind === 'process' || kind === 'inventory' || kind === 'supplier' || kind === 'customer'

export function computeFigures(
  map: MapRow,
  nodes: readonly NodeData[],
  edges: readonly EdgeData[],
): MapFigures {
  const school = map.school ?? 'rother'
  const time = workingTime(map)
  const demand = demandOf(map, time)
  const takt = taktSeconds(demand.perDay, time)

  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stocks = new Map<string, StockFigures>()
  const works = new Map<string, Work>()
  const pathNodes: PathNode[] = []
  for (const node of nodes) {
    if (!isMaterial(node.kind)) continue
    const stock = node.kind === 'inventory' ? stockFigures(node, demand.perDay, time) : undefined
    const work = node.kind === 'process' ? workOf(node, school, time) : undefined
    if (stock) stocks.set(node.id, stock)
    if (work) works.set(node.id, work)
    const waits = school === 'rother' && stock?.days.ok ? stock.days.value : 0
    pathNodes.push({ id: node.id, kind: node.kind, days: work?.days ?? waits, seconds: work?.seconds ?? 0 })
  }
  const path = findPath(pathNodes, edges)
  const ladder = timeline(path.ids, stocks, works)

  const steps = new Map<string, StepFigures>()
  for (const id of [...path.ids, ...works.keys()]) {
    const node = byId.get(id)
    if (node?.kind === 'process' && !steps.has(id))
      steps.set(id, stepFigures(node, { perShift: demand.perShift, taktS: takt }, time))
  }

  const leadTime = school === 'rother' ? leadTimeDays(ladder) : officeLeadTimeDays(ladder)
  const processing = processingSeconds(ladder)
  const shareOn = (dayS: number): Answer =>
    !leadTime.ok
      ? leadTime
      : !processing.ok
        ? processing
        : processShare(processing.value.value, leadTime.value.value, dayS)
  const onPath = path.ids.flatMap((id) => byId.get(id) ?? []).filter((node) => node.kind === 'process')

  return {
    school,
    time,
    demand,
    takt,
    path,
    ladder,
    leadTime,
    processing,
    valueAdding: valueAddingSeconds(onPath, time),
    share: { net: shareOn(time.dayS), calendar: shareOn(SECONDS_A_CALENDAR_DAY), shown: map.dayBasis },
    turns: turnsPerYear(leadTime.ok ? ok(leadTime.value.value) : leadTime, time),
    steps,
    stocks,
    bottleneck: findBottleneck(steps),
    office: school === 'office' ? officeFigures(onPath, leadTime, processing, time) : undefined,
  }
}

/** Value-adding time in seconds: summed over the steps that say how much of their time adds value. */
function valueAddingSeconds(steps: readonly NodeData[], time: WorkingTime): Answer {
  const given = steps.flatMap((step) =>
    step.valueAddingTime ? (toSeconds(step.valueAddingTime, time) ?? []) : [],
  )
  return given.length > 0
    ? ok(given.reduce((sum, value) => sum + value, 0))
    : { ok: false, error: { reason: 'no-processing-time' } }
}

function officeFigures(
  steps: readonly NodeData[],
  leadTime: Answer<Sum>,
  processing: Answer<Sum>,
  time: WorkingTime,
): OfficeFigures {
  return {
    activityRatio: !leadTime.ok
      ? leadTime
      : !processing.ok
        ? processing
        : activityRatio(processing.value.value, leadTime.value.value * time.dayS),
    rolled: rolledShare(steps.map((step) => toShare(step.completeAccurate))),
  }
}
