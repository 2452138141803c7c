// A board as files: our own JSON, and tables for spreadsheets and flow tools.
export { BOARD_FORMAT, BOARD_VERSION, isBoardJson, readBoardJson, writeBoardJson } from './board-json'
export { boardToFile, cardsInOrder } from './board-to-file'
export type { ExportSources } from './board-to-file'
export { csvText, formulasIn, isFormula } from './csv-text'
export { cardTable, flowTable } from './tables'
export type { TableSources } from './tables'
