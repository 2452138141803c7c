// Numbers that were given before, and logs that are gone: what an outbox does then.
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createMemoryDisk, createMemoryKeyStore, StorageError } from './key-store'
import type { KeyStore } from './key-store'
import type { Seal } from './outbox-port'
import { createEdits, framesOf, keysIn, openOn as open, PLACE, seal } from './test-support/outbox-harness'

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

  it('S1 says up to where a strand has been delivered that was begun while the disk failed', async () => {
    const edit = createEdits()
    const disk = createMemoryDisk()
    let isBroken = true
    const hooks = {
      beforeWrite() {
        if (isBroken) throw new StorageError('failing', 'broken')
      },
    }
    const outbox = await open(disk, { hooks })
    outbox.setReachable(true)
    void outbox.add(edit('a'))
    const [first] = await framesOf(outbox, 1)
    void outbox.add(edit('b'))
    await framesOf(outbox, 2)
    isBroken = false
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
