// Every figure of the map as words: its value, and how it came about with formula, basis and what is missing.
import {
  wholePieces,
  type Answer,
  type MapFigures,
  type MapSnapshot,
  type StepFigures,
  type Sum,
} from '@yokoten/shared/map'
import { text, type TextId } from '../../text'
import {
  formatAllSeconds,
  formatCount,
  formatDays,
  formatNumber,
  formatSeconds,
  formatShare,
  whyUnknown,
} from './format'
import { nodeWords } from './flow-rows'

export interface FigureWords {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Undefined: what is missing is said instead. */
  readonly isKnown: boolean
  readonly how: readonly string[]
}

const PLUS = ' + '
const TIMES = ' × '

/** What an icon is called in a sentence. */
export const nameOf = (map: MapSnapshot, id: string): string => {
  const node = map.nodes.get(id)
  return node?.name || nodeWords(node)
}
export const namesOf = (map: MapSnapshot, ids: readonly string[]): string =>
  ids.map((id) => nameOf(map, id)).join(', ')

function figure<T>(
  id: string,
  label: TextId,
  answer: Answer<T>,
  format: (value: T) => string,
  how: (value: T) => readonly (string | undefined)[],
): FigureWords {
  return answer.ok
    ? {
        id,
        label: text(label),
        value: format(answer.value),
        isKnown: true,
        how: how(answer.value).filter((words) => words !== undefined),
      }
    : {
        id,
        label: text(label),
        value: text('map.figure.unknown'),
        isKnown: false,
        how: [whyUnknown(answer.error)],
      }
}

const atLeast = (sum: Sum, words: string) =>
  sum.missing.length > 0 ? text('map.figure.atLeast', { value: words }) : words
const missing = (map: MapSnapshot, sum: Sum) =>
  sum.missing.length > 0 ? text('map.how.missing', { names: namesOf(map, sum.missing) }) : undefined

function leadTime(map: MapSnapshot, figures: MapFigures): FigureWords {
  const isOffice = figures.school === 'office'
  const parts = figures.ladder
    .flatMap((rung) => (isOffice && rung.kind === 'wait' ? [] : (rung.days ?? [])))
    .map((days) => days.toFixed(1))
    .join(PLUS)
  return figure(
    'leadTime',
    isOffice ? 'map.figure.leadTimeOffice' : 'map.figure.leadTime',
    figures.leadTime,
    (sum) => atLeast(sum, formatDays(sum.value)),
    (sum) => [
      text(isOffice ? 'map.how.leadTimeOffice' : 'map.how.leadTime', { parts, sum: formatDays(sum.value) }),
      missing(map, sum),
      isOffice ? undefined : text('map.explain.leadTime'),
    ],
  )
}

function processing(map: MapSnapshot, figures: MapFigures): FigureWords {
  const parts = figures.ladder.flatMap((rung) => rung.seconds ?? []).map(formatCount)
  return figure(
    'processing',
    'map.figure.processing',
    figures.processing,
    (sum) => atLeast(sum, formatSeconds(sum.value)),
    (sum) => [
      text('map.how.processing', { parts: parts.join(PLUS), sum: formatAllSeconds(sum.value) }),
      missing(map, sum),
    ],
  )
}

function share({ share: shares, processing: work, leadTime: lead, time }: MapFigures): FigureWords {
  const isNet = shares.shown === 'net'
  return figure(
    'share',
    isNet ? 'map.figure.shareNet' : 'map.figure.shareCalendar',
    shares[shares.shown],
    formatShare,
    () => [
      text(isNet ? 'map.how.shareNet' : 'map.how.shareCalendar', {
        work: work.ok ? formatAllSeconds(work.value.value) : '',
        lead: lead.ok ? formatDays(lead.value.value) : '',
        day: formatAllSeconds(time.dayS),
      }),
      text('map.explain.share'),
    ],
  )
}

const takt = ({ takt: answer, time, demand }: MapFigures): FigureWords =>
  figure('takt', 'map.figure.takt', answer, formatSeconds, (seconds) => [
    text('map.how.takt', {
      time: formatAllSeconds(time.dayS),
      demand: demand.perDay.ok ? formatCount(demand.perDay.value) : '',
      takt: formatAllSeconds(seconds),
    }),
    text('map.explain.takt'),
  ])

