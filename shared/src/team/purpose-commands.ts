// Writing down whom the team works for, what they value, and the one to three goals of today.
import { create, defineCommand, ok, rankBetween, refused, set } from '../kernel'
import type { Change, Result } from '../kernel'
import { lastRank, tidyName } from './commands'
import type { IdRefused, NameRefused, UnknownRefused } from './commands'
import { readDay } from './days'
import type { DayRefused } from './capacity-commands'
import { LINE_LIMIT, WORDS_LIMIT } from './record-parts'
import { customerRows, goalRows, valueRows } from './records-purpose'
import type { TeamSnapshot } from './snapshot'

export type WordsRefused =
  { readonly reason: 'words-empty' } | { readonly reason: 'words-too-long'; readonly most: number }
export type GoalsRefused = { readonly reason: 'goals-full'; readonly most: number }

/** More goals than this are none. Only people who were apart can come to have more. */
export const GOALS_LIMIT = 3

/** One line as it is kept, or why it cannot be. */
function tidyLine(words: string, isNeeded: boolean): Result<string, WordsRefused> {
  const tidy = words.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (tidy === '' && isNeeded) return refused({ reason: 'words-empty' })
  return tidy.length > LINE_LIMIT ? refused({ reason: 'words-too-long', most: LINE_LIMIT }) : ok(tidy)
}

/** Words of several lines as they are kept, or why they cannot be. */
export function tidyWords(words: string): Result<string, WordsRefused> {
  const tidy = words.normalize('NFC').trim()
  return tidy.length > WORDS_LIMIT ? refused({ reason: 'words-too-long', most: WORDS_LIMIT }) : ok(tidy)
}

export interface CustomerArgs {
  readonly name?: string
  readonly demand?: string
}

function customerFields(args: CustomerArgs): Result<CustomerArgs, NameRefused | WordsRefused> {
  const name = args.name === undefined ? undefined : tidyName(args.name)
  if (name && !name.ok) return name
  const demand = args.demand === undefined ? undefined : tidyLine(args.demand, false)
  if (demand && !demand.ok) return demand
  return ok({ ...(name && { name: name.value }), ...(demand && { demand: demand.value }) })
}

export const addCustomer = defineCommand(
  'team.addCustomer',
  (
    team: TeamSnapshot,
    args: CustomerArgs & { readonly name: string; readonly id?: string },
    context,
  ): Result<Change[], NameRefused | WordsRefused | IdRefused> => {
    const fields = customerFields(args)
    if (!fields.ok) return fields
    const id = args.id ?? context.id()
    if (team.customersById.has(id)) return refused({ reason: 'id-taken' })
    const rank = rankBetween(lastRank(team.customersById), null, context.random)
    return ok([create(customerRows, id, { ...fields.value, rank })])
  },
)

export const editCustomer = defineCommand(
  'team.editCustomer',
  (
    team: TeamSnapshot,
    args: CustomerArgs & { readonly id: string },
  ): Result<Change[], NameRefused | WordsRefused | UnknownRefused> => {
    if (!team.customersById.has(args.id)) return refused({ reason: 'unknown' })
    const fields = customerFields(args)
    if (!fields.ok) return fields
    const { name, demand } = fields.value
    return ok([
      ...(name === undefined ? [] : [set(customerRows, args.id, 'name', name)]),
      ...(demand === undefined ? [] : [set(customerRows, args.id, 'demand', demand)]),
    ])
  },
)

const hasCustomer = (team: TeamSnapshot, customer: string | null | undefined): boolean =>
  customer == null || team.customersById.has(customer)
const hasValue = (team: TeamSnapshot, value: string | null | undefined): boolean =>
  value == null || team.valuesById.has(value)

export interface ValueArgs {
  readonly words?: string
  /** A customer's id, or null: not said. */
  readonly customer?: string | null
}

export const addValue = defineCommand(
  'team.addValue',
  (
    team: TeamSnapshot,
    args: ValueArgs & { readonly words: string; readonly id?: string },
    context,
  ): Result<Change[], WordsRefused | IdRefused | UnknownRefused> => {
    const words = tidyLine(args.words, true)
    if (!words.ok) return words
    if (!hasCustomer(team, args.customer)) return refused({ reason: 'unknown' })
    const id = args.id ?? context.id()
    if (team.valuesById.has(id)) return refused({ reason: 'id-taken' })
    const rank = rankBetween(lastRank(team.valuesById), null, context.random)
    return ok([create(valueRows, id, { words: words.value, customer: args.customer ?? null, rank })])
  },
)

export const editValue = defineCommand(
  'team.editValue',
  (
    team: TeamSnapshot,
    args: ValueArgs & { readonly id: string },
  ): Result<Change[], WordsRefused | UnknownRefused> => {
    if (!team.valuesById.has(args.id) || !hasCustomer(team, args.customer))
      return refused({ reason: 'unknown' })
    const changes: Change[] = []
    if (args.words !== undefined) {
      const words = tidyLine(args.words, true)
      if (!words.ok) return words
      changes.push(set(valueRows, args.id, 'words', words.value))
    }
    if (args.customer !== undefined) changes.push(set(valueRows, args.id, 'customer', args.customer))
    return ok(changes)
  },
)

