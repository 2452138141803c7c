// What the playbook's rows and logs are made of: texts of bearable length, ids, times and days.
import * as v from 'valibot'
import { isJsonObject } from '../kernel'
import type { JsonObject } from '../kernel'

/** Longest name of an act or a hat, in UTF-16 units. */
export const NAME_LIMIT = 120
/** Longest reason, advice, objection or note. */
export const WORDS_LIMIT = 2_000
export const ID_LIMIT = 200
export const RANK_LIMIT = 400
/** More parents than this is no history but an attempt to make readers slow. */
export const PARENTS_LIMIT = 100
/** People named in one entry, at most. */
export const PEOPLE_LIMIT = 500
/** A proposal's arguments, as JSON. */
export const ARGS_LIMIT = 20_000
/** Working hours that a deadline may be away: a quarter of a year's. */
export const HOURS_LIMIT = 520

export const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit))
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(ID_LIMIT))
export const time = v.pipe(v.number(), v.safeInteger())
export const isoDay = v.pipe(v.string(), v.isoDate())
export const ids = (limit: number) => v.pipe(v.array(text(ID_LIMIT)), v.maxLength(limit))
export const parents = ids(PARENTS_LIMIT)
export const people = ids(PEOPLE_LIMIT)
export const isCarried = (value: unknown): value is JsonObject =>
  isJsonObject(value) && JSON.stringify(value).length <= ARGS_LIMIT
export const json = v.custom<JsonObject>(isCarried)

/** Who wrote an entry and when. */
export const written = { by: text(ID_LIMIT), at: time, order: time }

/** A person, whoever wears a hat, whoever can do something, or somebody who is not of the team, by name. */
export const WHO_KINDS = ['person', 'hat', 'skill', 'outside'] as const
export const who = v.object({ kind: v.picklist(WHO_KINDS), id: text(ID_LIMIT) })
export type Who = v.InferOutput<typeof who>
