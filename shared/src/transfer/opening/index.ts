// Opening any file that may hold a board.
export { openFile, UNPACKED_LIMIT } from './open-file'
export type { Opened, OpenPorts } from './open-file'
