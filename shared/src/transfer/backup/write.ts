// A team's documents into the text of a backup file.
import { encodeUtf8 } from 'lib0/string'
import { toBase64 } from './base64'
import { BACKUP_FORMAT, BACKUP_VERSION, sealedPart } from './format'
import type { Backup, BackupFile, BackupPorts } from './format'

/** Documents done, of how many. */
export type BackupProgress = (done: number, of: number) => void

/** The text of the file. Documents are packed one at a time; `onProgress` is told after each. */
export async function writeBackup(
  backup: Backup,
  ports: BackupPorts,
  onProgress: BackupProgress = () => undefined,
): Promise<string> {
  const documents: BackupFile['documents'] = []
  for (const { name, title, update } of backup.documents) {
    documents.push({
      name,
      title,
      size: update.length,
      checksum: toBase64(await ports.digest(update)),
      data: toBase64(ports.deflate(update)),
    })
    onProgress(documents.length, backup.documents.length)
  }
  const { teamId, team, invitation, madeAt, app } = backup
  const described = { app, madeAt, teamId, team, invitation, documents }
  const checksum = toBase64(await ports.digest(encodeUtf8(sealedPart(described))))
  return JSON.stringify({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    app,
    madeAt,
    teamId,
    team,
    invitation,
    checksum,
    documents,
  })
}
