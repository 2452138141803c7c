// The log over a store: groups what arrives in one turn into one durable commit, and reads back in order.
import { bytesToHex } from '@yokoten/shared/sync'
import type { Cursor, LoggedFrame } from '@yokoten/shared/sync'
import { decideAppend, decideSnapshot } from './decisions'
import { createDraft, recordsOf } from './draft'
import type { Draft } from './draft'
import { createHeldBack } from './held-back'
import {
  documentRange,
  frameKey,
  generationKey,
  placeKey,
  readDocumentKey,
  readFrame,
  readFrameKey,
  readGeneration,
  readPlace,
  readSnapshot,
  snapshotKey,
  writeGeneration,
} from './keys'
import type { Admit, Appended, ChunkLimits, DocumentName, Log, Place } from './port'
import { pruneStep } from './pruning'
import { emptyDocument, readDocument, readUsage } from './records'
import type { Store } from './store'

export interface LogOptions {
  readonly random: (n: number) => Uint8Array
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs a function once this turn's messages are in, e.g. setImmediate: what came until then shares one commit. */
  readonly soon: (run: () => void) => void
  readonly admit?: Admit
}

interface Operation {
  readonly decide: (draft: Draft) => Appended | boolean
  readonly settle: (outcome: Appended | boolean) => void
  readonly fail: (error: unknown) => void
}

/** Frames and snapshots committed together, at most, so that one commit stays within a few tens of milliseconds. */
const GROUP = 2_000

/** The id of the log in a store, which gets one where it has none. Rejects where that cannot be kept or read. */
async function openGeneration(store: Store, random: LogOptions['random']): Promise<string> {
  const kept = store.get(generationKey)
  if (kept) {
    const generation = readGeneration(kept)
    if (generation === undefined)
      throw new Error(
        'The data folder was written by another version of the relay. Move it away: the devices fill a new one.',
      )
    return generation
  }
  const drawn = random(16)
  if (!(await store.commit([[generationKey, writeGeneration(drawn)]])))
    throw new Error('The data folder is full')
  return bytesToHex(drawn)
}

