// A table as a board, by what its columns were said to mean; what does not fit is named with its line.
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { CLASSES } from '../../board'
import type { ColumnRole } from '../../board'
import {
  emptyBoard,
  isWebAddress,
  note,
  paragraphsOf,
  plainCard,
  plainField,
  remarksOf,
} from '../boards/file-board'
import type { FileBoard, FileCard, FileField, ReadBoard, ReadOptions } from '../boards/file-board'
import { createNames } from '../boards/names'
import { createDateReader, mayBeDate } from './dates'
import type { DateOrder, Moment } from './dates'
import { createFlow } from './csv-flow'
import type { RowMoments } from './csv-flow'
import type { CsvFile } from './look-at-csv'
import { DATED } from './meanings'
import type { Meaning } from './meanings'

export interface CsvMapping {
  /** What each column means, by its place. */
  readonly meanings: readonly Meaning[]
  /** How its dates are read, by its place; for columns of dates. */
  readonly orders: readonly DateOrder[]
  /** Said by whoever imports: the file does not say when work started, and the cards come in without. */
  readonly startUnknown: boolean
  /** What a column of the board is for, by its name, where the guess was corrected: it says which dates belong to it. */
  readonly roles: Readonly<Record<string, ColumnRole>>
}

/** What stands in the way of an import, and where. */
export interface CsvProblem {
  readonly reason: 'no-title' | 'not-a-date' | 'not-a-number' | 'same-id' | 'no-start' | 'no-id' | 'twice'
  /** From 1, as in the file. */
  readonly line: number
  /** The column's heading. */
  readonly column: string
  readonly value: string
  /** The line that has the same id, for `same-id`. */
  readonly other?: number
}

/** More problems than this are not listed; the count says how many there are. */
export const PROBLEMS_LISTED = 20

export interface CsvProblems {
  readonly count: number
  readonly first: readonly CsvProblem[]
}

/** The mapping that was found, before anybody corrected it. */
export const suggestedMapping = (file: CsvFile): CsvMapping => ({
  meanings: file.columns.map((column) => column.meaning),
  orders: file.columns.map((column) => column.dates?.order ?? 'day-first'),
  startUnknown: false,
  roles: {},
})

const numberFrom = (text: string): number | undefined =>
  /^-?\d{1,15}([.,]\d{1,10})?$/u.test(text) ? Number(text.replace(',', '.')) : undefined
const YES = new Set(['true', 'yes', 'x', 'ja', 'oui', 'si', 'sí'])
const NO = new Set(['false', 'no', 'nein', 'non'])

/** The kind of field whose values these are. */
function kindOf(values: readonly string[]): FileField['kind'] {
  if (values.every((value) => numberFrom(value) !== undefined)) return 'number'
  if (values.every(mayBeDate)) return 'date'
  const lower = values.map((value) => value.toLowerCase())
  if (lower.every((value) => YES.has(value) || NO.has(value))) return 'yes-no'
  const different = new Set(values)
  const isChoice = different.size <= 12 && values.length >= 2 * different.size && values.length >= 6
  return isChoice && [...different].every((value) => value.length <= 60) ? 'choice' : 'text'
}

function fieldValue(kind: FileField['kind'], value: string, day: string | undefined) {
  if (kind === 'number') return numberFrom(value) ?? 0
  if (kind === 'yes-no') return YES.has(value.toLowerCase())
  return kind === 'date' ? (day ?? value) : value
}

/** Jira writes comments and attachments as `date;who;words`, and files as `date;who;name;address`. */
const JIRA_PART = /^([^;]{6,40});([^;]*);([\s\S]+)$/u

/** The apostrophe that our own tables put before what a spreadsheet would run. */
const MARKED = /^'(?=[=+\-@])/u

