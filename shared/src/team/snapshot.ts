// The directory as screens read it: who is in the team and what it has, in order, each person with a look of their own.
import { compareRanked, defineDocument, emptyTable } from '../kernel'
import type { Dirty, RowOf, Table, Tables } from '../kernel'
import { teamActs } from './acts'
import { colourPeople } from './colours'
import { initialsOf } from './initials'
import { projectInvited } from './invitations'
import type { Invited } from './invitations'
import { isSameLead, NO_REVIEW, projectReview } from './leading'
import type { Lead, Review } from './leading'
import { NO_PURPOSE, projectPurpose } from './purpose'
import type { Purpose } from './purpose'
import { TEAM_ROW, teamCollections } from './records'
import type { DocumentKind, documentRows, peopleRows, skillRows } from './records'
import { derivedTable, idsWhere, sameIds } from './tables'

export interface Person {
  readonly id: string
  readonly name: string
  /** `#rrggbb`, dark enough for white text; unlike everybody else's as long as the palette lasts. */
  readonly colour: string
  /** One to three characters, unlike everybody else's where possible. */
  readonly initials: string
  readonly archived: boolean
  readonly rank: string
  /** When they were added, in ms since 1970; 0 where that is not known. */
  readonly since: number
}

export interface DocumentEntry {
  /** The `<id>` in the document's name `board/<id>` or `map/<id>`. */
  readonly id: string
  readonly kind: DocumentKind
  readonly name: string
  readonly archived: boolean
  readonly rank: string
}

/** When someone is here and what they can do: the cells of their own row, see `peopleRows`. */
export type Times = Pick<RowOf<typeof peopleRows>, 'id' | 'usual' | 'days' | 'skills'>

export type Skill = RowOf<typeof skillRows>

export interface TeamSnapshot extends Purpose {
  /** Empty until someone has named the team. */
  readonly name: string
  /** False until the directory has been written at all, so that a first name is a creation. */
  readonly named: boolean
  /** The team has rules, whether or not this device has the playbook that they stand in. */
  readonly hasRules: boolean
  /** Ids of the people of today, in the order in which they joined. */
  readonly people: readonly string[]
  readonly archivedPeople: readonly string[]
  /** Everybody who ever was in the team. */
  readonly peopleById: Table<Person>
  /** Ids of the documents in use, in their order. */
  readonly documents: readonly string[]
  readonly archivedDocuments: readonly string[]
  readonly documentsById: Table<DocumentEntry>
  /** Of everybody who ever was in the team. */
  readonly timesById: Table<Times>
  /** Ids of the skills the team speaks of, in their order. */
  readonly skills: readonly string[]
  readonly archivedSkills: readonly string[]
  readonly skillsById: Table<Skill>
  /** Of everybody who ever was in the team. */
  readonly leadById: Table<Lead>
  readonly review: Review
  /** Invitations that stand, the latest first; see `invitedAt`. */
  readonly invited: readonly Invited[]
}

type TeamTables = Tables<typeof teamCollections>
type TeamDirty = Dirty<typeof teamCollections>

const isSamePerson = (a: Person, b: Person): boolean =>
  a.name === b.name &&
  a.colour === b.colour &&
  a.initials === b.initials &&
  a.archived === b.archived &&
  a.rank === b.rank

const isSameDocument = (a: DocumentEntry, b: DocumentEntry): boolean =>
  a.kind === b.kind && a.name === b.name && a.archived === b.archived && a.rank === b.rank

const isSameTimes = (a: Times, b: Times): boolean =>
  a.usual === b.usual && a.days === b.days && a.skills === b.skills

function projectPeople(rows: readonly RowOf<typeof peopleRows>[]): Person[] {
  const ordered = [...rows].sort(compareRanked)
  const initials = initialsOf(ordered)
  const colours = colourPeople(ordered.filter((row) => !row.archived))
  return ordered.map((row) => ({
    id: row.id,
    name: row.name,
    colour: colours.get(row.id) ?? (row.colour || (colourPeople([row]).get(row.id) ?? '')),
    initials: initials.get(row.id) ?? '?',
    archived: row.archived,
    since: row.since,
    rank: row.rank,
  }))
}

