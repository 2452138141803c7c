// The only way words reach the screen: an id and its values in, the sentence in the reader's language out.
import { setupI18n } from '@lingui/core'
import { messages } from './catalog'
import type { TextId } from './catalog'

const i18n = setupI18n({ locale: 'en', messages: { en: messages } })

export type TextValues = Readonly<Record<string, string | number>>

/** The sentence for an id. Plurals and numbers follow ICU message syntax in the catalogs. */
export const text = (id: TextId, values?: TextValues): string => i18n._(id, values)
