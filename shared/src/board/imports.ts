// Cards of an import are on the board once it stands as a whole: parts that were written before a crash are never seen.
import { compareOrdered, withRows } from '../kernel'
import type { Table } from '../kernel'
import type { BlockerRow, CardRow, CommentEntry } from './records'
import type { EditEntry } from './records-edits'
import type { ImportEntry } from './records-imports'
import type { CardJourney } from './journey'

interface Tables {
  readonly cards: Table<CardRow>
  readonly imports: Table<ImportEntry>
}
interface Dirty {
  readonly cards?: ReadonlySet<string>
  readonly imports?: ReadonlySet<string>
}
interface Before {
  readonly cards: Table<CardRow>
  readonly basis: { readonly tables: Tables; readonly standing: ReadonlySet<string> }
}

export interface Shown {
  /** The table itself where nothing is held back. */
  readonly cards: Table<CardRow>
  /** Cards that differ from what was shown before. */
  readonly dirty: ReadonlySet<string>
  /** Imports that stand, by id. */
  readonly standing: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** The entry that holds for an import, or undefined where none does. */
export function importHolds(imports: Table<ImportEntry>, id: string): ImportEntry | undefined {
  let latest: ImportEntry | undefined
  imports.each((entry) => {
    if (entry.import === id && (!latest || compareOrdered(latest, entry) < 0)) latest = entry
  })
  return latest
}

function standingIn(imports: Table<ImportEntry>): ReadonlySet<string> {
  const latest = new Map<string, ImportEntry>()
  imports.each((entry) => {
    const before = latest.get(entry.import)
    if (!before || compareOrdered(before, entry) < 0) latest.set(entry.import, entry)
  })
  return new Set([...latest.values()].flatMap((entry) => (entry.stands ? entry.import : [])))
}

export function projectShown(previous: Before | undefined, tables: Tables, dirty: Dirty): Shown {
  const standing = previous && !dirty.imports?.size ? previous.basis.standing : standingIn(tables.imports)
  const isShown = (row: CardRow | undefined): boolean =>
    row !== undefined && (row.import === null || standing.has(row.import))
  const updates = new Map<string, CardRow | undefined>()
  if (!previous) {
    tables.cards.each((row, id) => {
      if (!isShown(row)) updates.set(id, undefined)
    })
    const cards = updates.size === 0 ? tables.cards : withRows(tables.cards, updates)
    return { cards, dirty: dirty.cards ?? NONE, standing }
  }
  const look = (id: string) => {
    const row = tables.cards.get(id)
    const next = isShown(row) ? row : undefined
    if (next !== previous.cards.get(id)) updates.set(id, next)
  }
  for (const id of dirty.cards ?? NONE) look(id)
  if (standing !== previous.basis.standing)
    tables.cards.each((row, id) => {
      if (row.import !== null && standing.has(row.import) !== previous.basis.standing.has(row.import))
        look(id)
    })
  const wasWhole = previous.cards === previous.basis.tables.cards
  const isWhole = wasWhole && [...(dirty.cards ?? NONE)].every((id) => isShown(tables.cards.get(id)))
  const cards =
    isWhole && standing === previous.basis.standing ? tables.cards : withRows(previous.cards, updates)
  return { cards, dirty: new Set(updates.keys()), standing }
}

interface BeforeJourneys {
  readonly journeys: Table<CardJourney>
  readonly basis: { readonly folded: Table<CardJourney> }
}

/**
 * The journeys without those of cards that are held back.
 * @param changed Cards whose journey differs, or which are shown now and were not, or the other way round.
 */
export function shownJourneys(
  previous: BeforeJourneys | undefined,
  folded: Table<CardJourney>,
  { all, shown }: { readonly all: Table<CardRow>; readonly shown: Table<CardRow> },
  changed: ReadonlySet<string>,
): Table<CardJourney> {
  const isHeld = (card: string): boolean => all !== shown && all.has(card) && !shown.has(card)
  const updates = new Map<string, CardJourney | undefined>()
  if (!previous) {
    if (all === shown) return folded
    all.each((_, card) => {
      if (isHeld(card)) updates.set(card, undefined)
    })
    return withRows(folded, updates)
  }
  const wasWhole = previous.journeys === previous.basis.folded
  if (wasWhole && ![...changed].some(isHeld)) return folded
  for (const card of changed) updates.set(card, isHeld(card) ? undefined : folded.get(card))
  return withRows(previous.journeys, updates)
}

interface Built {
  readonly cards: Table<CardRow>
  readonly journeys: Table<CardJourney>
  readonly guests: { has(id: string): boolean }
  readonly basis: {
    readonly tables: {
      readonly edits: Table<EditEntry>
      readonly comments: Table<CommentEntry>
      readonly blockers: Table<BlockerRow>
    }
  }
}

/** Whether anybody else has done something on an import's cards since it was made. */
export function isBuiltOn(board: Built, entry: ImportEntry, person: string): boolean {
  const isOther = ({ by, at }: { readonly by: string; readonly at: number }): boolean =>
    at > entry.at && by !== person && by !== '' && !board.guests.has(by)
  const isOfImport = (card: string | null): boolean => board.cards.get(card ?? '')?.import === entry.import
  let found = false
  board.cards.each((row, id) => {
    if (found || row.import !== entry.import) return
    const marks = [row.people, row.checked, row.links, row.web, row.files].flatMap((set) =>
      Object.values(set),
    )
    found = marks.some(isOther) || board.journeys.get(id)?.entries.some(isOther) === true
  })
  const { edits, comments, blockers } = board.basis.tables
  for (const table of [edits, comments, blockers] as readonly Table<EditEntry | CommentEntry | BlockerRow>[])
    table.each((one) => {
      if (!found && isOther(one) && isOfImport(one.card)) found = true
    })
  return found
}
