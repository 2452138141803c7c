// A filter of the board: what it asks for, how it is written in an address, and which cards it lets through.
import { compareRanked, dayFromIso } from '../kernel'
import type { Calendar } from '../kernel'
import { ageOf } from './ageing'
import type { Ageing } from './ageing'
import { placeOf } from './commands/placing'
import { CLASSES } from './records'
import type { CardRow, ClassOfService } from './records'
import type { BoardSnapshot } from './snapshot'

/** Over: the day has passed. Week: today or in the seven days after it. A card that is finished has no due date left. */
export const DUE_KINDS = ['over', 'week', 'later', 'none'] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** Stands for whoever looks, so that one saved view is "mine" for everybody. */
export const ME = 'me'
/** Stands for what is not there: no person, tag or type on the card. */
export const NONE = 'none'

/** Cards must fit every kind that asks for something, and one of what a kind asks for. */
export interface BoardFilter {
  readonly words: string
  /** Person or guest ids, `ME`, `NONE`. */
  readonly people: readonly string[]
  /** Tag ids, `NONE`. */
  readonly tags: readonly string[]
  /** Type ids, `NONE`. */
  readonly types: readonly string[]
  /** Ids of what a customer values, known to the team's directory, `NONE`. */
  readonly values: readonly string[]
  readonly classes: readonly ClassOfService[]
  readonly columns: readonly string[]
  readonly lanes: readonly string[]
  readonly due: readonly DueKind[]
  readonly blocked: boolean
  readonly ageing: boolean
}

export const EMPTY_FILTER: BoardFilter = {
  words: '',
  people: [],
  tags: [],
  types: [],
  values: [],
  classes: [],
  columns: [],
  lanes: [],
  due: [],
  blocked: false,
  ageing: false,
}

/** The filters that every board has from the start. */
export const BUILT_IN = {
  mine: { ...EMPTY_FILTER, people: [ME] },
  ageing: { ...EMPTY_FILTER, ageing: true },
  blocked: { ...EMPTY_FILTER, blocked: true },
} as const satisfies Record<string, BoardFilter>

type ListKind = 'people' | 'tags' | 'types' | 'values' | 'classes' | 'columns' | 'lanes' | 'due'
/** The keys in an address, in the order in which they are written. */
const LISTS: readonly (readonly [string, ListKind])[] = [
  ['who', 'people'],
  ['tag', 'tags'],
  ['type', 'types'],
  ['value', 'values'],
  ['class', 'classes'],
  ['column', 'columns'],
  ['lane', 'lanes'],
  ['due', 'due'],
]
const FLAGS = ['blocked', 'ageing'] as const
const WORDS = 'q'
/** All keys of an address that belong to a filter. */
export const FILTER_KEYS: readonly string[] = [WORDS, ...LISTS.map(([key]) => key), ...FLAGS]

/** More of one kind than this is nothing that anybody chose. */
const MOST = 100
const MOST_WORDS = 200

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}

/** The filter as the text of an address, `q=bolt&who=me`: equal filters give equal texts. */
export function filterToText(filter: BoardFilter): string {
  const parts: string[] = []
  const add = (key: string, value: string) => parts.push(`${key}=${encodeURIComponent(value)}`)
  if (filter.words.trim() !== '') add(WORDS, filter.words.trim())
  for (const [key, kind] of LISTS) for (const value of [...new Set(filter[kind])].sort()) add(key, value)
  for (const flag of FLAGS) if (filter[flag]) add(flag, '1')
  return parts.join('&')
}

