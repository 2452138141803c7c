// The team's kinds of cards: types with their colours, and fields of its own.
import { create, defineCommand, ok, refused, set } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { NAME_LIMIT } from '../record-parts'
import { FIELD_KINDS, fieldRows, typeRows } from '../records-cards'
import type { FieldKind } from '../records-cards'
import type { BoardSnapshot } from '../snapshot'
import { rankAtEnd } from './ranking'
import type { KindGone, WordsRefused } from './refusals'
import { tidyLine, tidyOptional } from './words'

const has = (rows: readonly { readonly id: string }[], id: string): boolean =>
  rows.some((row) => row.id === id)

/** Longest name of a colour. */
const COLOUR_LIMIT = 40

export const addType = defineCommand(
  'board.addType',
  (
    board: BoardSnapshot,
    args: { readonly type?: string; readonly name: string; readonly colour: string },
    context,
  ): Result<Change[], WordsRefused> => {
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const rank = rankAtEnd(board.types, context.random)
    const colour = args.colour.slice(0, COLOUR_LIMIT)
    return ok([create(typeRows, args.type ?? context.id(), { name: name.value, rank, colour })])
  },
)

/** Renames a type or changes its colour; what is left out stays. */
export const editType = defineCommand(
  'board.editType',
  (
    board: BoardSnapshot,
    args: { readonly type: string; readonly name?: string; readonly colour?: string },
  ): Result<Change[], KindGone | WordsRefused> => {
    if (!has(board.types, args.type)) return refused({ reason: 'kind-gone' })
    const changes: Change[] = []
    if (args.name !== undefined) {
      const name = tidyLine(args.name, NAME_LIMIT)
      if (!name.ok) return name
      changes.push(set(typeRows, args.type, 'name', name.value))
    }
    if (args.colour !== undefined)
      changes.push(set(typeRows, args.type, 'colour', args.colour.slice(0, COLOUR_LIMIT)))
    return ok(changes)
  },
)

/** Takes a type off the list. Its cards stay, as plain ones, and keep what they say. */
export const archiveType = defineCommand(
  'board.archiveType',
  (board: BoardSnapshot, args: { readonly type: string }): Result<Change[], KindGone> =>
    has(board.types, args.type)
      ? ok([set(typeRows, args.type, 'archived', true)])
      : refused({ reason: 'kind-gone' }),
)

export interface FieldArgs {
  readonly name: string
  readonly kind: FieldKind
  /** The type whose cards have it, or null for every card. */
  readonly type: string | null
  readonly unit?: string
  readonly choices?: readonly string[]
}

const CHOICES_LIMIT = 100

/** Choices without blanks and repetitions. */
function tidyChoices(choices: readonly string[]): string[] {
  const tidy = choices.map((one) => one.replace(/\s+/gu, ' ').trim().slice(0, NAME_LIMIT))
  return [...new Set(tidy.filter((one) => one !== ''))].slice(0, CHOICES_LIMIT)
}

export const addField = defineCommand(
  'board.addField',
  (
    board: BoardSnapshot,
    args: FieldArgs & { readonly field?: string },
    context,
  ): Result<Change[], WordsRefused | KindGone> => {
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const unit = tidyOptional(args.unit, COLOUR_LIMIT)
    if (!unit.ok) return unit
    if (args.type !== null && !has(board.types, args.type)) return refused({ reason: 'kind-gone' })
    const kind = FIELD_KINDS.includes(args.kind) ? args.kind : 'text'
    const choices = kind === 'choice' ? tidyChoices(args.choices ?? []) : []
    if (kind === 'choice' && choices.length === 0) return refused({ reason: 'empty-words' })
    const rank = rankAtEnd(board.fields, context.random)
    const row = { name: name.value, kind, type: args.type, unit: unit.value, choices, rank }
    return ok([create(fieldRows, args.field ?? context.id(), row)])
  },
)

/** Changes a field's name, unit, choices or whose cards have it. Its kind stays: values of it are on cards. */
export const editField = defineCommand(
  'board.editField',
  (
    board: BoardSnapshot,
    args: Partial<Omit<FieldArgs, 'kind'>> & { readonly field: string },
  ): Result<Change[], WordsRefused | KindGone> => {
    const field = board.fields.find((one) => one.id === args.field)
    if (!field) return refused({ reason: 'kind-gone' })
    const changes: Change[] = []
    if (args.name !== undefined) {
      const name = tidyLine(args.name, NAME_LIMIT)
      if (!name.ok) return name
      changes.push(set(fieldRows, field.id, 'name', name.value))
    }
    if (args.unit !== undefined) {
      const unit = tidyOptional(args.unit, COLOUR_LIMIT)
      if (!unit.ok) return unit
      changes.push(set(fieldRows, field.id, 'unit', unit.value))
    }
    if (args.choices !== undefined && field.kind === 'choice') {
      const choices = tidyChoices(args.choices)
      if (choices.length === 0) return refused({ reason: 'empty-words' })
      changes.push(set(fieldRows, field.id, 'choices', choices))
    }
    if (args.type !== undefined) {
      if (args.type !== null && !has(board.types, args.type)) return refused({ reason: 'kind-gone' })
      changes.push(set(fieldRows, field.id, 'type', args.type))
    }
    return ok(changes)
  },
)

/** Takes a field off the list. What cards say in it stays kept. */
export const archiveField = defineCommand(
  'board.archiveField',
  (board: BoardSnapshot, args: { readonly field: string }): Result<Change[], KindGone> =>
    has(board.fields, args.field)
      ? ok([set(fieldRows, args.field, 'archived', true)])
      : refused({ reason: 'kind-gone' }),
)
