// Words that people type, tidied and measured before they are written.
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import type { WordsRefused } from './refusals'

/** One line: surrounding and repeated blanks taken out; refused when nothing is left or it is too long. */
export function tidyLine(words: string, limit: number): Result<string, WordsRefused> {
  const line = words.replace(/\s+/gu, ' ').trim()
  if (line === '') return refused({ reason: 'empty-words' })
  return line.length > limit ? refused({ reason: 'words-too-long', limit }) : ok(line)
}

/** Words that may also be left out. */
export function tidyOptional(words: string | undefined, limit: number): Result<string, WordsRefused> {
  const text = (words ?? '').trim()
  return text.length > limit ? refused({ reason: 'words-too-long', limit }) : ok(text)
}
