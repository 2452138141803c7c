// The team's directory as it is kept: the team's name, its people, and which boards and maps there are.
import * as v from 'valibot'
import { defineRows, field } from '../kernel'
import { COLOURS } from './colours'
import { id, name, rank, text, time, WORDS_LIMIT } from './record-parts'
import { customerRows, goalRows, reviewLog, valueRows } from './records-purpose'

/** Most hours of a day that are believed. */
export const HOURS_LIMIT = 24
const hours = v.object({
  hours: v.pipe(v.number(), v.minValue(0), v.maxValue(HOURS_LIMIT)),
  /** Who entered it: oneself, or anyone for somebody. */
  by: id,
  at: time,
})

/** What people say of themselves: beginning, able, and able to show others. */
export const LEVELS = ['learning', 'can', 'teach'] as const
export type SkillLevel = (typeof LEVELS)[number]

const said = v.object({ words: text(WORDS_LIMIT), at: time })
/** What someone says of themselves in their own words, and when they last changed it. */
export type Said = v.InferOutput<typeof said>

/** The one row of `teamRows`. A constant, so that two devices that name the team at once name the same row. */
export const TEAM_ROW = 'team'
export const teamRows = defineRows({
  name: 'team',
  fields: {
    name,
    /** The team has agreed about something, so that a device without the playbook knows that it lacks it. */
    hasRules: field(v.boolean(), false),
  },
})

export const peopleRows = defineRows({
  name: 'people',
  fields: {
    name,
    /** The colour wished for; two people may wish for the same one, the snapshot tells them apart. */
    colour: field<string>(v.picklist(COLOURS), ''),
    rank,
    /** When they were added (ms since 1970), by the clock of that device. */
    since: field(time, 0),
    /** How "I take the lead in" goes on, said by nobody else. */
    takesLead: field<Said | null>(v.nullable(said), null),
    /** How "You can count on me for" goes on. */
    countOn: field<Said | null>(v.nullable(said), null),
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
    steps: v.object({ by: id, at: time }),
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

/**
 * For whom somebody may be shown the way into the team, where the team has agreed that this is not everybody's to do:
 * each stands for what was told or decided. The secret itself is in no document.
 */
export const invitationRows = defineRows({
  name: 'invitations',
  fields: {
    /** Whom it is for, in the words of who asked. */
    name,
    by: field(id, ''),
    at: field(time, 0),
  },
})

export const teamCollections = {
  team: teamRows,
  people: peopleRows,
  documents: documentRows,
  skills: skillRows,
  customers: customerRows,
  values: valueRows,
  goals: goalRows,
  reviews: reviewLog,
  invitations: invitationRows,
}
