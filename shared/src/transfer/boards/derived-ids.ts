// Ids that follow from the file and a salt: the same import twice is the same import.
import { bytesFrom, idFrom } from '../../kernel'

export { bytesFrom }

/** An internal id from a foreign one. The salt keeps two imports of one file apart. */
export const derivedId = (salt: string, kind: string, foreign: string): string =>
  idFrom(`${salt}\n${kind}\n${foreign}`)
