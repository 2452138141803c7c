// What a card says in the team's own fields, and addresses elsewhere that belong to it.
import { defineCommand, ok, put, refused, webAddress } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { fieldsFor } from '../kinds'
import { TITLE_LIMIT, WORDS_LIMIT } from '../record-parts'
import type { FieldRow } from '../records-cards'
import { cardRows } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { isDay } from './days'
import { editOwnField } from './edits'
import { openCard } from './placing'
import type { CardArchived, KindGone, NotThere, ValueRefused, WebRefused, WordsRefused } from './refusals'
import { tidyOptional } from './words'

export type FieldInput = string | number | boolean

function isOfKind({ kind, choices }: FieldRow, value: FieldInput): boolean {
  switch (kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string' && value.length <= WORDS_LIMIT
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'choice':
      return typeof value === 'string' && choices.includes(value)
  }
}

/** Sets one of the team's own fields on a card; null or empty words take it out. */
export const setField = defineCommand(
  'board.setField',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly field: string; readonly value: FieldInput | null },
    context,
  ): Result<Change[], NotThere | CardArchived | KindGone | ValueRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const field = fieldsFor(board, card.value.row).find((one) => one.id === args.field)
    if (!field) return refused({ reason: 'kind-gone' })
    const value = typeof args.value === 'string' ? args.value.trim() : args.value
    if (value === null || value === '') return ok(editOwnField(card.value.row, field.id, null, context))
    if (!isOfKind(field, value)) return refused({ reason: 'not-a-value' })
    return ok(editOwnField(card.value.row, field.id, value, context))
  },
)

export const addWebLink = defineCommand(
  'board.addWebLink',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly url: string; readonly name?: string },
    context,
  ): Result<Change[], NotThere | CardArchived | WebRefused | WordsRefused> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    const url = webAddress(args.url)
    if (url === undefined) return refused({ reason: 'not-an-address' })
    const name = tidyOptional(args.name, TITLE_LIMIT)
    if (!name.ok) return name
    const link = { url, name: name.value, by: context.person, at: context.stamp().at }
    return ok([put(cardRows, args.card, 'web', context.id(), link)])
  },
)

export const removeWebLink = defineCommand(
  'board.removeWebLink',
  (
    board: BoardSnapshot,
    args: { readonly card: string; readonly link: string },
  ): Result<Change[], NotThere | CardArchived> => {
    const card = openCard(board, args.card)
    if (!card.ok) return card
    return ok(card.value.row.web[args.link] ? [put(cardRows, args.card, 'web', args.link, null)] : [])
  },
)
