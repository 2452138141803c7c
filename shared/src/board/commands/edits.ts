// Changing a plain field of a card: the new value, and the entry that keeps the old one.
import { append, put } from '../../kernel'
import type { Change, CommandContext } from '../../kernel'
import { cardRows } from '../records'
import type { CardRow } from '../records'
import { CUT, EDITED, editLog, KEPT_LIMIT, OWN_FIELD } from '../records-edits'
import type { EditedField, EditValue } from '../records-edits'

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

const entryOf = ({ card, field, was, value }: Edit, context: CommandContext): Change =>
  append(editLog, context.id(), {
    card,
    field,
    was: kept(was),
    value: kept(value),
    by: context.person,
    at: context.stamp().at,
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
