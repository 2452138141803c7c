// Words as they are kept.
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import type { WordsRefused } from './refusals'

const tidy = (text: string): string => text.normalize('NFC').trim()

/** One line without space around it, or why it cannot be kept. */
export function tidyLine(text: string, limit: number): Result<string, WordsRefused> {
  const line = tidy(text).replace(/\s+/gu, ' ')
  if (line === '') return refused({ reason: 'empty' })
  return line.length > limit ? refused({ reason: 'too-long', limit }) : ok(line)
}

/** Words that may be missing. */
export function tidyOptional(text: string | undefined, limit: number): Result<string, WordsRefused> {
  const words = tidy(text ?? '')
  return words.length > limit ? refused({ reason: 'too-long', limit }) : ok(words)
}
