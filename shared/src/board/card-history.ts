// Everything that is known to have happened to a card, in the order in which it happened.
import { laneIn } from './columns'
import { commentsOn } from './comments'
import { pathOf } from './journey'
import type { BlockerRow, JourneyEntry } from './records'
import { CUT } from './records-edits'
import type { EditEntry, EditValue } from './records-edits'
import type { BoardSnapshot } from './snapshot'

interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: string
}

export type HistoryItem = { readonly id: string } & Moment &
  (
    | {
        readonly kind: 'step'
        readonly entry: JourneyEntry
        /**
         * `stands`: it led to where the card is. `undone`: it was taken back. `beside`: somebody moved the card elsewhere
         * meanwhile, and that stands. `open`: it is one of those between which nothing has been decided yet.
         */
        readonly standing: 'stands' | 'undone' | 'beside' | 'open'
      }
    | { readonly kind: 'on' | 'invited'; readonly person: string }
    | { readonly kind: 'edited'; readonly field: string; readonly was: EditValue; readonly value: EditValue }
    | { readonly kind: 'ticked' | 'linked' | 'web' | 'comment'; readonly words: string }
    | { readonly kind: 'raised' | 'seen' | 'coming' | 'cleared' | 'reopened'; readonly blocker: BlockerRow }
  )

/** A change of order that put the card into another lane is told, any other is not. */
function changesLane(board: BoardSnapshot, { parents, to }: JourneyEntry): boolean {
  const before = board.basis.tables.journey.get(parents[0] ?? '')
  const laneOf = (lane: string | undefined) => laneIn(board.basis.frame, { lane: lane ?? null })
  return to.lane !== undefined && laneOf(before?.to.lane) !== laneOf(to.lane)
}

function* steps(board: BoardSnapshot, card: string): Iterable<HistoryItem> {
  const journey = board.journeys.get(card)
  if (!journey) return
  const path = new Set(pathOf(journey).map((entry) => entry.id))
  const claims = new Set(journey.conflict?.claims.map((entry) => entry.id))
  const takenBack = new Set(
    journey.entries.flatMap((entry) => (entry.kind === 'undone' ? entry.parents : [])),
  )
  for (const entry of journey.entries) {
    if (entry.kind === 'reordered' && !changesLane(board, entry)) continue
    const standing = claims.has(entry.id)
      ? 'open'
      : takenBack.has(entry.id)
        ? 'undone'
        : path.has(entry.id) || entry.kind === 'undone'
          ? 'stands'
          : 'beside'
    yield { kind: 'step', id: entry.id, at: entry.at, by: entry.by, entry, standing }
  }
}

function* parts(board: BoardSnapshot, card: string): Iterable<HistoryItem> {
  const row = board.cards.get(card)
  if (!row) return
  const pulls = new Set(board.journeys.get(card)?.entries.map((entry) => `${entry.by} ${entry.at}`))
  for (const [person, { state, by, at }] of Object.entries(row.people)) {
    // Whoever pulls a card stands on it by that: it is said once.
    if (state === 'on' && pulls.has(`${by} ${at}`)) continue
    yield { kind: state, id: `person ${person}`, person, by, at }
  }
  for (const [item, { by, at }] of Object.entries(row.checked)) {
    const words = row.checklist[item]?.text
    if (words !== undefined) yield { kind: 'ticked', id: `step ${item}`, words, by, at }
  }
  for (const [link, { by, at }] of Object.entries(row.links)) {
    const other = board.cards.get(link.slice(link.indexOf(':') + 1))
    if (other) yield { kind: 'linked', id: `link ${link}`, words: other.title, by, at }
  }
  for (const [id, { name, url, by, at }] of Object.entries(row.web))
    yield { kind: 'web', id: `web ${id}`, words: name || url, by, at }
}

function* stops(board: BoardSnapshot, card: string): Iterable<HistoryItem> {
  const found: BlockerRow[] = []
  board.blockers.each((blocker) => {
    if (blocker.card === card && !blocker.archived) found.push(blocker)
  })
  for (const blocker of found) {
    yield { kind: 'raised', id: `raised ${blocker.id}`, blocker, by: blocker.by, at: blocker.at }
    for (const [id, { kind, by, at }] of Object.entries(blocker.answers))
      yield { kind, id: `answer ${blocker.id} ${id}`, blocker, by, at }
    for (const [id, { kind, by, at }] of Object.entries(blocker.turns))
      yield { kind, id: `turn ${blocker.id} ${id}`, blocker, by, at }
  }
}

/** Changes of one field by one person within this time are one: a date is typed in parts, a number counted up. */
const AT_ONCE_MS = 10 * 60_000

const isCut = (value: EditValue): boolean => typeof value === 'string' && value.endsWith(CUT)

/** Changes of plain fields. What somebody tried and took back in one go is none. */
function edits(board: BoardSnapshot, card: string): readonly HistoryItem[] {
  const found: EditEntry[] = []
  board.basis.tables.edits.each((entry) => {
    if (entry.card === card) found.push(entry)
  })
  found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const latest = new Map<string, EditEntry>()
  const joined = new Set<EditEntry>()
  for (const entry of found) {
    const before = latest.get(entry.field)
    const goesOn = before?.by === entry.by && before.value === entry.was && entry.at - before.at <= AT_ONCE_MS
    const whole = goesOn ? { ...entry, was: before.was } : entry
    if (goesOn) joined.delete(before)
    joined.add(whole)
    latest.set(entry.field, whole)
  }
  return [...joined].flatMap(({ id, field, was, value, by, at }): HistoryItem[] =>
    was === value && !isCut(value) ? [] : [{ kind: 'edited', id: `edit ${id}`, field, was, value, by, at }],
  )
}

/**
 * A card's history, the oldest first. Of people, ticks, links and tags it is known who said last what holds now; what
 * was before is not.
 */
export function historyOf(board: BoardSnapshot, card: string): readonly HistoryItem[] {
  const comments = commentsOn(board, card).map(({ id, words, by, at }): HistoryItem => ({
    kind: 'comment',
    id: `comment ${id}`,
    words,
    by,
    at,
  }))
  // Steps keep the order that their writers knew of, also where one of the clocks was behind.
  let latest = -Infinity
  const sorted = [...steps(board, card)].map((item) => {
    latest = Math.max(latest, item.at)
    return { item, at: latest }
  })
  const others = [...parts(board, card), ...edits(board, card), ...stops(board, card), ...comments]
  const all = [...sorted, ...others.map((item) => ({ item, at: item.at }))]
  return all.sort((a, b) => a.at - b.at).map(({ item }) => item)
}