interface Group {
  readonly key: string
  readonly id: string
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** The rows of one card each: those with the same id where the rows are changes, else every row for itself. */
function groupRows(file: CsvFile, idColumn: number | undefined, isLog: boolean): Group[] {
  const groups = new Map<
    string,
    { key: string; id: string; lines: { line: number; cells: readonly string[] }[] }
  >()
  for (const { line, cells } of file.rows) {
    const id = idColumn === undefined ? '' : (cells[idColumn] ?? '').trim()
    const key = isLog ? `id ${id}` : `line ${line}`
    const group = groups.get(key)
    if (group) group.lines.push({ line, cells })
    else groups.set(key, { key, id, lines: [{ line, cells }] })
  }
  return [...groups.values()]
}

export function csvToBoard(
  file: CsvFile,
  mapping: CsvMapping,
  name: string,
  options: ReadOptions,
): Result<ReadBoard, CsvProblems> {
  const problems: CsvProblem[] = []
  let count = 0
  const problem = (one: CsvProblem) => {
    count++
    if (problems.length < PROBLEMS_LISTED) problems.push(one)
  }
  const columnsOf = (meaning: Meaning) =>
    file.columns.filter(({ index }) => mapping.meanings[index] === meaning)
  const only = (meaning: Meaning): number | undefined => columnsOf(meaning)[0]?.index
  const has = (meaning: Meaning): boolean => only(meaning) !== undefined
  const heading = (index: number | undefined): string =>
    index === undefined ? '' : file.columns[index]?.name || `${index + 1}`
  for (const meaning of new Set(mapping.meanings)) {
    const [, second] = columnsOf(meaning)
    if (second && !SEVERAL.has(meaning))
      problem({ reason: 'twice', line: file.headerLine, column: heading(second.index), value: meaning })
  }
  const isLog = has('to-state') && has('changed')
  if (isLog && !has('id')) problem({ reason: 'no-id', line: file.headerLine, column: '', value: '' })
  const isDated = has('finished') || has('state-date') || has('started')
  if (!has('title') && !has('id') && !isDated)
    problem({ reason: 'no-title', line: file.headerLine, column: '', value: '' })

  const readDate = createDateReader(options.timeZone)
  const momentAt = (
    cells: readonly string[],
    line: number,
    index: number | undefined,
  ): Moment | undefined => {
    const value = index === undefined ? '' : (cells[index] ?? '').trim()
    if (index === undefined || value === '') return undefined
    const moment = readDate(value, mapping.orders[index] ?? 'day-first')
    if (!moment) problem({ reason: 'not-a-date', line, column: heading(index), value })
    return moment
  }
  const dated = file.columns.filter(({ index }) => DATED.has(mapping.meanings[index] ?? 'ignore'))
  const cell = (cells: readonly string[], index: number | undefined): string =>
    index === undefined ? '' : (cells[index] ?? '').trim().replace(MARKED, '')
  const several = (cells: readonly string[], meaning: Meaning): string[] =>
    columnsOf(meaning).flatMap(({ index, between }) => {
      const value = cell(cells, index)
      const parts = between === '' ? [value] : value.split(between)
      return parts.map((part) => part.trim()).filter((part) => part !== '')
    })

  const fields = columnsOf('field').map((column) => {
    const values = file.rows.map(({ cells }) => cell(cells, column.index)).filter((value) => value !== '')
    const kind = kindOf(values)
    const field = {
      ...plainField(`field ${column.index}`, heading(column.index), kind),
      choices: kind === 'choice' ? [...new Set(values)] : [],
    }
    return { column, field }
  })
  const idColumn = only('id')
  const idField =
    has('id') && has('title') ? plainField('id', heading(idColumn) || options.words.id) : undefined
  const types = createNames()
  const tags = createNames()
  const people = createNames()
  const lanes = createNames()
  const flow = createFlow({
    isLog,
    states: columnsOf('state-date').map(({ name: state }) => state),
    hasState: has('state'),
    has: { created: has('created'), started: has('started'), finished: has('finished') },
    roles: mapping.roles,
    words: options.words,
    now: options.now,
  })

  const groups = groupRows(file, idColumn, isLog)
  const lineById = new Map<string, number>()
  const drafts = groups.map((group, index) => {
    const { line, cells } = group.lines[group.lines.length - 1] as Group['lines'][number]
    const first = group.lines[0] as Group['lines'][number]
    if (!isLog && group.id !== '') {
      const other = lineById.get(group.id)
      if (other !== undefined)
        problem({ reason: 'same-id', line, column: heading(idColumn), value: group.id, other })
      else lineById.set(group.id, line)
    }
    const moments = new Map<number, Moment | undefined>()
    for (const column of dated)
      if (mapping.meanings[column.index] !== 'changed')
        moments.set(column.index, momentAt(cells, line, column.index))
    const moment = (meaning: Meaning) => {
      const column = only(meaning)
      return column === undefined ? undefined : moments.get(column)
    }
    const row: RowMoments = {
      line: first.line,
      state: cell(cells, only('state')),
      since: moment('since')?.at,
      created: moment('created')?.at,
      started: moment('started')?.at,
      finished: moment('finished')?.at,
      entered: columnsOf('state-date').map((column) => moments.get(column.index)?.at),
      changes: !isLog
        ? []
        : group.lines.flatMap((one) => {
            const at = momentAt(one.cells, one.line, only('changed'))?.at
            const to = cell(one.cells, only('to-state'))
            if (at === undefined || to === '') return []
            return [
              {
                at,
                to,
                from: cell(one.cells, only('from-state')),
                category: cell(one.cells, only('category')),
              },
            ]
          }),
    }
    flow.see(row)
    return { group, line, cells, row, due: moment('due')?.day ?? null, index }
  })
  if (flow.lacksStart() && !mapping.startUnknown)
    problem({ reason: 'no-start', line: file.headerLine, column: heading(only('finished')), value: '' })

  const cards = drafts.map(({ group, line, cells, row, due, index }): FileCard => {
    const journey = flow.journeyOf(row)
    const at = journey[0]?.at ?? options.now
    const last = journey[journey.length - 1]?.at ?? at
    const lane = cell(cells, only('lane'))
    const laneKey = lane === '' ? null : lanes.keyOf(lane)
    const size = cell(cells, only('size'))
    const points = numberFrom(size)
    if (size !== '' && (points === undefined || points < 0))
      problem({ reason: 'not-a-number', line, column: heading(only('size')), value: size })
    const type = cell(cells, only('type'))
    const values: Record<string, string | number | boolean> = {}
    for (const { column, field } of fields) {
      const value = cell(cells, column.index)
      if (value === '') continue
      const order = mapping.orders[column.index] ?? 'day-first'
      const day = field.kind === 'date' ? readDate(value, order)?.day : undefined
      values[field.key] = fieldValue(field.kind, value, day)
    }
    if (idField && group.id !== '') values[idField.key] = group.id
    const mark = { by: '', at }
    const said = cell(cells, only('class')).toLowerCase()
    return {
      ...plainCard({
        key: group.key,
        title: cell(cells, only('title')) || group.id || (isDated && !has('title') ? `${index + 1}` : ''),
        at,
        journey: journey.map((step) => ({ ...step, lane: laneKey })),
      }),
      description: paragraphsOf(cell(cells, only('description'))),
      classOfService: CLASSES.find((one) => one === said.replace(/\s+/gu, '-')) ?? 'standard',
      due,
      type: type === '' ? null : types.keyOf(type),
      size: points !== undefined && points >= 0 ? points : null,
      tags: [...new Set(several(cells, 'tag').map(tags.keyOf))],
      people: [...new Set(several(cells, 'person').map(people.keyOf))].map((person) => ({
        person,
        state: 'on' as const,
        ...mark,
      })),
      fields: values,
      comments: columnsOf('comment').flatMap(({ index: column }) => {
        const value = cell(cells, column)
        if (value === '') return []
        const [, date = '', , words = ''] = JIRA_PART.exec(value) ?? []
        const moment = words === '' ? undefined : readDate(date, 'day-first')
        return [moment ? { words: words.trim(), by: '', at: moment.at } : { words: value, by: '', at: last }]
      }),
      web: several(cells, 'web').flatMap((value) => {
        const parts = value.split(';')
        const url = (parts[parts.length - 1] ?? '').trim()
        return isWebAddress(url) ? [{ url, name: parts.length > 3 ? (parts[2] ?? '') : url, ...mark }] : []
      }),
      links: [],
    }
  })
  if (count > 0) return refused({ count, first: problems })

  const keyById = new Map(drafts.map(({ group }) => [group.id, group.key]))
  const parent = only('parent')
  const board: FileBoard = {
    ...emptyBoard(name),
    columns: flow.columns(),
    settings: flow.settings(),
    lanes: lanes.all().map((lane) => ({ ...lane, archived: false, rest: false })),
    types: types.all().map((type) => ({ ...type, colour: '', archived: false })),
    tags: tags.all().map((tag) => ({ ...tag, colour: null, archived: false })),
    people: people.all(),
    fields: [...(idField ? [idField] : []), ...fields.map(({ field }) => field)],
    cards: cards.map((card, index) => {
      const draft = drafts[index] as (typeof drafts)[number]
      const key = keyById.get(cell(draft.cells, parent))
      const isLinked =
        parent !== undefined && key !== undefined && key !== card.key && cell(draft.cells, parent) !== ''
      return isLinked ? { ...card, links: [{ kind: 'parent', card: key, by: '', at: card.at }] } : card
    }),
  }
  const remarks = remarksOf([...flow.remarks(), note('short-lines', file.shortLines)])
  return ok({ board, remarks })
}

const SEVERAL: ReadonlySet<Meaning> = new Set([
  'state-date',
  'tag',
  'person',
  'comment',
  'web',
  'field',
  'ignore',
])
