// When each person last did something on a board: for who counts as a member of the team.
import type { BoardSnapshot } from './snapshot'

/** The latest move, setting, comment and stop of each person (ms since 1970). What is dated after `now` counts as now. */
export function lastActsOn(board: BoardSnapshot, now: number): ReadonlyMap<string, number> {
  const latest = new Map<string, number>()
  const learn = (by: string, at: number): void =>
    void latest.set(by, Math.max(Math.min(at, now), latest.get(by) ?? -Infinity))
  const { journey, settings, comments, blockers } = board.basis.tables
  for (const table of [journey, settings, comments, blockers]) table.each(({ by, at }) => learn(by, at))
  return latest
}
