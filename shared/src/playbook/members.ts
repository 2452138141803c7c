// Who is a member, for quorums and shares: people of the team who have joined it or done something in the last four weeks.
import type { PlaybookSnapshot } from './snapshot'

/** Days in which a member has done something. */
export const ACTIVE_DAYS = 28
const DAY = 86_400_000

/** When each person joined the team or last did something (ms since 1970). */
export type LastActs = ReadonlyMap<string, number>

/** The latest of several sources, by person. */
export function latestActs(...sources: readonly LastActs[]): LastActs {
  const latest = new Map<string, number>()
  for (const source of sources)
    for (const [person, at] of source) latest.set(person, Math.max(at, latest.get(person) ?? -Infinity))
  return latest
}

/** When each person last said or did something in the playbook. What is dated after `now` counts as now. */
export function lastActsIn(playbook: PlaybookSnapshot, now: number): LastActs {
  const latest = new Map<string, number>()
  const { rules, proposals, voices, closings, tells, turns } = playbook.tables
  for (const table of [rules, proposals, voices, closings, tells, turns])
    table.each(({ by, at }) => void latest.set(by, Math.max(Math.min(at, now), latest.get(by) ?? -Infinity)))
  return latest
}

/** The members among the people of today. Where nobody has done anything yet, all are. */
export function membersOf(people: readonly string[], last: LastActs, now: number): readonly string[] {
  const active = people.filter((person) => (last.get(person) ?? -Infinity) > now - ACTIVE_DAYS * DAY)
  return active.length > 0 ? active : [...people]
}
