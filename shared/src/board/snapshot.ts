// The board as screens read it, projected from its tables: a move costs what its column costs, all else is shared.
import { compareRanked } from '../kernel'
import type { Dirty, Table, Tables } from '../kernel'
import { blockersFrom } from './blockers'
import type { OpenBlockers } from './blockers'
import type { Column } from './columns'
import { columnOf, frameOf } from './columns'
import type { Frame } from './columns'
import { foldGoverned, rolesOverTime, settingKey, whenFullOf } from './governed'
import type { Settings } from './governed'
import { projectJourneys } from './journeys'
import type { CardJourney } from './journey'
import { listAll, listChanged } from './lists'
import type { Lists } from './lists'
import { BOARD_ROW } from './records'
import type {
  BlockerRow,
  boardCollections,
  CardRow,
  CommentEntry,
  GuestRow,
  ReasonRow,
  SettingEntry,
  TagRow,
  WhenFull,
} from './records'
import { regroup } from './groups'
import type { Group } from './groups'
import { brokenLimitOf } from './slots'
import type { BrokenLimit } from './slots'
import { spokenPrefix } from './spoken-ids'

export type BoardTables = Tables<typeof boardCollections>
export type BoardDirty = Dirty<typeof boardCollections>

export interface BoardSnapshot {
  /** False until the board has been set up: its row or a column is there. */
  readonly ready: boolean
  /** Said before every card's id; empty: ids stand alone. */
  readonly key: string
  readonly whenFull: WhenFull
  /** In flow order. */
  readonly columns: readonly Column[]
  readonly archivedColumns: readonly Column[]
  readonly columnsById: ReadonlyMap<string, Column>
  readonly cards: Table<CardRow>
  /** By card id. A card without one has only just been made elsewhere, or its entry was damaged. */
  readonly journeys: Table<CardJourney>
  /** Cards put away, by id. */
  readonly archivedCards: readonly string[]
  /** Cards of a board that has no column at all yet. */
  readonly homeless: readonly string[]
  /** Cards that two people moved while they were apart, by id. */
  readonly conflicts: readonly string[]
  readonly brokenLimits: readonly BrokenLimit[]
  readonly settings: Settings
  readonly blockers: Table<BlockerRow>
  readonly openBlockers: OpenBlockers
  readonly tags: Table<TagRow>
  readonly guests: Table<GuestRow>
  readonly reasons: readonly ReasonRow[]
  readonly comments: Table<CommentEntry>
  /** Comment ids by card, the oldest first. */
  readonly commentsByCard: Table<Group>
  readonly spoken: Table<Group>
  /** What the next projection builds on. */
  readonly basis: { readonly tables: BoardTables; readonly frame: Frame; readonly lists: Lists }
}

function projectSettings(
  previous: Settings | undefined,
  table: Table<SettingEntry>,
  dirty: ReadonlySet<string> | undefined,
): Settings {
  if (previous && !dirty?.size) return previous
  const byKey = new Map<string, SettingEntry[]>()
  table.each((entry) => {
    const key = settingKey(entry.scope, entry.what)
    const entries = byKey.get(key)
    if (entries) entries.push(entry)
    else byKey.set(key, [entry])
  })
  const settings = new Map<string, ReturnType<typeof foldGoverned>>()
  for (const [key, entries] of byKey) {
    const before = previous?.get(key)
    const same =
      before?.history.length === entries.length && entries.every((one) => before.history.includes(one))
    settings.set(key, same ? before : foldGoverned(entries))
  }
  return settings
}

/** Whether any column's role at any time may differ: then every journey is folded again. */
const sameRoles = (a: Settings, b: Settings): boolean => {
  if (a === b) return true
  const roles = (settings: Settings) => [...settings].filter(([key]) => key.startsWith('role/'))
  const before = roles(a)
  return before.length === roles(b).length && before.every(([key, governed]) => b.get(key) === governed)
}

const sameColumn = (a: Column, b: Column): boolean =>
  (Object.keys(b) as (keyof Column)[]).every((key) => a[key] === b[key])

const sameArray = <T>(before: readonly T[] | undefined, next: readonly T[]): readonly T[] =>
  before?.length === next.length && before.every((item, index) => item === next[index]) ? before : next

