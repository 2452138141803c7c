// Values that the team governs, as folds of their logs: the value that holds, its history, and whether it is disputed.
import { foldLineage } from '../kernel'
import { LIMIT_LIMIT, WORDS_LIMIT } from './record-parts'
import { FULL_POLICIES, ROLES } from './records'
import type { ColumnRole, SettingEntry, WhenFull } from './records'

export type SettingKind = 'limit' | 'role' | 'policy' | 'when-full'
export const LIMIT_KINDS = ['column', 'group', 'lane', 'class', 'person', 'board'] as const
/** What a limit holds for, from the narrowest to the widest. */
export type LimitKind = (typeof LIMIT_KINDS)[number]
/** A thing that governed values hold for: the one board, a column, a class of service by name, a person by id... */
export interface LimitScope {
  readonly kind: LimitKind
  readonly id: string
}
export type SettingScope = LimitScope

export interface Governed {
  /** All entries, the oldest first. */
  readonly history: readonly SettingEntry[]
  /** Ids of the entries that no other one names: the parents of the next. */
  readonly heads: readonly string[]
  /** The entry whose value holds: the head that is greatest by (order, id). */
  readonly holds: SettingEntry
  /** Two people set it apart, to different values. */
  readonly disputed: boolean
}

export type Settings = ReadonlyMap<string, Governed>

export const settingKey = (scope: { readonly kind: string; readonly id: string }, what: string): string =>
  `${what}/${scope.kind}/${scope.id}`

/** The fold of one value's entries, which must not be empty. Takes the array over. */
export function foldGoverned(entries: SettingEntry[]): Governed {
  const { history, heads } = foldLineage(entries)
  const holds = heads[heads.length - 1] as SettingEntry
  return {
    history,
    heads: heads.map((entry) => entry.id),
    holds,
    disputed: heads.some((entry) => entry.value !== holds.value),
  }
}

const valueOf = (settings: Settings, scope: SettingScope, what: SettingKind) =>
  settings.get(settingKey(scope, what))?.holds.value

const isLimit = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LIMIT_LIMIT
const isRole = (value: unknown): value is ColumnRole => (ROLES as readonly unknown[]).includes(value)

/** Cards that fit under a limit, or null where none is set. */
export function limitOf(settings: Settings, scope: LimitScope): number | null {
  const value = valueOf(settings, scope, 'limit')
  return isLimit(value) ? value : null
}

/** The entry that set the limit in force. */
export const limitEntryOf = (settings: Settings, scope: LimitScope): string | null =>
  settings.get(settingKey(scope, 'limit'))?.holds.id ?? null

/** What a column is for; one without a role counts nothing. */
export function roleOf(settings: Settings, column: string): ColumnRole {
  const value = valueOf(settings, { kind: 'column', id: column }, 'role')
  return isRole(value) ? value : 'backlog'
}

export function policyOf(settings: Settings, column: string): string {
  const value = valueOf(settings, { kind: 'column', id: column }, 'policy')
  return typeof value === 'string' ? value.slice(0, WORDS_LIMIT) : ''
}

/** What the team agreed for full columns; nothing agreed means that a reason is asked for. */
export function whenFullOf(settings: Settings, board: string): WhenFull {
  const value = valueOf(settings, { kind: 'board', id: board }, 'when-full')
  return FULL_POLICIES.find((policy) => policy === value) ?? 'with-reason'
}

/**
 * The role a column had at a time (milliseconds since 1970). The first role also holds before its own date, so that
 * imported history is counted.
 */
export type RoleAt = (column: string, at: number) => ColumnRole

export function rolesOverTime(settings: Settings): RoleAt {
  const known = new Map<string, readonly SettingEntry[]>()
  return (column, at) => {
    let dated = known.get(column)
    if (!dated) {
      const history = settings.get(settingKey({ kind: 'column', id: column }, 'role'))?.history ?? []
      dated = history.filter((entry) => isRole(entry.value))
      known.set(column, dated)
    }
    let role = dated[0]?.value ?? 'backlog'
    if (dated.length > 1) for (const entry of dated) if (entry.at <= at) role = entry.value as ColumnRole
    return role as ColumnRole
  }
}