export interface GoalArgs {
  readonly what?: string
  readonly from?: string
  readonly to?: string
  /** `YYYY-MM-DD`, or null: no day. */
  readonly by?: string | null
  readonly why?: string
  /** The id of the value that it serves, or null. */
  readonly value?: string | null
}

function goalFields(
  team: TeamSnapshot,
  args: GoalArgs,
): Result<GoalArgs, WordsRefused | DayRefused | UnknownRefused> {
  const tidy: { -readonly [K in keyof GoalArgs]: GoalArgs[K] } = {}
  for (const name of ['what', 'from', 'to'] as const) {
    const given = args[name]
    if (given === undefined) continue
    const line = tidyLine(given, name === 'what')
    if (!line.ok) return line
    tidy[name] = line.value
  }
  if (args.why !== undefined) {
    const why = tidyWords(args.why)
    if (!why.ok) return why
    tidy.why = why.value
  }
  if (args.by !== undefined) {
    if (args.by !== null && readDay(args.by) === undefined) return refused({ reason: 'not-a-day' })
    tidy.by = args.by
  }
  if (args.value !== undefined) {
    if (!hasValue(team, args.value)) return refused({ reason: 'unknown' })
    tidy.value = args.value
  }
  return ok(tidy)
}

const isFull = (team: TeamSnapshot): boolean => team.goals.length >= GOALS_LIMIT
const full = (): Result<never, GoalsRefused> => refused({ reason: 'goals-full', most: GOALS_LIMIT })

export const addGoal = defineCommand(
  'team.addGoal',
  (
    team: TeamSnapshot,
    args: GoalArgs & { readonly what: string; readonly id?: string },
    context,
  ): Result<Change[], WordsRefused | DayRefused | UnknownRefused | IdRefused | GoalsRefused> => {
    const fields = goalFields(team, args)
    if (!fields.ok) return fields
    if (isFull(team)) return full()
    const id = args.id ?? context.id()
    if (team.goalsById.has(id)) return refused({ reason: 'id-taken' })
    const rank = rankBetween(lastRank(team.goalsById), null, context.random)
    return ok([create(goalRows, id, { ...fields.value, rank })])
  },
)

export const editGoal = defineCommand(
  'team.editGoal',
  (
    team: TeamSnapshot,
    args: GoalArgs & { readonly id: string },
  ): Result<Change[], WordsRefused | DayRefused | UnknownRefused> => {
    if (!team.goalsById.has(args.id)) return refused({ reason: 'unknown' })
    const fields = goalFields(team, args)
    if (!fields.ok) return fields
    const { what, from, to, by, why, value } = fields.value
    const { id } = args
    return ok([
      ...(what === undefined ? [] : [set(goalRows, id, 'what', what)]),
      ...(from === undefined ? [] : [set(goalRows, id, 'from', from)]),
      ...(to === undefined ? [] : [set(goalRows, id, 'to', to)]),
      ...(by === undefined ? [] : [set(goalRows, id, 'by', by)]),
      ...(why === undefined ? [] : [set(goalRows, id, 'why', why)]),
      ...(value === undefined ? [] : [set(goalRows, id, 'value', value)]),
    ])
  },
)

type PurposeRows = typeof customerRows | typeof valueRows | typeof goalRows
const tableOf = (team: TeamSnapshot, rows: PurposeRows) =>
  rows === customerRows ? team.customersById : rows === valueRows ? team.valuesById : team.goalsById

const archive = (name: string, archived: boolean, rows: PurposeRows) =>
  defineCommand(
    name,
    (team: TeamSnapshot, args: { readonly id: string }): Result<Change[], UnknownRefused> =>
      tableOf(team, rows).has(args.id)
        ? ok([set(rows, args.id, 'archived', archived)])
        : refused({ reason: 'unknown' }),
  )

/** The team works for them no more; what they value stays, as nobody's. */
export const archiveCustomer = archive('team.archiveCustomer', true, customerRows)
export const restoreCustomer = archive('team.restoreCustomer', false, customerRows)
/** Valued no more: what points at it serves nothing until it points elsewhere. */
export const archiveValue = archive('team.archiveValue', true, valueRows)
export const restoreValue = archive('team.restoreValue', false, valueRows)
/** Reached, or given up. */
export const archiveGoal = archive('team.archiveGoal', true, goalRows)

export const restoreGoal = defineCommand(
  'team.restoreGoal',
  (team: TeamSnapshot, args: { readonly id: string }): Result<Change[], UnknownRefused | GoalsRefused> => {
    const goal = team.goalsById.get(args.id)
    if (!goal) return refused({ reason: 'unknown' })
    if (!goal.archived) return ok([])
    return isFull(team) ? full() : ok([set(goalRows, args.id, 'archived', false)])
  },
)
