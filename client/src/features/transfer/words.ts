// What an import takes, leaves and refuses, as sentences.
import type { BoardSummary, CsvProblem, FileRefused, Remark, Tool } from '@yokoten/shared/transfer'
import { text } from '../../text'
import type { TextId } from '../../text'
import type { AddBoardRefused } from './add-board'

/** Bytes as whole megabytes, at least one. */
const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000_000))

const TOOLS: Readonly<Record<Tool, string>> = {
  trello: 'Trello',
  focalboard: 'Focalboard',
  wekan: 'WeKan',
  deck: 'Nextcloud Deck',
  'jira-xml': 'Jira',
  'jira-json': 'Jira',
  csv: 'CSV',
  yokoten: 'Yokoten',
}

export function fileRefusalWords(refused: FileRefused): string {
  switch (refused.reason) {
    case 'too-large':
      return text('transfer.refused.tooLarge', {
        size: megabytes(refused.bytes),
        limit: megabytes(refused.limit),
      })
    case 'empty':
      return text('transfer.refused.empty')
    case 'truncated':
      return text('transfer.refused.truncated')
    case 'not-json':
      return refused.line === undefined
        ? text('transfer.refused.notJson')
        : text('transfer.refused.notJsonAt', { line: refused.line })
    case 'missing':
      return text('transfer.refused.missing', { tool: TOOLS[refused.tool], missing: refused.missing })
    case 'bad-field':
      return refused.line === undefined
        ? text('transfer.refused.badField', { tool: TOOLS[refused.tool], field: refused.field })
        : text('transfer.refused.badFieldAt', {
            tool: TOOLS[refused.tool],
            field: refused.field,
            line: refused.line,
          })
    case 'unknown':
      return text(`transfer.refused.unknown.${refused.format}`)
    case 'not-xml':
      return text('transfer.refused.notXml', { line: refused.line })
    case 'too-deep':
      return text('transfer.refused.tooDeep', { line: refused.line })
    case 'not-zip':
      return text('transfer.refused.notZip')
    case 'zip-too-large':
      return text('transfer.refused.zipTooLarge', { limit: megabytes(refused.limit) })
    case 'newer':
      return text('transfer.refused.newer')
    case 'no-boards':
      return text('transfer.refused.noBoards', { tool: TOOLS[refused.tool] })
    case 'not-csv':
      return text('transfer.refused.notCsv', { line: refused.line })
    case 'open-quote':
      return text('transfer.refused.openQuote', { line: refused.line })
    case 'long-line':
      return text('transfer.refused.longLine', {
        line: refused.line,
        cells: refused.cells,
        columns: refused.columns,
      })
    case 'no-rows':
      return text('transfer.refused.noRows')
    case 'too-many-rows':
      return text('transfer.refused.tooManyRows', { limit: refused.limit })
    case 'too-many-columns':
      return text('transfer.refused.tooManyColumns', { line: refused.line, limit: refused.limit })
  }
}

export function problemWords(problem: CsvProblem): string {
  const { line, column, value } = problem
  switch (problem.reason) {
    case 'no-title':
      return text('transfer.problem.noTitle', { line })
    case 'no-id':
      return text('transfer.problem.noId', { line })
    case 'no-start':
      return text('transfer.problem.noStart', { line, column })
    case 'not-a-date':
      return text('transfer.problem.notADate', { line, column, value })
    case 'not-a-number':
      return text('transfer.problem.notANumber', { line, column, value })
    case 'same-id':
      return text('transfer.problem.sameId', { line, value, other: problem.other ?? line })
    case 'twice':
      return text('transfer.problem.twice', { line, column })
  }
}

export function addBoardRefusalWords(refused: AddBoardRefused): string {
  switch (refused.reason) {
    case 'name-empty':
      return text('transfer.refused.nameEmpty')
    case 'name-too-long':
      return text('transfer.refused.nameTooLong')
    case 'view-only':
      return text('transfer.refused.viewOnly')
    case 'cannot-store':
      return text('transfer.refused.cannotStore')
    default:
      return text('transfer.failed')
  }
}

export interface SummaryWords {
  readonly taken: readonly string[]
  readonly left: readonly string[]
  /** What one should know about the rest. */
  readonly notes: readonly string[]
}

const remarkWords = ({ what, count }: Remark): string =>
  text(`transfer.remark.${what}` satisfies TextId, { count })

/** Only what is there is named: a line a kind of thing, none with a zero. */
export function summaryWords({ taken, remarks }: BoardSummary): SummaryWords {
  const lines = (all: readonly (readonly [number, () => string])[]): string[] =>
    all.flatMap(([count, words]) => (count > 0 ? [words()] : []))
  const of = (kind: Remark['kind']) =>
    remarks.filter((one) => one.kind === kind && one.count > 0).map(remarkWords)
  return {
    taken: lines([
      [
        taken.columns,
        () => text('transfer.taken.columns', { count: taken.columns, archived: taken.archivedColumns }),
      ],
      [taken.lanes, () => text('transfer.taken.lanes', { count: taken.lanes })],
      [
        taken.cards,
        () => text('transfer.taken.cards', { count: taken.cards, archived: taken.archivedCards }),
      ],
      [taken.moves, () => text('transfer.taken.moves', { count: taken.moves, cards: taken.movedCards })],
      [taken.descriptions, () => text('transfer.taken.descriptions', { count: taken.descriptions })],
      [taken.types, () => text('transfer.taken.types', { count: taken.types })],
      [taken.fields, () => text('transfer.taken.fields', { count: taken.fields, values: taken.fieldValues })],
      [
        taken.checklistItems,
        () => text('transfer.taken.checklists', { count: taken.checklistItems, checked: taken.checkedItems }),
      ],
      [taken.comments, () => text('transfer.taken.comments', { count: taken.comments })],
      [taken.web, () => text('transfer.taken.web', { count: taken.web })],
      [taken.links, () => text('transfer.taken.links', { count: taken.links })],
      [taken.tags, () => text('transfer.taken.tags', { count: taken.tags, cards: taken.taggedCards })],
      [taken.dueDates, () => text('transfer.taken.dueDates', { count: taken.dueDates })],
      [taken.people, () => text('transfer.taken.people', { count: taken.people })],
      [taken.limits, () => text('transfer.taken.limits', { count: taken.limits })],
      [taken.blockers, () => text('transfer.taken.blockers', { count: taken.blockers })],
    ]),
    left: of('left'),
    notes: of('note'),
  }
}
