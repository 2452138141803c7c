// The board as screens read it, projected from its tables: a move costs what its column costs, all else is shared.
import { compareRanked } from '../kernel'
import type { Dirty, Table, Tables } from '../kernel'
import { blockersFrom } from './blockers'
import type { OpenBlockers } from './blockers'
import { projectBrokenLimits } from './broken-limits'
import type { Arrivals, BrokenLimit } from './broken-limits'
import type { Column } from './columns'
import { columnOf, frameOf, laneIn } from './columns'
import type { Frame, Halves } from './columns'
import { projectMentions } from './comments'
import { foldGoverned, rolesOverTime, settingKey, whenFullOf } from './governed'
import type { Settings } from './governed'
import { projectJourneys } from './journeys'
import type { CardJourney } from './journey'
import { projectKinds } from './kinds'
import type { Kinds } from './kinds'
import { projectLinks } from './links'
import type { CardLinks } from './links'
import { projectLimits } from './limits'
import type { ScopeLimit } from './limits'
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
import { projectShown, shownJourneys } from './imports'
import { invitationsFrom } from './invitations'
import type { Group } from './groups'
import type { GroupRow, LaneRow } from './records-structure'
import { spokenPrefix } from './spoken-ids'
import type { StationRow, ViewRow } from './records-structure'
import { stationsFrom } from './stations'
import { projectViews } from './views'

export type BoardTables = Tables<typeof boardCollections>
export type BoardDirty = Dirty<typeof boardCollections>

