// Packs and checks backup files away from the screen, so that a large team does not stop it.
import { readBackup, writeBackup } from '@yokoten/shared/transfer'
import { backupPorts } from './ports'
import type { BackupRequest, BackupResponse } from './protocol'

const answer = (response: BackupResponse): void => self.postMessage(response)
const onProgress = (done: number, of: number): void => answer({ kind: 'progress', done, of })

self.onmessage = async ({ data }: MessageEvent<BackupRequest>) => {
  if (data.kind === 'read') {
    answer({ kind: 'read', result: await readBackup(await data.file.text(), backupPorts, onProgress) })
  } else {
    const written = await writeBackup(data.backup, backupPorts, onProgress)
    answer({ kind: 'written', file: new Blob([written], { type: 'application/json' }) })
  }
}
