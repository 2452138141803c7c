// A document on this device's disk: loads it, keeps it up to date, and never lets a storage failure reach an edit.
import { applyUpdates } from '@yokoten/shared/doc'
import * as Y from 'yjs'
import type { Readable } from './api'
import type { DocumentRows, DocumentStore } from './document-store'
import { toStorageError } from './key-store'
import type { After, Compact } from './ports'
import { createCell } from './readable'

/** The origin of what was read from the disk: it is there already and nobody's edit. */
export class FromDisk {
  readonly source = 'disk'
}

export type StorageState = 'ok' | 'failing' | 'full' | 'none'

export interface Persistence {
  readonly state: Readable<StorageState>
  /** False where the disk or a row of it could not be read: what is missing has to be fetched again. */
  readonly isComplete: boolean
  /** Stores what the document was given and says nothing of, since it waits in it for what comes before. */
  keep(updates: readonly Uint8Array[]): void
  /** True once everything in the document at the time of the call is on the disk; false where that failed. */
  flush(): Promise<boolean>
  /** Everything in the document, compacted; made when the document has come to rest, or after a minute. */
  wholeState(): Promise<Uint8Array>
  /** Writes what is left and lets go. */
  close(): Promise<void>
}

/** Rows beyond which they are rewritten as one. */
const COMPACT_ROWS = 500
/**
 * Work on the whole document takes a processor for seconds, so it waits until the document has been left alone for
 * `QUIET_MS`; not beyond `LATEST_MS`.
 */
const QUIET_MS = 2_000
const LATEST_MS = 60_000
const GATHER_MS = 100
/** Updates in one row at most: those that came while the disk was busy would keep the screen waiting together. */
const MERGED_AT_ONCE = 64
/** Waits between attempts to store again, in milliseconds. */
const RETRY_MS = [500, 2_000, 10_000, 30_000] as const

/**
 * Applies what is stored to `doc`, then stores what changes. Resolves when the document is loaded, also where the
 * disk cannot be read: then `state` says so and the whole document is stored as soon as it can.
 */
