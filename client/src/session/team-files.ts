// A team's files on this device: sealed and kept when added, put to every relay that lacks them, fetched when wanted.
import { ok, refused } from '@yokoten/shared/kernel'
import { createBlobs, isBlobAddress, LIMITS, refusalSentence } from '@yokoten/shared/sync'
import type { BlobRefusal, CryptoPort, TeamKeys } from '@yokoten/shared/sync'
import type { FileState, TeamFiles, Unwritable } from './api'
import { createBlobClient } from './blob-client'
import type { BlobOutcome } from './blob-client'
import { createBlobShelf } from './blob-shelf'
import type { KnownAt } from './blob-shelf'
import type { KeyStore } from './key-store'
import type { Ports } from './ports'
import { createCell } from './readable'
import type { Cell } from './readable'
import type { RelayLink } from './relay-link'

export interface TeamFilesParts {
  readonly ports: Ports
  readonly crypto: CryptoPort
  readonly keys: TeamKeys
  readonly store: KeyStore
  readonly offset: () => number
  readonly barred: () => Unwritable['reason'] | undefined
}

export interface RunningFiles {
  readonly files: TeamFiles
  /** This tab puts what waits, through these links, from now on. */
  lead(links: readonly RelayLink[]): void
  close(): void
}

interface Held {
  readonly state: Cell<FileState>
  /** Undefined: not on this device. */
  at: KnownAt | undefined
  wanted: number
  /** A round of asking is under way. */
  isAsking: boolean
  cancelAsk: (() => void) | undefined
  asks: number
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
const AWAY: FileState = { kind: 'away' }

const isSameState = (a: FileState, b: FileState): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The sentence for a refusal that a person can do something about, or is owed. */
const troubleOf = (refusal: BlobRefusal): string | undefined =>
  refusal === 'team-full' || refusal === 'cannot-store' || refusal === 'too-large' || refusal === 'view-only'
    ? refusalSentence(refusal)
    : refusal === 'origin' || refusal === 'proof'
      ? `session.closed.${refusal}`
      : undefined

/** What other tabs are told: look at the disk again. */
const isChanged = (message: unknown): message is { readonly changed: string } =>
  typeof message === 'object' &&
  message !== null &&
  'changed' in message &&
  typeof message.changed === 'string' &&
  isBlobAddress(message.changed)

export function createTeamFiles(parts: TeamFilesParts): RunningFiles {
  const { ports, crypto, keys, barred } = parts
  const blobs = createBlobs(crypto, keys)
  const client = createBlobClient(parts)
  const shelf = createBlobShelf(parts.store)
  const held = new Map<string, Held>()
  /** Fetched, where the disk had no room for them. */
  const loose = new Map<string, Uint8Array>()
  const troubles = new Map<string, string | undefined>()
  const stops: (() => void)[] = []
  let wakeQueues: () => void = () => undefined
  let closed = false

  const channel = ports.tabs.coordinated
    ? ports.tabs.channel(`yokoten-files-${keys.team}`, (message) => {
        if (isChanged(message)) void lookAgain(message.changed)
      })
    : undefined

  const jittered = (ms: number) => ms * (0.5 + (ports.random(1)[0] ?? 0) / 256)
  const waitAfter = (tries: number) => jittered(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries))

