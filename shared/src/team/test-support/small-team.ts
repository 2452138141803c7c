// A team's directory without Yjs, for tests: applies changes to tables and projects after each.
import { emptyTable, withRows } from '../../kernel'
import type {
  Change,
  Command,
  CommandContext,
  Dirty,
  Json,
  JsonObject,
  Result,
  Table,
  Tables,
} from '../../kernel'
import { addPerson } from '../commands'
import { teamCollections } from '../records'
import { projectTeam } from '../snapshot'
import type { TeamSnapshot } from '../snapshot'

type Key = keyof typeof teamCollections
type Item = { readonly id: string } & Record<string, unknown>
const keys = Object.keys(teamCollections) as Key[]

/** 2026-11-18T09:00:00Z, a Wednesday. */
export const TEST_NOW = 1_795_338_000_000

export const asPerson = (person: string, at = TEST_NOW): CommandContext => {
  let made = 0
  return {
    person,
    stamp: () => ({ at, order: at * 1024 }),
    id: () => `${person}-${at}-${++made}`,
    random: (n) => new Uint8Array(n),
  }
}

function applied(before: Item | undefined, key: Key, change: Change): Item | undefined {
  const spec = teamCollections[key]
  if (spec.kind === 'log')
    return before ?? (change.kind === 'append' ? { ...change.entry, id: change.id } : undefined)
  if (change.kind === 'create') {
    if (before) return before
    const row: Record<string, unknown> = { id: change.id, archived: false }
    for (const [name, field] of Object.entries(spec.fields)) row[name] = field.fallback
    for (const name of Object.keys(spec.sets)) row[name] = {}
    return { ...row, ...change.row } as Item
  }
  if (!before || change.kind === 'append' || change.kind === 'write') return before
  if (change.kind === 'set') return { ...before, [change.field]: change.value }
  const items: Record<string, Json> = { ...(before[change.set] as JsonObject) }
  if (change.value === null) delete items[change.key]
  else items[change.key] = change.value
  return { ...before, [change.set]: items }
}

/** The directory's tables before anybody wrote to it. */
export const emptyTables = (): Tables<typeof teamCollections> =>
  Object.fromEntries(keys.map((key) => [key, emptyTable<Item>()])) as unknown as Tables<
    typeof teamCollections
  >

/** A team of the people named, who act under their names. */
export function createSmallTeam(...people: readonly string[]) {
  let tables = emptyTables() as unknown as Record<Key, Table<Item>>
  const project = (before: TeamSnapshot | undefined, dirty: Dirty<typeof teamCollections>) =>
    projectTeam(before, tables as unknown as Tables<typeof teamCollections>, dirty)
  let snapshot = project(undefined, {})
  const small = {
    get team(): TeamSnapshot {
      return snapshot
    },
    apply(changes: readonly Change[]) {
      for (const change of changes) {
        const key = keys.find((one) => 'in' in change && teamCollections[one].name === change.in) as Key
        const { id } = change as Extract<Change, { readonly id: string }>
        const next = applied(tables[key].get(id), key, change)
        tables = { ...tables, [key]: withRows(tables[key], new Map([[id, next]])) }
        snapshot = project(snapshot, { [key]: new Set([id]) })
      }
    },
    run<A, R>(
      command: Command<TeamSnapshot, A, R>,
      args: A,
      who = people[0] ?? '',
      at = TEST_NOW,
    ): Result<void, R> {
      const decided = command.decide(snapshot, args, asPerson(who, at))
      if (!decided.ok) return decided
      small.apply(decided.value)
      return { ok: true, value: undefined }
    },
  }
  for (const person of people) small.run(addPerson, { id: person, name: person })
  return small
}
