// The words that an import writes onto a board, in the language of the screen.
import { freshId } from './add-board'
import { lineOf } from '@yokoten/shared/team'
import type { Purpose } from '@yokoten/shared/team'
import type { ImportOptions } from './import-job'
import { text } from '../../text'

/** What an import is told: who and when, what customers value, and the names of what the file does not name. */
export const importOptions = (person: string, purpose: Purpose): ImportOptions => ({
  salt: freshId(),
  person,
  now: Date.now(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  untitled: text('transfer.untitled'),
  reasons: [
    text('app.first.safety'),
    text('app.first.tool'),
    text('app.first.material'),
    text('app.first.person'),
    text('app.first.quality'),
  ],
  values: purpose.values.flatMap((id) => {
    const line = lineOf(purpose, id)
    return line ? { id, name: line.value.words, customer: line.customer?.name ?? '' } : []
  }),
  words: {
    strayColumn: text('transfer.strayColumn'),
    untitled: text('transfer.untitled'),
    waiting: text('transfer.waiting'),
    doing: text('transfer.doing'),
    done: text('transfer.doneColumn'),
    id: text('transfer.idField'),
  },
})
