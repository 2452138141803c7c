// How far the edits of this device have got, put together from disk, outbox and relays.
import type { Readable, Sharing } from './api'
import { createCell } from './readable'

export const NOTHING_SHARED: Sharing = {
  connection: 'offline',
  changed: 0,
  kept: 0,
  files: 0,
  otherDevices: 0,
  storage: 'ok',
  badFrames: 0,
  trouble: undefined,
  caughtUp: false,
}

export const isSameSharing = (a: Sharing, b: Sharing): boolean =>
  a.connection === b.connection &&
  a.changed === b.changed &&
  a.kept === b.kept &&
  a.files === b.files &&
  a.otherDevices === b.otherDevices &&
  a.blank === b.blank &&
  a.storage === b.storage &&
  a.badFrames === b.badFrames &&
  a.trouble === b.trouble &&
  a.caughtUp === b.caughtUp

const STORAGE_RANK: Readonly<Record<Sharing['storage'], number>> = { ok: 0, none: 1, full: 2, failing: 3 }
export const worseStorage = (a: Sharing['storage'], b: Sharing['storage']): Sharing['storage'] =>
  STORAGE_RANK[a] >= STORAGE_RANK[b] ? a : b

/** Other devices that hold all of several documents; what is blank is held by everybody. */
function fewestHolders(all: readonly Sharing[]): number {
  const written = all.filter((one) => !one.blank).map((one) => one.otherDevices)
  return written.length > 0 ? Math.min(...written) : 0
}

/** The sharing of several documents as one: sums, the worst storage, the fewest other devices. */
export function sumSharing(all: readonly Sharing[]): Sharing {
  const [first, ...rest] = all
  if (!first) return NOTHING_SHARED
  const otherDevices = fewestHolders(all)
  return rest.reduce<Sharing>(
    (sum, one) => ({
      connection: sum.connection,
      changed: sum.changed + one.changed,
      kept: sum.kept + one.kept,
      files: sum.files + one.files,
      otherDevices,
      storage: worseStorage(sum.storage, one.storage),
      badFrames: sum.badFrames + one.badFrames,
      trouble: sum.trouble ?? one.trouble,
      caughtUp: sum.caughtUp && one.caughtUp,
    }),
    first,
  )
}

/** Files that are on this device alone, and a sentence's id where a meeting point refused one. */
export interface WaitingFiles {
  readonly count: number
  readonly trouble: string | undefined
}

/** The sum over a set of documents that changes, and the team's files. */
export function createSharingSum(files: Readable<WaitingFiles>) {
  const sum = createCell<Sharing>(NOTHING_SHARED, isSameSharing)
  const parts = new Map<Readable<Sharing>, () => void>()
  const update = () => {
    const documents = sumSharing([...parts.keys()].map((part) => part.get()))
    const { count, trouble } = files.get()
    sum.set({ ...documents, files: count, trouble: documents.trouble ?? trouble })
  }
  files.subscribe(update)
  return {
    readable: { get: sum.get, subscribe: sum.subscribe } satisfies Readable<Sharing>,
    add(part: Readable<Sharing>): void {
      parts.set(part, part.subscribe(update))
      update()
    },
    remove(part: Readable<Sharing>): void {
      parts.get(part)?.()
      parts.delete(part)
      update()
    },
  }
}
