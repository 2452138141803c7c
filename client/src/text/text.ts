// The only way words reach the screen: an id and its values in, the sentence in the reader's language out.
import { setupI18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import { messages } from './catalog'
import type { TextId } from './catalog'

const i18n = setupI18n({ locale: 'en', messages: { en: messages } })

/** Adds words that come later than the first screen. */
export const addTexts = (more: Messages): void => i18n.load('en', more)

/** Whether there are words for an id that comes from elsewhere. */
export const isTextId = (id: string): id is TextId => Object.hasOwn(i18n.messages, id)

export type TextValues = Readonly<Record<string, string | number>>

/** The sentence for an id. Plurals and numbers follow ICU message syntax in the catalogs. */
export const text = (id: TextId, values?: TextValues): string => i18n._(id, values)