const isListed = (
  row: RowOf<typeof documentRows>,
): row is RowOf<typeof documentRows> & { readonly kind: DocumentKind } => row.kind !== 'unknown'

function projectDocuments(rows: readonly RowOf<typeof documentRows>[]): DocumentEntry[] {
  return rows
    .filter(isListed)
    .sort(compareRanked)
    .map(({ id, kind, name, archived, rank }) => ({ id, kind, name, archived, rank }))
}

/**
 * The snapshot of the directory's tables. A directory has some dozens of rows, so a dirty collection is derived
 * whole; what comes out the same is shared with the previous snapshot.
 */
export function projectTeam(
  previous: TeamSnapshot | undefined,
  tables: TeamTables,
  dirty: TeamDirty,
): TeamSnapshot {
  const isDirty = (name: keyof TeamDirty) => previous === undefined || (dirty[name]?.size ?? 0) > 0
  let next = previous ?? EMPTY
  if (isDirty('team')) {
    const row = tables.team.get(TEAM_ROW)
    next = { ...next, name: row?.name ?? '', named: row !== undefined, hasRules: row?.hasRules ?? false }
  }
  if (isDirty('people')) {
    const people = projectPeople([...tables.people.values()])
    next = {
      ...next,
      people: sameIds(next.people, idsWhere(people, false)),
      archivedPeople: sameIds(next.archivedPeople, idsWhere(people, true)),
      peopleById: derivedTable(next.peopleById, people, isSamePerson),
      timesById: derivedTable(
        next.timesById,
        [...tables.people.values()].map(({ id, usual, days, skills }) => ({ id, usual, days, skills })),
        isSameTimes,
      ),
      leadById: derivedTable(
        next.leadById,
        [...tables.people.values()].map(({ id, takesLead, countOn }) => ({ id, takesLead, countOn })),
        isSameLead,
      ),
    }
  }
  if (isDirty('documents')) {
    const documents = projectDocuments([...tables.documents.values()])
    next = {
      ...next,
      documents: sameIds(next.documents, idsWhere(documents, false)),
      archivedDocuments: sameIds(next.archivedDocuments, idsWhere(documents, true)),
      documentsById: derivedTable(next.documentsById, documents, isSameDocument),
    }
  }
  if (isDirty('skills')) {
    const skills = [...tables.skills.values()].sort(compareRanked)
    next = {
      ...next,
      skills: sameIds(next.skills, idsWhere(skills, false)),
      archivedSkills: sameIds(next.archivedSkills, idsWhere(skills, true)),
      skillsById: tables.skills,
    }
  }
  if (isDirty('customers') || isDirty('values') || isDirty('goals'))
    next = { ...next, ...projectPurpose(next, tables, previous && dirty) }
  if (isDirty('reviews')) next = { ...next, review: projectReview(tables.reviews) }
  if (isDirty('invitations')) next = { ...next, invited: projectInvited(tables.invitations) }
  return next
}

const EMPTY: TeamSnapshot = {
  name: '',
  hasRules: false,
  named: false,
  people: [],
  archivedPeople: [],
  peopleById: emptyTable(),
  documents: [],
  archivedDocuments: [],
  documentsById: emptyTable(),
  timesById: emptyTable(),
  skills: [],
  archivedSkills: [],
  skillsById: emptyTable(),
  leadById: emptyTable(),
  review: NO_REVIEW,
  invited: [],
  ...NO_PURPOSE,
}

/** The team's directory document; its name inside the team is `team`. */
export const teamDocument = defineDocument<typeof teamCollections, TeamSnapshot>({
  kind: 'team',
  version: 1,
  collections: teamCollections,
  project: projectTeam,
  acts: teamActs,
  revert: {},
})
