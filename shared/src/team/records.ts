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

export const teamCollections = { team: teamRows, people: peopleRows, documents: documentRows }
