// Changing what a card says: the new value, and the entry that keeps the old one.
import { append, defineDeferred, idFrom, ok, put } from '../../kernel'
import type { Change, CommandContext, Result } from '../../kernel'
import { cardRows } from '../records'
import type { CardRow } from '../records'
import {
  CUT,
  DESCRIPTION_FIELD,
  EDITED,
  editLog,
  KEPT_LIMIT,
  OWN_FIELD,
  PERSON_FIELD,
  TAG_FIELD,
} from '../records-edits'
import type { EditedField, EditValue } from '../records-edits'
import type { BoardSnapshot } from '../snapshot'

const kept = (value: EditValue): EditValue =>
  typeof value === 'string' && value.length > KEPT_LIMIT
    ? value.slice(0, KEPT_LIMIT - CUT.length) + CUT
    : value

interface Edit {
  readonly card: string
  readonly field: string
  readonly was: EditValue
  readonly value: EditValue
}

const entryOf = (
  { card, field, was, value }: Edit,
  context: CommandContext,
  at = context.stamp().at,
): Change =>
  append(editLog, context.id(), {
    card,
    field,
    was: kept(was),
    value: kept(value),
    by: context.person,
    at,
  })

/** The values of the plain fields, each of which an edit can keep. */
type Plain = Pick<CardRow, EditedField>

/** Sets plain fields of a card and keeps what they said before; nothing where they say so already. */
export function editFields(row: CardRow, values: Partial<Plain>, context: CommandContext): Change[] {
  return EDITED.flatMap((field) => {
    const value = values[field]
    const was = row[field]
    if (value === undefined || value === was) return []
    const change: Change = { kind: 'set', in: cardRows.name, id: row.id, field, value }
    // A card that had no title yet, of a broken entry, is named for the first time.
    return [change, entryOf({ card: row.id, field, was: was === '' ? null : was, value }, context)]
  })
}

/** The same for one of the team's own fields; null takes the value out. */
export function editOwnField(
  row: CardRow,
  field: string,
  value: EditValue,
  context: CommandContext,
): Change[] {
  const was = row.fields[field] ?? null
  if (was === value) return []
  const change = put(cardRows, row.id, 'fields', field, value)
  return [change, entryOf({ card: row.id, field: `${OWN_FIELD}${field}`, was, value }, context)]
}

/** Puts a tag on a card or takes it off; nothing where it is so already. */
export function editTag(row: CardRow, tag: string, on: boolean, context: CommandContext): Change[] {
  const was = row.tags[tag] ?? null
  const value = on ? true : null
  if (was === value) return []
  const change = put(cardRows, row.id, 'tags', tag, value)
  return [change, entryOf({ card: row.id, field: `${TAG_FIELD}${tag}`, was, value }, context)]
}

/**
 * Says that a person works on a card, is invited to it, or neither any longer, where no move says so already.
 * @param at Milliseconds since 1970.
 */
export function editPerson(
  row: CardRow,
  person: string,
  state: 'on' | 'invited' | null,
  context: CommandContext,
  at: number,
): Change[] {
  const was = row.people[person]?.state ?? null
  if (was === state) return []
  const place = state && { state, by: context.person, at }
  const edit = { card: row.id, field: `${PERSON_FIELD}${person}`, was, value: state }
  return [put(cardRows, row.id, 'people', person, place), entryOf(edit, context, at)]
}

export interface DescriptionArgs {
  readonly card: string
  /** Who typed. */
  readonly person: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Keeps that somebody changed a description: once a sitting, never for each key. It follows from the words, which have an
 * undo of their own, so no undo takes it back.
 */
export const noteDescription = defineDeferred(
  'board.noteDescription',
  (board: BoardSnapshot, { card, person, at }: DescriptionArgs): Result<Change[], never> => {
    if (!board.cards.has(card)) return ok([])
    const id = idFrom(`description\n${card}\n${person}\n${at}`)
    return ok([
      append(editLog, id, { card, field: DESCRIPTION_FIELD, was: null, value: null, by: person, at }),
    ])
  },
)
