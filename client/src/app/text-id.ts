// Sentences that the session names by id: shown where the catalog has them.
import { messages } from '../text/catalog'
import type { TextId } from '../text'

export const isTextId = (id: string): id is TextId => Object.hasOwn(messages, id)
