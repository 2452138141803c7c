// What people do in the team's directory: name the team, say who they are, add and put away boards and maps.
import { create, defineCommand, defineDeferred, ok, rankBetween, refused, set } from '../kernel'
import type { Change, Result, Table } from '../kernel'
import { COLOURS, freeColour } from './colours'
import { NAME_LIMIT } from './record-parts'
import { TEAM_ROW, documentRows, peopleRows, teamRows } from './records'
import type { DocumentKind } from './records'
import type { TeamSnapshot } from './snapshot'

export type NameRefused = { readonly reason: 'name-empty' | 'name-too-long' }
export type IdRefused = { readonly reason: 'id-taken' }
export type UnknownRefused = { readonly reason: 'unknown' }

/** A name as it is kept: without space around it and with single spaces inside, or why it cannot be one. */
export function tidyName(name: string): Result<string, NameRefused> {
  const tidy = name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (tidy === '') return refused({ reason: 'name-empty' })
  return tidy.length > NAME_LIMIT ? refused({ reason: 'name-too-long' }) : ok(tidy)
}

export const nameTeam = defineCommand(
  'team.nameTeam',
  (team: TeamSnapshot, args: { readonly name: string }): Result<Change[], NameRefused> => {
    const name = tidyName(args.name)
    if (!name.ok) return name
    return ok([
      team.named
        ? set(teamRows, TEAM_ROW, 'name', name.value)
        : create(teamRows, TEAM_ROW, { name: name.value }),
    ])
  },
)

/**
 * Says that the team has agreed about something: what follows from its first rule, whoever writes it. Until a device
 * knows the team's name it has nothing to say that on.
 */
export const noteRules = defineDeferred('team.noteRules', (team: TeamSnapshot): Result<Change[], never> =>
  ok(team.named && !team.hasRules ? [set(teamRows, TEAM_ROW, 'hasRules', true)] : []),
)

/** The greatest rank in use, or null. */
export const lastRank = (rows: Table<{ readonly id: string; readonly rank: string }>): string | null => {
  let last: string | null = null
  for (const { rank } of rows.values()) if (rank !== '' && (last === null || rank > last)) last = rank
  return last
}

/** Adds a person under an id chosen by the caller, who may become that person at once. */
export const addPerson = defineCommand(
  'team.addPerson',
  (
    team: TeamSnapshot,
    args: { readonly id: string; readonly name: string; readonly colour?: string },
    context,
  ): Result<Change[], NameRefused | IdRefused> => {
    const name = tidyName(args.name)
    if (!name.ok) return name
    if (team.peopleById.has(args.id)) return refused({ reason: 'id-taken' })
    return ok([
      create(peopleRows, args.id, {
        name: name.value,
        colour: isColour(args.colour) ? args.colour : nextColour(team),
        rank: rankBetween(lastRank(team.peopleById), null, context.random),
        since: context.stamp().at,
      }),
    ])
  },
)

const isColour = (colour: string | undefined): colour is string => COLOURS.some((known) => known === colour)

/** The colour a new person is offered: one that nobody of today has, as long as there is one. */
export const nextColour = (team: TeamSnapshot): string =>
  freeColour(team.people.map((id) => team.peopleById.get(id)?.colour ?? ''))

export const editPerson = defineCommand(
  'team.editPerson',
  (
    team: TeamSnapshot,
    args: { readonly id: string; readonly name?: string; readonly colour?: string },
  ): Result<Change[], NameRefused | UnknownRefused> => {
    if (!team.peopleById.has(args.id)) return refused({ reason: 'unknown' })
    const changes: Change[] = []
    if (args.name !== undefined) {
      const name = tidyName(args.name)
      if (!name.ok) return name
      changes.push(set(peopleRows, args.id, 'name', name.value))
    }
    if (isColour(args.colour)) changes.push(set(peopleRows, args.id, 'colour', args.colour))
    return ok(changes)
  },
)

const archive = (name: string, archived: boolean, rows: typeof peopleRows | typeof documentRows) =>
  defineCommand(
    name,
    (team: TeamSnapshot, args: { readonly id: string }): Result<Change[], UnknownRefused> => {
      const table: Table<unknown> = rows === peopleRows ? team.peopleById : team.documentsById
      if (!table.has(args.id)) return refused({ reason: 'unknown' })
      return ok([set(rows, args.id, 'archived', archived)])
    },
  )

/** Someone has left: they stay in the history and in what they did, and leave the lists. */
export const archivePerson = archive('team.archivePerson', true, peopleRows)
export const restorePerson = archive('team.restorePerson', false, peopleRows)

/** Lists a document under the id in its name. What stands in the document is written before, so none is listed empty. */
export const addDocument = defineCommand(
  'team.addDocument',
  (
    team: TeamSnapshot,
    args: { readonly id: string; readonly kind: DocumentKind; readonly name: string },
    context,
  ): Result<Change[], NameRefused | IdRefused> => {
    const name = tidyName(args.name)
    if (!name.ok) return name
    if (team.documentsById.has(args.id)) return refused({ reason: 'id-taken' })
    return ok([
      create(documentRows, args.id, {
        kind: args.kind,
        name: name.value,
        rank: rankBetween(lastRank(team.documentsById), null, context.random),
      }),
    ])
  },
)

export const renameDocument = defineCommand(
  'team.renameDocument',
  (
    team: TeamSnapshot,
    args: { readonly id: string; readonly name: string },
  ): Result<Change[], NameRefused | UnknownRefused> => {
    const name = tidyName(args.name)
    if (!name.ok) return name
    if (!team.documentsById.has(args.id)) return refused({ reason: 'unknown' })
    return ok([set(documentRows, args.id, 'name', name.value)])
  },
)

export const archiveDocument = archive('team.archiveDocument', true, documentRows)
export const restoreDocument = archive('team.restoreDocument', false, documentRows)
