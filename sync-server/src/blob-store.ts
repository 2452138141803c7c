// Blobs as files in a folder: written aside, synced, renamed; hashed on the way in and again on the way out.
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isBlobAddress } from '@yokoten/shared/sync'

export interface BlobName {
  readonly team: string
  /** SHA-256 of the bytes. */
  readonly address: string
}

export type BlobStored = 'stored' | 'copy' | 'wrong-address' | 'wrong-length' | 'team-full' | 'cannot-store'

export interface BlobStore {
  /**
   * Keeps what comes, `length` bytes; `stored` and `copy` mean durable. Rejects only with what `source` throws, then
   * nothing of it is left. `admits` is asked with the team's bytes of blobs, those that are just coming included.
   */
  put(
    name: BlobName,
    length: number,
    source: AsyncIterable<Uint8Array>,
    admits: (held: number) => boolean,
  ): Promise<BlobStored>
  /** The bytes, or undefined where they are not there or are not what was put. */
  get(name: BlobName): Promise<Buffer | undefined>
  /** The size, without looking at the bytes. */
  size(name: BlobName): Promise<number | undefined>
  /** Bytes of a team's blobs. */
  bytesOf(team: string): number
}

/** Every file operation of a put, so that tests can let each fail. */
export type BlobStep = 'folder' | 'open' | 'write' | 'sync' | 'rename' | 'sync-folder'

const COMING = '.coming-'
/** A folder cannot be synced on Windows; there the rename itself has to do. */
const canSyncFolders = process.platform !== 'win32'

async function syncFolder(folder: string): Promise<void> {
  if (!canSyncFolders) return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Throws where the folder cannot be used. What was being written when a relay ended is taken away. */
export function openBlobStore(
  folder: string,
  before: (step: BlobStep) => void | Promise<void> = () => undefined,
): BlobStore {
  mkdirSync(folder, { recursive: true })
  const held = new Map<string, number>()
  for (const { name: team } of readdirSync(folder, { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  )) {
    const inTeam = join(folder, team)
    let bytes = 0
    for (const name of readdirSync(inTeam)) {
      if (name.startsWith(COMING)) rmSync(join(inTeam, name), { force: true })
      else if (isBlobAddress(name)) bytes += statSync(join(inTeam, name)).size
    }
    held.set(team, bytes)
  }
  const add = (team: string, bytes: number) => held.set(team, (held.get(team) ?? 0) + bytes)
  const pathOf = ({ team, address }: BlobName) => join(folder, team, address)
  const size = async (name: BlobName) =>
    stat(pathOf(name)).then(
      (found) => found.size,
      () => undefined,
    )
  /** Puts of the same blob wait for one another, so that its bytes are counted once. */
  const underway = new Map<string, Promise<unknown>>()

  async function readWhole(name: BlobName): Promise<Buffer | undefined> {
    const bytes = await readFile(pathOf(name)).catch(() => undefined)
    return bytes && createHash('sha256').update(bytes).digest('hex') === name.address ? bytes : undefined
  }

  async function write(
    name: BlobName,
    length: number,
    source: AsyncIterable<Uint8Array>,
  ): Promise<BlobStored> {
    const path = pathOf(name)
    const aside = join(dirname(path), COMING + randomBytes(8).toString('hex'))
    let handle: FileHandle | undefined
    let fault: unknown
    try {
      const hash = createHash('sha256')
      let got = 0
      // A disk without room shall not leave the sender waiting: what is left of the body is read and let go.
      const step = async (what: BlobStep, run: () => Promise<void>) => {
        if (fault !== undefined) return
        try {
          await before(what)
          await run()
        } catch (error) {
          fault = error
        }
      }
      await step('folder', async () => {
        if ((await mkdir(dirname(path), { recursive: true })) !== undefined) await syncFolder(folder)
      })
      await step('open', async () => {
        handle = await open(aside, 'wx')
      })
      for await (const part of source) {
        got += part.length
        if (got > length) break
        hash.update(part)
        await step('write', async () => handle?.appendFile(part))
      }
      if (got !== length) return 'wrong-length'
      if (hash.digest('hex') !== name.address) return 'wrong-address'
      await step('sync', async () => handle?.sync())
      await handle?.close()
      handle = undefined
      await step('rename', () => rename(aside, path))
      await step('sync-folder', () => syncFolder(dirname(path)))
      return fault === undefined ? 'stored' : 'cannot-store'
    } finally {
      await handle?.close().catch(() => undefined)
      await rm(aside, { force: true }).catch(() => undefined)
    }
  }

  return {
    async put(name, length, source, admits) {
      const path = pathOf(name)
      while (underway.has(path)) await underway.get(path)
      const work = (async (): Promise<BlobStored> => {
        if (await readWhole(name))
          // It may be there because an earlier put was renamed and then could not sync the folder.
          return syncFolder(dirname(path)).then(
            () => 'copy',
            () => 'cannot-store',
          )
        // Torn or rotten bytes under the name are replaced, and were counted.
        const torn = (await size(name)) ?? 0
        const before = held.get(name.team) ?? 0
        add(name.team, length - torn)
        if (!admits(before + length - torn)) {
          add(name.team, torn - length)
          return 'team-full'
        }
        let outcome: BlobStored | undefined
        try {
          outcome = await write(name, length, source)
          return outcome
        } finally {
          const now = outcome === 'stored' ? length : ((await size(name)) ?? 0)
          add(name.team, now - length)
        }
      })()
      const settled = work.catch(() => undefined).finally(() => underway.delete(path))
      underway.set(path, settled)
      return work
    },
    get: readWhole,
    size,
    bytesOf: (team) => held.get(team) ?? 0,
  }
}