function demand(map: MapSnapshot, { demand: asked, time }: MapFigures): FigureWords {
  const per = map.map.demand?.per ?? 'month'
  const variants = Object.values(map.map.variants)
  const pieces =
    variants.length > 0
      ? variants.reduce((sum, { pieces: some }) => sum + some, 0)
      : (map.map.demand?.pieces ?? 0)
  return figure(
    'demand',
    'map.figure.demand',
    asked.perDay,
    (perDay) => text('map.unit.perDay', { value: formatCount(perDay) }),
    (perDay) => {
      const values = {
        pieces: formatNumber(pieces),
        days: per === 'month' ? time.daysPerMonth : time.daysPerWeek,
        perDay: formatCount(perDay),
        perShift: asked.perShift.ok ? formatCount(asked.perShift.value) : '',
      }
      const how =
        per === 'month' ? 'map.how.demandMonth' : per === 'week' ? 'map.how.demandWeek' : 'map.how.demandDay'
      return [text(how, values)]
    },
  )
}

const available = (map: MapSnapshot, { time }: MapFigures): FigureWords => ({
  id: 'available',
  label: text('map.figure.available'),
  value: text('map.unit.perShift', { value: formatAllSeconds(time.shiftS) }),
  isKnown: true,
  how: [
    text('map.how.available', {
      shift: formatAllSeconds(map.map.shiftSeconds),
      breaks: map.map.breaks.count,
      each: formatAllSeconds(map.map.breaks.seconds),
      net: formatAllSeconds(time.shiftS),
      shifts: text('map.node.shifts', { count: time.shiftsPerDay }),
    }),
  ],
})

const turns = ({ turns: answer, leadTime: lead, time }: MapFigures): FigureWords =>
  figure(
    'turns',
    'map.figure.turns',
    answer,
    (value) => text('map.figure.turnsValue', { value: formatCount(value) }),
    () => [
      text('map.how.turns', { days: time.daysPerYear, lead: lead.ok ? formatDays(lead.value.value) : '' }),
    ],
  )

function office(map: MapSnapshot, figures: MapFigures): FigureWords[] {
  if (!figures.office) return []
  const { processing: work, leadTime: lead } = figures
  const steps = figures.path.ids.flatMap((id) => map.nodes.get(id)?.completeAccurate?.value ?? [])
  return [
    figure('activityRatio', 'map.figure.activityRatio', figures.office.activityRatio, formatShare, () => [
      text('map.how.activityRatio', {
        work: work.ok ? formatSeconds(work.value.value) : '',
        lead: lead.ok ? formatDays(lead.value.value) : '',
      }),
    ]),
    figure('rolled', 'map.figure.rolled', figures.office.rolled, formatShare, (product) => [
      text('map.how.rolled', {
        parts: steps.map((value) => text('map.unit.percent', { value: formatNumber(value) })).join(TIMES),
        product: formatShare(product),
      }),
    ]),
  ]
}

/** The figures of a map in the order in which they are read. */
export function figureWords(map: MapSnapshot): readonly FigureWords[] {
  const { figures } = map
  return figures.school === 'office'
    ? [leadTime(map, figures), processing(map, figures), ...office(map, figures)]
    : [
        leadTime(map, figures),
        processing(map, figures),
        share(figures),
        takt(figures),
        demand(map, figures),
        available(map, figures),
        turns(figures),
      ]
}

/** What a step can make in a shift, and what is asked of it. */
export function capacityWords(map: MapSnapshot, id: string, step: StepFigures): FigureWords {
  const node = map.nodes.get(id)
  const { perShift } = map.figures.demand
  const uptime = text('map.unit.percent', { value: formatNumber(node?.uptime?.value ?? 100) })
  const words = figure(
    'capacity',
    'map.figure.capacity',
    step.capacity,
    (capacity) => capacityValue(capacity, map),
    (capacity) => [
      text((node?.machines?.value ?? 1) > 1 ? 'map.how.capacityMachines' : 'map.how.capacity', {
        available: formatAllSeconds(step.availableS),
        cycle: formatAllSeconds(step.cycleS ?? 0),
        uptime,
        machines: node?.machines?.value ?? 1,
        exact: formatCount(capacity),
      }),
      step.loadS.ok && step.effectiveS.ok && step.utilisation.ok && perShift.ok
        ? text('map.how.load', {
            demand: formatCount(perShift.value),
            effective: formatAllSeconds(step.effectiveS.value),
            changeovers: formatAllSeconds(step.changeoverS),
            load: formatAllSeconds(step.loadS.value),
            available: formatAllSeconds(step.availableS),
            share: formatShare(step.utilisation.value),
          })
        : undefined,
    ],
  )
  return { ...words, id, label: nameOf(map, id) }
}

function capacityValue(capacity: number, map: MapSnapshot): string {
  const { perShift } = map.figures.demand
  const value = formatNumber(wholePieces(capacity))
  return perShift.ok && capacity < perShift.value
    ? text('map.figure.less', { value, demand: formatCount(perShift.value) })
    : text('map.figure.capacityValue', { value })
}
