// The places in the relays' logs up to which a document is on this device's disk.
import type { Cursor, Vector } from '@yokoten/shared/sync'
import type { KeyStore } from './key-store'
import type { After } from './ports'

/** By device, the sequence it has on its disk, by relay log. */
export type SeenDevices = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface StoredPlaces {
  readonly cursors: ReadonlyMap<string, Cursor>
  readonly vector: Vector
  /** By relay log, the sequence of this device's last edit there. */
  readonly own: ReadonlyMap<string, number>
  readonly seen: SeenDevices
}

export interface Places {
  readonly stored: StoredPlaces
  /** By relay log, what is on the disk, to be told to others. */
  durable(): Readonly<Record<string, number>>
  /** Saves soon, as it then is, once the document itself is on the disk. */
  changed(): void
  save(): Promise<void>
  close(): void
}

const SAVE_MS = 1_000
const NO_PLACES: StoredPlaces = { cursors: new Map(), vector: new Map(), own: new Map(), seen: {} }

const isPlaces = (value: unknown): value is StoredPlaces =>
  typeof value === 'object' &&
  value !== null &&
  'cursors' in value &&
  value.cursors instanceof Map &&
  'vector' in value &&
  value.vector instanceof Map &&
  'own' in value &&
  value.own instanceof Map &&
  'seen' in value &&
  typeof value.seen === 'object'

const keyOf = (doc: string) => `places/${encodeURIComponent(doc)}`

/**
 * Reads the places of a document. `capture` gives them as they are in memory; `flush` resolves with true when what the
 * document held at the call is on the disk. A place is never stored before what it stands for.
 */
export async function openPlaces(options: {
  readonly doc: string
  readonly store: KeyStore
  readonly after: After
  readonly capture: () => StoredPlaces
  readonly flush: () => Promise<boolean>
  readonly onSaved: () => void
}): Promise<Places> {
  const { doc, store, after, capture, flush } = options
  const value = await store.get(keyOf(doc)).catch(() => undefined)
  let stored = isPlaces(value) ? value : NO_PLACES
  let cancel: (() => void) | undefined
  let saving: Promise<void> = Promise.resolve()
  let closed = false

  const saveNow = async (): Promise<void> => {
    const places = capture()
    if (!(await flush())) {
      schedule()
      return
    }
    try {
      await store.write([{ key: keyOf(doc), value: places }])
      stored = places
      options.onSaved()
    } catch {
      schedule()
    }
  }
  const save = (): Promise<void> => {
    cancel?.()
    cancel = undefined
    saving = saving.then(saveNow)
    return saving
  }
  const schedule = () => {
    if (closed) return
    cancel ??= after(SAVE_MS, () => {
      cancel = undefined
      void save()
    })
  }
  return {
    get stored() {
      return stored
    },
    durable: () =>
      Object.fromEntries([...stored.cursors.values()].map((cursor) => [cursor.generation, cursor.sequence])),
    changed: schedule,
    save,
    close() {
      closed = true
      cancel?.()
    },
  }
}
