// The team's directory as it is kept: the team's name, its people, and which boards and maps there are.
import * as v from 'valibot'
import { defineRows, field } from '../kernel'
import { COLOURS } from './colours'

/** Longest name of a team, a person or a document, in UTF-16 units. Longer ones in a document are not shown. */
export const NAME_LIMIT = 120
/** Longest rank that is believed; a real one has some twenty characters. */
const RANK_LIMIT = 400

const name = field(v.pipe(v.string(), v.maxLength(NAME_LIMIT)), '')
const rank = field(v.pipe(v.string(), v.maxLength(RANK_LIMIT)), '')

const time = v.pipe(v.number(), v.safeInteger())
const person = v.pipe(v.string(), v.maxLength(RANK_LIMIT))
/** Most hours of a day that are believed. */
export const HOURS_LIMIT = 24
const hours = v.object({
  hours: v.pipe(v.number(), v.minValue(0), v.maxValue(HOURS_LIMIT)),
  /** Who entered it: oneself, or anyone for somebody. */
  by: person,
  at: time,
})

/** What people say of themselves: beginning, able, and able to show others. */
export const LEVELS = ['learning', 'can', 'teach'] as const
export type SkillLevel = (typeof LEVELS)[number]

/** The one row of `teamRows`. A constant, so that two devices that name the team at once name the same row. */
export const TEAM_ROW = 'team'
export const teamRows = defineRows({ name: 'team', fields: { name } })

export const peopleRows = defineRows({
  name: 'people',
  fields: {
    name,
    /** The colour wished for; two people may wish for the same one, the snapshot tells them apart. */
    colour: field<string>(v.picklist(COLOURS), ''),
    rank,
  },
  sets: {
    /** Hours of a usual week, by weekday: `1` is Monday, `7` Sunday. */
    usual: hours,
    /** Hours of one day that differ from the usual ones, by `YYYY-MM-DD` of the team's calendar; 0: away. */
    days: hours,
    /** What someone says of themselves, by skill id. */
    skills: v.object({ level: v.picklist(LEVELS), at: time }),
  },
})

/** What people of the team can do, in the team's words. */
export const skillRows = defineRows({
  name: 'skills',
  fields: { name, rank },
  sets: {
    /** The columns for which it is needed, by `<board>:<column>`. */
    steps: v.object({ by: person, at: time }),
  },
})

export type DocumentKind = 'board' | 'map'

export const documentRows = defineRows({
  name: 'documents',
  fields: {
    /** A kind that this version does not know is left out of the lists, not taken for a board. */
    kind: field<DocumentKind | 'unknown'>(v.picklist(['board', 'map']), 'unknown'),
    name,
    rank,
  },
})

export const teamCollections = {
  team: teamRows,
  people: peopleRows,
  documents: documentRows,
  skills: skillRows,
}
