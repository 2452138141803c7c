// The files that a board can be saved as: what each holds, and what it is called.
import { descriptionOf } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import {
  boardToFile,
  cardTable,
  csvText,
  flowTable,
  formulasIn,
  writeBoardJson,
} from '@yokoten/shared/transfer'
import type { TableSources } from '@yokoten/shared/transfer'
import { lineOf } from '@yokoten/shared/team'
import type { Purpose } from '@yokoten/shared/team'
import type { DocumentHandle } from '../../session/api'

export const EXPORTS = ['json', 'cards', 'flow'] as const
export type ExportKind = (typeof EXPORTS)[number]

/** What spreadsheets need to take UTF-8 for what it is. Flow tools would take it for a part of the first heading. */
const MARK = '\uFEFF'

const two = (value: number): string => String(value).padStart(2, '0')
const dayText = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
const timeText = (at: number): string => {
  const date = new Date(at)
  return `${dayText(at)} ${two(date.getHours())}:${two(date.getMinutes())}`
}

export interface ExportOf {
  readonly handle: Pick<DocumentHandle<BoardSnapshot>, 'get' | 'texts'>
  readonly name: string
  readonly nameOf: (person: string) => string | undefined
  readonly purpose: Purpose
  /** The address of the board's page. */
  readonly address: string
}

export function exportSources({ handle, name, nameOf, purpose, address }: ExportOf): TableSources {
  return {
    board: handle.get(),
    name,
    nameOf,
    valueOf(id) {
      const line = lineOf(purpose, id)
      return line && { name: line.value.words, customer: line.customer?.name ?? '' }
    },
    wordsOf: (card) =>
      handle.texts
        .words(descriptionOf(card))
        .split('\n')
        .filter((line) => line.trim() !== ''),
    timeText,
    dayText,
    linkOf: (card) => `${address}?card=${encodeURIComponent(card)}`,
  }
}

const tableOf = (sources: TableSources, kind: Exclude<ExportKind, 'json'>) =>
  kind === 'cards' ? cardTable(sources) : flowTable(sources)

/** Cells that a spreadsheet would run. */
export const countFormulas = (sources: TableSources, kind: ExportKind): number =>
  kind === 'json' ? 0 : formulasIn(tableOf(sources, kind))

export function exportText(
  sources: TableSources,
  kind: ExportKind,
  { now, markFormulas }: { readonly now: number; readonly markFormulas: boolean },
): string {
  if (kind === 'json') return writeBoardJson(boardToFile(sources), now)
  const table = csvText(tableOf(sources, kind), { markFormulas })
  return kind === 'cards' ? MARK + table : table
}

/** A name that every file system takes. */
export function exportName(board: string, kind: ExportKind, now: number): string {
  const plain =
    board
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .slice(0, 80) || 'board'
  const end = { json: '.json', cards: ' cards.csv', flow: ' flow.csv' }[kind]
  return `${plain} ${dayText(now)}${end}`
}
