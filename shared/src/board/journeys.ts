// All cards' journeys, folded once on opening and afterwards only for the cards whose entries came in.
import { emptyTable, withRows } from '../kernel'
import type { Table } from '../kernel'
import type { RoleAt } from './governed'
import { foldJourney } from './journey'
import type { CardJourney } from './journey'
import type { JourneyEntry } from './records'

interface Before {
  readonly basis: {
    readonly folded: Table<CardJourney>
    readonly tables: { readonly journey: Table<JourneyEntry> }
  }
}

interface Folded {
  readonly folded: Table<CardJourney>
  /** Cards whose journey is another than before; empty where all of them are new. */
  readonly touched: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

function foldAll(log: Table<JourneyEntry>, roleAt: RoleAt): Folded {
  const byCard = new Map<string, JourneyEntry[]>()
  log.each((entry) => {
    const entries = byCard.get(entry.card)
    if (entries) entries.push(entry)
    else byCard.set(entry.card, [entry])
  })
  const journeys = new Map<string, CardJourney>()
  for (const [card, entries] of byCard) journeys.set(card, foldJourney(entries, roleAt))
  return { folded: withRows(emptyTable<CardJourney>(), journeys), touched: NONE }
}

export function projectJourneys(
  previous: Before | undefined,
  log: Table<JourneyEntry>,
  dirty: ReadonlySet<string> | undefined,
  roleAt: RoleAt,
): Folded {
  if (!previous) return foldAll(log, roleAt)
  if (!dirty?.size) return { folded: previous.basis.folded, touched: NONE }
  const changed = new Map<string, JourneyEntry[]>()
  const entriesOf = (card: string): JourneyEntry[] => {
    let entries = changed.get(card)
    if (!entries) {
      entries = (previous.basis.folded.get(card)?.entries ?? []).filter((entry) => !dirty.has(entry.id))
      changed.set(card, entries)
    }
    return entries
  }
  for (const id of dirty) {
    const before = previous.basis.tables.journey.get(id)
    if (before) entriesOf(before.card)
    const entry = log.get(id)
    if (entry) entriesOf(entry.card).push(entry)
  }
  const updates = new Map<string, CardJourney | undefined>()
  for (const [card, entries] of changed)
    updates.set(card, entries.length > 0 ? foldJourney(entries, roleAt) : undefined)
  return { folded: withRows(previous.basis.folded, updates), touched: new Set(updates.keys()) }
}
