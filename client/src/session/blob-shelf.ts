// The files that this device has, sealed as they travel, with which relay has each: one database a team.
import { isBlobAddress } from '@yokoten/shared/sync'
import type { KeyStore } from './key-store'

/** A team's database of files; its id follows. */
export const FILES_STORE = 'files-'

/** Generation of each relay that has the file, by the relay's address. */
export type KnownAt = Readonly<Record<string, string>>

export interface BlobShelf {
  /** All files on this device, from the disk. Rejects where it cannot be read. */
  load(): Promise<ReadonlyMap<string, KnownAt>>
  /** What the disk says of one file, after another tab changed it. */
  look(address: string): Promise<KnownAt | undefined>
  /** Both on the disk when this resolves; rejects with a `StorageError`, then neither is. */
  keep(address: string, bytes: Uint8Array, at: KnownAt): Promise<void>
  note(address: string, at: KnownAt): Promise<void>
  bytes(address: string): Promise<Uint8Array | undefined>
  drop(addresses: readonly string[]): Promise<void>
  close(): void
}

// Two keys a file: the list of all is read without reading their bytes.
const AT = 'at/'
const BYTES = 'bytes/'

/** Trusts nothing: what is no address or generation is left out. */
function readKnownAt(value: unknown): KnownAt | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(Object.entries(value).filter(([, generation]) => typeof generation === 'string'))
}

export const createBlobShelf = (store: KeyStore): BlobShelf => ({
  async load() {
    const found = new Map<string, KnownAt>()
    for (const { key, value } of await store.list(AT)) {
      const address = key.slice(AT.length)
      const at = readKnownAt(value)
      if (at && isBlobAddress(address)) found.set(address, at)
    }
    return found
  },
  look: async (address) => readKnownAt(await store.get(AT + address)),
  keep: (address, bytes, at) =>
    store.write([
      { key: BYTES + address, value: bytes },
      { key: AT + address, value: at },
    ]),
  note: (address, at) => store.write([{ key: AT + address, value: at }]),
  async bytes(address) {
    const value = await store.get(BYTES + address)
    return value instanceof Uint8Array ? value : undefined
  },
  drop: (addresses) =>
    store.write(
      [],
      addresses.flatMap((address) => [AT + address, BYTES + address]),
    ),
  close: () => store.close(),
})