export interface BoardSnapshot extends Kinds {
  /** False until the board has been set up: its row or a column is there. */
  readonly ready: boolean
  /** Said before every card's id; empty: ids stand alone. */
  readonly key: string
  readonly whenFull: WhenFull
  /** In flow order. */
  readonly columns: readonly Column[]
  readonly archivedColumns: readonly Column[]
  readonly columnsById: ReadonlyMap<string, Column>
  /** In order; empty on a board without lanes. */
  readonly lanes: readonly LaneRow[]
  readonly groups: ReadonlyMap<string, GroupRow>
  /** The limits that are set, those of columns apart, by `scopeKey`. */
  readonly limits: ReadonlyMap<string, ScopeLimit>
  /** Without those of an import that does not stand. */
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
  /** Ids of all blockers by card, the oldest first; those of the line under the empty id. */
  readonly blockersByCard: Table<Group>
  readonly stations: readonly StationRow[]
  /** Cards with an invitation that waits for an answer, or whose answer waits to be seen. */
  readonly invitations: readonly string[]
  readonly tags: Table<TagRow>
  readonly guests: Table<GuestRow>
  readonly reasons: readonly ReasonRow[]
  /** Saved views in their order. */
  readonly views: readonly ViewRow[]
  readonly comments: Table<CommentEntry>
  /** Comment ids by card, the oldest first. */
  readonly commentsByCard: Table<Group>
  /** Comment ids by the person they call. */
  readonly mentions: Table<Group>
  readonly links: CardLinks
  readonly spoken: Table<Group>
  /** What the next projection builds on. */
  readonly basis: {
    readonly tables: BoardTables
    /** Imports that stand. */
    readonly standing: ReadonlySet<string>
    /** Of all cards, those of imports that do not stand included. */
    readonly folded: Table<CardJourney>
    readonly frame: Frame
    readonly lists: Lists
    /** Of the limits that are exceeded, by `scopeKey`. */
    readonly arrivals: ReadonlyMap<string, Arrivals>
  }
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

/** A column's cards by lane. Lanes whose cards are the same as before keep their arrays. */
function cellsOf(
  before: Column['cells'],
  halves: Halves,
  frame: Frame,
  journeys: Table<CardJourney>,
): Column['cells'] {
  if (frame.lanes.length === 0) return null
  const cells = new Map<string, { doing: string[]; done: string[] }>()
  for (const lane of frame.lanes) cells.set(lane.id, { doing: [], done: [] })
  for (const half of ['doing', 'done'] as const)
    for (const card of halves[half]) cells.get(laneIn(frame, journeys.get(card)) ?? '')?.[half].push(card)
  let same = before?.size === cells.size
  const shared = new Map<string, Halves>()
  for (const [lane, cell] of cells) {
    const had = before?.get(lane)
    const doing = sameArray(had?.doing, cell.doing)
    const done = sameArray(had?.done, cell.done)
    const isSame = had?.doing === doing && had.done === done
    if (!isSame) same = false
    shared.set(lane, isSame ? had : { doing, done })
  }
  return before && same ? before : shared
}

function projectColumns(
  previous: BoardSnapshot | undefined,
  frame: Frame,
  settings: Settings,
  lists: Lists,
  journeys: Table<CardJourney>,
  refolded: boolean,
): Pick<BoardSnapshot, 'columns' | 'archivedColumns' | 'columnsById'> {
  const all = frame.ordered.map((row) => {
    const halves = lists.byColumn.get(row.id) ?? { doing: [], done: [] }
    const before = previous?.columnsById.get(row.id)
    const hasSameCards =
      !refolded &&
      previous?.basis.frame === frame &&
      before?.doing === halves.doing &&
      before.done === halves.done
    if (hasSameCards && previous?.settings === settings) return before
    const cells = hasSameCards ? before.cells : cellsOf(before?.cells ?? null, halves, frame, journeys)
    const column = columnOf(row, frame, settings, halves, cells)
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
  const isFrameDirty = dirty.columns?.size || dirty.lanes?.size || dirty.groups?.size
  const frame =
    previous && !isFrameDirty ? previous.basis.frame : frameOf(tables.columns, tables.lanes, tables.groups)
  const refold = !previous || !sameRoles(previous.settings, settings)
  const { folded, touched } = projectJourneys(
    refold ? undefined : previous,
    tables.journey,
    dirty.journey,
    rolesOverTime(settings),
  )
  const shown = projectShown(previous, tables, dirty)
  const { cards } = shown
  const changed: ReadonlySet<string> = new Set([...touched, ...shown.dirty])
  const kept = { all: tables.cards, shown: cards }
  const journeys = shownJourneys(refold ? undefined : previous, folded, kept, changed)
  const source = { cards, journeys, frame }
  const lists =
    !previous || refold || previous.basis.frame !== frame
      ? listAll(source, previous?.basis.lists)
      : listChanged(previous.basis.lists, { ...previous, frame }, source, changed)
  const columns = projectColumns(previous, frame, settings, lists, journeys, refold)
  const limits = projectLimits(refold ? undefined : previous, { ...source, ...columns, settings }, changed)
  const row = tables.board.get(BOARD_ROW)
  const next: BoardSnapshot = {
    ready: row !== undefined || frame.ordered.length > 0,
    key: row?.key ?? '',
    whenFull: whenFullOf(settings, BOARD_ROW),
    ...columns,
    lanes: sameArray(previous?.lanes, frame.lanes),
    groups: frame.groups,
    limits,
    cards,
    journeys,
    archivedCards: lists.archived,
    homeless: lists.homeless,
    conflicts: lists.conflicts,
    brokenLimits: [],
    settings,
    blockers: tables.blockers,
    openBlockers: blockersFrom(previous?.openBlockers, tables.blockers, dirty.blockers),
    blockersByCard: regroup(
      previous && { groups: previous.blockersByCard, table: previous.blockers },
      tables.blockers,
      dirty.blockers,
      (blocker) => blocker.card ?? '',
      (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
    ),
    stations: stationsFrom(previous?.stations, tables.stations, dirty.stations),
    invitations: invitationsFrom(previous?.invitations, cards, shown.dirty),
    tags: tables.tags,
    guests: tables.guests,
    reasons: projectReasons(previous?.reasons, tables.reasons, dirty.reasons),
    views: projectViews(previous?.views, tables.views, dirty.views),
    ...projectKinds(previous, tables, dirty),
    links: projectLinks(previous, cards, shown.dirty),
    mentions: projectMentions(previous?.mentions, tables.comments, dirty.comments),
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
      cards,
      shown.dirty,
      spokenPrefix,
      (a, b) => (a.id < b.id ? -1 : 1),
    ),
    basis: { tables, standing: shown.standing, folded, frame, lists, arrivals: new Map() },
  }
  const { brokenLimits, arrivals } = projectBrokenLimits(refold ? undefined : previous, next, changed)
  return { ...next, brokenLimits, basis: { ...next.basis, arrivals } }
}
