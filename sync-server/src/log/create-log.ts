// The log over a store: groups what arrives in one turn into one durable commit, and reads back in order.
import { bytesToHex, frameMark } from '@yokoten/shared/sync'
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
  readPlace,
  snapshotKey,
} from './keys'
import type { Admit, Appended, ChunkLimits, DocumentName, Log } from './port'
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

/** Opens the log in a store; a store without a generation gets one. Rejects where not even that can be kept. */
export async function createLog(store: Store, options: LogOptions): Promise<Log> {
  const admit = options.admit ?? (() => undefined)
  let generation = store.get(generationKey)
  if (generation?.length !== 16) {
    generation = options.random(16)
    if (!(await store.commit([[generationKey, generation]]))) throw new Error('The data folder is full')
  }

  const records = recordsOf(store)
  const heldBack = createHeldBack(options.now)
  const queue: Operation[] = []
  let working: Promise<void> | undefined
  let isClosed = false

  const commitGroup = async (group: readonly Operation[]) => {
    const draft = createDraft(store)
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

  const snapshotAt = (name: DocumentName, base: number): LoggedFrame | undefined => {
    const frame = base > 0 ? store.get(snapshotKey(name, base)) : undefined
    return frame && { sequence: base, frame }
  }

  return {
    generation: bytesToHex(generation),
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
      if (snapshot) chunk.add(snapshot)
      const from = snapshot ? base : after
      store.range(frameKey(name, from + 1), frameKey(name, head + 1), (key, value) =>
        chunk.add({ sequence: readFrameKey(key), frame: readFrame(value).bytes }),
      )
      return { frames: chunk.frames, isEnd: (chunk.frames.at(-1)?.sequence ?? after) >= head }
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
        if (value && !chunk.add({ sequence, frame: readFrame(value).bytes })) break
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

  /** The cursor's sequence where the frame or snapshot there bears the cursor's mark. */
  function findCursor(name: DocumentName, { generation: theirs, sequence, mark }: Cursor) {
    if (theirs !== bytesToHex(generation as Uint8Array)) return undefined
    const { head, base } = readDocument(records, name) ?? emptyDocument()
    if (sequence > head) return undefined
    const record = store.get(frameKey(name, sequence))
    const snapshot = sequence === base ? snapshotAt(name, base) : undefined
    const isThere =
      (record && frameMark(readFrame(record).bytes) === mark) ||
      (snapshot && frameMark(snapshot.frame) === mark)
    return isThere ? sequence : undefined
  }
}

/** Collects frames up to limits; the first is taken whatever its size. `add` says whether there is room for more. */
function createChunk(limits: ChunkLimits) {
  const frames: LoggedFrame[] = []
  let bytes = 0
  return {
    frames,
    add(logged: LoggedFrame): boolean {
      if (frames.length > 0 && bytes + logged.frame.length > limits.bytes) return false
      frames.push(logged)
      bytes += logged.frame.length
      return bytes < limits.bytes && frames.length < limits.frames
    },
  }
}
