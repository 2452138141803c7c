import { createEditSecret, deriveTeamKeys } from '@yokoten/shared/sync'
import type { TeamKeys } from '@yokoten/shared/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryDisk, StorageError } from './key-store'
import { createMemoryTabs } from './memory-ports'
import type { BroughtFile } from './api'
import type { FakeBlobRelay } from './test-support/fake-blob-relay'
import { added, createFilesWorld, crypto, here, isState, photo, URL_A } from './test-support/files-tab'
import type { FilesWorld, Tab } from './test-support/files-tab'
import { until } from './test-support/harness'

let world: FilesWorld
let keys: TeamKeys
let a: FakeBlobRelay
let openTab: FilesWorld['openTab']

beforeEach(async () => {
  world = await createFilesWorld()
  ;({ keys, a, openTab } = world)
})
afterEach(() => world.end())

describe('files that are on this device alone, or carried by hand', () => {
  const waiting = (tab: Tab, count: number, trouble?: string) =>
    until(() => expect(tab.running.waiting.get()).toEqual({ count, trouble }))
  it('a file counts as waiting until a relay has it, and again when that relay lost its log, in every tab', async () => {
    const disk = createMemoryDisk()
    const tabs = createMemoryTabs()
    a.isUp = false
    const leader = openTab({ disk, parts: { tabs: tabs.tab() } })
    const follower = openTab({ disk, parts: { tabs: tabs.tab() }, follows: true })
    await added(leader)
    await added(follower, Uint8Array.of(1))
    await waiting(leader, 2)
    await waiting(follower, 2)
    a.isUp = true
    leader.links.get(URL_A)?.set(a.generation)
    await waiting(leader, 0)
    await waiting(follower, 0)
    a.blobs.clear()
    a.generation = '3a'.repeat(16)
    a.refuse = (method) => (method === 'PUT' ? 'team-full' : undefined)
    leader.links.get(URL_A)?.set(a.generation)
    await waiting(leader, 2, 'session.refused.team-full')
    await waiting(follower, 2)
    a.refuse = () => undefined
    await waiting(leader, 0)
    await waiting(follower, 0)
  })
  it('a reader’s device has nothing that waits, whatever becomes of the relay', async () => {
    const author = openTab()
    const address = await added(author)
    await isState(author, address, here(true))
    const reader = openTab({ keys: await deriveTeamKeys(crypto, keys.invitations.view) })
    reader.files.want(address)
    await isState(reader, address, here(true))
    reader.links.get(URL_A)?.set('3a'.repeat(16))
    await isState(reader, address, here(false))
    expect(reader.running.waiting.get().count).toBe(0)
  })

  const carried = async (tab: Tab): Promise<BroughtFile[]> =>
    (await tab.files.held()).map((address) => ({
      address,
      sealed: async () => (await tab.files.sealed(address)) ?? new Uint8Array(0),
    }))
  it('files carried by hand are kept, put to the relay, and known the second time', async () => {
    a.isUp = false
    const author = openTab()
    const [one, two] = [await added(author), await added(author, Uint8Array.of(1))]
    const disk = createMemoryDisk()
    const other = openTab({ disk })
    expect(await other.running.bring(await carried(author))).toEqual({
      ok: true,
      value: { added: 2, known: 0, unusable: 0 },
    })
    expect(await other.files.read(one)).toEqual(photo)
    expect(await other.running.bring(await carried(author))).toMatchObject({ value: { added: 0, known: 2 } })
    await waiting(other, 2)
    author.close()
    a.isUp = true
    other.links.get(URL_A)?.set(a.generation)
    await isState(other, two, here(true))
    await waiting(other, 0)
    expect([...a.blobs.keys()].sort()).toEqual([one, two].sort())
  })
  it('of files carried by hand those that are no file of this team are left out', async () => {
    const author = openTab({ urls: [] })
    const address = await added(author)
    const stranger = openTab({
      urls: [],
      keys: await deriveTeamKeys(crypto, { mode: 'edit', editSecret: createEditSecret(crypto) }),
    })
    const foreign = await added(stranger)
    const other = openTab()
    const brought = [
      ...(await carried(author)),
      ...(await carried(stranger)),
      { address: 'ab'.repeat(32), sealed: async () => Uint8Array.of(1, 2, 3) },
    ]
    expect(await other.running.bring(brought)).toMatchObject({ value: { added: 1, unusable: 2 } })
    expect(await other.files.held()).toEqual([address])
    expect(other.files.state(foreign).get()).toEqual({ kind: 'away' })
  })
  it('of files carried by hand none is taken where the disk has no room for all, or one cannot be read', async () => {
    const author = openTab({ urls: [] })
    await added(author)
    await added(author, Uint8Array.of(1))
    const files = await carried(author)
    const disk = createMemoryDisk()
    let writes = 0
    const full = openTab({
      disk,
      hooks: {
        beforeWrite: () => {
          if (++writes === 2) throw new StorageError('full', 'test')
        },
      },
    })
    expect(await full.running.bring(files)).toEqual({ ok: false, error: { reason: 'cannot-store' } })
    expect(disk.values.size).toBe(0)
    const gone = [...files.slice(0, 1), { ...files[1]!, sealed: () => Promise.reject(new Error('moved')) }]
    await expect(full.running.bring(gone)).rejects.toThrow('moved')
    expect(disk.values.size).toBe(0)
    expect(await full.files.held()).toEqual([])
    expect(a.asked).toEqual([])
  })
})
