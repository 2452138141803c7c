// The backup file: a JSON envelope around the team's documents, which can be checked before anything is taken from it.
import * as v from 'valibot'
import { isBase64 } from './base64'

/** First key and value of every backup file, by which it is known for one even when its end is missing. */
export const BACKUP_FORMAT = 'yokoten-backup'
/** Raised when older code could not read the file rightly. */
export const BACKUP_VERSION = 1

/** Limits that are checked before a file is read or unpacked. */
export const BACKUP_LIMITS = {
  /** Bytes of the file: some ten boards of 10,000 cards. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of all documents unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  documents: 2000,
} as const

export interface BackupDocument {
  /** The document's name inside the team: `team`, `board/<id>`, `map/<id>`. */
  readonly name: string
  /** What people call it, for sentences about it. */
  readonly title: string
  /** The whole document as one compacted Yjs update (V1). */
  readonly update: Uint8Array
}

/**
 * What a backup holds. `invitation` is the device's own invitation, without `#`: with an edit invitation the file
 * can be restored on an empty device, and whoever has the file can do what the link can.
 */
export interface Backup {
  readonly teamId: string
  readonly team: string
  readonly invitation: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  /** Version of the app that wrote the file. */
  readonly app: string
  readonly documents: readonly BackupDocument[]
}

/** Why a file is not taken. Nothing has been written when one of these is returned. */
export type BackupRefused =
  | { readonly reason: 'empty' }
  | { readonly reason: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly reason: 'not-a-backup' }
  | { readonly reason: 'truncated' }
  | { readonly reason: 'newer-version'; readonly app: string }
  /** A field is missing or of the wrong kind; `field` is its path, e.g. `documents.3.size`. */
  | { readonly reason: 'malformed'; readonly field: string }
  /** A document's bytes are not those that were saved; `document` is its title. */
  | { readonly reason: 'document-damaged'; readonly document: string }
  /** The documents are whole, but what is said about them was changed. */
  | { readonly reason: 'damaged' }

/** Work a backup needs that differs from place to place. */
export interface BackupPorts {
  /** SHA-256. */
  digest(bytes: Uint8Array): Promise<Uint8Array>
  /** Raw DEFLATE (RFC 1951). */
  deflate(bytes: Uint8Array): Uint8Array
  /** Undoes `deflate`; undefined where the bytes do not unpack to exactly `size` bytes, found without unpacking more. */
  inflate(bytes: Uint8Array, size: number): Uint8Array | undefined
}

const checksum = v.pipe(v.string(), v.length(44))
const shortText = v.pipe(v.string(), v.maxLength(400))

/** Enough of a file to say whether this version can read it. */
export const headSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  app: v.fallback(shortText, ''),
})

export const fileSchema = v.object({
  app: shortText,
  madeAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  teamId: v.pipe(shortText, v.nonEmpty()),
  team: shortText,
  invitation: v.pipe(shortText, v.nonEmpty()),
  checksum,
  documents: v.pipe(
    v.array(
      v.object({
        name: v.pipe(shortText, v.regex(/^[a-z]+(?:\/[A-Za-z0-9_-]+)?$/)),
        title: shortText,
        size: v.pipe(v.number(), v.integer(), v.minValue(0)),
        checksum,
        data: v.pipe(v.string(), v.check(isBase64)),
      }),
    ),
    v.minLength(1),
    v.maxLength(BACKUP_LIMITS.documents),
    v.check((documents) => new Set(documents.map((entry) => entry.name)).size === documents.length),
  ),
})

export type BackupFile = v.InferOutput<typeof fileSchema>

/** What the checksum of the whole file is taken of: everything but the data, which have checksums of their own. */
export const sealedPart = (file: Omit<BackupFile, 'checksum'>): string =>
  JSON.stringify([
    BACKUP_FORMAT,
    BACKUP_VERSION,
    file.app,
    file.madeAt,
    file.teamId,
    file.team,
    file.invitation,
    file.documents.map((entry) => [entry.name, entry.title, entry.size, entry.checksum]),
  ])