  function entryOf(address: string): Held {
    const known = held.get(address)
    if (known) return known
    const fresh: Held = {
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

  function isHere(address: string, at: KnownAt): void {
    const entry = entryOf(address)
    entry.at = at
    entry.cancelAsk?.()
    entry.cancelAsk = undefined
    const delivered = Object.keys(at).length > 0
    entry.state.set({ kind: 'here', delivered, trouble: delivered ? undefined : troubles.get(address) })
  }

  async function lookAgain(address: string): Promise<void> {
    const at = await shelf.look(address).catch(() => undefined)
    if (closed || !at) return
    isHere(address, at)
    wakeQueues()
  }

  const loaded = shelf.load().then(
    (all) => {
      for (const [address, at] of all) isHere(address, at)
    },
    // A disk that cannot be read has no files; they are asked for again.
    () => undefined,
  )

  /** Remembers that a relay has it. Where the disk refuses, it is put once more after the next start. */
  async function note(address: string, relay: string, generation: string): Promise<void> {
    const at = { ...entryOf(address).at, [relay]: generation }
    if (!loose.has(address)) await shelf.note(address, at).catch(() => undefined)
    isHere(address, at)
    channel?.post({ changed: address })
  }

  /** Asks the relays one after another. */
  async function fetchFrom(address: string): Promise<FileState | undefined> {
    let worst: FileState = { kind: 'waiting' }
    for (const relay of ports.relays) {
      const answer: BlobOutcome = ports.network.isOnline()
        ? await client.get(relay, address)
        : { kind: 'unreachable' }
      if (closed || entryOf(address).at) return undefined
      if (answer.kind === 'unreachable') continue
      if (answer.kind === 'refused') {
        if (answer.refusal === 'not-found') worst = { kind: 'not-found' }
        else if (answer.refusal !== 'busy') worst = { kind: 'failed', trouble: troubleOf(answer.refusal) }
        continue
      }
      const opened = await blobs.open(answer.bytes, address)
      if (!opened.ok) {
        worst = { kind: 'failed', trouble: undefined }
        continue
      }
      const at = { [relay]: answer.generation }
      await shelf.keep(address, answer.bytes, at).catch(() => loose.set(address, answer.bytes))
      if (closed) return undefined
      isHere(address, at)
      channel?.post({ changed: address })
      wakeQueues()
      return undefined
    }
    return worst
  }

  async function askFor(address: string): Promise<void> {
    const entry = entryOf(address)
    if (entry.isAsking) return
    entry.isAsking = true
    await loaded
    entry.cancelAsk?.()
    entry.cancelAsk = undefined
    // Another tab may have it.
    if (!entry.at) await lookAgain(address)
    if (!entry.at && entry.wanted > 0 && !closed) {
      if (entry.asks === 0) entry.state.set({ kind: 'fetching' })
      const came = await fetchFrom(address)
      if (came && !closed && entry.wanted > 0) {
        entry.state.set(came)
        entry.cancelAsk = ports.after(waitAfter(entry.asks++), () => void askFor(address))
      }
    }
    entry.isAsking = false
  }

  /** The network or a relay is back: what is wanted is asked for at once. */
  function askAll(): void {
    for (const [address, entry] of held) {
      if (entry.wanted === 0 || entry.at) continue
      entry.asks = 0
      void askFor(address)
    }
  }

  /** Puts to one relay, one after another, whatever this device has and the relay's log lacks. */
  function serveRelay(link: RelayLink): () => void {
    let isWorking = false
    let isWoken = false
    let tries = 0
    let cancelWait: (() => void) | undefined

    const lacking = (generation: string): string | undefined => {
      for (const [address, { at }] of held) if (at && at[link.url] !== generation) return address
      return undefined
    }
    // A relay set back a moment ago answers for another log than its socket did: that is no progress, and waits.
    const isSameLog = (generation: string) => generation === link.generation.get()
    /** False: try again later. */
    async function putOne(address: string): Promise<boolean> {
      const others = entryOf(address).at ?? {}
      // What this device alone has is not asked for first.
      if (Object.keys(others).length > 0) {
        const there = await client.has(link.url, address)
        if (there.kind === 'done') {
          await note(address, link.url, there.generation)
          return isSameLog(there.generation)
        }
        if (there.kind === 'unreachable') return false
      }
      const bytes = loose.get(address) ?? (await shelf.bytes(address).catch(() => undefined))
      if (!bytes) {
        // Its bytes are gone from the disk: then it is not here.
        entryOf(address).at = undefined
        entryOf(address).state.set(AWAY)
        await shelf.drop(address).catch(() => undefined)
        return true
      }
      const answer = await client.put(link.url, address, bytes)
      if (answer.kind === 'refused') troubles.set(address, troubleOf(answer.refusal))
      if (answer.kind === 'done') {
        troubles.delete(address)
        await note(address, link.url, answer.generation)
      } else isHere(address, others)
      return answer.kind === 'done' && isSameLog(answer.generation)
    }
    async function work(): Promise<void> {
      isWoken = true
      if (isWorking) return
      isWorking = true
      cancelWait?.()
      cancelWait = undefined
      await loaded
      while (isWoken && !closed) {
        isWoken = false
        const generation = link.generation.get()
        const next = generation === undefined || barred() ? undefined : lacking(generation)
        if (next === undefined) break
        if (await putOne(next)) {
          tries = 0
          isWoken = true
          continue
        }
        cancelWait = ports.after(waitAfter(tries++), () => void work())
        break
      }
      isWorking = false
    }
    const stopListening = link.generation.subscribe(() => {
      if (link.generation.get() === undefined) return
      tries = 0
      void work()
      askAll()
    })
    wakes.push(() => void work())
    void work()
    return () => {
      cancelWait?.()
      stopListening()
    }
  }
  const wakes: (() => void)[] = []

  stops.push(
    ports.network.subscribe((event) => {
      if (event !== 'offline') askAll()
    }),
  )

  const files: TeamFiles = {
    limit: LIMITS.fileBytes,
    async add(file) {
      const reason = barred()
      if (reason) return refused({ reason })
      const sealed = await blobs.seal(file)
      if (!sealed.ok) return refused({ reason: 'too-large', limit: LIMITS.fileBytes })
      const { address, bytes } = sealed.value
      await loaded
      try {
        await shelf.keep(address, bytes, {})
      } catch {
        return refused({ reason: 'cannot-store' })
      }
      isHere(address, {})
      channel?.post({ changed: address })
      wakeQueues()
      return ok(address)
    },
    state: (address) => entryOf(address).state,
    want(address) {
      const entry = entryOf(address)
      entry.wanted++
      entry.asks = 0
      void askFor(address)
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        if (--entry.wanted > 0) return
        entry.cancelAsk?.()
        entry.cancelAsk = undefined
        if (!entry.at) entry.state.set(AWAY)
      }
    },
    async read(address) {
      await loaded
      const bytes = loose.get(address) ?? (await shelf.bytes(address).catch(() => undefined))
      const opened = bytes && (await blobs.open(bytes, address))
      return opened?.ok ? (opened.value as Uint8Array<ArrayBuffer>) : undefined
    },
  }

  return {
    files,
    lead(links) {
      stops.push(...links.map(serveRelay))
      wakeQueues = () => wakes.forEach((wake) => wake())
    },
    close() {
      closed = true
      for (const stop of stops) stop()
      for (const entry of held.values()) entry.cancelAsk?.()
      channel?.close()
      shelf.close()
    },
  }
}
