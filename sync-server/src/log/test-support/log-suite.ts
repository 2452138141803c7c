// What every log must do, run on each store.
import type { Cursor } from '@yokoten/shared/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../create-log'
import { generationKey } from '../keys'
import { KEEP_MS } from '../port'
import type { Admit, Appended, DocumentName, Log, LogFrame } from '../port'
import type { Store } from '../store'
import { createFaultyStore } from './faulty-store'
import type { Fault } from './faulty-store'

export interface StoreUnderTest {
  /** Opens what the last opened store left behind. */
  open(): Store
  /** Opens a store with what it held at the time of the call, as a copy of its folder would. */
  copy(): Promise<() => Store>
  cleanUp(): Promise<void>
}

const LARGE = { frames: 1_000, bytes: 1 << 20 }
const team = '11'.repeat(16)
const name = { team, doc: '22'.repeat(16) }
const strandA = 'aa'.repeat(16)
const strandB = 'bb'.repeat(16)

/** Bytes of a frame; the same arguments give the same bytes. */
const bytesOf = (label: string, length = 100): Uint8Array =>
  Uint8Array.from(
    { length },
    (_, index) => (label.charCodeAt(index % label.length) * 31 + index * 7 + label.length) & 255,
  )
const frameOf = (strand: string, seq: number, label = `${strand}${seq}`): LogFrame => ({
  kind: 'update',
  strand,
  seq,
  bytes: bytesOf(label),
})
const storedAt = (sequence: number, isCopy = false): Appended => ({ kind: 'stored', sequence, isCopy })
/** Where a test names no sender, each frame comes from another one. */
type AnyonesLog = Omit<Log, 'append'> & {
  append(name: DocumentName, frame: LogFrame, sender?: object): Promise<Appended>
}
const refusedFor = (refusal: string) => ({ kind: 'refused', refusal })

