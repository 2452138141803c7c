// Which imports stand: their cards are written in parts before, and nobody sees them until all are there.
import * as v from 'valibot'
import { defineLog } from '../kernel'
import type { EntryOf } from '../kernel'
import { id, ID_LIMIT, text, time } from './record-parts'

export const importLog = defineLog({
  name: 'imports',
  entry: v.object({
    /** The id that the import's cards bear. */
    import: id,
    /** False: taken back. The latest entry counts. */
    stands: v.boolean(),
    by: text(ID_LIMIT),
    at: time,
    order: time,
  }),
})

export type ImportEntry = EntryOf<typeof importLog>