/** Opens the log in a store; a store without a generation gets one. Rejects where not even that can be kept. */
export async function createLog(store: Store, options: LogOptions): Promise<Log> {
  const admit = options.admit ?? (() => undefined)
  const generation = await openGeneration(store, options.random)

  const records = recordsOf(store)
  const heldBack = createHeldBack(options.now)
  const queue: Operation[] = []
  let working: Promise<void> | undefined
  let isClosed = false

  const commitGroup = async (group: readonly Operation[]) => {
    const draft = createDraft(store, bytesToHex(options.random(16)))
    const outcomes = group.map(({ decide }) => decide(draft))
    const writes = draft.writes()
    const isDurable = writes.length === 0 || (await store.commit(writes))
    group.forEach(({ settle }, index) => {
      const outcome = outcomes[index] as Appended | boolean
      // In a group that could not be kept, a copy may be one of a frame of the same group: it is not kept either.
      const isLost = !isDurable && typeof outcome === 'object' && outcome.kind === 'stored'
      if (isLost) settle({ kind: 'refused', refusal: 'cannot-store' })
      else settle(isDurable ? outcome : typeof outcome === 'object' && outcome)
    })
  }
  const work = async () => {
    await new Promise<void>((resolve) => options.soon(resolve))
    while (queue.length > 0) {
      const group = queue.splice(0, GROUP)
      try {
        await commitGroup(group)
      } catch (error) {
        for (const { fail } of group) fail(error)
      }
    }
    working = undefined
  }
  /** `settled` is told the outcome before anything else is decided. */
  const enqueue = <T extends Appended | boolean>(
    decide: (draft: Draft) => T,
    settled: (outcome: T) => void = () => undefined,
  ): Promise<T> => {
    if (isClosed) return Promise.reject(new Error('The log is closed'))
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Appended | boolean) => {
        settled(outcome as T)
        resolve(outcome as T)
      }
      queue.push({ decide, settle, fail: reject })
      working ??= work()
    })
  }

  const snapshotAt = (name: DocumentName, base: number) => {
    const snapshot = base > 0 ? store.get(snapshotKey(name, base)) : undefined
    return snapshot && readSnapshot(snapshot)
  }

  return {
    generation,
    append(name, frame, sender) {
      let isHeldBack = false
      const note = (outcome: Appended) => {
        if (!isHeldBack) heldBack.note(name, frame, sender, outcome)
      }
      const decide = (draft: Draft): Appended => {
        isHeldBack = heldBack.includes(draft, name, frame, sender)
        const outcome = decideAppend(draft, name, frame, admit, options.now(), isHeldBack)
        note(outcome)
        return outcome
      }
      // Again when it is known whether there was room on the disk.
      return enqueue(decide, note)
    },
    putSnapshot: (name, snapshot) =>
      enqueue((draft) => decideSnapshot(draft, name, snapshot, admit, options.now())),

    async read(name, after, limits) {
      const { head, base } = readDocument(records, name) ?? emptyDocument()
      const isForgotten = after < base && !store.get(frameKey(name, after + 1))
      const snapshot = after === 0 || isForgotten ? snapshotAt(name, base) : undefined
      const chunk = createChunk(limits)
      if (snapshot) chunk.add(base, snapshot)
      const from = snapshot ? base : after
      store.range(frameKey(name, from + 1), frameKey(name, head + 1), (key, value) =>
        chunk.add(readFrameKey(key), readFrame(value)),
      )
      const place = chunk.place()
      return { frames: chunk.frames, place, isEnd: (place?.sequence ?? after) >= head }
    },

    async locate(name, cursor) {
      const sequence = cursor && findCursor(name, cursor)
      return sequence === undefined ? { known: false, after: 0 } : { known: true, after: sequence }
    },

    async find(name, strand, { from, to }, limits) {
      const chunk = createChunk(limits)
      for (let seq = from; seq <= to; seq++) {
        const place = store.get(placeKey(name, strand, seq))
        if (!place) continue
        const sequence = readPlace(place)
        const value = store.get(frameKey(name, sequence))
        if (value && !chunk.add(sequence, readFrame(value))) break
      }
      return [...chunk.frames]
    },

    async state(name) {
      const { head, base, total, baseTotal, snapshotBytes, isClosed } =
        readDocument(records, name) ?? emptyDocument()
      return { head, base, liveBytes: total - baseTotal, snapshotBytes, isClosed }
    },
    usage: async (team) => readUsage(records, team),

    async prune() {
      const names: DocumentName[] = []
      store.range(...documentRange, (key) => void names.push(readDocumentKey(key)))
      for (const name of names) {
        while (!isClosed && (await enqueue((draft) => pruneStep(draft, store, name, options.now()))));
      }
    },

    async close() {
      isClosed = true
      while (working) await working
      await store.close()
    },
  }

  /** The cursor's sequence where the place there bears the cursor's mark. */
  function findCursor(name: DocumentName, { generation: theirs, sequence, mark }: Cursor) {
    if (theirs !== generation) return undefined
    const { head, base } = readDocument(records, name) ?? emptyDocument()
    if (sequence > head) return undefined
    const frame = store.get(frameKey(name, sequence))
    // Behind a snapshot the frame there may be forgotten.
    const place = frame ? readFrame(frame) : sequence === base ? snapshotAt(name, base) : undefined
    return place?.mark === mark ? sequence : undefined
  }
}

/** Collects frames up to limits; the first is taken whatever its size. `add` says whether there is room for more. */
function createChunk(limits: ChunkLimits) {
  const frames: LoggedFrame[] = []
  let bytes = 0
  let place: Place | undefined
  return {
    frames,
    place: () => place,
    add(
      sequence: number,
      { bytes: frame, mark }: { readonly bytes: Uint8Array; readonly mark: string },
    ): boolean {
      const isFull = frames.length >= limits.frames || bytes + frame.length > limits.bytes
      if (frames.length > 0 && isFull) return false
      frames.push({ sequence, frame })
      place = { sequence, mark }
      bytes += frame.length
      return bytes < limits.bytes && frames.length < limits.frames
    },
  }
}
