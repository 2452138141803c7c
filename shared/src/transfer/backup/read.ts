// The text of a backup file into a team's documents, or the one reason why not: all of it is checked before any is used.
import { encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { fromBase64, toBase64 } from './base64'
import { BACKUP_FORMAT, BACKUP_LIMITS, BACKUP_VERSION, fileSchema, headSchema, sealedPart } from './format'
import type { Backup, BackupDocument, BackupFile, BackupPorts, BackupRefused } from './format'
import type { BackupProgress } from './write'

/** Asked before a file is read, so that a huge one costs nothing. `bytes` is the size of the file. */
export function checkBackupSize(bytes: number): Result<void, BackupRefused> {
  if (bytes === 0) return refused({ reason: 'empty' })
  const limit = BACKUP_LIMITS.fileBytes
  return bytes > limit ? refused({ reason: 'too-large', bytes, limit }) : ok(undefined)
}

/** Whether a file's beginning is that of a backup; some hundred characters are enough. */
export const looksLikeBackup = (beginning: string): boolean =>
  new RegExp(`^\\uFEFF?\\s*\\{\\s*"format"\\s*:\\s*"${BACKUP_FORMAT}"`).test(beginning)

function parseJson(text: string): Result<unknown, BackupRefused> {
  try {
    return ok(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text))
  } catch {
    if (text.trim() === '') return refused({ reason: 'empty' })
    return refused({ reason: looksLikeBackup(text.slice(0, 200)) ? 'truncated' : 'not-a-backup' })
  }
}

async function unpack(
  entry: BackupFile['documents'][number],
  ports: BackupPorts,
): Promise<Result<BackupDocument, BackupRefused>> {
  const update = ports.inflate(fromBase64(entry.data), entry.size)
  const isWhole = update !== undefined && toBase64(await ports.digest(update)) === entry.checksum
  return isWhole
    ? ok({ name: entry.name, title: entry.title, update })
    : refused({ reason: 'document-damaged', document: entry.title || entry.name })
}

/**
 * Reads a backup file. Sizes are compared with the limits before anything is unpacked, every document with its
 * checksum, and what the file says about them with the checksum of the whole.
 */
export async function readBackup(
  text: string,
  ports: BackupPorts,
  onProgress: BackupProgress = () => undefined,
): Promise<Result<Backup, BackupRefused>> {
  const size = checkBackupSize(text.length)
  if (!size.ok) return size
  const json = parseJson(text)
  if (!json.ok) return json
  const head = v.safeParse(headSchema, json.value)
  if (!head.success) return refused({ reason: 'not-a-backup' })
  if (head.output.version > BACKUP_VERSION) {
    return refused({ reason: 'newer-version', app: head.output.app })
  }
  const parsed = v.safeParse(fileSchema, json.value)
  if (!parsed.success) return refused({ reason: 'malformed', field: v.getDotPath(parsed.issues[0]) ?? '' })
  const file = parsed.output
  const bytes = file.documents.reduce((sum, entry) => sum + entry.size, 0)
  const limit = BACKUP_LIMITS.unpackedBytes
  if (bytes > limit) return refused({ reason: 'too-large', bytes, limit })

  const documents: BackupDocument[] = []
  for (const entry of file.documents) {
    const document = await unpack(entry, ports)
    if (!document.ok) return document
    documents.push(document.value)
    onProgress(documents.length, file.documents.length)
  }
  if (toBase64(await ports.digest(encodeUtf8(sealedPart(file)))) !== file.checksum) {
    return refused({ reason: 'damaged' })
  }
  const { teamId, team, invitation, madeAt, app } = file
  return ok({ teamId, team, invitation, madeAt, app, documents })
}
