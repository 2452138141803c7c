// What the map says in sentences: what cannot keep up, what contradicts itself, what was left out and why.
import type { MapSnapshot } from '@yokoten/shared/map'
import { text } from '../../text'
import { nameOf, namesOf } from './figure-words'
import { formatAllSeconds, formatCount, formatDays, formatNumber } from './format'

export interface Sentence {
  readonly id: string
  readonly words: string
  /** `stop`: it cannot keep up. `age`: look at this. `plain`: good to know. */
  readonly tone: 'stop' | 'age' | 'plain'
}

function paceSentences(map: MapSnapshot): Sentence[] {
  const { steps, takt, bottleneck, demand } = map.figures
  if (!takt.ok) return []
  const said: Sentence[] = []
  for (const [id, step] of steps)
    if (step.overTakt && step.bar)
      said.push({
        id: `takt ${id}`,
        tone: 'stop',
        words: text('map.says.overTakt', {
          step: nameOf(map, id),
          by: formatAllSeconds(step.bar.cycleS - takt.value),
        }),
      })
  const loadWords = (id: string) => {
    const step = steps.get(id)
    if (!step?.loadS.ok) return undefined
    return {
      step: nameOf(map, id),
      load: formatAllSeconds(step.loadS.value),
      available: formatAllSeconds(step.availableS),
      cycle: formatAllSeconds(step.cycleS ?? 0),
    }
  }
  for (const id of bottleneck.hidden) {
    const values = loadWords(id)
    if (values) said.push({ id: `hidden ${id}`, tone: 'stop', words: text('map.says.hidden', values) })
  }
  const [worst] = bottleneck.overloaded
  const values = worst !== undefined && !bottleneck.hidden.includes(worst) ? loadWords(worst) : undefined
  if (values) said.push({ id: 'bottleneck', tone: 'stop', words: text('map.says.bottleneck', values) })
  const isJudged = demand.perShift.ok && steps.size > 0 && [...steps.values()].every((step) => step.loadS.ok)
  if (said.length === 0 && isJudged) said.push({ id: 'fits', tone: 'plain', words: text('map.says.fits') })
  return said
}

function contradictions(map: MapSnapshot): Sentence[] {
  const { stocks, demand } = map.figures
  const said: Sentence[] = []
  for (const [id, stock] of stocks)
    if (stock.differs && demand.perDay.ok)
      said.push({
        id: `stock ${id}`,
        tone: 'age',
        words: text('map.says.stockDiffers', {
          node: nameOf(map, id),
          pieces: formatNumber(stock.pieces ?? 0),
          computed: formatDays(stock.differs.computed),
          said: formatDays(stock.differs.said),
          demand: formatCount(demand.perDay.value),
        }),
      })
  if (demand.differs)
    said.push({
      id: 'variants',
      tone: 'age',
      words: text('map.says.variantsDiffer', {
        variants: formatNumber(demand.differs.variants),
        total: formatNumber(demand.differs.total),
      }),
    })
  return said
}

function leftOut(map: MapSnapshot): Sentence[] {
  const { path } = map.figures
  if (path.ids.length === 0) return []
  const said: Sentence[] = []
  if (path.apart.length > 0)
    said.push({
      id: 'apart',
      tone: 'age',
      words: text('map.says.apart', { names: namesOf(map, path.apart) }),
    })
  if (path.deadEnds.length > 0)
    said.push({
      id: 'deadEnds',
      tone: 'age',
      words: text('map.says.deadEnds', { names: namesOf(map, path.deadEnds) }),
    })
  if (path.parallel.length > 0)
    said.push({
      id: 'parallel',
      tone: 'plain',
      words: text('map.says.parallel', { names: namesOf(map, path.parallel) }),
    })
  if (path.loops.length > 0)
    said.push({ id: 'loops', tone: 'plain', words: text('map.says.loops', { count: path.loops.length }) })
  return said
}

/** Sentences beside the figures, the pressing ones first. */
export const sentences = (map: MapSnapshot): readonly Sentence[] => [
  ...paceSentences(map),
  ...contradictions(map),
  ...leftOut(map),
]
