// A whole team in one file, and back.
export { BACKUP_LIMITS, BACKUP_VERSION } from './format'
export type {
  Backup,
  BackupBlob,
  BackupDocument,
  BackupPorts,
  BackupRead,
  BackupRefused,
  BackupSource,
} from './format'
export { writeBackup } from './write'
export type { BackupProgress } from './write'
export { checkBackupSize, looksLikeBackup, readBackup } from './read'
