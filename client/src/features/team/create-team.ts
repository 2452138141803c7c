// The first acts on a device: making a team, and saying who one is.
import { createId, ok } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import { addPerson, nameTeam, tidyName } from '@yokoten/shared/team'
import type { NameRefused, TeamSnapshot } from '@yokoten/shared/team'
import type { Device, TeamSession } from '../../session/api'
import type { TeamRefused } from './words'

/** A fresh id from the browser's randomness, which is there without a secure context too. */
export const freshId = (): string => createId((length) => crypto.getRandomValues(new Uint8Array(length)))

/** What is typed in the form for a new team, each refused for itself, before anything is made. */
export interface NewTeam {
  readonly team: string
  readonly person: string
}

export interface NewTeamRefused {
  readonly team: NameRefused | undefined
  readonly person: NameRefused | undefined
}

export function checkNewTeam({ team, person }: NewTeam): NewTeamRefused | undefined {
  const teamName = tidyName(team)
  const personName = tidyName(person)
  if (teamName.ok && personName.ok) return undefined
  return {
    team: teamName.ok ? undefined : teamName.error,
    person: personName.ok ? undefined : personName.error,
  }
}

/** Adds a person and becomes them. The device is the person first, because commands are written in someone's name. */
export async function joinAs(
  team: TeamSession<TeamSnapshot>,
  person: { readonly name: string; readonly colour?: string },
): Promise<Result<void, TeamRefused>> {
  const name = tidyName(person.name)
  if (!name.ok) return name
  const id = freshId()
  await team.becomePerson(id)
  return team.directory.run(addPerson, { ...person, id })
}

/** Makes a team on this device, offline, with its name and its first person. */
export async function createTeam(
  device: Device<TeamSnapshot>,
  { team: teamName, person }: NewTeam,
): Promise<Result<TeamSession<TeamSnapshot>, TeamRefused>> {
  const name = tidyName(teamName)
  if (!name.ok) return name
  const team = await device.create(name.value)
  const joined = await joinAs(team, { name: person })
  if (!joined.ok) return joined
  const named = team.directory.run(nameTeam, { name: name.value })
  return named.ok ? ok(team) : named
}