function projectColumns(
  previous: BoardSnapshot | undefined,
  frame: Frame,
  settings: Settings,
  lists: Lists,
): Pick<BoardSnapshot, 'columns' | 'archivedColumns' | 'columnsById'> {
  const all = frame.ordered.map((row) => {
    const halves = lists.byColumn.get(row.id) ?? { doing: [], done: [] }
    const before = previous?.columnsById.get(row.id)
    if (
      previous &&
      before &&
      previous.settings === settings &&
      previous.basis.frame === frame &&
      before.doing === halves.doing &&
      before.done === halves.done
    )
      return before
    const column = columnOf(row, settings, halves)
    return before && sameColumn(before, column) ? before : column
  })
  const columns = sameArray(
    previous?.columns,
    all.filter((column) => !column.archived),
  )
  const archivedColumns = sameArray(
    previous?.archivedColumns,
    all.filter((column) => column.archived),
  )
  const same =
    previous && columns === previous.columns && archivedColumns === previous.archivedColumns
      ? previous.columnsById
      : undefined
  return {
    columns,
    archivedColumns,
    columnsById: same ?? new Map(all.map((column) => [column.id, column])),
  }
}

function projectBrokenLimits(
  previous: BoardSnapshot | undefined,
  columns: readonly Column[],
  journeys: Table<CardJourney>,
  touched: ReadonlySet<string>,
  refolded: boolean,
): readonly BrokenLimit[] {
  const broken = columns.flatMap((column) => {
    if (column.over === 0) return []
    const cards = [...column.doing, ...column.done]
    const before = previous?.brokenLimits.find((one) => one.column === column.id)
    if (
      !refolded &&
      previous?.columnsById.get(column.id) === column &&
      !cards.some((card) => touched.has(card))
    )
      return before ?? []
    const found = brokenLimitOf(
      column,
      cards.flatMap((card) => journeys.get(card) ?? []),
    )
    if (!found) return []
    const same =
      before?.limit === found.limit &&
      before.used === found.used &&
      sameArray(before.cards, found.cards) === before.cards
    return [same ? before : found]
  })
  return sameArray(previous?.brokenLimits, broken)
}

/** In the team's order, safety first. */
function projectReasons(
  previous: readonly ReasonRow[] | undefined,
  table: Table<ReasonRow>,
  dirty: ReadonlySet<string> | undefined,
): readonly ReasonRow[] {
  if (previous && !dirty?.size) return previous
  const inUse = [...table.values()].filter((reason) => !reason.archived || reason.safety)
  return inUse.sort((a, b) => Number(b.safety) - Number(a.safety) || compareRanked(a, b))
}

/** The snapshot that a projection from nothing would give, sharing with `previous` whatever did not change. */
export function projectBoard(
  previous: BoardSnapshot | undefined,
  tables: BoardTables,
  dirty: BoardDirty,
): BoardSnapshot {
  const settings = projectSettings(previous?.settings, tables.settings, dirty.settings)
  const frame = previous && !dirty.columns?.size ? previous.basis.frame : frameOf(tables.columns)
  const refold = !previous || !sameRoles(previous.settings, settings)
  const { journeys, touched } = projectJourneys(
    refold ? undefined : previous,
    tables.journey,
    dirty.journey,
    rolesOverTime(settings),
  )
  const source = { cards: tables.cards, journeys, frame }
  const lists =
    !previous || refold || previous.basis.frame !== frame
      ? listAll(source, previous?.basis.lists)
      : listChanged(previous.basis.lists, { ...previous, frame }, source, [
          ...touched,
          ...(dirty.cards ?? []),
        ])
  const columns = projectColumns(previous, frame, settings, lists)
  const row = tables.board.get(BOARD_ROW)
  return {
    ready: row !== undefined || frame.ordered.length > 0,
    key: row?.key ?? '',
    whenFull: whenFullOf(settings, BOARD_ROW),
    ...columns,
    cards: tables.cards,
    journeys,
    archivedCards: lists.archived,
    homeless: lists.homeless,
    conflicts: lists.conflicts,
    brokenLimits: projectBrokenLimits(previous, columns.columns, journeys, touched, refold),
    settings,
    blockers: tables.blockers,
    openBlockers: blockersFrom(previous?.openBlockers, tables.blockers, dirty.blockers),
    tags: tables.tags,
    guests: tables.guests,
    reasons: projectReasons(previous?.reasons, tables.reasons, dirty.reasons),
    comments: tables.comments,
    commentsByCard: regroup(
      previous && { groups: previous.commentsByCard, table: previous.comments },
      tables.comments,
      dirty.comments,
      (comment) => comment.card,
      (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
    ),
    spoken: regroup(
      previous && { groups: previous.spoken, table: previous.cards },
      tables.cards,
      dirty.cards,
      spokenPrefix,
      (a, b) => (a.id < b.id ? -1 : 1),
    ),
    basis: { tables, frame, lists },
  }
}
