// Trello: an export's parsed text to a board, and what of it was not taken.
export { isTrello, readTrello } from './read-trello'
export type { TrelloBoard } from './schema'
export { trelloToBoard } from './trello-to-board'
