// Everything that is known to have happened to a card, in the order in which it happened.
import { laneIn } from './columns'
import { commentsOn } from './comments'
import { pathOf } from './journey'
import type { BlockerRow, JourneyEntry } from './records'
import { CUT, DESCRIPTION_FIELD, PERSON_FIELD, TAG_FIELD } from './records-edits'
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
         * meanwhile, and that stands. `alike`: somebody moved it to the same column meanwhile, and it is there by that.
         * `open`: it is one of those between which nothing has been decided yet.
         */
        readonly standing: 'stands' | 'undone' | 'beside' | 'alike' | 'open'
      }
    /** `uninvited`: by oneself, who says not now, or by another, who asks no longer. */
    | { readonly kind: 'on' | 'invited' | 'left' | 'uninvited'; readonly person: string }
    | { readonly kind: 'tagged' | 'untagged'; readonly tag: string }
    | { readonly kind: 'described' }
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
  const way = pathOf(journey)
  const path = new Set(way.map((entry) => entry.id))
  const isAlike = ({ parents, to }: JourneyEntry) =>
    way.some((other) => other.to.column === to.column && other.parents.some((one) => parents.includes(one)))
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
          : isAlike(entry)
            ? 'alike'
            : 'beside'
    yield { kind: 'step', id: entry.id, at: entry.at, by: entry.by, entry, standing }
  }
}

/** When a person came onto a card, as its row and its edits say alike. */
const comingOf = (person: string, { by, at }: Moment): string => `${person} ${by} ${at}`

function* parts(board: BoardSnapshot, card: string, edits: readonly EditEntry[]): Iterable<HistoryItem> {
  const row = board.cards.get(card)
  if (!row) return
  const pulls = new Set(board.journeys.get(card)?.entries.map((entry) => `${entry.by} ${entry.at}`))
  const told = new Set(
    edits.flatMap((edit) =>
      edit.field.startsWith(PERSON_FIELD) ? comingOf(edit.field.slice(PERSON_FIELD.length), edit) : [],
    ),
  )
  for (const [person, { state, by, at }] of Object.entries(row.people)) {
    // Whoever pulls a card stands on it by that, and edits tell of the others: it is said once.
    if ((state === 'on' && pulls.has(`${by} ${at}`)) || told.has(comingOf(person, { by, at }))) continue
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
/** The same for a description, whose changes are noted once a sitting. */
export const SITTING_MS = 30 * 60_000

const isCut = (value: EditValue): boolean => typeof value === 'string' && value.endsWith(CUT)

/** The oldest first. */
function editsOf(board: BoardSnapshot, card: string): readonly EditEntry[] {
  const found: EditEntry[] = []
  board.basis.tables.edits.each((entry) => {
    if (entry.card === card) found.push(entry)
  })
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** What somebody tried and took back in one go is none. */
function joined(edits: readonly EditEntry[]): readonly EditEntry[] {
  const latest = new Map<string, EditEntry>()
  const kept = new Set<EditEntry>()
  for (const entry of edits) {
    const before = latest.get(entry.field)
    const atOnce = entry.field === DESCRIPTION_FIELD ? SITTING_MS : AT_ONCE_MS
    const goesOn = before?.by === entry.by && before.value === entry.was && entry.at - before.at <= atOnce
    const whole = goesOn ? { ...entry, was: before.was } : entry
    if (goesOn) kept.delete(before)
    kept.add(whole)
    latest.set(entry.field, whole)
  }
  return [...kept].filter(
    ({ field, was, value }) => was !== value || isCut(value) || field === DESCRIPTION_FIELD,
  )
}

function itemOf({ id, field, was, value, by, at }: EditEntry): HistoryItem {
  const moment = { id: `edit ${id}`, by, at }
  if (field === DESCRIPTION_FIELD) return { kind: 'described', ...moment }
  if (field.startsWith(TAG_FIELD))
    return { kind: value === true ? 'tagged' : 'untagged', tag: field.slice(TAG_FIELD.length), ...moment }
  if (!field.startsWith(PERSON_FIELD)) return { kind: 'edited', field, was, value, ...moment }
  const gone = was === 'invited' ? 'uninvited' : 'left'
  const kind = value === 'on' || value === 'invited' ? value : gone
  return { kind, person: field.slice(PERSON_FIELD.length), ...moment }
}

/** A card's history, the oldest first. Of ticks and links it is known who said last what holds now; what was before is not. */
export function historyOf(board: BoardSnapshot, card: string): readonly HistoryItem[] {
  // One of an import that does not stand may have comments already.
  if (!board.cards.has(card)) return []
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
  const edits = editsOf(board, card)
  const others = [
    ...parts(board, card, edits),
    ...joined(edits).map(itemOf),
    ...stops(board, card),
    ...comments,
  ]
  const all = [...sorted, ...others.map((item) => ({ item, at: item.at }))]
  return all.sort((a, b) => a.at - b.at).map(({ item }) => item)
}
