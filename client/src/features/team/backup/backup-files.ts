// Backup files read and made in a worker that lives for one file.
import type { Result } from '@yokoten/shared/kernel'
import { checkBackupSize } from '@yokoten/shared/transfer/backup'
import type { BackupProgress, BackupRead, BackupRefused } from '@yokoten/shared/transfer/backup'
import type { CollectedBackup } from './export-team'
import type { BackupRequest, BackupResponse } from './protocol'

type Answer = Exclude<BackupResponse, { kind: 'progress' | 'failed' }>

function ask(request: BackupRequest, onProgress: BackupProgress, signal?: AbortSignal): Promise<Answer> {
  const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Answer>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
    worker.onmessage = ({ data }: MessageEvent<BackupResponse>) => {
      if (data.kind === 'progress') onProgress(data.done, data.of)
      else if (data.kind === 'failed') reject(new Error('The backup worker could not finish.'))
      else resolve(data)
    }
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}

/** Reads a file that was chosen; its size is looked at before its content. Rejects where reading breaks off. */
export async function readBackupFile(
  file: Blob,
  onProgress: BackupProgress,
  signal: AbortSignal,
): Promise<Result<BackupRead, BackupRefused>> {
  const size = checkBackupSize(file.size)
  if (!size.ok) return size
  const answer = await ask({ kind: 'read', file }, onProgress, signal)
  if (answer.kind !== 'read') throw new Error('The backup worker answered another question.')
  return answer.result
}

/** Photos and files are put behind the first line as they are, without being read into memory together. */
export async function makeBackupFile(
  { backup, parts }: CollectedBackup,
  onProgress: BackupProgress,
): Promise<Blob> {
  const answer = await ask({ kind: 'write', backup }, onProgress)
  if (answer.kind !== 'written') throw new Error('The backup worker answered another question.')
  return new Blob([answer.line, ...parts], { type: 'application/octet-stream' })
}
