// The board's room: its page.
export { BoardPage } from './board-page'
export { WallPage } from './wall/wall-page'
