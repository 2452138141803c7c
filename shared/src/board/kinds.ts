// What a team says about its kinds of cards, in the team's order: types, fields, templates, and cards that come again.
import { compareRanked } from '../kernel'
import type { Table } from '../kernel'
import type { FieldRow, RecurringRow, TemplateRow, TypeRow } from './records-cards'
import type { CardRow } from './records'

export interface Kinds {
  /** Those in use; a card of a type that was taken off the list is a plain card. */
  readonly types: readonly TypeRow[]
  readonly fields: readonly FieldRow[]
  readonly templates: readonly TemplateRow[]
  readonly recurring: readonly RecurringRow[]
}

type KindTables = {
  readonly types: Table<TypeRow>
  readonly fields: Table<FieldRow>
  readonly templates: Table<TemplateRow>
  readonly recurring: Table<RecurringRow>
}
type KindDirty = { readonly [K in keyof KindTables]?: ReadonlySet<string> }

const inUse = <T extends { readonly id: string; readonly archived: boolean }>(
  table: Table<T>,
  compare: (a: T, b: T) => number,
): readonly T[] => [...table.values()].filter((row) => !row.archived).sort(compare)

/** Each list anew only where its table changed. */
export function projectKinds(previous: Kinds | undefined, tables: KindTables, dirty: KindDirty): Kinds {
  const same = (key: keyof KindTables): boolean => previous !== undefined && !dirty[key]?.size
  return {
    types: previous && same('types') ? previous.types : inUse(tables.types, compareRanked),
    fields: previous && same('fields') ? previous.fields : inUse(tables.fields, compareRanked),
    templates: previous && same('templates') ? previous.templates : inUse(tables.templates, compareRanked),
    recurring:
      previous && same('recurring')
        ? previous.recurring
        : inUse(tables.recurring, (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  }
}

/** The type of a card, where it has one that is in use. */
export const typeOf = (kinds: Pick<Kinds, 'types'>, card: Pick<CardRow, 'type'>): TypeRow | undefined =>
  card.type === null ? undefined : kinds.types.find((type) => type.id === card.type)

/** The fields that a card has: those of every card and those of its type. */
export const fieldsFor = (
  kinds: Pick<Kinds, 'types' | 'fields'>,
  card: Pick<CardRow, 'type'>,
): readonly FieldRow[] => {
  const type = typeOf(kinds, card)?.id
  return kinds.fields.filter((field) => field.type === null || field.type === type)
}

/** A field's value on a card as its kind has it; undefined where there is none or it is of another kind. */
export function fieldValue(
  field: Pick<FieldRow, 'id' | 'kind' | 'choices'>,
  card: Pick<CardRow, 'fields'>,
): string | number | boolean | undefined {
  const value = card.fields[field.id]
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? value : undefined
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined
    case 'text':
    case 'date':
    case 'choice':
      return typeof value === 'string' && value !== '' ? value : undefined
  }
}
