// What people decided together after they had been apart, as one sentence.
import type { JourneyEntry } from '@yokoten/shared/board'
import { isTextId, text } from '../../../text'

/** Undefined for a step that decided nothing, or something that this version has no words for. */
export function decidedWords(
  entry: JourneyEntry,
  nameOf: (person: string | undefined) => string,
  column: string,
): string | undefined {
  if (entry.outcome === undefined) return undefined
  const id = `board.decided.${entry.outcome}`
  return isTextId(id) ? text(id, { who: nameOf(entry.by), with: nameOf(entry.with), column }) : undefined
}
