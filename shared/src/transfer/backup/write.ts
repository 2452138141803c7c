// A team's documents into the line of JSON that a backup file begins with.
import { encodeUtf8 } from 'lib0/string'
import { toBase64 } from './base64'
import { BACKUP_FORMAT, BACKUP_VERSION, sealedPart } from './format'
import type { Backup, BackupFile, BackupPorts } from './format'

/** Documents done, of how many. */
export type BackupProgress = (done: number, of: number) => void

/**
 * The file's first line, with its end; the sealed bytes of `backup.files` follow it in their order. Documents are packed
 * one at a time; `onProgress` is told after each.
 */
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
  const { teamId, team, invitation, madeAt, app, filesMissing } = backup
  const files = backup.files.map(({ address, size }) => ({ address, size }))
  const described = { app, madeAt, teamId, team, invitation, documents, files, filesMissing }
  const checksum = toBase64(await ports.digest(encodeUtf8(sealedPart(described, BACKUP_VERSION))))
  const line = JSON.stringify({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    app,
    madeAt,
    teamId,
    team,
    invitation,
    checksum,
    filesMissing,
    files,
    documents,
  })
  return `${line}\n`
}
