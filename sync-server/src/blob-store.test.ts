import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBlobStore } from './blob-store'
import type { BlobStep, BlobStore } from './blob-store'

const team = '7e'.repeat(16)
const STEPS: readonly BlobStep[] = ['folder', 'open', 'write', 'sync', 'rename', 'sync-folder']
const always = (_held: number) => true
const blob = (byte: number, length = 1_000) => {
  const bytes = Buffer.alloc(length, byte)
  return { bytes, name: { team, address: createHash('sha256').update(bytes).digest('hex') } }
}
async function* parts(bytes: Buffer, size = 300): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const put = (store: BlobStore, { bytes, name }: ReturnType<typeof blob>, admits = always) =>
  store.put(name, bytes.length, parts(bytes), admits)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-blobs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const filesOf = () => (existsSync(join(folder, team)) ? readdirSync(join(folder, team)) : [])

describe('blob store', () => {
  it('B8 keeps what hashes to its address, once, and finds it again', async () => {
    const store = openBlobStore(folder)
    const one = blob(1)
    expect(await put(store, one)).toBe('stored')
    expect(await put(store, one)).toBe('copy')
    expect(store.bytesOf(team)).toBe(1_000)
    const again = openBlobStore(folder)
    expect(await again.get(one.name)).toEqual(one.bytes)
    expect(await again.size(one.name)).toBe(1_000)
    expect(again.bytesOf(team)).toBe(1_000)
    expect(await again.get(blob(2).name)).toBeUndefined()
    expect(await again.get({ ...one.name, team: '00'.repeat(16) })).toBeUndefined()
  })
  it('B8 takes no other bytes than those of the address, and no more and no fewer', async () => {
    const store = openBlobStore(folder)
    const one = blob(1)
    expect(await store.put(one.name, 1_000, parts(blob(2).bytes), always)).toBe('wrong-address')
    expect(await store.put(one.name, 999, parts(one.bytes), always)).toBe('wrong-length')
    expect(await store.put(one.name, 1_001, parts(one.bytes), always)).toBe('wrong-length')
    expect(filesOf()).toEqual([])
    expect(store.bytesOf(team)).toBe(0)
  })
  it('B8 puts of the same blob at once keep it once', async () => {
    const store = openBlobStore(folder)
    const one = blob(1)
    expect((await Promise.all([put(store, one), put(store, one), put(store, one)])).sort()).toEqual([
      'copy',
      'copy',
      'stored',
    ])
    expect(store.bytesOf(team)).toBe(1_000)
  })
  it.each(STEPS)('B10 a disk that fails at step %s: it says so, and it can be put again', async (step) => {
    let fails = true
    const store = openBlobStore(folder, (at) => {
      if (fails && at === step) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    })
    const kept = blob(9)
    fails = false
    await put(store, kept)
    fails = true
    expect(await put(store, blob(1))).toBe('cannot-store')
    expect(filesOf().filter((name) => name.startsWith('.'))).toEqual([])
    expect(await store.get(kept.name)).toEqual(kept.bytes)
    fails = false
    expect(['stored', 'copy']).toContain(await put(store, blob(1)))
    expect(store.bytesOf(team)).toBe(2_000)
    expect(openBlobStore(folder).bytesOf(team)).toBe(2_000)
  })
  it('B8 a sender who hangs up leaves nothing', async () => {
    const store = openBlobStore(folder)
    async function* cut(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(300, 1)
      throw new Error('aborted')
    }
    await expect(store.put(blob(1).name, 1_000, cut(), always)).rejects.toThrow('aborted')
    expect(filesOf()).toEqual([])
    expect(store.bytesOf(team)).toBe(0)
  })
  it('B9 torn or rotten bytes are not handed out, and are replaced by who has the whole', async () => {
    const one = blob(1)
    mkdirSync(join(folder, team))
    const path = join(folder, team, one.name.address)
    writeFileSync(path, one.bytes.subarray(0, 400))
    const store = openBlobStore(folder)
    expect(store.bytesOf(team)).toBe(400)
    expect(await store.get(one.name)).toBeUndefined()
    expect(await put(store, one)).toBe('stored')
    expect(readFileSync(path)).toEqual(one.bytes)
    expect(store.bytesOf(team)).toBe(1_000)
  })
  it('B8 what was coming when the relay ended is taken away at the next start', async () => {
    mkdirSync(join(folder, team))
    writeFileSync(join(folder, team, '.coming-1234'), 'half')
    writeFileSync(join(folder, 'stray'), 'not a team')
    expect(openBlobStore(folder).bytesOf(team)).toBe(0)
    expect(filesOf()).toEqual([])
  })
  it('B10 asks whether there is room, with what is coming at the same moment', async () => {
    const store = openBlobStore(folder)
    const upTo = (most: number) => (held: number) => held <= most
    const outcomes = await Promise.all([1, 2, 3].map((byte) => put(store, blob(byte), upTo(2_000))))
    expect(outcomes.sort()).toEqual(['stored', 'stored', 'team-full'])
    expect(store.bytesOf(team)).toBe(2_000)
  })
})
