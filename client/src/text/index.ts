export { isTextId, text } from './text'
export type { TextValues } from './text'
export type { TextId } from './catalog'
