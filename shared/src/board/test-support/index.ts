// What tests and benches of other packages need of the board: seeded boards, devices, and a document without Yjs.
export { buildBoard } from './build-board'
export type { BuildBoardOptions } from './build-board'
export { createDevice, createSeededRandom, seededBytes, TEST_START } from './seeded'
export type { TestDevice } from './seeded'
export { createTableDocument } from './table-document'
export type { TableDocument } from './table-document'
export { createSmallBoard } from './small-board'
