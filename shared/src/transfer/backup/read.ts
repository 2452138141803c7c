// A backup file into a team's documents, or the one reason why not: all of it is checked before any is used.
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import { ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { fromBase64, toBase64 } from './base64'
import { BACKUP_FORMAT, BACKUP_LIMITS, BACKUP_VERSION, fileSchema, headSchema, sealedPart } from './format'
import type {
  BackupDocument,
  BackupFile,
  BackupPorts,
  BackupRead,
  BackupRefused,
  BackupSource,
} from './format'
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

const NEWLINE = 0x0a
/** Bytes read at a time while looking for the end of the first line. */
const PART = 1024 * 1024
/** Bytes by which a backup is told from other files. */
const BEGINNING = 200

interface FirstLine {
  readonly bytes: Uint8Array
  /** Whether its end was there, and not only that of the file. */
  readonly isEnded: boolean
}

/** The first line as bytes; of a file that is no backup only its beginning is read. */
async function readFirstLine(source: BackupSource): Promise<Result<FirstLine, BackupRefused>> {
  const beginning = decode(await source.bytes(0, Math.min(BEGINNING, source.size)), false)
  if (beginning.trim() === '' && source.size <= BEGINNING) return refused({ reason: 'empty' })
  if (!looksLikeBackup(beginning)) return refused({ reason: 'not-a-backup' })
  const parts: Uint8Array[] = []
  let size = 0
  let isEnded = false
  while (!isEnded && size < source.size) {
    if (size > BACKUP_LIMITS.lineBytes)
      return refused({ reason: 'too-large', bytes: source.size, limit: BACKUP_LIMITS.lineBytes })
    const part = await source.bytes(size, Math.min(size + PART, source.size))
    if (part.length === 0) return refused({ reason: 'truncated' })
    const end = part.indexOf(NEWLINE)
    isEnded = end >= 0
    parts.push(isEnded ? part.subarray(0, end) : part)
    size += isEnded ? end : part.length
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return ok({ bytes, isEnded })
}

/** `isWhole`: where it is not, the last character may have been cut in two, which does not matter. */
function decode(bytes: Uint8Array, isWhole: boolean): string {
  try {
    return decodeUtf8(bytes)
  } catch {
    return isWhole ? '' : String.fromCharCode(...bytes)
  }
}

function parseJson({ bytes, isEnded }: FirstLine): Result<unknown, BackupRefused> {
  const text = decode(bytes, true)
  try {
    return ok(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text))
  } catch {
    return refused({ reason: isEnded ? 'damaged' : 'truncated' })
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

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Reads a backup file. Sizes are compared with the limits before anything is unpacked, every document with its
 * checksum, and what the file says about them with the checksum of the whole. Photos and files are compared with their
 * addresses one after another, and stay where they are.
 */
export async function readBackup(
  source: BackupSource,
  ports: BackupPorts,
  onProgress: BackupProgress = () => undefined,
): Promise<Result<BackupRead, BackupRefused>> {
  const size = checkBackupSize(source.size)
  if (!size.ok) return size
  const line = await readFirstLine(source)
  if (!line.ok) return line
  const json = parseJson(line.value)
  if (!json.ok) return json
  const head = v.safeParse(headSchema, json.value)
  if (!head.success) return refused({ reason: 'not-a-backup' })
  const { version } = head.output
  if (version > BACKUP_VERSION) return refused({ reason: 'newer-version', app: head.output.app })
  const parsed = v.safeParse(fileSchema, json.value)
  if (!parsed.success) return refused({ reason: 'malformed', field: v.getDotPath(parsed.issues[0]) ?? '' })
  const file = parsed.output
  const bytes = file.documents.reduce((sum, entry) => sum + entry.size, 0)
  const limit = BACKUP_LIMITS.unpackedBytes
  if (bytes > limit) return refused({ reason: 'too-large', bytes, limit })
  const begin = line.value.bytes.length + 1
  const end = file.files.reduce((sum, entry) => sum + entry.size, begin)
  if (version > 1 && (!line.value.isEnded || source.size < end)) return refused({ reason: 'truncated' })

  const of = file.documents.length + file.files.length
  const documents: BackupDocument[] = []
  for (const entry of file.documents) {
    const document = await unpack(entry, ports)
    if (!document.ok) return document
    documents.push(document.value)
    onProgress(documents.length, of)
  }
  if (toBase64(await ports.digest(encodeUtf8(sealedPart(file, version)))) !== file.checksum)
    return refused({ reason: 'damaged' })

  const files: BackupRead['files'][number][] = []
  let at = begin
  for (const [index, { address, size: length }] of file.files.entries()) {
    const sealed = await source.bytes(at, at + length)
    if (toHex(await ports.digest(sealed)) === address) files.push({ address, size: length, at })
    at += length
    onProgress(documents.length + index + 1, of)
  }
  const filesDamaged = file.files.length - files.length
  const { teamId, team, invitation, madeAt, app, filesMissing } = file
  return ok({ teamId, team, invitation, madeAt, app, documents, files, filesMissing, filesDamaged })
}
