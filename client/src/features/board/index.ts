// The board's room: its page, and the words for what others propose to do on it.
export { BoardPage } from './board-page'
export { WallPage } from './wall/wall-page'
export { describeAct } from './describe-act'
export type { CardFacts } from './actions'
