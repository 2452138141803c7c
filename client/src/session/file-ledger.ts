// What this device knows of each of a team's files: whether it is here, which relays have it, and what still waits.
import type { FileState, Readable } from './api'
import type { KnownAt } from './blob-shelf'
import { createCell } from './readable'
import type { Cell } from './readable'
import type { WaitingFiles } from './sharing'

/** One file, as far as this tab has to do with it. */
export interface HeldFile {
  readonly state: Cell<FileState>
  /** Undefined: not on this device. */
  at: KnownAt | undefined
  wanted: number
  /** A round of asking is under way. */
  isAsking: boolean
  cancelAsk: (() => void) | undefined
  asks: number
}

export interface FileLedger {
  /** What is on this device and, as far as this tab knows, at no meeting point. */
  readonly waiting: Readable<WaitingFiles>
  readonly files: ReadonlyMap<string, HeldFile>
  of(address: string): HeldFile
  /** The file is on this device, and at these relays. */
  isHere(address: string, at: KnownAt): void
  /** The file was on this device and is not any more. */
  isGone(address: string): void
  /** A relay has told which log it has: what was put into an earlier one is not there any more. */
  hearOfLog(relay: string, generation: string): void
  /** The id of the sentence that says why a relay does not take the file; undefined where there is nothing to say. */
  setTrouble(address: string, trouble: string | undefined): void
  /** Nobody waits for the file on this device any more. */
  stopAsking(address: string): void
}

export const AWAY: FileState = { kind: 'away' }

const isSameState = (a: FileState, b: FileState): boolean => JSON.stringify(a) === JSON.stringify(b)
const isSameWaiting = (a: WaitingFiles, b: WaitingFiles): boolean =>
  a.count === b.count && a.trouble === b.trouble

export function createFileLedger(options: { readonly isReader: boolean }): FileLedger {
  const held = new Map<string, HeldFile>()
  const troubles = new Map<string, string>()
  /** The log each relay has, as far as it has told. */
  const logs = new Map<string, string>()
  /** Here, and in no relay's log. */
  const alone = new Set<string>()
  const waiting = createCell<WaitingFiles>({ count: 0, trouble: undefined }, isSameWaiting)

  function entryOf(address: string): HeldFile {
    const known = held.get(address)
    if (known) return known
    const fresh: HeldFile = {
      state: createCell(AWAY, isSameState),
      at: undefined,
      wanted: 0,
      isAsking: false,
      cancelAsk: undefined,
      asks: 0,
    }
    held.set(address, fresh)
    return fresh
  }

  const isDelivered = (at: KnownAt): boolean =>
    Object.entries(at).some(([relay, generation]) => (logs.get(relay) ?? generation) === generation)

  function showDelivery(address: string, { at, state }: HeldFile): void {
    if (!at) return
    const delivered = isDelivered(at)
    // A reader's device has files from a relay only, and nothing to put.
    if (delivered || options.isReader) alone.delete(address)
    else alone.add(address)
    state.set({ kind: 'here', delivered, trouble: delivered ? undefined : troubles.get(address) })
  }

  function sayWhatWaits(): void {
    const refusedOne = [...troubles.keys()].find((address) => alone.has(address))
    waiting.set({
      count: alone.size,
      trouble: refusedOne === undefined ? undefined : troubles.get(refusedOne),
    })
  }

  function stopAsking(address: string): void {
    const entry = entryOf(address)
    entry.cancelAsk?.()
    entry.cancelAsk = undefined
  }

  return {
    waiting: { get: waiting.get, subscribe: waiting.subscribe },
    files: held,
    of: entryOf,
    isHere(address, at) {
      const entry = entryOf(address)
      entry.at = at
      stopAsking(address)
      showDelivery(address, entry)
      sayWhatWaits()
    },
    isGone(address) {
      const entry = entryOf(address)
      entry.at = undefined
      entry.state.set(AWAY)
      alone.delete(address)
      sayWhatWaits()
    },
    hearOfLog(relay, generation) {
      if (logs.get(relay) === generation) return
      logs.set(relay, generation)
      for (const [address, entry] of held) showDelivery(address, entry)
      sayWhatWaits()
    },
    setTrouble(address, trouble) {
      if (trouble === undefined) troubles.delete(address)
      else troubles.set(address, trouble)
    },
    stopAsking,
  }
}
