import { deriveTeamKeys, LIMITS } from '@yokoten/shared/sync'
import type { TeamKeys } from '@yokoten/shared/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryDisk, StorageError } from './key-store'
import { createMemoryTabs } from './memory-ports'
import type { FakeBlobRelay } from './test-support/fake-blob-relay'
import { added, createFilesWorld, crypto, here, isState, photo, URL_A, URL_B } from './test-support/files-tab'
import type { FilesWorld } from './test-support/files-tab'
import { pause, until } from './test-support/harness'

let world: FilesWorld
let keys: TeamKeys
let a: FakeBlobRelay
let b: FakeBlobRelay
let openTab: FilesWorld['openTab']

beforeEach(async () => {
  world = await createFilesWorld()
  ;({ keys, a, b, openTab } = world)
})
afterEach(() => world.end())

describe('a team’s files', () => {
  it('B12 are kept here, put to the relay, and fetched by another device that wants them', async () => {
    const one = openTab()
    const address = await added(one)
    expect(await one.files.read(address)).toEqual(photo)
    await isState(one, address, here(true))
    expect([...a.blobs.keys()]).toEqual([address])

    const other = openTab()
    expect(other.files.state(address).get()).toEqual({ kind: 'away' })
    expect(await other.files.read(address)).toBeUndefined()
    const stop = other.files.want(address)
    await isState(other, address, here(true))
    expect(await other.files.read(address)).toEqual(photo)
    stop()
    // What is known to be there is not put again.
    await pause(30)
    expect(a.asked).toEqual([`PUT ${address}`, `GET ${address}`])
  })
  it('B12 wait while there is no relay, over a reload too, and go out when one is there', async () => {
    a.isUp = false
    const disk = createMemoryDisk()
    const before = openTab({ disk })
    const address = await added(before)
    await isState(before, address, here(false))
    before.close()

    const after = openTab({ disk })
    await isState(after, address, here(false))
    expect(a.blobs.size).toBe(0)
    a.isUp = true
    after.links.get(URL_A)?.set(a.generation)
    await isState(after, address, here(true))
    expect(a.blobs.has(address)).toBe(true)
  })
  it('B12 a tab that dies at any write has lost nothing that it said was kept, and puts it after a restart', async () => {
    for (const when of ['beforeWrite', 'afterWrite'] as const)
      for (const at of [1, 2]) {
        a.blobs.clear()
        const disk = createMemoryDisk()
        let writes = 0
        let isDead = false
        const dying = openTab({
          disk,
          hooks: {
            [when]: () => {
              isDead ||= ++writes === at
              // A dead tab goes no further: its promises stay open.
              return isDead ? new Promise<void>(() => undefined) : undefined
            },
          },
        })
        const kept = await Promise.race([added(dying), pause(30)])
        await pause(20)
        dying.close()
        const next = openTab({ disk })
        if (kept !== undefined) {
          await isState(next, kept, here(true))
          expect(a.blobs.has(kept)).toBe(true)
        } else if (when === 'afterWrite') await until(() => expect(a.blobs.size).toBe(1))
        next.close()
      }
  })
  it('B8 an answer that is lost: it is put again', async () => {
    let answers = 0
    a.answer = () => (++answers === 1 ? 'lost' : 'given')
    const one = openTab()
    const address = await added(one)
    await isState(one, address, here(true))
    expect(a.asked).toEqual([`PUT ${address}`, `PUT ${address}`])
  })
  it('B12 a wiped relay is asked, and refilled by who fetched it as well', async () => {
    const author = openTab()
    const address = await added(author)
    await isState(author, address, here(true))
    author.close()
    const disk = createMemoryDisk()
    const other = openTab({ disk })
    other.files.want(address)
    await isState(other, address, here(true))
    a.blobs.clear()
    a.generation = '1a'.repeat(16)
    other.links.get(URL_A)?.set(undefined)
    other.links.get(URL_A)?.set(a.generation)
    await until(() => expect(a.blobs.has(address)).toBe(true))
    expect(a.asked.slice(-2)).toEqual([`HEAD ${address}`, `PUT ${address}`])
  })
  it('B12 a relay that answers for another log than its socket is not asked without end', async () => {
    const one = openTab()
    a.generation = '2a'.repeat(16)
    const address = await added(one)
    await isState(one, address, here(true))
    await pause(60)
    expect(a.asked.length).toBeLessThan(8)
    one.links.get(URL_A)?.set(a.generation)
    const { length } = a.asked
    await pause(60)
    expect(a.asked.length).toBeLessThanOrEqual(length + 1)
  })
  it('B12 a device that sees two relays carries files from one to the other', async () => {
    const far = openTab({ urls: [URL_B] })
    const address = await added(far)
    await until(() => expect(b.blobs.has(address)).toBe(true))
    const bridge = openTab({ urls: [URL_A, URL_B] })
    bridge.files.want(address)
    await isState(bridge, address, here(true))
    await until(() => expect(a.blobs.has(address)).toBe(true))
    const near = openTab()
    near.files.want(address)
    await isState(near, address, here(true))
  })
  it('B7 a reader’s device fetches, adds nothing and puts nothing', async () => {
    const author = openTab()
    const address = await added(author)
    await isState(author, address, here(true))
    const viewKeys = await deriveTeamKeys(crypto, keys.invitations.view)
    const reader = openTab({ keys: viewKeys, urls: [URL_A, URL_B] })
    reader.files.want(address)
    await isState(reader, address, here(true))
    expect(await reader.files.read(address)).toEqual(photo)
    expect(await reader.files.add(photo)).toEqual({ ok: false, error: { reason: 'view-only' } })
    await pause(30)
    expect(b.asked).toEqual([])
  })
  it('B3 a file beyond the limit is refused before anything is kept', async () => {
    const disk = createMemoryDisk()
    const one = openTab({ disk })
    expect(await one.files.add(new Uint8Array(LIMITS.fileBytes + 1))).toEqual({
      ok: false,
      error: { reason: 'too-large', limit: LIMITS.fileBytes },
    })
    expect(disk.values.size).toBe(0)
  })
  it('a device without room says so, and shows what it fetched all the same', async () => {
    const author = openTab()
    const address = await added(author)
    await isState(author, address, here(true))
    const full = openTab({
      hooks: {
        beforeWrite: () => {
          throw new StorageError('full', 'test')
        },
      },
    })
    expect(await full.files.add(photo)).toEqual({ ok: false, error: { reason: 'cannot-store' } })
    full.files.want(address)
    await isState(full, address, here(true))
    expect(await full.files.read(address)).toEqual(photo)
  })
  it('B10 a relay without room is named, and tried again', async () => {
    a.refuse = (method) => (method === 'PUT' ? 'team-full' : undefined)
    const one = openTab()
    const address = await added(one)
    await isState(one, address, { kind: 'here', delivered: false, trouble: 'session.refused.team-full' })
    a.refuse = () => undefined
    await isState(one, address, here(true))
  })
  it('B6 a clock that is hours off: by the relay’s time it is served', async () => {
    const one = openTab({ offset: 3 * 60 * 60 * 1_000 })
    const address = await added(one)
    await isState(one, address, here(true))
    expect(a.asked).toEqual([`PUT ${address}`, `PUT ${address}`])
  })
  it('says what it waits for: no relay, no copy there yet, and then it comes', async () => {
    a.isUp = false
    const author = openTab()
    const address = await added(author)
    const other = openTab()
    other.files.want(address)
    await isState(other, address, { kind: 'waiting' })
    a.isUp = true
    other.links.get(URL_A)?.set(a.generation)
    await isState(other, address, { kind: 'not-found' })
    author.links.get(URL_A)?.set(a.generation)
    await isState(other, address, here(true))
  })
  it('B2 takes nothing but the file that was named, whatever a relay hands out', async () => {
    const author = openTab()
    const address = await added(author)
    await isState(author, address, here(true))
    const [one, two] = [a.blobs.get(address) ?? photo, await added(author, Uint8Array.of(1))]
    await isState(author, two, here(true))
    a.blobs.set(address, a.blobs.get(two) ?? photo)
    const disk = createMemoryDisk()
    const other = openTab({ disk })
    other.files.want(address)
    await isState(other, address, { kind: 'failed', trouble: undefined })
    expect(disk.values.size).toBe(0)
    a.blobs.set(address, one)
    await isState(other, address, here(true))
  })
  it('asked for once, a file comes or does not, and is not asked for again', async () => {
    const author = openTab()
    const address = await added(author)
    await isState(author, address, here(true))
    const other = openTab()
    expect(await other.files.fetch('ab'.repeat(32))).toBe(false)
    a.isUp = false
    expect(await other.files.fetch(address)).toBe(false)
    a.isUp = true
    expect(await other.files.fetch(address)).toBe(true)
    expect(await other.files.fetch(address)).toBe(true)
    const { length } = a.asked
    await pause(60)
    expect(a.asked).toHaveLength(length)
  })
  it('what nobody wants any more is not asked for', async () => {
    const other = openTab()
    const address = 'ab'.repeat(32)
    const stop = other.files.want(address)
    await isState(other, address, { kind: 'not-found' })
    stop()
    expect(other.files.state(address).get()).toEqual({ kind: 'away' })
    const { length } = a.asked
    await pause(120)
    expect(a.asked).toHaveLength(length)
  })
  it('a file added in a tab that follows is put by the one that leads, and both say so', async () => {
    const disk = createMemoryDisk()
    const tabs = createMemoryTabs()
    const leader = openTab({ disk, parts: { tabs: tabs.tab() } })
    const follower = openTab({ disk, parts: { tabs: tabs.tab() }, follows: true })
    const address = await added(follower)
    await isState(leader, address, here(true))
    await isState(follower, address, here(true))
    leader.close()
    a.isUp = false
    const later = await added(follower)
    await isState(follower, later, here(false))
    a.isUp = true
    follower.lead()
    await isState(follower, later, here(true))
  })
})
