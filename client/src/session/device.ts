// This device: the teams it knows, and the way into each.
import { ok } from '@yokoten/shared/kernel'
import {
  bytesToHex,
  createEditSecret,
  deriveTeamKeys,
  formatInvitation,
  parseInvitation,
} from '@yokoten/shared/sync'
import type { CryptoPort, Invitation } from '@yokoten/shared/sync'
import { nameTeam } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Device, TeamSession } from './api'
import { FILES_STORE } from './blob-shelf'
import { openKnownTeams } from './known-teams'
import type { TeamRecord } from './known-teams'
import type { Ports } from './ports'
import { databaseOf } from './team-hub'
import type { openTeamSession as OpenTeamSessionFunction } from './team-session'
import { documentNames, TEAM_STORE } from './team-documents'

type OpenTeamSession = typeof OpenTeamSessionFunction

const DEVICE_STORE = 'device'

let teamSession: Promise<{ readonly openTeamSession: OpenTeamSession }> | undefined
/** Yjs and all that works on documents: loaded with the first team, not with the app's first screen. */
export const loadTeamSession = () => (teamSession ??= import('./team-session'))

/** The device on these ports. Teams are read from the disk in the background; `openTeam` waits for that. */
export function createDeviceOn(ports: Ports): Device<TeamSnapshot> {
  const known = openKnownTeams(ports.openKeys(DEVICE_STORE))
  const open = new Map<string, Promise<TeamSession<TeamSnapshot>>>()
  let loading: Promise<CryptoPort> | undefined
  const crypto = () => (loading ??= ports.crypto())

  async function start(teamId: string, record: TeamRecord): Promise<TeamSession<TeamSnapshot>> {
    const invitation = parseInvitation(record.invitation)
    if (!invitation.ok) throw new Error('a stored invitation is one')
    const port = await crypto()
    const keys = await deriveTeamKeys(port, invitation.value)
    const { openTeamSession } = await loadTeamSession()
    return openTeamSession({
      ports,
      crypto: port,
      keys,
      record,
      onRecord(change) {
        const before = known.get(teamId)
        return before ? known.put(teamId, { ...before, ...change }) : Promise.resolve()
      },
      onClosed: () => open.delete(teamId),
    })
  }

  function session(teamId: string): Promise<TeamSession<TeamSnapshot>> {
    const opened = open.get(teamId)
    if (opened) return opened
    const record = known.get(teamId)
    if (!record) return Promise.reject(new Error('unknown team'))
    const fresh = start(teamId, record)
    open.set(teamId, fresh)
    fresh.catch(() => open.delete(teamId))
    return fresh
  }

  /** Knows the team from now on; an edit invitation takes the place of a view invitation, not the other way. */
  async function learn(invitation: Invitation, name: string): Promise<string> {
    await known.loaded
    const { team } = await deriveTeamKeys(await crypto(), invitation)
    const before = known.get(team)
    if (before && (before.mode === 'edit' || invitation.mode === 'view')) return team
    await (await open.get(team))?.close()
    const record: TeamRecord = {
      invitation: formatInvitation(invitation),
      mode: invitation.mode,
      name: before?.name ?? name,
      person: before?.person,
      device: before?.device ?? bytesToHex(ports.random(8)),
      since: before?.since ?? ports.wall(),
    }
    // Where the disk refuses, the team is open in this tab all the same, and the status says that nothing is stored.
    await known.put(team, record).catch(() => undefined)
    return team
  }

  return {
    teams: known.list,
    async create(name) {
      const editSecret = createEditSecret(await crypto())
      const team = await session(await learn({ mode: 'edit', editSecret }, name))
      team.directory.run(nameTeam, { name })
      return team
    },
    async join(text) {
      const invitation = parseInvitation(text)
      if (!invitation.ok) return invitation
      return ok(await session(await learn(invitation.value, '')))
    },
    async openTeam(teamId) {
      await known.loaded
      return session(teamId)
    },
    async forget(teamId) {
      await known.loaded
      const opened = await open.get(teamId)?.catch(() => undefined)
      await opened?.close()
      const store = ports.openKeys(TEAM_STORE + teamId)
      const names = await documentNames(store).catch(() => [])
      store.close()
      await known.remove(teamId)
      for (const name of names) await ports.documents.delete(databaseOf(teamId, name))
      await ports.deleteKeys(TEAM_STORE + teamId)
      await ports.deleteKeys(FILES_STORE + teamId)
    },
    askToPersist: ports.askToPersist,
  }
}
