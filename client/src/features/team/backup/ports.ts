// What backup files need of the browser: their parts, digest and compression. Bundled, because the platform's digest is missing on plain http.
import { sha256 } from '@noble/hashes/sha2.js'
import { deflateSync, inflateSync } from 'fflate'
import type { BackupPorts, BackupSource } from '@yokoten/shared/transfer/backup'

/** A chosen file, read part by part. */
export const sourceOf = (file: Blob): BackupSource => ({
  size: file.size,
  bytes: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
})

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
