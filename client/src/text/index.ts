export { text } from './text'
export type { TextValues } from './text'
export type { TextId } from './catalog'
export { isTextId } from './text-id'
