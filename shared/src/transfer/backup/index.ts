// A whole team in one file, and back.
export { BACKUP_LIMITS, BACKUP_VERSION } from './format'
export type { Backup, BackupDocument, BackupPorts, BackupRefused } from './format'
export { writeBackup } from './write'
export type { BackupProgress } from './write'
export { checkBackupSize, looksLikeBackup, readBackup } from './read'
