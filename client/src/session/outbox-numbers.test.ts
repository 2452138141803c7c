// Numbers that were given before, and logs that are gone: what an outbox does then.
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createMemoryDisk, createMemoryKeyStore } from './key-store'
import type { KeyStore } from './key-store'
import type { Seal } from './outbox-port'
import {
  createEdits,
  createFrailDisk,
  framesOf,
  keysIn,
  openOn as open,
  PLACE,
  seal,
} from './test-support/outbox-harness'

describe('numbers of an outbox', () => {
  it('R2 takes a new strand where other bytes are known under a number, and loses nothing', async () => {
    const disk = createMemoryDisk()
    const edit = createEdits()
    const outbox = await open(disk)
    outbox.setReachable(true)
    await outbox.add(edit('a'))
    await framesOf(outbox, 1)
    await outbox.add(edit('b'))
    const [first] = await framesOf(outbox, 2)
    if (!first) throw new Error('there is a frame')
    outbox.refusedNumber(first.strand, 1)
    await vi.waitFor(() => expect(outbox.frames()[0]?.strand).not.toBe(first.strand))
    await vi.waitFor(() => expect(keysIn(outbox.frames().map(({ update }) => update))).toEqual(['a', 'b']))
    expect(outbox.frames()[0]?.seq).toBe(1)
    await outbox.close()
    expect(keysIn((await open(disk)).updates())).toEqual(['a', 'b'])
  })

  it('R2 seals again after a refusal also where the time to seal came when all of it was sealed', async () => {
    const edit = createEdits()
    let go: (() => void) | undefined
    const slowly: Seal = async (draft) => {
      if (!go) await new Promise<void>((resolve) => (go = resolve))
      return seal(draft)
    }
    const outbox = await open(createMemoryDisk(), { seal: slowly })
    outbox.setReachable(true)
    await outbox.add(edit('a'))
    await vi.waitFor(() => expect(go).toBeDefined())
    outbox.setReachable(true)
    go?.()
    const [first] = await framesOf(outbox, 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    outbox.refusedNumber(first?.strand ?? '', 1)
    await vi.waitFor(() => expect(keysIn(outbox.frames().map(({ update }) => update))).toEqual(['a']))
    expect(outbox.frames()[0]?.strand).not.toBe(first?.strand)
  })

  it('R2 does not take a refused strand up again, where the disk failed meanwhile and after a restart', async () => {
    const edit = createEdits()
    const disk = createMemoryDisk()
    const frail = createFrailDisk()
    const outbox = await open(disk, { hooks: frail.hooks })
    outbox.setReachable(true)
    for (const [index, key] of ['a', 'b'].entries()) {
      await outbox.add(edit(key))
      await framesOf(outbox, index + 1)
    }
    const refused = outbox.frames()[0]?.strand ?? ''
    frail.isBroken = true
    void outbox.add(edit('c'))
    await framesOf(outbox, 3)
    outbox.refusedNumber(refused, 1)
    await vi.waitFor(() =>
      expect(keysIn(outbox.frames().map(({ update }) => update))).toEqual(['a', 'b', 'c']),
    )
    frail.isBroken = false
    await vi.waitFor(() => expect(outbox.state.get()).toBe('ok'))
    const settle = async (one: typeof outbox) => {
      for (const { strand, seq } of one.frames()) one.acknowledged('relay', strand, seq, PLACE)
      await vi.waitFor(() => expect(one.frames()).toHaveLength(0))
    }
    await settle(outbox)
    await outbox.add(edit('d'))
    const [next] = await framesOf(outbox, 1)
    expect([next?.seq, next?.strand === refused]).toEqual([1, false])
    await settle(outbox)
    await outbox.close()
    const again = await open(disk)
    again.setReachable(true)
    await again.add(edit('e'))
    const [last] = await framesOf(again, 1)
    expect([last?.seq, last?.strand]).toEqual([2, next?.strand])
  })

  it('R2 seals again what was refused also after it died when a part of it was', async () => {
    const disk = createMemoryDisk()
    let isOver = false
    /** Each edit goes alone, and after the first of a new strand nothing goes any more. */
    const alone: Seal = async (draft) => {
      if (keysIn([draft.update]).length > 1) return undefined
      if (isOver && draft.seq > 1) return new Promise(() => undefined)
      return seal(draft)
    }
    const outbox = await open(disk, { seal: alone })
    outbox.setReachable(true)
    for (const [index, key] of ['a', 'b', 'c'].entries()) {
      const doc = new Y.Doc()
      doc.getMap('rows').set(key, true)
      await outbox.add(Y.encodeStateAsUpdate(doc))
      await framesOf(outbox, index + 1)
    }
    const refused = outbox.frames()[0]?.strand ?? ''
    isOver = true
    outbox.refusedNumber(refused, 1)
    await vi.waitFor(() => expect(outbox.frames().map(({ seq }) => seq)).toEqual([1]))
    await vi.waitFor(async () => {
      const again = await open(disk, { seal })
      expect(again.frames().map(({ strand }) => strand === refused)).toEqual([false])
      expect(keysIn(again.updates())).toEqual(['a', 'b', 'c'])
    })
  })

  it('S9 keeps the order in which frames were made over all strands, and seals again what was made after a refused one', async () => {
    const edit = createEdits()
    const disk = createMemoryDisk()
    const frail = createFrailDisk()
    const outbox = await open(disk, { hooks: frail.hooks })
    outbox.setReachable(true)
    for (const [index, key] of ['a', 'b', 'c'].entries()) {
      frail.isBroken = key === 'b'
      void outbox.add(edit(key))
      await framesOf(outbox, index + 1)
      frail.isBroken = false
      await vi.waitFor(() => expect(outbox.state.get()).toBe('ok'))
    }
    const keys = (of: typeof outbox) =>
      of.frames().map(({ update }) => Y.decodeUpdate(update).structs[0]?.id.clock)
    const strands = new Set(outbox.frames().map(({ strand }) => strand))
    expect([keys(outbox), strands.size]).toEqual([[0, 1, 2], 2])
    await outbox.close()
    const again = await open(disk)
    expect(keys(again)).toEqual([0, 1, 2])
    const { strand = '', seq = 0 } = again.frames()[1] ?? {}
    again.refusedNumber(strand, seq)
    again.setReachable(true)
    await vi.waitFor(() =>
      expect(keysIn(again.frames().map(({ update }) => update))).toEqual(['a', 'b', 'c']),
    )
    expect(
      again
        .frames()
        .slice(1)
        .every((frame) => !strands.has(frame.strand)),
    ).toBe(true)
  })

  it('S1 says up to where a strand has been delivered that was begun while the disk failed', async () => {
    const edit = createEdits()
    const disk = createMemoryDisk()
    const frail = createFrailDisk(true)
    const outbox = await open(disk, { hooks: frail.hooks })
    outbox.setReachable(true)
    void outbox.add(edit('a'))
    const [first] = await framesOf(outbox, 1)
    void outbox.add(edit('b'))
    await framesOf(outbox, 2)
    frail.isBroken = false
    await vi.waitFor(() => expect(outbox.state.get()).toBe('ok'))
    outbox.acknowledged('relay', first?.strand ?? '', 1, PLACE)
    await vi.waitFor(() => expect(outbox.frames()).toHaveLength(1))
    await outbox.close()
    expect((await open(disk)).delivered().get(first?.strand ?? '')).toBe(1)
  })

  it('counts as not shared any more what a relay had in a log that is gone', async () => {
    const edit = createEdits()
    const outbox = await open(createMemoryDisk(), { remembered: () => false })
    outbox.setReachable(true)
    await outbox.add(edit('a'))
    const [first] = await framesOf(outbox, 1)
    outbox.acknowledged('relay', first?.strand ?? '', 1, PLACE)
    outbox.otherLog('relay', PLACE.generation)
    expect([outbox.counts.get().kept, outbox.isDelivered('relay')]).toEqual([0, true])
    outbox.otherLog('relay', 'b')
    expect([outbox.counts.get().kept, outbox.isDelivered('relay')]).toEqual([1, false])
  })

  it.each(['seal', 'write'])(
    'R2 gives no number of a refused strand to what is on its way meanwhile, and keeps the order: %s',
    async (step) => {
      const disk = createMemoryDisk()
      const edit = createEdits()
      const pauses: (() => void)[] = []
      let isPausing = false
      const pause = async () => {
        if (isPausing) await new Promise<void>((resolve) => pauses.push(resolve))
      }
      const slowly: Seal = async (draft) => {
        if (step === 'seal') await pause()
        return seal(draft)
      }
      const store = createMemoryKeyStore(disk)
      const write: KeyStore['write'] = async (puts, deletes) => {
        const isFrame = puts?.some(({ key }) => key.startsWith('frame/')) === true
        if (step === 'write' && isFrame) await pause()
        return store.write(puts, deletes)
      }
      const outbox = await open(disk, { seal: slowly, store: { ...store, write } })
      outbox.setReachable(true)
      await outbox.add(edit('a'))
      const [first] = await framesOf(outbox, 1)
      if (!first) throw new Error('there is a frame')
      isPausing = true
      await outbox.add(edit('b'))
      await vi.waitFor(() => expect(pauses).toHaveLength(1))
      outbox.refusedNumber(first.strand, 1)
      void outbox.add(edit('c'))
      isPausing = false
      for (const go of pauses) go()
      await vi.waitFor(() =>
        expect(keysIn(outbox.frames().map(({ update }) => update))).toEqual(['a', 'b', 'c']),
      )
      const frames = outbox.frames()
      expect(frames.map(({ strand }) => strand)).not.toContain(first.strand)
      expect(frames.map(({ seq }) => seq)).toEqual(frames.map((_, index) => index + 1))
      const one = new Y.Doc()
      for (const { update } of frames) {
        Y.applyUpdate(one, update)
        expect(one.store.pendingStructs).toBeNull()
      }
      await outbox.close()
      expect(keysIn((await open(disk)).updates())).toEqual(['a', 'b', 'c'])
    },
  )
})
