// A board as tables: every card with all its fields, and the days on which it entered each column.
import { isOpen, spokenId, stepsOf } from '../../board'
import type { BoardSnapshot, CardRow } from '../../board'
import { compareRanked } from '../../kernel'
import { cardsInOrder } from './board-to-file'
import type { ExportSources } from './board-to-file'

export interface TableSources extends ExportSources {
  /** A time as `YYYY-MM-DD HH:MM`, and as `YYYY-MM-DD`, where the board is looked at. */
  readonly timeText: (at: number) => string
  readonly dayText: (at: number) => string
  /** The address of a card. */
  readonly linkOf: (card: string) => string
}

/** The headings of the cards' table, in the order of its columns; the team's own fields stand before `description`. */
export const CARD_HEADINGS = [
  'ID',
  'Title',
  'Column',
  'Lane',
  'Type',
  'Class of service',
  'Size',
  'Due date',
  'Tags',
  'People',
  'Created',
  'Started',
  'Finished',
  'For',
] as const
export const LAST_HEADINGS = [
  'Description',
  'Checklist',
  'Comments',
  'Links',
  'Blocked',
  'Put away',
  'Card address',
] as const

const isAway = (board: BoardSnapshot, card: CardRow): boolean =>
  card.archived || board.journeys.get(card.id)?.archived === true
const JOIN = '; '

const namesOf = (people: Readonly<Record<string, unknown>>, { board, nameOf }: ExportSources): string =>
  Object.keys(people)
    .map((id) => board.guests.get(id)?.name ?? nameOf(id) ?? '')
    .filter((name) => name !== '')
    .join(JOIN)

function valueText(id: string | null, { valueOf }: ExportSources): string {
  const value = id === null ? undefined : valueOf(id)
  return value ? [value.name, value.customer].filter((part) => part !== '').join(' · ') : ''
}

/** All cards, those put away last: a heading row and one row a card. */
export function cardTable(sources: TableSources): string[][] {
  const { board, wordsOf, timeText, linkOf } = sources
  const { tables } = board.basis
  const fields = [...tables.fields.values()].filter((field) => !field.archived).sort(compareRanked)
  const blocked = new Set([...board.blockers.values()].filter(isOpen).map((blocker) => blocker.card))
  const columnName = (id: string | undefined) => board.columnsById.get(id ?? '')?.name ?? ''
  const rows = cardsInOrder(board).map((id) => {
    const card = board.cards.get(id) as CardRow
    const journey = board.journeys.get(id)
    const lane = journey?.last.to.lane
    const time = (at: number | null | undefined) => (at == null ? '' : timeText(at))
    const items = Object.keys(card.checklist)
    return [
      spokenId(board, id),
      card.title,
      columnName(journey?.column),
      (lane !== undefined && tables.lanes.get(lane)?.name) || '',
      (card.type !== null && tables.types.get(card.type)?.name) || '',
      card.classOfService,
      card.size === null ? '' : String(card.size),
      card.due ?? '',
      Object.keys(card.tags)
        .map((tag) => board.tags.get(tag)?.name ?? tag)
        .join(JOIN),
      namesOf(card.people, sources),
      time(card.at),
      time(journey?.startedAt),
      time(journey?.finishedAt),
      valueText(card.value, sources),
      ...fields.map((field) => {
        const value = card.fields[field.id]
        return value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
      }),
      wordsOf(id).join('\n'),
      items.length === 0 ? '' : `${items.filter((item) => card.checked[item]).length} of ${items.length}`,
      String(board.commentsByCard.get(id)?.members.length ?? 0),
      Object.values(card.web)
        .map(({ url }) => url)
        .join(' '),
      blocked.has(id) ? 'yes' : 'no',
      isAway(board, card) ? 'yes' : 'no',
      linkOf(id),
    ]
  })
  return [[...CARD_HEADINGS, ...fields.map((field) => field.name), ...LAST_HEADINGS], ...rows]
}

/**
 * The table that flow tools read: a row a card, a column for each column of the board in its order, in it the day when
 * the card first entered it. A card that went back has no day in columns behind the one where it stands, or it would
 * count as finished. Cards that were put away before they were done are left out: they would age for ever.
 */
export function flowTable(sources: TableSources): string[][] {
  const { board, dayText, linkOf } = sources
  const { tables, frame } = board.basis
  const entered = new Map<string, Map<string, number>>()
  const used = new Set<string>()
  const cards = cardsInOrder(board).filter((id) => {
    const journey = board.journeys.get(id)
    const card = board.cards.get(id) as CardRow
    if (!journey || (isAway(board, card) && journey.finishedAt === null)) return false
    const days = new Map<string, number>()
    for (const { entry, at } of stepsOf(journey)) {
      if (!days.has(entry.to.column)) days.set(entry.to.column, at)
      used.add(entry.to.column)
    }
    entered.set(id, days)
    return true
  })
  const columns = frame.ordered.filter((column) => !column.archived || used.has(column.id))
  const place = new Map(columns.map((column, index) => [column.id, index]))
  const rows = cards.map((id) => {
    const card = board.cards.get(id) as CardRow
    const here = place.get(board.journeys.get(id)?.column ?? '') ?? columns.length
    return [
      spokenId(board, id),
      linkOf(id),
      card.title,
      ...columns.map((column, index) => {
        const at = entered.get(id)?.get(column.id)
        return at === undefined || index > here ? '' : dayText(at)
      }),
      (card.type !== null && tables.types.get(card.type)?.name) || '',
      card.classOfService,
      Object.keys(card.tags)
        .map((tag) => board.tags.get(tag)?.name ?? tag)
        .join('|'),
      namesOf(card.people, sources),
    ]
  })
  const names = columns.map((column) => column.name)
  return [['ID', 'Link', 'Title', ...names, 'Type', 'Class of service', 'Tags', 'People'], ...rows]
}
