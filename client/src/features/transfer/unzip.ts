// The entries of a zip archive, as many bytes of each as it announces and no more.
import { unzipSync } from 'fflate'

/** Undefined where the bytes are no archive, or a damaged one. */
export function unzipEntries(
  bytes: Uint8Array,
  wants: (name: string, size: number) => boolean,
): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    const entries = unzipSync(bytes, { filter: ({ name, originalSize }) => wants(name, originalSize) })
    return new Map(Object.entries(entries))
  } catch {
    return undefined
  }
}
