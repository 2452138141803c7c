// The board's room: its page.
export { BoardPage } from './board-page'
