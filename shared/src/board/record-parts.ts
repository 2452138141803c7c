// What the board's rows and logs are made of: texts of bearable length, ids, times and days.
import * as v from 'valibot'

/** Longest card title, column name, tag or reason, in UTF-16 units. */
export const TITLE_LIMIT = 500
export const NAME_LIMIT = 120
/** Longest policy line, blocker's words, checklist item or reason given for a move. */
export const WORDS_LIMIT = 1_000
/** Longest comment; an imported one may have several screens. */
export const COMMENT_LIMIT = 20_000
/** A limit beyond this many slots is no limit that a team works with. */
export const LIMIT_LIMIT = 999
export const RANK_LIMIT = 400
export const ID_LIMIT = 200
/** More parents than this is no journey but an attempt to make readers slow. */
export const PARENTS_LIMIT = 100
/** People called in one comment, at most. */
export const MENTIONS_LIMIT = 50
export const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit))
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(ID_LIMIT))
export const time = v.pipe(v.number(), v.safeInteger())
export const isoDay = v.pipe(v.string(), v.isoDate())

export const mark = v.object({ by: text(ID_LIMIT), at: time })
