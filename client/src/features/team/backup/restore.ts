// A backup onto this device: the team is joined by the file's own invitation and gets the file's documents, or neither.
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Backup } from '@yokoten/shared/transfer/backup'
import type { Device, MergeRefused, MergeSummary, TeamSession } from '../../../session/api'

export const updatesOf = (backup: Backup): ReadonlyMap<string, Uint8Array> =>
  new Map(backup.documents.map(({ name, update }) => [name, update]))

export const titlesOf = (backup: Backup): ReadonlyMap<string, string> =>
  new Map(backup.documents.map(({ name, title }) => [name, title]))

/** `wrong-team`: the file's invitation does not lead to the team the file says it is of. */
export type RestoreRefused = MergeRefused | { readonly reason: 'wrong-team' }

export interface Restored {
  readonly team: TeamSession<TeamSnapshot>
  readonly summary: MergeSummary
}

/** Where it is refused, a team that was not on this device before is not on it afterwards. */
export async function restoreBackup(
  device: Device<TeamSnapshot>,
  backup: Backup,
): Promise<Result<Restored, RestoreRefused>> {
  const wasKnown = (teamId: string) => before.some((known) => known.teamId === teamId)
  const before = device.teams.get()
  const joined = await device.join(backup.invitation)
  if (!joined.ok) return refused({ reason: 'wrong-team' })
  const team = joined.value
  const merged =
    team.teamId === backup.teamId
      ? await team.mergeDocuments(updatesOf(backup))
      : refused({ reason: 'wrong-team' } as const)
  if (merged.ok) return ok({ team, summary: merged.value })
  if (!wasKnown(team.teamId)) await device.forget(team.teamId)
  return merged
}
