// Hats and their turns, requests to the team, and rounds of delegation poker, as they are kept.
import * as v from 'valibot'
import { defineLog, defineRows, field } from '../kernel'
import type { EntryOf, RowOf } from '../kernel'
import {
  id,
  ID_LIMIT,
  ids,
  NAME_LIMIT,
  parents,
  RANK_LIMIT,
  text,
  time,
  WORDS_LIMIT,
  written,
} from './record-parts'

export const HAT_KINDS = [
  'facilitator',
  'flow-keeper',
  'coach',
  'map-keeper',
  'blocker-runner',
  'own',
] as const
export type HatKind = (typeof HAT_KINDS)[number]

/** A turn of a hat ends by itself after so many days. */
export const TURN_DAYS = 28
/** More days than this is a post, not a turn. */
export const TURN_DAYS_LIMIT = 366

/** What one looks after for a while. A hat has no power of its own. */
export const hatRows = defineRows({
  name: 'hats',
  fields: {
    kind: field<HatKind>(v.picklist(HAT_KINDS), 'own'),
    /** Empty: the kind's usual name. */
    name: field(text(NAME_LIMIT), ''),
    /** What who wears it looks after, in a sentence. */
    does: field(text(WORDS_LIMIT), ''),
    days: field(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(TURN_DAYS_LIMIT)), TURN_DAYS),
    rank: field(text(RANK_LIMIT), ''),
  },
})

export const TURN_KINDS = ['offered', 'accepted', 'declined', 'ended', 'withdrawn'] as const
export type TurnKind = (typeof TURN_KINDS)[number]

/** The entry that offers a turn names it; the others answer. `shadow`: a newcomer's turn beside the one who wears it. */
export const turnLog = defineLog({
  name: 'turns',
  entry: v.object({
    turn: id,
    kind: v.picklist(TURN_KINDS),
    hat: id,
    person: id,
    shadow: v.boolean(),
    from: time,
    until: time,
    /** What the next one should know, and why it was declined. */
    words: text(WORDS_LIMIT),
    parents,
    ...written,
  }),
})

/** A request for help, or an issue raised to the team. */
export const requestRows = defineRows({
  name: 'requests',
  fields: {
    kind: field<'help' | 'issue'>(v.picklist(['help', 'issue']), 'issue'),
    words: field(text(WORDS_LIMIT), ''),
    /** What it is about: `<kind>:<id>`, or null. */
    about: field<string | null>(v.nullable(text(ID_LIMIT)), null),
    by: field(text(ID_LIMIT), ''),
    at: field(time, 0),
  },
  sets: {
    /** By person: the first answer of each stays. */
    answers: v.object({ at: time, words: text(WORDS_LIMIT) }),
    /** By an id of its own: resolved or not is said by the latest. */
    turns: v.object({
      kind: v.picklist(['resolved', 'reopened']),
      by: text(ID_LIMIT),
      at: time,
      order: time,
      words: text(WORDS_LIMIT),
    }),
  },
})

/** A round of delegation poker about some acts. */
export const roundRows = defineRows({
  name: 'rounds',
  fields: {
    acts: field<readonly string[]>(ids(100), []),
    by: field(text(ID_LIMIT), ''),
    at: field(time, 0),
  },
  sets: {
    /** People whose hands nobody waits for, by their ids. */
    leftOut: v.object({ by: text(ID_LIMIT), at: time }),
  },
})

/** What somebody plays: first only its salted hash, and once all are sealed what it was. */
export const handLog = defineLog({
  name: 'hands',
  entry: v.object({
    round: id,
    /** The hash, in hexadecimal; empty in an entry that opens. */
    sealed: text(128),
    /** Salt and choices as JSON, see `poker`; empty in an entry that seals. */
    opened: text(10_000),
    ...written,
  }),
})

export type HatRow = RowOf<typeof hatRows>
export type TurnEntry = EntryOf<typeof turnLog>
export type RequestRow = RowOf<typeof requestRows>
export type RoundRow = RowOf<typeof roundRows>
export type HandEntry = EntryOf<typeof handLog>