/** Reads what `filterToText` wrote, or an address with more in it; what it does not know asks for nothing. */
export function filterFromText(text: string): BoardFilter {
  const values = new Map<string, string[]>()
  for (const part of text.replace(/^\?/u, '').split('&')) {
    const at = part.indexOf('=')
    const key = at < 0 ? part : part.slice(0, at)
    const value = at < 0 ? '' : decode(part.slice(at + 1))
    if (value === '' || !FILTER_KEYS.includes(key)) continue
    const known = values.get(key) ?? []
    if (known.length < MOST && !known.includes(value)) values.set(key, [...known, value])
  }
  const list = (key: string): readonly string[] => values.get(key) ?? []
  const oneOf = <T extends string>(key: string, known: readonly T[]): readonly T[] =>
    known.filter((one) => list(key).includes(one))
  return {
    words: (list(WORDS)[0] ?? '').trim().slice(0, MOST_WORDS),
    people: list('who'),
    tags: list('tag'),
    types: list('type'),
    values: list('value'),
    classes: oneOf('class', CLASSES),
    columns: list('column'),
    lanes: list('lane'),
    due: oneOf('due', DUE_KINDS),
    blocked: values.has('blocked'),
    ageing: values.has('ageing'),
  }
}

export const isSameFilter = (a: BoardFilter, b: BoardFilter): boolean => filterToText(a) === filterToText(b)
export const isEmptyFilter = (filter: BoardFilter): boolean => filterToText(filter) === ''

/** What a filter asks for besides words, which a board does not know of itself. */
export interface FilterSources {
  /** The person at this device. */
  readonly me?: string | undefined
  readonly ageing?: Ageing
  readonly calendar?: Calendar
  /** Milliseconds since 1970. */
  readonly now?: number
}

const WEEK_DAYS = 7

function dueKindOf(board: BoardSnapshot, row: CardRow, { calendar, now = 0 }: FilterSources): DueKind {
  if (row.due === null || !calendar) return 'none'
  if (board.journeys.get(row.id)?.finishedAt != null) return 'none'
  const left = dayFromIso(row.due) - calendar.dayOf(now)
  return left < 0 ? 'over' : left <= WEEK_DAYS ? 'week' : 'later'
}

/** The lane a card stands in: the first one, unless its journey names another that is there. */
function lanesOf(board: BoardSnapshot): (row: CardRow) => string {
  const lanes = [...board.basis.tables.lanes.values()].filter((lane) => !lane.archived).sort(compareRanked)
  const ids = new Set(lanes.map((lane) => lane.id))
  const first = lanes[0]?.id ?? ''
  return (row) => {
    const lane = board.journeys.get(row.id)?.last.to.lane
    return lane !== undefined && ids.has(lane) ? lane : first
  }
}

/** Whether a card fits all of a filter but its words. Made once, asked for each card. */
export function createFit(
  board: BoardSnapshot,
  filter: BoardFilter,
  sources: FilterSources = {},
): (row: CardRow) => boolean {
  const tests: ((row: CardRow) => boolean)[] = []
  const oneOf = (wanted: readonly string[], valuesOf: (row: CardRow) => readonly string[]) => {
    if (wanted.length === 0) return
    const asked = new Set(wanted)
    tests.push((row) => {
      const values = valuesOf(row)
      return values.length === 0 ? asked.has(NONE) : values.some((value) => asked.has(value))
    })
  }
  const people = filter.people.map((id) => (id === ME ? (sources.me ?? ME) : id))
  oneOf(people, (row) => Object.keys(row.people))
  oneOf(filter.tags, (row) => Object.keys(row.tags))
  oneOf(filter.types, (row) => (row.type === null ? [] : [row.type]))
  oneOf(filter.values, (row) => (row.value === null ? [] : [row.value]))
  oneOf(filter.classes, (row) => [row.classOfService])
  oneOf(filter.columns, (row) => [placeOf(board, row.id)?.column.id ?? ''])
  const laneOf = filter.lanes.length > 0 ? lanesOf(board) : () => ''
  oneOf(filter.lanes, (row) => [laneOf(row)])
  if (filter.due.length > 0) tests.push((row) => filter.due.includes(dueKindOf(board, row, sources)))
  if (filter.blocked) tests.push((row) => board.openBlockers.byCard.has(row.id))
  if (filter.ageing) {
    const { ageing, calendar, now = 0 } = sources
    tests.push((row) => {
      const journey = board.journeys.get(row.id)
      return !!journey && !!ageing && !!calendar && ageOf(journey, ageing, calendar, now)?.late === true
    })
  }
  return (row) => tests.every((test) => test(row))
}
