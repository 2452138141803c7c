// What stops the work: which blockers are open, since when, and who has answered.
import type { Table } from '../kernel'
import { compareOrdered } from './governed'
import type { BlockerRow } from './records'

export interface OpenBlockers {
  /** Ids, the longest open first. */
  readonly all: readonly string[]
  readonly byCard: ReadonlyMap<string, readonly string[]>
  /** Those that stop the line and no single card. */
  readonly line: readonly string[]
}

export interface Turn {
  readonly kind: 'cleared' | 'reopened'
  readonly by: string
  readonly at: number
}

/** The last clearing or reopening, or undefined where the blocker is as it was raised. */
export function lastTurn(blocker: Pick<BlockerRow, 'turns'>): Turn | undefined {
  return Object.entries(blocker.turns)
    .map(([id, turn]) => ({ id, ...turn }))
    .sort(compareOrdered)
    .at(-1)
}

export const isOpen = (blocker: Pick<BlockerRow, 'archived' | 'turns'>): boolean =>
  !blocker.archived && lastTurn(blocker)?.kind !== 'cleared'

/** When the clock started that runs now: when it was raised or last reopened. Milliseconds since 1970. */
export function openSince(blocker: Pick<BlockerRow, 'at' | 'turns'>): number {
  const turn = lastTurn(blocker)
  return turn?.kind === 'reopened' ? turn.at : blocker.at
}

/** People who said they are coming, the first one first. */
export const comingTo = (blocker: Pick<BlockerRow, 'answers'>): string[] =>
  Object.values(blocker.answers)
    .filter((answer) => answer.kind === 'coming')
    .sort((a, b) => a.at - b.at)
    .map((answer) => answer.by)

/** When anybody but the one who raised it first answered, or null. Milliseconds since 1970. */
export function firstAnswerAt(blocker: Pick<BlockerRow, 'answers' | 'by'>): number | null {
  const times = Object.values(blocker.answers).flatMap((answer) =>
    answer.by === blocker.by ? [] : [answer.at],
  )
  return times.length > 0 ? Math.min(...times) : null
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
