// What a change of a plain field is called in the history: "Ann changed the due date from 3 Dec to 10 Dec".
import { CLASSES, EDITED, OWN_FIELD } from '@yokoten/shared/board'
import type { BoardSnapshot, EditedField, EditValue } from '@yokoten/shared/board'
import { text } from '../../../text'
import { dayWords } from '../words'

export interface Edited {
  readonly field: string
  readonly was: EditValue
  readonly value: EditValue
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u
const plainField = (field: string): EditedField | undefined => EDITED.find((one) => one === field)

function valueWords(board: BoardSnapshot, field: string, value: EditValue): string {
  if (typeof value === 'boolean') return text(value ? 'app.yes' : 'app.no')
  const words = String(value)
  if (field === 'type') return board.basis.tables.types.get(words)?.name ?? text('board.history.unknownType')
  if (field === 'classOfService') {
    const known = CLASSES.find((one) => one === value)
    return known ? text(`board.class.${known}`) : words
  }
  return ISO_DAY.test(words) ? dayWords(words) : words
}

/** One sentence; of a field of the team's own by the name it has now, also when it was put away. */
export function editWords(board: BoardSnapshot, who: string, { field, was, value }: Edited): string {
  const plain = plainField(field)
  const own =
    board.basis.tables.fields.get(field.slice(OWN_FIELD.length))?.name ?? text('board.history.goneField')
  const what = plain === undefined ? own : text(`board.history.what.${plain}`)
  const words = (one: EditValue) => valueWords(board, field, one)
  if (value === null) return text('board.history.edit.gone', { who, what, from: words(was) })
  if (was === null) return text('board.history.edit.set', { who, what, to: words(value) })
  // Of long words only the beginning is kept: where that is the same, the rest was changed.
  if (was === value) return text('board.history.edit.rest', { who, what })
  return text('board.history.edit.changed', { who, what, from: words(was), to: words(value) })
}
