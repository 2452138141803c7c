// Trello: an export's text to changes for a new board, and what was and was not taken.
export { importTrello, paragraphsOf, takeIn } from './import-trello'
export type { TrelloImport, TrelloImportOptions } from './import-trello'
export { readTrello, refuseSize, TRELLO_BYTES_LIMIT } from './read-trello'
export type { TrelloRefused } from './read-trello'
export type { TrelloBoard } from './schema'
export type { TrelloSummary } from './summary'
