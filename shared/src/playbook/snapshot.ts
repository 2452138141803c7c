// The playbook as screens read it: what holds, what is open, who wears what. Only what is touched is folded again.
import { compareOrdered, compareRanked, emptyTable, headsOf, usualWorkingTime } from '../kernel'
import type { Dirty, Table, Tables, WorkingTime } from '../kernel'
import { foldTurn } from './hats'
import type { Turn } from './hats'
import { caseOf } from './proposals'
import type { Case } from './proposals'
import type { ActRow, HoursEntry, playbookCollections, TellEntry } from './records'
import type { HandEntry, HatRow, RequestRow, RoundRow } from './records-people'
import { foldPlan, foldRule, ruleKey } from './rules'
import type { Plan, Rules } from './rules'

export type PlaybookTables = Tables<typeof playbookCollections>
export type PlaybookDirty = Dirty<typeof playbookCollections>

export interface Hours {
  readonly value: WorkingTime
  readonly heads: readonly string[]
  readonly disputed: boolean
}

export interface PlaybookSnapshot {
  /** The team's own acts in their order, those put away apart. */
  readonly acts: readonly ActRow[]
  /** All of them. */
  readonly actsById: Table<ActRow>
  /** By act and condition, those taken away included. */
  readonly rules: Rules
  /** The hand-over plan, by the rule's key. */
  readonly plans: ReadonlyMap<string, Plan>
  /** Null: nobody has said when the team works. */
  readonly hours: Hours | null
  /** Proposals with what was said about them, the oldest first. */
  readonly cases: readonly Case[]
  readonly casesById: ReadonlyMap<string, Case>
  /** The oldest first. */
  readonly tells: readonly TellEntry[]
  /** In their order, those put away apart. */
  readonly hats: readonly HatRow[]
  readonly hatsById: Table<HatRow>
  /** The earliest first. */
  readonly turns: readonly Turn[]
  readonly requests: Table<RequestRow>
  readonly rounds: Table<RoundRow>
  /** What was played, by round, in the order of ids. */
  readonly hands: ReadonlyMap<string, readonly HandEntry[]>
  /** What the next projection builds on. */
  readonly tables: PlaybookTables
}

function grouped<E>(table: Table<E>, keyOf: (entry: E) => string): Map<string, E[]> {
  const groups = new Map<string, E[]>()
  for (const entry of table.values()) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return groups
}

/** Folds groups of entries, sharing what comes of a group whose entries are the ones of before. */
function foldGroups<E, T>(
  groups: ReadonlyMap<string, E[]>,
  before: ReadonlyMap<string, E[]> | undefined,
  folded: ReadonlyMap<string, T> | undefined,
  fold: (entries: E[]) => T,
): Map<string, T> {
  const next = new Map<string, T>()
  for (const key of [...groups.keys()].sort()) {
    const entries = groups.get(key) ?? []
    const old = before?.get(key)
    const known = folded?.get(key)
    const isSame = old?.length === entries.length && entries.every((entry, index) => entry === old[index])
    next.set(key, isSame && known !== undefined ? known : fold([...entries]))
  }
  return next
}

const ordered = <R extends { readonly id: string; readonly rank: string; readonly archived: boolean }>(
  rows: Table<R>,
): readonly R[] => [...rows.values()].filter((row) => !row.archived).sort(compareRanked)

function hoursFrom(table: Table<HoursEntry>): Hours | null {
  if (table.size === 0) return null
  const { heads } = headsOf([...table.values()])
  const { value } = heads[heads.length - 1] as HoursEntry
  return {
    value,
    heads: heads.map((head) => head.id),
    disputed: heads.some((head) => JSON.stringify(head.value) !== JSON.stringify(value)),
  }
}

/** The working time that holds; in the zone given as long as nobody has said anything. */
export const workingTimeOf = (playbook: Pick<PlaybookSnapshot, 'hours'>, zone: string): WorkingTime =>
  playbook.hours?.value ?? usualWorkingTime(zone)

interface OfProposal {
  readonly proposal: string
}

const indexes = new WeakMap<object, Map<string, unknown[]>>()

/** Entries by proposal, kept by table, which never changes. */
function ofProposals<E extends OfProposal>(table: Table<E>): ReadonlyMap<string, E[]> {
  let index = indexes.get(table) as Map<string, E[]> | undefined
  if (!index) indexes.set(table, (index = grouped(table, (entry) => entry.proposal)))
  return index
}

