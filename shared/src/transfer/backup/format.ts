// The backup file, which can be checked before anything is taken from it: one line of JSON with the team's documents,
// then the sealed bytes of its photos and files, one after another. Version 1 was the line alone, without files.
import * as v from 'valibot'
import { isBase64 } from './base64'

/** First key and value of every backup file, by which it is known for one even when its end is missing. */
export const BACKUP_FORMAT = 'yokoten-backup'
/** Raised when older code could not read the file rightly. */
export const BACKUP_VERSION = 2

/** Limits that are checked before a file is read or unpacked. */
export const BACKUP_LIMITS = {
  /** Bytes of the line of documents: some ten boards of 10,000 cards. */
  lineBytes: 64 * 1024 * 1024,
  /** Bytes of the whole file; photos and files are read one at a time. */
  fileBytes: 16 * 1024 * 1024 * 1024,
  /** Bytes of all documents unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  documents: 2000,
  /** Photos and files, and the sealed bytes of one. */
  files: 100_000,
  sealedBytes: 12 * 1024 * 1024,
} as const

export interface BackupDocument {
  /** The document's name inside the team: `team`, `board/<id>`, `map/<id>`. */
  readonly name: string
  /** What people call it, for sentences about it. */
  readonly title: string
  /** The whole document as one compacted Yjs update (V1). */
  readonly update: Uint8Array
}

/** A photo or file as it stands in the backup: sealed, under the address it has at the meeting points. */
export interface BackupBlob {
  /** SHA-256 of the sealed bytes, 64 lowercase hexadecimal characters. */
  readonly address: string
  /** Number of the sealed bytes. */
  readonly size: number
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
  readonly files: readonly BackupBlob[]
  /** Photos and files that the documents name and that could not be had when the backup was made. */
  readonly filesMissing: number
}

/** A backup as it was read; the files' bytes are still in the file. */
export interface BackupRead extends Backup {
  /** Those whose bytes are what was saved, each with the place where they begin in the file. */
  readonly files: readonly (BackupBlob & { readonly at: number })[]
  /** Photos and files whose bytes were changed since. They are left out; the documents need none of them. */
  readonly filesDamaged: number
}

/** Where a backup is read from, part by part, so that its photos and files need not fit into memory. */
export interface BackupSource {
  /** Bytes in all. */
  readonly size: number
  /** The bytes from one place up to another. Rejects where they cannot be read any more. */
  bytes(from: number, to: number): Promise<Uint8Array>
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

const isDistinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length
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
    v.check((documents) => isDistinct(documents.map((entry) => entry.name))),
  ),
  /** Missing in version 1. */
  files: v.optional(
    v.pipe(
      v.array(
        v.object({
          address: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
          size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(BACKUP_LIMITS.sealedBytes)),
        }),
      ),
      v.maxLength(BACKUP_LIMITS.files),
      v.check((files) => isDistinct(files.map((entry) => entry.address))),
    ),
    [],
  ),
  filesMissing: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
})

export type BackupFile = v.InferOutput<typeof fileSchema>

/** What the checksum of the whole file is taken of: everything but the data, which have checksums of their own. */
export const sealedPart = (file: Omit<BackupFile, 'checksum'>, version: number): string =>
  JSON.stringify([
    BACKUP_FORMAT,
    version,
    file.app,
    file.madeAt,
    file.teamId,
    file.team,
    file.invitation,
    file.documents.map((entry) => [entry.name, entry.title, entry.size, entry.checksum]),
    ...(version > 1 ? [file.files.map((entry) => [entry.address, entry.size]), file.filesMissing] : []),
  ])