export async function openPersistence(options: {
  readonly doc: Y.Doc
  readonly name: string
  readonly store: DocumentStore
  readonly after: After
  readonly compact: Compact
  /**
   * False while the document holds edits that the outbox has not on the disk: stored here alone, they would be shown
   * after a restart and never delivered.
   */
  readonly mayStore?: () => boolean
  /** Applies what is stored, in one transaction; returns the indexes of what could not be decoded. */
  readonly apply?: (updates: readonly Uint8Array[]) => readonly number[]
}): Promise<Persistence> {
  const { doc, name, store, after, compact } = options
  const origin = new FromDisk()
  const apply = options.apply ?? ((updates) => applyUpdates(doc, updates, origin))
  const state = createCell<StorageState>('ok')
  const keys = new Set<number>()
  let rows: DocumentRows | undefined
  let pending: Uint8Array[] = []
  /** After a failure it is not known what the disk has, so the whole document is stored next. */
  let whole = false
  let isComplete = true
  let closed = false
  let failures = 0
  let cancelTimer: (() => void) | undefined
  let changes = 0
  let compacting: 'no' | 'waits' | 'due' = 'no'
  let rewriting: Promise<unknown> = Promise.resolve()
  let working: Promise<boolean> | undefined

  const dropRows = () => {
    const old = rows
    rows = undefined
    old?.close()
  }

  const open = async (): Promise<DocumentRows> => {
    const fresh = await store.open(name, () => {
      if (rows === fresh) rows = undefined
    })
    rows = fresh
    return fresh
  }

  const load = async (): Promise<void> => {
    const opened = await open()
    const stored = await opened.load()
    const bad = apply(stored.map(({ bytes }) => bytes))
    for (const { key } of stored) keys.add(key)
    for (const index of bad) {
      const row = stored[index]
      if (!row) continue
      isComplete = false
      keys.delete(row.key)
      await opened.setAside(row)
    }
  }

  const storeNext = async (): Promise<void> => {
    const opened = rows ?? (await open())
    if (whole) {
      // Rows written by others since are left alone: only those whose contents the document has are replaced.
      const covered = [...keys]
      pending = []
      whole = false
      const key = await opened.replace(covered, Y.encodeStateAsUpdate(doc))
      for (const old of covered) keys.delete(old)
      keys.add(key)
      return
    }
    const updates = pending.splice(0, MERGED_AT_ONCE)
    const [first] = updates
    if (!first) return
    keys.add(await opened.append(updates.length === 1 ? first : Y.mergeUpdates(updates)))
    if (keys.size < COMPACT_ROWS || compacting !== 'no') return
    compacting = 'waits'
    void quiet().then(() => {
      if (closed) return
      compacting = 'due'
      return start()
    })
  }

  const quiet = async (): Promise<void> => {
    for (let waited = 0; waited < LATEST_MS && !closed; waited += QUIET_MS) {
      const before = changes
      await new Promise<void>((resolve) => after(QUIET_MS, resolve))
      if (changes === before) return
    }
  }

  const compactAll = async (): Promise<Uint8Array> => {
    const opened = rows ?? (await open())
    const own = (await opened.load()).filter(({ key }) => keys.has(key))
    const compacted = await compact(own.map(({ bytes }) => bytes))
    if (own.length === 1) return compacted
    const key = await opened.replace(
      own.map((row) => row.key),
      compacted,
    )
    for (const row of own) keys.delete(row.key)
    keys.add(key)
    return compacted
  }

  /**
   * Puts one row in the place of all that are there now, and gives it. From the rows and not from the document: to
   * write that out would keep everybody at this screen waiting.
   */
  const compactRows = (): Promise<Uint8Array> => {
    // One after the other: who asks later needs what has come since.
    const next = rewriting.then(compactAll, compactAll)
    rewriting = next
    return next
  }

  const compactMany = async (): Promise<void> => {
    compacting = 'no'
    if (keys.size >= COMPACT_ROWS) await compactRows()
  }

  const hasUpdates = () => pending.length > 0 || whole
  const hasWork = () => hasUpdates() || compacting === 'due'
  const mayStore = () => options.mayStore?.() ?? true

  const work = async (): Promise<boolean> => {
    try {
      while (hasWork() && mayStore()) {
        await (hasUpdates() ? storeNext() : compactMany())
        failures = 0
        state.set('ok')
      }
      if (hasWork() && !closed) schedule(GATHER_MS)
      return !hasWork()
    } catch (error) {
      whole = true
      dropRows()
      state.set(toStorageError(error).kind)
      const wait = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 0
      if (!closed) schedule(wait)
      return false
    } finally {
      // In the same step as the last look at `pending`: what comes later starts a work of its own.
      working = undefined
    }
  }

  const start = (): Promise<boolean> => {
    cancelTimer?.()
    cancelTimer = undefined
    if (working) return working
    if (!hasWork()) return Promise.resolve(true)
    if (!mayStore()) {
      if (!closed) schedule(GATHER_MS)
      return Promise.resolve(false)
    }
    working = work()
    return working
  }

  const schedule = (ms: number) => {
    cancelTimer ??= after(ms, () => {
      cancelTimer = undefined
      void start()
    })
  }

  const onUpdate = (update: Uint8Array, from: unknown) => {
    if (from === origin) return
    changes++
    if (!whole) pending.push(update)
    schedule(GATHER_MS)
  }

  // A tab that takes over has what its disk may lack: nobody stored what it learned as a follower.
  if (doc.store.clients.size > 0) {
    whole = true
    schedule(GATHER_MS)
  }
  try {
    await load()
  } catch (error) {
    dropRows()
    isComplete = false
    whole = true
    state.set(toStorageError(error).kind)
    schedule(RETRY_MS[0])
  }
  doc.on('update', onUpdate)

  return {
    state,
    isComplete,
    keep(updates) {
      if (!whole) pending.push(...updates)
      schedule(GATHER_MS)
    },
    flush: () => start(),
    async wholeState() {
      await quiet()
      if (await start()) {
        try {
          return await compactRows()
        } catch {
          // What the disk does not give, the document has.
        }
      }
      return compact([Y.encodeStateAsUpdate(doc)])
    },
    async close() {
      doc.off('update', onUpdate)
      // What is left is written; to make it smaller can wait for another day.
      compacting = 'no'
      await start()
      closed = true
      cancelTimer?.()
      rows?.close()
    },
  }
}
