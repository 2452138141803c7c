// What the page and the backup worker say to each other.
import type { Result } from '@yokoten/shared/kernel'
import type { Backup, BackupRead, BackupRefused } from '@yokoten/shared/transfer/backup'

export type BackupRequest =
  { readonly kind: 'read'; readonly file: Blob } | { readonly kind: 'write'; readonly backup: Backup }

export type BackupResponse =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'read'; readonly result: Result<BackupRead, BackupRefused> }
  /** The first line of the file. */
  | { readonly kind: 'written'; readonly line: Blob }
  | { readonly kind: 'failed' }
