// Whom the team works for, projected; and the line from a customer over a value to the goals that serve it.
import { compareRanked, emptyTable } from '../kernel'
import type { Dirty, RowsSpec, Table, Tables } from '../kernel'
import type { teamCollections } from './records'
import type { CustomerRow, GoalRow, ValueRow } from './records-purpose'
import { idsWhere, sameIds } from './tables'

export interface Purpose {
  /** Ids in their order, like those below. */
  readonly customers: readonly string[]
  readonly archivedCustomers: readonly string[]
  readonly customersById: Table<CustomerRow>
  readonly values: readonly string[]
  readonly archivedValues: readonly string[]
  readonly valuesById: Table<ValueRow>
  readonly goals: readonly string[]
  readonly archivedGoals: readonly string[]
  readonly goalsById: Table<GoalRow>
}

export const NO_PURPOSE: Purpose = {
  customers: [],
  archivedCustomers: [],
  customersById: emptyTable(),
  values: [],
  archivedValues: [],
  valuesById: emptyTable(),
  goals: [],
  archivedGoals: [],
  goalsById: emptyTable(),
}

interface Ranked {
  readonly id: string
  readonly rank: string
  readonly archived: boolean
}

const ordered = <T extends Ranked>(table: Table<T>): T[] => [...table.values()].sort(compareRanked)

/** The next purpose of the directory; what did not change is shared with the one before. */
export function projectPurpose(
  previous: Purpose,
  tables: Pick<Tables<typeof teamCollections>, 'customers' | 'values' | 'goals'>,
  dirty: Dirty<Readonly<Record<'customers' | 'values' | 'goals', RowsSpec>>> | undefined,
): Purpose {
  const isDirty = (name: 'customers' | 'values' | 'goals') =>
    dirty === undefined || (dirty[name]?.size ?? 0) > 0
  let next = previous
  if (isDirty('customers')) {
    const rows = ordered(tables.customers)
    next = {
      ...next,
      customers: sameIds(next.customers, idsWhere(rows, false)),
      archivedCustomers: sameIds(next.archivedCustomers, idsWhere(rows, true)),
      customersById: tables.customers,
    }
  }
  if (isDirty('values')) {
    const rows = ordered(tables.values)
    next = {
      ...next,
      values: sameIds(next.values, idsWhere(rows, false)),
      archivedValues: sameIds(next.archivedValues, idsWhere(rows, true)),
      valuesById: tables.values,
    }
  }
  if (isDirty('goals')) {
    const rows = ordered(tables.goals)
    next = {
      ...next,
      goals: sameIds(next.goals, idsWhere(rows, false)),
      archivedGoals: sameIds(next.archivedGoals, idsWhere(rows, true)),
      goalsById: tables.goals,
    }
  }
  return next
}

/** The customer who has a value, where they are one of today. */
export function customerOf(purpose: Purpose, value: ValueRow): CustomerRow | undefined {
  const customer = value.customer === null ? undefined : purpose.customersById.get(value.customer)
  return customer?.archived === false ? customer : undefined
}

/** Values of a customer in their order; null: those of no customer of today. */
export const valuesOf = (purpose: Purpose, customer: string | null): ValueRow[] =>
  purpose.values.flatMap((id) => {
    const value = purpose.valuesById.get(id)
    return value && (customerOf(purpose, value)?.id ?? null) === customer ? value : []
  })

/** Goals that serve a value; null: those that serve no value of today. */
export const goalsFor = (purpose: Purpose, value: string | null): GoalRow[] =>
  purpose.goals.flatMap((id) => {
    const goal = purpose.goalsById.get(id)
    return goal && valueServed(purpose, goal.value) === value ? goal : []
  })

/** The value that something points at, or null where it is none of today: nobody serves what is valued no more. */
export const valueServed = (purpose: Purpose, pointer: string | null): string | null =>
  pointer !== null && purpose.valuesById.get(pointer)?.archived === false ? pointer : null

/** Who it is for, what they value, and which goals serve that. */
export interface ValueLine {
  readonly value: ValueRow
  readonly customer: CustomerRow | undefined
  readonly goals: readonly GoalRow[]
}

/** The line behind a pointer; undefined where it leads to no value that this device knows. */
export function lineOf(purpose: Purpose, pointer: string | null): ValueLine | undefined {
  const value = pointer === null ? undefined : purpose.valuesById.get(pointer)
  return value && { value, customer: customerOf(purpose, value), goals: goalsFor(purpose, value.id) }
}
