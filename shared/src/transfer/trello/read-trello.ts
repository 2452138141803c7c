// Reading a Trello export: the parsed file to Trello's own shape, or the part that is missing or wrong.
import { isJsonObject, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { readAs } from '../text/json-text'
import type { FileRefused } from '../text/refusals'
import { trelloExport } from './schema'
import type { TrelloBoard } from './schema'

/** Whether a parsed file is Trello's, or was meant to be: only an export of Trello has lists beside cards of lists. */
export const isTrello = (json: unknown): boolean =>
  isJsonObject(json) && ('lists' in json || 'cards' in json) && !('swimlanes' in json) && !('_format' in json)

/** Nothing is written; the same file always gives the same board. */
export function readTrello(json: unknown): Result<TrelloBoard, FileRefused> {
  for (const missing of ['lists', 'cards'])
    if (!isJsonObject(json) || !Array.isArray(json[missing]))
      return refused({ reason: 'missing', tool: 'trello', missing })
  return readAs(trelloExport, json, 'trello')
}