export function describeLog(title: string, create: () => Promise<StoreUnderTest>) {
  describe(title, () => {
    let under: StoreUnderTest
    let store: Store
    let log: AnyonesLog
    let now: number
    let admit: Admit | undefined
    let lastSeed = 0

    const openLog = async (on: Store): Promise<AnyonesLog> => {
      const opened = await createLog(on, {
        random: (n) => Uint8Array.from({ length: n }, () => (lastSeed = (lastSeed * 75 + 74) % 65_537)),
        now: () => now,
        soon: (run) => void setImmediate(run),
        admit: (...asked) => admit?.(...asked),
      })
      return { ...opened, append: (of, frame, sender = {}) => opened.append(of, frame, sender) }
    }
    const reopen = async () => {
      await log.close()
      store = under.open()
      log = await openLog(store)
    }
    const readAll = async (after = 0) => (await log.read(name, after, LARGE)).frames
    /** The place at a sequence, as a reader keeps it. */
    const cursorAt = async (sequence: number): Promise<Cursor> => {
      const { place } = await log.read(name, sequence - 1, { ...LARGE, frames: 1 })
      if (place?.sequence !== sequence) throw new Error(`nothing stands at ${sequence}`)
      return { generation: log.generation, ...place }
    }
    const sequences = async (after = 0) => (await readAll(after)).map(({ sequence }) => sequence)

    beforeEach(async () => {
      now = 1_800_000_000_000
      admit = undefined
      under = await create()
      store = under.open()
      log = await openLog(store)
    })
    afterEach(async () => {
      await log.close()
      await under.cleanUp()
    })

    it('R3 numbers frames from 1 in the order of the calls and gives them back as they were', async () => {
      const frames = [frameOf(strandA, 1), frameOf(strandB, 1), frameOf(strandA, 2)]
      const outcomes = await Promise.all(frames.map((frame) => log.append(name, frame)))
      expect(outcomes).toEqual([storedAt(1), storedAt(2), storedAt(3)])
      expect((await readAll()).map(({ sequence, frame }) => [sequence, [...frame]])).toEqual(
        frames.map(({ bytes }, index) => [index + 1, [...bytes]]),
      )
    })

    it('R2 gives the old acknowledgement for a copy and refuses other bytes under the same number', async () => {
      await log.append(name, frameOf(strandA, 1))
      expect(await log.append(name, frameOf(strandA, 1))).toEqual(storedAt(1, true))
      expect(await log.append(name, frameOf(strandA, 1, 'other'))).toEqual(refusedFor('other-bytes'))
      expect(await sequences()).toEqual([1])
    })

    it('R2 tells copies from other bytes within one group too', async () => {
      const outcomes = await Promise.all([
        log.append(name, frameOf(strandA, 1)),
        log.append(name, frameOf(strandA, 1)),
        log.append(name, frameOf(strandA, 1, 'other')),
      ])
      expect(outcomes).toEqual([storedAt(1), storedAt(1, true), refusedFor('other-bytes')])
    })

    it('R7 takes frames with a gap and fills the gap later', async () => {
      await log.append(name, frameOf(strandA, 5))
      expect(await log.append(name, frameOf(strandA, 2))).toEqual(storedAt(2))
      const found = await log.find(name, strandA, { from: 1, to: 9 }, LARGE)
      expect(found.map(({ sequence }) => sequence)).toEqual([2, 1])
    })

    it('reads in chunks within the limits, one larger frame alone', async () => {
      for (let seq = 1; seq <= 5; seq++) await log.append(name, frameOf(strandA, seq))
      await log.append(name, { ...frameOf(strandA, 6), bytes: bytesOf('large', 900) })
      const sizes: number[] = []
      let after = 0
      for (let isEnd = false; !isEnd;) {
        const chunk = await log.read(name, after, { frames: 3, bytes: 250 })
        sizes.push(chunk.frames.length)
        after = chunk.frames.at(-1)?.sequence ?? after
        isEnd = chunk.isEnd
      }
      expect(after).toBe(6)
      expect(sizes).toEqual([2, 2, 1, 1])
    })

    it('keeps documents and teams apart', async () => {
      const other = { team: '33'.repeat(16), doc: name.doc }
      await log.append(name, frameOf(strandA, 1))
      expect(await log.append(other, frameOf(strandA, 1, 'other'))).toEqual(storedAt(1))
      expect(await log.usage(team)).toEqual({ documents: 1, bytes: 100 })
      expect((await log.read({ ...name, doc: '44'.repeat(16) }, 0, LARGE)).frames).toEqual([])
    })

    it('still has everything, and the same generation, after it was closed and opened', async () => {
      const { generation } = log
      await log.append(name, frameOf(strandA, 1))
      await reopen()
      expect(log.generation).toBe(generation)
      expect(await log.append(name, frameOf(strandA, 1))).toEqual(storedAt(1, true))
      expect(await log.append(name, frameOf(strandA, 2))).toEqual(storedAt(2))
    })

    it('R4 knows a cursor by generation and mark, and no cursor of a log that was wiped or set back', async () => {
      await log.append(name, frameOf(strandA, 1))
      const old = await under.copy()
      await log.append(name, frameOf(strandA, 2))
      const cursor = await cursorAt(2)
      expect(await log.locate(name, cursor)).toEqual({ known: true, after: 2 })
      const unknown = { known: false, after: 0 }
      expect(await log.locate(name, undefined)).toEqual(unknown)
      expect(await log.locate(name, { ...cursor, generation: 'ff'.repeat(16) })).toEqual(unknown)
      expect(await log.locate(name, { ...cursor, mark: 'ff'.repeat(16) })).toEqual(unknown)

      const setBack = await openLog(old())
      expect(setBack.generation).toBe(log.generation)
      expect(await setBack.locate(name, cursor)).toEqual(unknown)
      await setBack.append(name, frameOf(strandB, 1))
      expect(await setBack.locate(name, cursor)).toEqual(unknown)
      await setBack.close()
    })

    it('R4 knows no cursor of a log that was set back, also where its frame came to stand there again', async () => {
      for (const seq of [1, 2]) await log.append(name, frameOf(strandA, seq))
      const shared = await cursorAt(2)
      const old = await under.copy()
      await log.append(name, frameOf(strandB, 1))
      await log.append(name, frameOf(strandA, 3))
      const cursor = await cursorAt(4)
      const setBack = await openLog(old())
      await setBack.append(name, frameOf(strandB, 2))
      expect(await setBack.append(name, frameOf(strandA, 3))).toEqual(storedAt(4))
      expect(await setBack.locate(name, cursor)).toEqual({ known: false, after: 0 })
      expect(await setBack.locate(name, shared)).toEqual({ known: true, after: 2 })
      await setBack.close()
    })

    it('refuses a store that another version of the relay wrote', async () => {
      const foreign = await create()
      const other = foreign.open()
      await other.commit([[generationKey, new Uint8Array(16).fill(7)]])
      await expect(openLog(other)).rejects.toThrow('written by another version of the relay')
      await other.close()
      await foreign.cleanUp()
    })

    it('R3 R4 P2 puts a snapshot in the place of the frames it covers, and keeps those for 30 days', async () => {
      for (let seq = 1; seq <= 4; seq++) await log.append(name, frameOf(strandA, seq))
      const [behind, covered] = [await cursorAt(1), await cursorAt(3)]
      const snapshot = bytesOf('snapshot')
      expect(await log.putSnapshot(name, { covers: 3, bytes: snapshot })).toEqual(storedAt(3))
      expect((await readAll()).map(({ sequence, frame }) => [sequence, frame[0]])).toEqual([
        [3, snapshot[0]],
        [4, frameOf(strandA, 4).bytes[0]],
      ])
      expect(await log.locate(name, behind)).toEqual({ known: true, after: 1 })
      expect(await sequences(1)).toEqual([2, 3, 4])
      expect(await log.locate(name, covered)).toEqual({ known: true, after: 3 })

      now += KEEP_MS
      await log.prune()
      expect(await log.locate(name, behind)).toEqual({ known: false, after: 0 })
      // Readers of the snapshot and of the frame it covers are at one place, also when the frame is gone.
      expect(await log.locate(name, covered)).toEqual({ known: true, after: 3 })
      expect((await log.read(name, 0, { ...LARGE, frames: 1 })).place).toEqual({
        sequence: 3,
        mark: covered.mark,
      })
      // A reader that was in the middle of what is gone starts over with the snapshot.
      expect(await sequences(1)).toEqual([3, 4])
      expect(await log.usage(team)).toEqual({ documents: 1, bytes: 200 })
    })

    it('R2 R7 remembers after forgetting frames that their numbers were taken', async () => {
      for (let seq = 1; seq <= 3; seq++) await log.append(name, frameOf(strandA, seq))
      await log.putSnapshot(name, { covers: 3, bytes: bytesOf('snapshot') })
      now += KEEP_MS
      await log.append(name, frameOf(strandA, 4))
      await log.prune()
      expect(await log.append(name, frameOf(strandA, 2))).toEqual(refusedFor('pruned'))
      expect(await log.append(name, frameOf(strandA, 4))).toEqual(storedAt(4, true))
      expect(await log.append(name, frameOf(strandA, 5))).toEqual(storedAt(5))
    })

    it('S6 forgets a strand that is covered and silent for 30 days, so that a late copy is merely stored', async () => {
      await log.append(name, frameOf(strandA, 1))
      await log.append(name, frameOf(strandB, 1))
      await log.putSnapshot(name, { covers: 1, bytes: bytesOf('snapshot') })
      now += KEEP_MS
      await log.prune()
      expect(await log.append(name, frameOf(strandA, 1))).toEqual(storedAt(3))
      expect(await log.append(name, frameOf(strandB, 1))).toEqual(storedAt(2, true))
    })

    it('of the snapshots of one day keeps the one before the first, with all frames since', async () => {
      for (let seq = 1; seq <= 9; seq++) await log.append(name, frameOf(strandA, seq))
      for (const covers of [2, 4, 6])
        await log.putSnapshot(name, { covers, bytes: bytesOf(`snapshot ${covers}`, 500) })
      expect(await log.usage(team)).toEqual({ documents: 1, bytes: 9 * 100 + 500 })
      expect(await sequences(1)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
      now += 2 * 24 * 60 * 60 * 1_000
      await log.putSnapshot(name, { covers: 8, bytes: bytesOf('snapshot 8', 500) })
      expect(await log.usage(team)).toEqual({ documents: 1, bytes: 9 * 100 + 2 * 500 })
    })

    it('P2 refuses a snapshot that covers no more than the last one, or more than there is', async () => {
      const snapshot = (covers: number) => log.putSnapshot(name, { covers, bytes: bytesOf('snapshot') })
      expect(await snapshot(1)).toEqual(refusedFor('not-wanted'))
      await log.append(name, frameOf(strandA, 1))
      expect(await snapshot(2)).toEqual(refusedFor('not-wanted'))
      expect(await snapshot(1)).toEqual(storedAt(1))
      expect(await snapshot(1)).toEqual(refusedFor('not-wanted'))
    })

    it('R8 takes close frames in a closed document, and no updates', async () => {
      await log.append(name, frameOf(strandA, 1))
      expect(await log.append(name, { ...frameOf(strandA, 2), kind: 'close' })).toEqual(storedAt(2))
      expect(await log.append(name, frameOf(strandA, 3))).toEqual(refusedFor('closed'))
      expect(await log.append(name, frameOf(strandA, 1))).toEqual(storedAt(1, true))
      expect(await log.append(name, { ...frameOf(strandB, 1), kind: 'close' })).toEqual(storedAt(3))
      expect(await log.putSnapshot(name, { covers: 2, bytes: bytesOf('s') })).toEqual(refusedFor('closed'))
    })

    it('asks the quota in the order of the frames, within a group too', async () => {
      admit = ({ bytes }, _isNew, more) => (bytes + more > 250 ? 'team-full' : undefined)
      const outcomes = await Promise.all([1, 2, 3].map((seq) => log.append(name, frameOf(strandA, seq))))
      expect(outcomes).toEqual([storedAt(1), storedAt(2), refusedFor('team-full')])
      admit = (_usage, isNew) => (isNew ? 'too-many-documents' : undefined)
      expect(await log.append({ ...name, doc: '55'.repeat(16) }, frameOf(strandA, 1))).toEqual(
        refusedFor('too-many-documents'),
      )
      expect(await log.append(name, frameOf(strandA, 3))).toEqual(storedAt(3))
    })

    it('R9 holds back what follows a frame without room, until that comes or its device goes on without it', async () => {
      let fault: Fault = 'refuse'
      const faulty = await openLog(createFaultyStore(store, () => fault))
      const cannot = refusedFor('cannot-store')
      expect(await faulty.append(name, frameOf(strandA, 1))).toEqual(cannot)
      fault = 'none'
      expect(await faulty.append(name, frameOf(strandA, 2))).toEqual(cannot)
      expect(await faulty.append(name, frameOf(strandB, 2))).toEqual(storedAt(1))
      expect(await faulty.append(name, frameOf(strandA, 1))).toEqual(storedAt(2))
      expect(await faulty.append(name, frameOf(strandA, 2))).toEqual(storedAt(3))
      fault = 'refuse'
      await faulty.append(name, frameOf(strandA, 3))
      fault = 'none'
      now += 59_000
      expect(await faulty.append(name, frameOf(strandA, 4))).toEqual(cannot)
      now += 1_000
      expect(await faulty.append(name, frameOf(strandA, 4))).toEqual(storedAt(4))
    })

    it('R9 holds back what follows a frame without room also when another device with that strand sent its own', async () => {
      let fault: Fault = 'refuse'
      const faulty = await openLog(createFaultyStore(store, () => fault))
      const cannot = refusedFor('cannot-store')
      for (const seq of [1, 2, 3]) expect(await faulty.append(name, frameOf(strandA, seq))).toEqual(cannot)
      fault = 'none'
      for (const seq of [1, 2])
        expect(await faulty.append(name, frameOf(strandA, seq))).toEqual(storedAt(seq))
      expect(await faulty.append(name, frameOf(strandA, 4))).toEqual(cannot)
      expect(await faulty.append(name, frameOf(strandA, 3))).toEqual(storedAt(3))
      expect(await faulty.append(name, frameOf(strandA, 4))).toEqual(storedAt(4))
    })

    it('R9 holds back what follows a number given twice, from its sender alone, until that goes on without it', async () => {
      const [first, copied] = [{}, {}]
      const cannot = refusedFor('cannot-store')
      expect(await log.append(name, frameOf(strandA, 1), first)).toEqual(storedAt(1))
      const outcomes = await Promise.all([
        log.append(name, frameOf(strandA, 1, 'other'), copied),
        log.append(name, frameOf(strandA, 2, 'on other ground'), copied),
        log.append(name, frameOf(strandA, 2), first),
        log.append(name, frameOf(strandA, 3, 'on other ground'), copied),
      ])
      expect(outcomes).toEqual([refusedFor('other-bytes'), cannot, storedAt(2), cannot])
      expect(await log.append(name, frameOf(strandB, 1), copied)).toEqual(storedAt(3))
      expect(await log.append(name, frameOf(strandA, 2), copied)).toEqual(storedAt(2, true))
      now += 60_000
      expect(await log.append(name, frameOf(strandA, 3), copied)).toEqual(storedAt(4))
    })

    it('R1 refuses a group for which there is no room, and leaves what was before', async () => {
      let fault: Fault = 'none'
      const faulty = await openLog(createFaultyStore(store, () => fault))
      await faulty.append(name, frameOf(strandA, 1))
      fault = 'refuse'
      const outcomes = await Promise.all([
        faulty.append(name, frameOf(strandA, 2)),
        faulty.append(name, frameOf(strandA, 2)),
        faulty.putSnapshot(name, { covers: 1, bytes: bytesOf('snapshot') }),
        faulty.append(name, frameOf(strandA, 1, 'other')),
      ])
      const cannot = refusedFor('cannot-store')
      expect(outcomes).toEqual([cannot, cannot, cannot, refusedFor('other-bytes')])
      fault = 'none'
      expect(await faulty.append(name, frameOf(strandA, 2))).toEqual(storedAt(2))
      expect(await sequences()).toEqual([1, 2])
    })

    it('R1 loses nothing acknowledged and halves nothing when the power goes at any step', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom<Fault>('none', 'none', 'none', 'refuse', 'lose', 'die'), {
            maxLength: 12,
          }),
          fc.uuid(),
          async (faults, seed) => {
            const place = { team, doc: seed.replaceAll('-', '') }
            const acknowledged = new Map<number, number>()
            let step = 0
            let seq = 0
            while (step < faults.length) {
              const faulty = createFaultyStore(store, () => faults[step++] ?? 'none')
              const writing = await openLog(faulty)
              while (step < faults.length && !faulty.isDead) {
                seq++
                const own = seq
                void Promise.all([
                  writing.append(place, frameOf(strandA, own)),
                  writing.append(place, frameOf(strandB, own)),
                ]).then(([first, second]) => {
                  if (first.kind === 'stored') acknowledged.set(own, first.sequence)
                  // R9: what found no room is sent again before anything else.
                  else seq = own - 1
                  expect(second.kind).toBe(first.kind)
                })
                const before = step
                while (step === before) await new Promise(setImmediate)
                await faulty.atRest()
                await new Promise(setImmediate)
              }
              await faulty.atRest()
            }
            const kept = await openLog(store)
            const { frames } = await kept.read(place, 0, LARGE)
            expect(frames.map(({ sequence }) => sequence)).toEqual(frames.map((_, index) => index + 1))
            expect(frames.length % 2).toBe(0)
            for (const [own, sequence] of acknowledged) {
              expect(await kept.append(place, frameOf(strandA, own))).toEqual(storedAt(sequence, true))
            }
          },
        ),
        { numRuns: 40 },
      )
    })
  })
}
