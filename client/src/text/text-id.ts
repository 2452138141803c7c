// Sentences that are named by id from outside the catalog: shown where it has them.
import { messages } from './catalog'
import type { TextId } from './catalog'

export const isTextId = (id: string): id is TextId => Object.hasOwn(messages, id)
