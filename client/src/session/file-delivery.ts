// Puts to one relay, one after another, whatever files this device has and the relay's log lacks.
import { refusalSentence } from '@yokoten/shared/sync'
import type { BlobRefusal } from '@yokoten/shared/sync'
import type { BlobClient } from './blob-client'
import type { FileLedger } from './file-ledger'
import type { RelayLink } from './relay-link'

export interface FileDelivery {
  /** Something may have changed: looks for what is to be put. */
  wake(): void
  /** Looks for what is to be put, and does not wait longer for a relay that did not answer. */
  wakeAtOnce(): void
  close(): void
}

/** The sentence for a refusal that a person can do something about, or is owed. */
export const troubleOf = (refusal: BlobRefusal): string | undefined =>
  refusal === 'team-full' || refusal === 'cannot-store' || refusal === 'too-large' || refusal === 'view-only'
    ? refusalSentence(refusal)
    : refusal === 'origin' || refusal === 'proof'
      ? `session.closed.${refusal}`
      : undefined

export function createFileDelivery(options: {
  readonly link: RelayLink
  readonly ledger: FileLedger
  readonly client: BlobClient
  /** Resolves when the ledger knows what is on the disk. */
  readonly loaded: Promise<void>
  readonly mayPut: () => boolean
  /** Sealed bytes, undefined where they are not on this device. */
  readonly bytesOf: (address: string) => Promise<Uint8Array | undefined>
  /** Remembers on the disk that a relay has the file. */
  readonly note: (address: string, relay: string, generation: string) => Promise<void>
  readonly forget: (address: string) => Promise<void>
  /** Calls back after the wait that is due after as many tries. */
  readonly later: (tries: number, run: () => void) => () => void
}): FileDelivery {
  const { link, ledger, client } = options
  let isWorking = false
  let isWoken = false
  let tries = 0
  let cancelWait: (() => void) | undefined
  let closed = false

  const lacking = (generation: string): string | undefined => {
    for (const [address, { at }] of ledger.files) if (at && at[link.url] !== generation) return address
    return undefined
  }
  // A relay set back a moment ago answers for another log than its socket did: that is no progress, and waits.
  const isSameLog = (generation: string) => generation === link.generation.get()

  /** False: try again later. */
  async function putOne(address: string): Promise<boolean> {
    const others = ledger.of(address).at ?? {}
    // What this device alone has is not asked for first.
    if (Object.keys(others).length > 0) {
      const there = await client.has(link.url, address)
      if (there.kind === 'done') {
        await options.note(address, link.url, there.generation)
        return isSameLog(there.generation)
      }
      if (there.kind === 'unreachable') return false
    }
    const bytes = await options.bytesOf(address)
    if (!bytes) {
      // Its bytes are gone from the disk: then it is not here.
      ledger.isGone(address)
      await options.forget(address)
      return true
    }
    const answer = await client.put(link.url, address, bytes)
    if (answer.kind === 'refused') ledger.setTrouble(address, troubleOf(answer.refusal))
    if (answer.kind === 'done') {
      ledger.setTrouble(address, undefined)
      await options.note(address, link.url, answer.generation)
    } else ledger.isHere(address, others)
    return answer.kind === 'done' && isSameLog(answer.generation)
  }

  async function work(): Promise<void> {
    isWoken = true
    if (isWorking) return
    isWorking = true
    cancelWait?.()
    cancelWait = undefined
    await options.loaded
    while (isWoken && !closed) {
      isWoken = false
      const generation = link.generation.get()
      const next = generation === undefined || !options.mayPut() ? undefined : lacking(generation)
      if (next === undefined) break
      if (await putOne(next)) {
        tries = 0
        isWoken = true
        continue
      }
      cancelWait = options.later(tries++, () => void work())
      break
    }
    isWorking = false
  }

  return {
    wake: () => void work(),
    wakeAtOnce() {
      tries = 0
      void work()
    },
    close() {
      closed = true
      cancelWait?.()
    },
  }
}
