// Who may come and how much a team may keep: connections and new teams by address, documents and bytes by team.
import { isIP } from 'node:net'
import type { CloseName } from '@yokoten/shared/sync'
import type { Admit } from './log/port'
import type { RelaySettings } from './settings'

/** Refuses what is beyond a team's share, in which its files count too. */
export const admitWithin =
  (
    settings: Pick<RelaySettings, 'documentsPerTeam' | 'bytesPerTeam'>,
    blobBytes: (team: string) => number = () => 0,
  ): Admit =>
  (usage, isNewDocument, bytes, team) => {
    if (isNewDocument && usage.documents >= settings.documentsPerTeam) return 'too-many-documents'
    return usage.bytes + blobBytes(team) + bytes > settings.bytesPerTeam ? 'team-full' : undefined
  }

/** True for addresses of private networks and of this machine, where one address may be a whole workshop. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d)/, '')
  if (isIP(plain) === 6) return plain === '::1' || /^f[cd]/.test(plain) || /^fe[89ab]/.test(plain)
  const [a = -1, b = -1] = plain.split('.').map(Number)
  return (
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254)
  )
}

export interface Doorkeeper {
  /** Counts a connection in, or says why it may not come. `leave` counts it out again. */
  enter(address: string): CloseName | undefined
  leave(address: string): void
  /** Counts a team that the log does not know, or says why this address may not create one now. */
  create(address: string, team: string, token: string | undefined): CloseName | undefined
}

const HOUR_MS = 60 * 60 * 1_000
/** Addresses remembered for counting new teams; beyond it the oldest are forgotten. */
const ADDRESSES = 10_000

export function createDoorkeeper(
  settings: Pick<RelaySettings, 'connectionsPerAddress' | 'newTeamsPerHour' | 'teamToken'>,
  now: () => number,
): Doorkeeper {
  const connections = new Map<string, number>()
  const created = new Map<string, Map<string, number>>()
  return {
    enter(address) {
      const count = connections.get(address) ?? 0
      const limit = isPrivateAddress(address) ? 0 : settings.connectionsPerAddress
      if (limit > 0 && count >= limit) return 'tooManyConnections'
      connections.set(address, count + 1)
      return undefined
    },
    leave(address) {
      const count = (connections.get(address) ?? 0) - 1
      if (count > 0) connections.set(address, count)
      else connections.delete(address)
    },
    create(address, team, token) {
      if (settings.teamToken !== undefined && token !== settings.teamToken) return 'teamRefused'
      if (settings.newTeamsPerHour === 0 || isPrivateAddress(address)) return undefined
      const recent = new Map([...(created.get(address) ?? [])].filter(([, at]) => now() - at < HOUR_MS))
      if (!recent.has(team) && recent.size >= settings.newTeamsPerHour) return 'tooManyTeams'
      if (!recent.has(team)) recent.set(team, now())
      created.delete(address)
      created.set(address, recent)
      const [oldest] = created.keys()
      if (created.size > ADDRESSES && oldest !== undefined) created.delete(oldest)
      return undefined
    },
  }
}
