// Digest and compression for backup files. Bundled, because the platform's digest is missing on plain http.
import { sha256 } from '@noble/hashes/sha2.js'
import { deflateSync, inflateSync } from 'fflate'
import type { BackupPorts } from '@yokoten/shared/transfer/backup'

export const backupPorts: BackupPorts = {
  digest: (bytes) => Promise.resolve(sha256(bytes)),
  deflate: (bytes) => deflateSync(bytes, { level: 6 }),
  inflate(bytes, size) {
    try {
      // fflate cuts the output off at the buffer's end without a word: one byte of room shows that it is too long.
      const out = inflateSync(bytes, { out: new Uint8Array(size + 1) })
      return out.length === size ? out : undefined
    } catch {
      return undefined
    }
  },
}
