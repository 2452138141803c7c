// What the directory's rows and logs are made of: names and words of bearable length, ranks, times and days.
import * as v from 'valibot'
import { field } from '../kernel'

/** Longest name of a team, a person or a document, in UTF-16 units. Longer ones in a document are not shown. */
export const NAME_LIMIT = 120
/** Longest sentence: what a customer values, a demand, what a goal is about. */
export const LINE_LIMIT = 300
/** Longest words in somebody's own voice, or the reason of a goal. */
export const WORDS_LIMIT = 1_000
/** Longest rank or id that is believed; a real one has some twenty characters. */
const ID_LIMIT = 400

export const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit))
export const id = text(ID_LIMIT)
export const time = v.pipe(v.number(), v.safeInteger())
/** `YYYY-MM-DD` of the team's calendar. */
export const isoDay = v.pipe(v.string(), v.isoDate())

export const name = field(text(NAME_LIMIT), '')
export const rank = field(id, '')
