// Sealed files brought by hand onto this device's disk: all that are of this team, or none.
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import type { BroughtFile, BroughtFiles } from './api'
import type { BlobShelf } from './blob-shelf'

export interface BroughtParts {
  readonly shelf: Pick<BlobShelf, 'keep' | 'drop'>
  /** Whether the bytes are the file that is named, sealed by a member of this team. */
  isUsable(bytes: Uint8Array, address: string): Promise<boolean>
  isKnown(address: string): boolean
}

export interface KeptFiles {
  readonly addresses: readonly string[]
  readonly summary: BroughtFiles
}

/**
 * Keeps them one after another, so that only one is in memory. Where the disk refuses one, or its bytes cannot be had,
 * those before it are taken off again; in the second case this rejects.
 */
export async function keepBrought(
  files: readonly BroughtFile[],
  { shelf, isUsable, isKnown }: BroughtParts,
): Promise<Result<KeptFiles, { readonly reason: 'cannot-store' }>> {
  const addresses: string[] = []
  let known = 0
  let unusable = 0
  // What cannot be taken off again now is taken for a file of the team at the next start, which it is.
  const takeBack = () => shelf.drop(addresses).catch(() => undefined)
  for (const { address, sealed } of files) {
    if (isKnown(address)) {
      known++
      continue
    }
    let bytes: Uint8Array
    try {
      bytes = await sealed()
    } catch (error) {
      await takeBack()
      throw error
    }
    if (!(await isUsable(bytes, address))) {
      unusable++
      continue
    }
    try {
      await shelf.keep(address, bytes, {})
    } catch {
      await takeBack()
      return refused({ reason: 'cannot-store' })
    }
    addresses.push(address)
  }
  return ok({ addresses, summary: { added: addresses.length, known, unusable } })
}
