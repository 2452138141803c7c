// What stops the work: which blockers are open, since when, who has answered, and for how long they stopped a card.
import { compareOrdered } from '../kernel'
import type { Table } from '../kernel'
import type { BlockerRow } from './records'

export interface OpenBlockers {
  /** Ids, the longest open first. */
  readonly all: readonly string[]
  readonly byCard: ReadonlyMap<string, readonly string[]>
  /** Those that stop the line and no single card. */
  readonly line: readonly string[]
}

export interface Turn {
  readonly id: string
  readonly kind: 'cleared' | 'reopened'
  readonly by: string
  /** Milliseconds since 1970, clamped: not after its own `order`, not before the turn or the raising before it. */
  readonly at: number
}

const COUNTER = 1024

/**
 * The clearings and reopenings of a blocker, in order. Of two of a kind in a row the earlier counts: who clears what
 * somebody else has cleared meanwhile changes nothing.
 */
export function turnsOf(blocker: Pick<BlockerRow, 'at' | 'turns'>): readonly Turn[] {
  const turns: Turn[] = []
  let at = blocker.at
  const sorted = Object.entries(blocker.turns)
    .map(([id, turn]) => ({ id, ...turn }))
    .sort(compareOrdered)
  for (const { id, kind, by, at: said, order } of sorted) {
    if (kind === (turns.at(-1)?.kind ?? 'reopened')) continue
    at = Math.max(Math.min(said, Math.floor(order / COUNTER)), at)
    turns.push({ id, kind, by, at })
  }
  return turns
}

/** The last clearing or reopening, or undefined where the blocker is as it was raised. */
export const lastTurn = (blocker: Pick<BlockerRow, 'at' | 'turns'>): Turn | undefined =>
  turnsOf(blocker).at(-1)

export const isOpen = (blocker: Pick<BlockerRow, 'archived' | 'at' | 'turns'>): boolean =>
  !blocker.archived && lastTurn(blocker)?.kind !== 'cleared'

/** When the clock started that runs now: when it was raised or last reopened. Milliseconds since 1970. */
export function openSince(blocker: Pick<BlockerRow, 'at' | 'turns'>): number {
  const turn = lastTurn(blocker)
  return turn?.kind === 'reopened' ? turn.at : blocker.at
}

/** The reopening that the stop of today began with, or undefined: it was never solved, or is solved. */
export const roundOf = (blocker: Pick<BlockerRow, 'at' | 'turns'>): string | undefined =>
  turnsOf(blocker).findLast((turn) => turn.kind === 'reopened')?.id

/** Who said so since it was raised or last reopened, the first one first; each person once. */
function answered(blocker: Pick<BlockerRow, 'answers' | 'at' | 'turns'>, kind: 'seen' | 'coming'): string[] {
  const round = roundOf(blocker)
  const found = Object.entries(blocker.answers)
    .filter(([, answer]) => answer.kind === kind && answer.round === round)
    .sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
  return [...new Set(found.map(([, answer]) => answer.by))]
}

/** People who said they are coming, the first one first. */
export const comingTo = (blocker: Pick<BlockerRow, 'answers' | 'at' | 'turns'>): string[] =>
  answered(blocker, 'coming')

/** People who said that they have seen it, the first one first. */
export const seenBy = (blocker: Pick<BlockerRow, 'answers' | 'at' | 'turns'>): string[] =>
  answered(blocker, 'seen')

/** When anybody but the one who raised it first answered, or null. Milliseconds since 1970. */
export function firstAnswerAt(blocker: Pick<BlockerRow, 'answers' | 'at' | 'by'>): number | null {
  const times = Object.values(blocker.answers).flatMap((answer) =>
    answer.by === blocker.by ? [] : [Math.max(answer.at, blocker.at)],
  )
  return times.length > 0 ? Math.min(...times) : null
}

/** From `from` up to but without `to`; milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** When a blocker was open, up to `now`, in order. */
export function openSpans(
  blocker: Pick<BlockerRow, 'archived' | 'at' | 'turns'>,
  now: number,
): readonly Span[] {
  if (blocker.archived) return []
  const spans: Span[] = []
  let from: number | null = blocker.at
  for (const { kind, at } of turnsOf(blocker)) {
    if (kind === 'reopened') from = at
    else if (from !== null) {
      spans.push({ from, to: at })
      from = null
    }
  }
  if (from !== null) spans.push({ from, to: now })
  return spans.filter((span) => span.to > span.from)
}

export interface BlockedTime {
  /** In order and apart from one another: where several blockers stopped the card at once, it waited once. */
  readonly spans: readonly Span[]
  /** Milliseconds in all of them together. */
  readonly total: number
}

/**
 * When a card stood still between its start and its finish, of all its blockers together: blocked time is waiting
 * time. Without a start there is none; without a finish it counts up to `now`. All times in milliseconds since 1970.
 */
export function blockedTimeOf(
  blockers: readonly Pick<BlockerRow, 'archived' | 'at' | 'turns'>[],
  work: { readonly startedAt: number | null; readonly finishedAt: number | null },
  now: number,
): BlockedTime {
  const { startedAt: start, finishedAt } = work
  if (start === null) return { spans: [], total: 0 }
  const end = finishedAt ?? now
  const spans: { from: number; to: number }[] = []
  const clipped = blockers
    .flatMap((blocker) => openSpans(blocker, end))
    .map((span) => ({ from: Math.max(span.from, start), to: Math.min(span.to, end) }))
    .filter((span) => span.to > span.from)
    .sort((a, b) => a.from - b.from)
  for (const span of clipped) {
    const last = spans.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else spans.push(span)
  }
  return { spans, total: spans.reduce((sum, span) => sum + span.to - span.from, 0) }
}

const sameIds = (before: readonly string[] | undefined, next: readonly string[]): readonly string[] =>
  before?.length === next.length && before.every((id, index) => id === next[index]) ? before : next

/** The open blockers of a table, sharing with `previous` what did not change. */
export function blockersFrom(
  previous: OpenBlockers | undefined,
  table: Table<BlockerRow>,
  dirty: ReadonlySet<string> | undefined,
): OpenBlockers {
  if (previous && !dirty?.size) return previous
  const open: { id: string; card: string | null; since: number }[] = []
  table.each((row) => {
    if (isOpen(row)) open.push({ id: row.id, card: row.card, since: openSince(row) })
  })
  open.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
  const byCard = new Map<string, readonly string[]>()
  for (const { id, card } of open) if (card !== null) byCard.set(card, [...(byCard.get(card) ?? []), id])
  for (const [card, ids] of byCard) byCard.set(card, sameIds(previous?.byCard.get(card), ids))
  const lineIds = open.filter((one) => one.card === null).map((one) => one.id)
  return {
    all: sameIds(
      previous?.all,
      open.map((one) => one.id),
    ),
    byCard,
    line: sameIds(previous?.line, lineIds),
  }
}
