// The outbox of one document: an edit is first kept on this device, then sealed, then sent until every relay has it.
import { bytesToHex, WAITS } from '@yokoten/shared/sync'
import type { RandomBytes, WallClock } from '@yokoten/shared/kernel'
import type { KeyStore, KeyValue } from './key-store'
import { toStorageError } from './key-store'
import { batchOf, mergeContents } from './outbox-content'
import type { Content, Frame, Row } from './outbox-content'
import type { LogPlace, Outbox, OutboxCounts, OutboxFrame, Seal } from './outbox-port'
import { frameRecord, outboxKeys, readRecords, rowRecord } from './outbox-records'
import type { StrandRecord } from './outbox-records'
import type { StorageState } from './persistence'
import type { After } from './ports'
import { createCell } from './readable'

const RETRY_MS = 3_000
/** Half the time after which a silent strand is forgotten. */
const REST_MS = WAITS.strandMs / 2

const nothing = () => undefined

/**
 * Opens what an earlier session left. Where the store cannot be read it works from memory and tries again.
 * `beforeForgetting` resolves with true when the document itself is safe on the disk; only then a delivered frame is
 * taken out of the outbox.
 */
export async function openOutbox(options: {
  readonly doc: string
  readonly store: KeyStore
  readonly seal: Seal
  readonly relays: readonly string[]
  readonly random: RandomBytes
  readonly after: After
  readonly wall: WallClock
  readonly beforeForgetting: () => Promise<boolean>
  /**
   * True where a place at or beyond this one is remembered on the disk. A frame is kept until then: a relay that is
   * set back to before it does not know that place, or else nobody would notice.
   */
  readonly isRemembered: (relay: string, place: LogPlace) => boolean
}): Promise<Outbox> {
  const { store, seal, relays, random, after, wall } = options
  const keys = outboxKeys(options.doc)
  const newStrand = (): StrandRecord => ({ strand: bytesToHex(random(16)), seq: 0, at: wall() })
  const run = bytesToHex(random(8))
  const counts = createCell<OutboxCounts>(
    { changed: 0, kept: 0 },
    (a, b) => a.changed === b.changed && a.kept === b.kept,
  )
  const state = createCell<StorageState>('ok')
  const listeners = new Set<(frame: OutboxFrame) => void>()

  let fresh: Row[] = []
  let rows: Row[] = []
  let frames: Frame[] = []
  const stuck: Row[] = []
  let strand: StrandRecord = newStrand()
  /** Strands that are not used any more, with the first number of each that was refused. */
  const refusedFrom = new Map<string, number>()
  /** Used while the disk fails: kept nowhere, so that no number can ever be given twice. */
  let volatile: StrandRecord | undefined
  let isReachable = false
  let sealDue = false
  let forgetDue = false
  let counter = 0
  /** The last frame's place in the order in which they are made. */
  let made = 0
  let closed = false
  let working: Promise<void> | undefined
  let cancelSeal: (() => void) | undefined
  let cancelRetry: (() => void) | undefined
  let recoverDue = false

  const isBroken = () => volatile !== undefined

  const recount = () => {
    const sum = (items: readonly Content[]) => items.reduce((total, { edits }) => total + edits, 0)
    const waiting = [...rows, ...stuck, ...frames.filter(({ acks }) => acks.size === 0)]
    counts.set({
      changed: sum(fresh) + sum(waiting.filter((item) => !item.stored)),
      kept: sum(waiting.filter((item) => item.stored)),
    })
  }

  const strandRecord = (of: StrandRecord): StrandRecord => ({
    ...of,
    refused: Object.fromEntries(refusedFrom),
  })

  async function load(): Promise<void> {
    const disk = await readRecords(store, keys)
    if (disk.strand) {
      for (const [of, seq] of Object.entries(disk.strand.refused ?? {})) refusedFrom.set(of, seq)
      // Others forget a strand that has been silent for long, so one that rested is not taken up again.
      const isRested = wall() - disk.strand.at >= REST_MS
      if (disk.strand.seq >= strand.seq && !isRested && !refusedFrom.has(disk.strand.strand))
        strand = disk.strand
    }
    const known = new Set([...rows, ...frames].flatMap(({ diskKeys }) => diskKeys))
    const onDisk = { stored: true, kept: nothing }
    for (const { key, record } of disk.rows)
      if (!known.has(key)) rows.push({ ...record, ...onDisk, diskKeys: [key] })
    const refusedOnes: Frame[] = []
    for (const { key, record } of disk.frames) {
      if (known.has(key)) continue
      const isRefused = record.seq >= (refusedFrom.get(record.strand) ?? Infinity)
      const frame: Frame = { ...record, ...onDisk, diskKeys: [key], acks: new Map() }
      ;(isRefused ? refusedOnes : frames).push(frame)
    }
    const inOrder = (a: Frame, b: Frame) => a.order - b.order || a.seq - b.seq
    frames.sort(inOrder)
    rows.unshift(...refusedOnes.sort(inOrder))
    made = Math.max(made, ...frames.map(({ order }) => order))
  }

  const fail = (error: unknown) => {
    volatile ??= newStrand()
    state.set(toStorageError(error).kind)
    recount()
    cancelRetry ??= after(RETRY_MS, () => {
      cancelRetry = undefined
      recoverDue = true
      kick()
    })
  }

  /** Writes what has come in; where that fails it goes on from memory. */
  async function keep(): Promise<void> {
    // Counted as fresh until it is written, since others count meanwhile.
    const batch = [...fresh]
    if (!isBroken()) {
      try {
        await store.write(batch.map((row) => ({ key: row.diskKeys[0] ?? '', value: rowRecord(row) })))
        for (const row of batch) row.stored = true
      } catch (error) {
        fail(error)
      }
    }
    fresh = fresh.slice(batch.length)
    rows.push(...batch)
    recount()
    for (const row of batch) if (row.stored) row.kept()
    scheduleSeal()
  }

  /** Tries the disk again: learns what it has, then puts there what lives in memory only. */
  async function recover(): Promise<void> {
    recoverDue = false
    const known = new Set(frames)
    try {
      await load()
      // The strand too: a refusal may have come while nothing could be written.
      const puts: KeyValue[] = [{ key: keys.strand, value: strandRecord(strand) }]
      const deletes: string[] = []
      const unstored = [...rows, ...stuck].filter((row) => !row.stored)
      const unstoredFrames = frames.filter((frame) => !frame.stored)
      for (const row of unstored) puts.push({ key: row.diskKeys[0] ?? '', value: rowRecord(row) })
      for (const frame of unstoredFrames) {
        puts.push({ key: keys.frame(frame.strand, frame.seq), value: frameRecord(frame) })
        deletes.push(...frame.diskKeys.filter((key) => key !== keys.frame(frame.strand, frame.seq)))
      }
      await store.write(puts, deletes)
      volatile = undefined
      state.set('ok')
      for (const item of [...unstored, ...unstoredFrames]) {
        item.stored = true
        item.kept()
      }
      recount()
      // A write that seemed to fail may have come to the disk.
      for (const frame of frames)
        if (!known.has(frame)) for (const listener of [...listeners]) listener(frame)
    } catch (error) {
      fail(error)
    }
  }

  /** Seals what lies there. Rows leave the disk in the same transaction in which the frame comes to it. */
  async function sealRows(): Promise<void> {
    let batch = batchOf(rows)
    sealDue = batch.length < rows.length
    const own = volatile ?? strand
    /** Its number was refused meanwhile: nothing more may follow in this strand. */
    const isAbandoned = () => (volatile ?? strand) !== own
    const next: StrandRecord = { strand: own.strand, seq: own.seq + 1, at: wall() }
    let merged: Content | undefined
    let bytes: Uint8Array | undefined
    while (!bytes) {
      merged = mergeContents(batch)
      bytes = await seal({ ...next, update: merged.update, vector: merged.vector })
      if (isAbandoned()) {
        sealDue = true
        return
      }
      if (bytes) break
      if (batch.length === 1) {
        const tooLarge = batch
        stuck.push(...tooLarge)
        rows = rows.filter((row) => !tooLarge.includes(row))
        return
      }
      batch = batch.slice(0, Math.ceil(batch.length / 2))
      sealDue = true
    }
    if (!merged || !bytes) return
    const done = batch
    const frameKey = keys.frame(next.strand, next.seq)
    const oldKeys = done.flatMap(({ diskKeys }) => diskKeys)
    const frame: Frame = {
      ...merged,
      ...next,
      bytes,
      order: ++made,
      diskKeys: isBroken() ? [frameKey, ...oldKeys] : [frameKey],
      stored: !isBroken(),
      acks: new Map(),
      kept: () => done.forEach((row) => row.kept()),
    }
    if (volatile) {
      volatile = next
    } else {
      try {
        await store.write(
          [
            { key: frameKey, value: frameRecord(frame) },
            { key: keys.strand, value: strandRecord(next) },
          ],
          oldKeys,
        )
      } catch (error) {
        // It is not known whether the disk has the frame: it is not sent, and its number not used again before a look.
        fail(error)
        sealDue = true
        return
      }
    }
    if (!isBroken() && isAbandoned()) {
      // What was refused stands before it, and is sealed again before it.
      rows = rows.flatMap((row) => (row === done[0] ? [frame] : done.includes(row) ? [] : [row]))
      sealDue = true
      recount()
      return
    }
    if (!isBroken()) strand = next
    rows = rows.filter((row) => !done.includes(row))
    frames.push(frame)
    recount()
    for (const listener of [...listeners]) listener(frame)
  }

  const isSettled = ({ acks }: Frame) =>
    relays.length > 0 &&
    relays.every((relay) => {
      const place = acks.get(relay)
      return place !== undefined && options.isRemembered(relay, place)
    })

  async function forget(): Promise<void> {
    forgetDue = false
    const settled = frames.filter(isSettled)
    if (settled.length === 0) return
    if (isBroken() || !(await options.beforeForgetting())) {
      after(RETRY_MS, () => {
        forgetDue = true
        kick()
      })
      return
    }
    try {
      await store.write(
        [],
        settled.flatMap(({ diskKeys }) => diskKeys),
      )
      frames = frames.filter((frame) => !settled.includes(frame))
      for (const frame of settled) frame.kept()
    } catch (error) {
      fail(error)
    }
  }

  async function work(): Promise<void> {
    try {
      for (;;) {
        if (fresh.length > 0) await keep()
        else if (recoverDue) await recover()
        else if (sealDue && isReachable && rows.length > 0) await sealRows()
        else if (forgetDue) await forget()
        else break
      }
    } finally {
      working = undefined
      scheduleSeal()
    }
  }

  const hasWork = () =>
    fresh.length > 0 || recoverDue || forgetDue || (sealDue && isReachable && rows.length > 0)

  function kick(): void {
    if (closed || working || !hasWork()) return
    working = work()
  }

  function scheduleSeal(): void {
    if (sealDue || !isReachable || rows.length === 0) return
    cancelSeal ??= after(WAITS.sealMs, () => {
      cancelSeal = undefined
      // All of it may have been sealed meanwhile.
      sealDue = rows.length > 0
      kick()
    })
  }

  try {
    await load()
  } catch (error) {
    fail(error)
  }
  recount()

  return {
    counts,
    state,
    get isStuck() {
      return stuck.length > 0
    },
    updates: () => [...rows, ...stuck, ...frames, ...fresh].map(({ update }) => update),
    frames: () => frames,
    delivered() {
      const vector = new Map([[strand.strand, strand.seq]])
      // What was sent while the disk failed went in a strand of its own.
      for (const { strand: of, seq } of frames) vector.set(of, Math.min(vector.get(of) ?? seq, seq - 1))
      return vector
    },
    add: (update, { edits = 1, vector } = {}) =>
      new Promise((resolve) => {
        const diskKeys = [keys.row(run, counter++)]
        fresh.push({ update, edits, vector, diskKeys, stored: false, kept: resolve })
        recount()
        kick()
      }),
    onFrame(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setReachable(reachable) {
      isReachable = reachable
      scheduleSeal()
      kick()
    },
    acknowledged(relay, ofStrand, seq, place) {
      const frame = frames.find((one) => one.strand === ofStrand && one.seq === seq)
      if (!frame) return
      frame.acks.set(relay, place)
      if (isSettled(frame)) forgetDue = true
      recount()
      kick()
    },
    otherLog(relay, generation) {
      for (const { acks } of frames) if (acks.get(relay)?.generation !== generation) acks.delete(relay)
      recount()
    },
    forget() {
      forgetDue ||= frames.some(isSettled)
      kick()
    },
    refusedNumber(ofStrand, seq) {
      const first = frames.findIndex((frame) => frame.strand === ofStrand && frame.seq >= seq)
      if (first < 0) return
      // What was made after it stands on it, and in whatever strand it is it must not come before it.
      const again = frames.slice(first)
      frames = frames.slice(0, first)
      for (const frame of again)
        refusedFrom.set(frame.strand, Math.min(frame.seq, refusedFrom.get(frame.strand) ?? Infinity))
      rows.unshift(
        ...again.map((frame) => ({
          ...frame,
          diskKeys: frame.stored ? frame.diskKeys : [keys.row(run, counter++), ...frame.diskKeys],
        })),
      )
      if (refusedFrom.has(strand.strand)) strand = newStrand()
      if (volatile && refusedFrom.has(volatile.strand)) volatile = newStrand()
      recount()
      scheduleSeal()
      kick()
    },
    isDelivered: (relay) => fresh.length + rows.length === 0 && frames.every(({ acks }) => acks.has(relay)),
    async close() {
      while (working || fresh.length > 0) {
        if (!working) kick()
        await working
      }
      closed = true
      cancelSeal?.()
      cancelRetry?.()
    },
  }
}
