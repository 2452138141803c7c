// The whole team as a backup: its documents and files, with the invitation that lets an empty device restore it.
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Backup } from '@yokoten/shared/transfer/backup'
import type { TeamSession } from '../../../session/api'
import { gatherFiles } from './gather-files'

export interface CollectedBackup {
  readonly backup: Backup
  /** The sealed bytes of its files, in their order. */
  readonly parts: readonly Blob[]
}

/**
 * `now` in milliseconds since 1970. `signal` and `onFetched` are for the files that have to be fetched first. Undefined
 * where this device may only look: it has no edit invitation to give.
 */
export async function collectBackup(
  team: TeamSession<TeamSnapshot>,
  now: number,
  app: string,
  signal: AbortSignal,
  onFetched?: (done: number, of: number) => void,
): Promise<CollectedBackup | undefined> {
  const link = team.invitations.edit
  if (link === undefined) return undefined
  const updates = await team.exportDocuments()
  const { files, parts, filesMissing } = await gatherFiles(team, updates.keys(), signal, onFetched)
  const directory = team.directory.get()
  const backup = {
    teamId: team.teamId,
    team: directory.name,
    invitation: link.slice(link.indexOf('#') + 1),
    madeAt: now,
    app,
    documents: [...updates].map(([name, update]) => {
      const id = name.slice(name.indexOf('/') + 1)
      return { name, title: directory.documentsById.get(id)?.name ?? directory.name, update }
    }),
    files,
    filesMissing,
  }
  return { backup, parts }
}

/** A name that says whose backup it is and of which day, with no character a file system objects to. */
export function backupFileName(team: string, now: Date): string {
  const safe = team.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${safe || 'team'}-${day}.yokoten`
}
