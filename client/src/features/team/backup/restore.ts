// A backup onto this device: the team is joined by the file's own invitation and gets the file's documents, or neither.
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Backup, BackupRead } from '@yokoten/shared/transfer/backup'
import type { BroughtFile, Device, MergeRefused, MergeSummary, TeamSession } from '../../../session/api'
import { sourceOf } from './ports'

export const updatesOf = (backup: Backup): ReadonlyMap<string, Uint8Array> =>
  new Map(backup.documents.map(({ name, update }) => [name, update]))

/** The backup's photos and files, each read from the file when its turn comes. */
export const filesIn = (file: Blob, backup: BackupRead): readonly BroughtFile[] =>
  backup.files.map(({ address, size, at }) => ({
    address,
    sealed: () => sourceOf(file).bytes(at, at + size),
  }))

export const titlesOf = (backup: Backup): ReadonlyMap<string, string> =>
  new Map(backup.documents.map(({ name, title }) => [name, title]))

/** `wrong-team`: the file's invitation does not lead to the team the file says it is of. */
export type RestoreRefused = MergeRefused | { readonly reason: 'wrong-team' }

export interface Restored {
  readonly team: TeamSession<TeamSnapshot>
  readonly summary: MergeSummary
}

/** Where it is refused or rejects, a team that was not on this device before is not on it afterwards. */
export async function restoreBackup(
  device: Device<TeamSnapshot>,
  backup: BackupRead,
  file: Blob,
): Promise<Result<Restored, RestoreRefused>> {
  const wasKnown = (teamId: string) => before.some((known) => known.teamId === teamId)
  const before = device.teams.get()
  const joined = await device.join(backup.invitation)
  if (!joined.ok) return refused({ reason: 'wrong-team' })
  const team = joined.value
  const leaveNothing = async () => {
    if (!wasKnown(team.teamId)) await device.forget(team.teamId)
  }
  try {
    const merged =
      team.teamId === backup.teamId
        ? await team.mergeDocuments(updatesOf(backup), filesIn(file, backup))
        : refused({ reason: 'wrong-team' } as const)
    if (merged.ok) return ok({ team, summary: merged.value })
    await leaveNothing()
    return merged
  } catch (error) {
    await leaveNothing()
    throw error
  }
}