function hasSame<E extends OfProposal>(
  before: Table<E> | undefined,
  now: Table<E>,
  proposal: string,
): boolean {
  if (before === now) return true
  const old = (before && ofProposals(before).get(proposal)) ?? []
  const entries = ofProposals(now).get(proposal) ?? []
  return old.length === entries.length && entries.every((entry, index) => entry === old[index])
}

function casesFrom(tables: PlaybookTables, previous: PlaybookSnapshot | undefined): readonly Case[] {
  const before = previous?.tables
  return [...tables.proposals.values()].sort(compareOrdered).map((proposal) => {
    const { id } = proposal
    const known = previous?.casesById.get(id)
    const isSame =
      known?.proposal === proposal &&
      hasSame(before?.versions, tables.versions, id) &&
      hasSame(before?.voices, tables.voices, id) &&
      hasSame(before?.closings, tables.closings, id) &&
      hasSame(before?.links, tables.links, id)
    return isSame
      ? known
      : caseOf(
          proposal,
          ofProposals(tables.versions).get(id) ?? [],
          ofProposals(tables.voices).get(id) ?? [],
          ofProposals(tables.closings).get(id) ?? [],
          ofProposals(tables.links).get(id) ?? [],
        )
  })
}

/** The snapshot of the playbook's tables. What comes out the same is shared with the previous one. */
export function projectPlaybook(
  previous: PlaybookSnapshot | undefined,
  tables: PlaybookTables,
  dirty: PlaybookDirty,
): PlaybookSnapshot {
  const isDirty = (...names: readonly (keyof PlaybookDirty)[]): boolean =>
    !previous || names.some((name) => (dirty[name]?.size ?? 0) > 0)
  let next: PlaybookSnapshot = { ...(previous ?? EMPTY), tables }
  const before = previous?.tables
  if (isDirty('acts')) next = { ...next, acts: ordered(tables.acts), actsById: tables.acts }
  if (isDirty('rules')) {
    const byKey = (table: PlaybookTables['rules']) => grouped(table, (one) => ruleKey(one.act, one.condition))
    const rules = foldGroups(byKey(tables.rules), before && byKey(before.rules), previous?.rules, foldRule)
    next = { ...next, rules }
  }
  if (isDirty('plans')) {
    const byKey = (table: PlaybookTables['plans']) => grouped(table, (one) => ruleKey(one.act, one.condition))
    const plans = foldGroups(byKey(tables.plans), before && byKey(before.plans), previous?.plans, foldPlan)
    next = { ...next, plans }
  }
  if (isDirty('hours')) next = { ...next, hours: hoursFrom(tables.hours) }
  if (isDirty('proposals', 'versions', 'voices', 'closings', 'links')) {
    const cases = casesFrom(tables, previous)
    next = { ...next, cases, casesById: new Map(cases.map((one) => [one.proposal.id, one])) }
  }
  if (isDirty('tells')) next = { ...next, tells: [...tables.tells.values()].sort(compareOrdered) }
  if (isDirty('hats')) next = { ...next, hats: ordered(tables.hats), hatsById: tables.hats }
  if (isDirty('turns')) next = { ...next, turns: turnsFrom(tables.turns) }
  if (isDirty('requests')) next = { ...next, requests: tables.requests }
  if (isDirty('rounds')) next = { ...next, rounds: tables.rounds }
  if (isDirty('hands')) next = { ...next, hands: grouped(tables.hands, (entry) => entry.round) }
  return next
}

function turnsFrom(table: PlaybookTables['turns']): readonly Turn[] {
  const turns = [...grouped(table, (entry) => entry.turn).values()].flatMap(
    (entries) => foldTurn(entries) ?? [],
  )
  return turns.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
}

const EMPTY: Omit<PlaybookSnapshot, 'tables'> = {
  acts: [],
  actsById: emptyTable(),
  rules: new Map(),
  plans: new Map(),
  hours: null,
  cases: [],
  casesById: new Map(),
  tells: [],
  hats: [],
  hatsById: emptyTable(),
  turns: [],
  requests: emptyTable(),
  rounds: emptyTable(),
  hands: new Map(),
}
