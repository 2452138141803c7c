import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryDisk, StorageError } from './key-store'
import { createIdbKeyStore } from './key-store-idb'
import type { OutboxFrame, Seal } from './outbox-port'
import {
  createEdits,
  framesOf,
  keysIn,
  openOn as open,
  PLACE,
  seal,
  sealed,
} from './test-support/outbox-harness'
describe('the outbox', () => {
  it('says kept when the edit is on the disk, and gives it back to the next session', async () => {
    const disk = createMemoryDisk()
    const edit = createEdits()
    const outbox = await open(disk)
    const kept = outbox.add(edit('a'))
    expect(outbox.counts.get()).toEqual({ changed: 1, kept: 0 })
    await kept
    expect(outbox.counts.get()).toEqual({ changed: 0, kept: 1 })
    const again = await open(disk)
    expect(keysIn(again.updates())).toEqual(['a'])
    expect(again.counts.get()).toEqual({ changed: 0, kept: 1 })
  })

  it('counts an edit as changed until its write has ended, whatever else is counted meanwhile', async () => {
    let write: () => void = () => undefined
    const held = { beforeWrite: () => new Promise<void>((resolve) => (write = resolve)) }
    const edit = createEdits()
    const outbox = await open(createMemoryDisk(), { hooks: held })
    void outbox.add(edit('a'))
    expect(outbox.isDelivered('relay')).toBe(false)
    void outbox.add(edit('b'))
    expect(outbox.counts.get()).toEqual({ changed: 2, kept: 0 })
    expect(keysIn(outbox.updates())).toEqual(['a', 'b'])
    write()
    await vi.waitFor(() => expect(outbox.counts.get()).toEqual({ changed: 1, kept: 1 }))
    write()
    await vi.waitFor(() => expect(outbox.counts.get()).toEqual({ changed: 0, kept: 2 }))
  })

  it('S1 says up to where its strand has been delivered, also after a restart', async () => {
    const disk = createMemoryDisk()
    const edit = createEdits()
    const first = await open(disk, { relays: ['one', 'two'] })
    first.setReachable(true)
    void first.add(edit('a'))
    const [frame] = await framesOf(first, 1)
    if (!frame) throw new Error('a frame was sealed')
    expect(first.delivered().get(frame.strand)).toBe(0)
    first.acknowledged('one', frame.strand, frame.seq, PLACE)
    expect(first.delivered().get(frame.strand)).toBe(0)
    first.acknowledged('two', frame.strand, frame.seq, PLACE)
    await vi.waitFor(() => expect(first.frames()).toHaveLength(0))
    await first.close()
    const next = await open(disk, { relays: ['one', 'two'] })
    expect(next.delivered()).toEqual(new Map([[frame.strand, 1]]))
    await next.close()
  })

  it('merges what lies there into one frame, numbers frames from 1 without a gap, and empties itself', async () => {
    const disk = createMemoryDisk()
    const edit = createEdits()
    const outbox = await open(disk)
    for (const key of ['a', 'b', 'c']) void outbox.add(edit(key))
    outbox.setReachable(true)
    const [first] = await framesOf(outbox, 1)
    expect(keysIn([first?.update ?? new Uint8Array()])).toEqual(['a', 'b', 'c'])
    await outbox.add(edit('d'))
    const frames = await framesOf(outbox, 2)
    expect(frames.map(({ seq }) => seq)).toEqual([1, 2])
    expect(new Set(frames.map(({ strand }) => strand)).size).toBe(1)
    for (const { strand, seq } of frames) outbox.acknowledged('relay', strand, seq, PLACE)
    expect(outbox.counts.get()).toEqual({ changed: 0, kept: 0 })
    await vi.waitFor(() => expect(outbox.frames()).toHaveLength(0))
    expect([...disk.values.keys()]).toEqual([expect.stringMatching(/^strand\//)])
    await outbox.close()
    const next = await open(disk)
    next.setReachable(true)
    await next.add(edit('e'))
    expect((await framesOf(next, 1))[0]).toMatchObject({ strand: frames[0]?.strand, seq: 3 })
  })

  it('does the same on IndexedDB', async () => {
    const edit = createEdits()
    const onDisk = () => open(createMemoryDisk(), { store: createIdbKeyStore('outbox') })
    const first = await onDisk()
    await Promise.all(['a', 'b'].map((key) => first.add(edit(key))))
    first.setReachable(true)
    const [frame] = await framesOf(first, 1)
    await first.add(edit('c'))
    await first.close()
    const second = await onDisk()
    expect(keysIn(second.updates())).toEqual(['a', 'b', 'c'])
    expect(second.frames()[0]).toMatchObject({ strand: frame?.strand, seq: 1, bytes: frame?.bytes })
    second.setReachable(true)
    await vi.waitFor(() => {
      for (const { strand, seq } of second.frames()) second.acknowledged('relay', strand, seq, PLACE)
      expect(second.counts.get()).toEqual({ changed: 0, kept: 0 })
      expect(second.frames()).toHaveLength(0)
    })
    await second.close()
    expect((await onDisk()).updates()).toEqual([])
  })

  it('S6 takes a new strand after a long rest', async () => {
    const disk = createMemoryDisk()
    const edit = createEdits()
    const strands: (string | undefined)[] = []
    for (const day of [0, 14, 40]) {
      const outbox = await open(disk, { now: day * 24 * 60 * 60 * 1_000 })
      outbox.setReachable(true)
      await outbox.add(edit(`day ${day}`))
      const frame = (await framesOf(outbox, strands.length + 1)).at(-1)
      strands.push(frame?.strand)
      await outbox.close()
    }
    expect(strands[1]).toBe(strands[0])
    expect(strands[2]).not.toBe(strands[0])
  })

  it('seals hours alone as one frame', async () => {
    const outbox = await open(createMemoryDisk())
    const edit = createEdits()
    for (let i = 0; i < 50; i++) await outbox.add(edit(`k${i}`))
    expect(outbox.frames()).toHaveLength(0)
    outbox.setReachable(true)
    expect(keysIn((await framesOf(outbox, 1)).map(({ update }) => update))).toHaveLength(50)
    expect(outbox.frames()).toHaveLength(1)
  })

  it('keeps a frame until every relay has it and the document is safe on the disk', async () => {
    let isSafe = false
    const outbox = await open(createMemoryDisk(), { relays: ['one', 'two'], safe: () => isSafe })
    outbox.setReachable(true)
    await outbox.add(createEdits()('a'))
    const [frame] = await framesOf(outbox, 1)
    if (!frame) throw new Error('there is a frame')
    outbox.acknowledged('one', frame.strand, frame.seq, PLACE)
    expect(outbox.isDelivered('one')).toBe(true)
    expect(outbox.isDelivered('two')).toBe(false)
    outbox.acknowledged('two', frame.strand, frame.seq, PLACE)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(outbox.frames()).toHaveLength(1)
    isSafe = true
    await vi.waitFor(() => expect(outbox.frames()).toHaveLength(0))
  })

  it('R4 keeps a frame until its place is remembered, so that a relay set back to before it is noticed', async () => {
    let isRemembered = false
    const outbox = await open(createMemoryDisk(), { remembered: () => isRemembered })
    outbox.setReachable(true)
    await outbox.add(createEdits()('a'))
    const [frame] = await framesOf(outbox, 1)
    if (!frame) throw new Error('there is a frame')
    outbox.acknowledged('relay', frame.strand, frame.seq, PLACE)
    outbox.forget()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(outbox.counts.get()).toEqual({ changed: 0, kept: 0 })
    expect(outbox.frames()).toHaveLength(1)
    isRemembered = true
    outbox.forget()
    await vi.waitFor(() => expect(outbox.frames()).toHaveLength(0))
  })

  it('S3 carries the vector of a healing update', async () => {
    const outbox = await open(createMemoryDisk())
    outbox.setReachable(true)
    const vector = new Map([['ab'.repeat(16), 7]])
    await outbox.add(createEdits()('a'), { edits: 0, vector })
    await framesOf(outbox, 1)
    expect(sealed.at(-1)?.vector).toEqual(vector)
    expect(outbox.counts.get()).toEqual({ changed: 0, kept: 0 })
  })

  it('keeps an update that is too large for a frame, sends the others, and says so', async () => {
    const edit = createEdits()
    const large = edit('x'.repeat(5_000))
    const limited: Seal = async (draft) => (draft.update.length > 4_000 ? undefined : seal(draft))
    const outbox = await open(createMemoryDisk(), { seal: limited })
    void outbox.add(large)
    void outbox.add(edit('a'))
    outbox.setReachable(true)
    await vi.waitFor(() => expect(outbox.isStuck).toBe(true))
    await framesOf(outbox, 1)
    expect(outbox.counts.get().kept).toBe(2)
    expect(keysIn(outbox.updates())).toHaveLength(2)
  })

  it('sends from memory while the disk fails, under numbers that are never used again, and recovers', async () => {
    const disk = createMemoryDisk()
    const edit = createEdits()
    let fault: StorageError | undefined
    const hooks = {
      beforeWrite() {
        if (fault) throw fault
      },
    }
    const outbox = await open(disk, { hooks })
    outbox.setReachable(true)
    await outbox.add(edit('a'))
    const [durable] = await framesOf(outbox, 1)
    fault = new StorageError('full', 'no room')
    let isKept = false
    void outbox.add(edit('b')).then(() => (isKept = true))
    const [, second] = await framesOf(outbox, 2)
    expect(outbox.state.get()).toBe('full')
    expect(second?.strand).not.toBe(durable?.strand)
    expect(outbox.counts.get()).toEqual({ changed: 1, kept: 1 })
    expect(isKept).toBe(false)
    fault = undefined
    await vi.waitFor(() => expect(outbox.state.get()).toBe('ok'))
    await vi.waitFor(() => expect(isKept).toBe(true))
    expect(outbox.counts.get()).toEqual({ changed: 0, kept: 2 })
    expect(keysIn((await open(disk)).updates())).toEqual(['a', 'b'])
  })

  it('loses nothing kept and gives no number twice, wherever the tab dies', async () => {
    for (const moment of ['beforeWrite', 'afterWrite'] as const) {
      for (let step = 0; step < 12; step++) {
        const disk = createMemoryDisk()
        const edit = createEdits()
        const kept = new Set<string>()
        /** What reached the relay, by strand and number. */
        const sent = new Map<string, Uint8Array>()
        let writes = 0
        let isDead = false
        const session = async () => {
          const outbox = await open(disk, {
            hooks: {
              [moment]: () => {
                if (writes++ !== step) return undefined
                isDead = true
                return new Promise<void>(() => undefined)
              },
            },
          })
          const deliver = (frame: OutboxFrame) => {
            const name = `${frame.strand}/${frame.seq}`
            const before = sent.get(name)
            if (before) expect(before).toEqual(frame.bytes)
            sent.set(name, frame.bytes)
            outbox.acknowledged('relay', frame.strand, frame.seq, PLACE)
          }
          outbox.onFrame(deliver)
          for (const frame of outbox.frames()) deliver(frame)
          outbox.setReachable(true)
          return outbox
        }
        const first = await session()
        for (const key of ['a', 'b', 'c', 'd']) {
          const bytes = edit(key)
          if (isDead) break
          await Promise.race([
            first.add(bytes).then(() => kept.add(key)),
            vi.waitFor(() => expect(isDead).toBe(true)).catch(() => undefined),
          ])
          await new Promise((resolve) => setTimeout(resolve, 8))
        }
        isDead = false
        const second = await session()
        await vi.waitFor(() => expect(second.isDelivered('relay')).toBe(true))
        const delivered = keysIn([...sent.values()].map((bytes) => bytes.subarray(2)))
        for (const key of kept) expect(delivered, `${moment} ${step}`).toContain(key)
      }
    }
  }, 30_000)
})
