// The words that an import writes onto a board, in the language of the screen.
import { freshId } from './add-board'
import type { ImportOptions } from './import-job'
import { text } from '../../text'

/** What an import is told: who and when, and the names of what the file does not name. */
export const importOptions = (person: string): ImportOptions => ({
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
  words: {
    strayColumn: text('transfer.strayColumn'),
    untitled: text('transfer.untitled'),
    waiting: text('transfer.waiting'),
    doing: text('transfer.doing'),
    done: text('transfer.doneColumn'),
    id: text('transfer.idField'),
  },
})
