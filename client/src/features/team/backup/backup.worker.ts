// Packs and checks backup files away from the screen, so that a large team does not stop it.
import { readBackup, writeBackup } from '@yokoten/shared/transfer/backup'
import { backupPorts, sourceOf } from './ports'
import type { BackupRequest, BackupResponse } from './protocol'

const answer = (response: BackupResponse): void => self.postMessage(response)
const onProgress = (done: number, of: number): void => answer({ kind: 'progress', done, of })

async function work(request: BackupRequest): Promise<BackupResponse> {
  if (request.kind === 'read') {
    return { kind: 'read', result: await readBackup(sourceOf(request.file), backupPorts, onProgress) }
  }
  return { kind: 'written', line: new Blob([await writeBackup(request.backup, backupPorts, onProgress)]) }
}

self.onmessage = ({ data }: MessageEvent<BackupRequest>) => {
  work(data).then(answer, () => answer({ kind: 'failed' }))
}
