// A team's files on this device: sealed and kept when added, put to every relay that lacks them, fetched when wanted.
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import { createBlobs, isBlobAddress, LIMITS, refusalSentence } from '@yokoten/shared/sync'
import type { BlobRefusal, CryptoPort, TeamKeys } from '@yokoten/shared/sync'
import type { BroughtFile, BroughtFiles, FileState, Readable, TeamFiles, Unwritable } from './api'
import { createBlobClient } from './blob-client'
import type { BlobOutcome } from './blob-client'
import { createBlobShelf } from './blob-shelf'
import type { KnownAt } from './blob-shelf'
import { keepBrought } from './brought-files'
import type { KeyStore } from './key-store'
import type { Ports } from './ports'
import { createCell } from './readable'
import type { Cell } from './readable'
import type { RelayLink } from './relay-link'
import type { WaitingFiles } from './sharing'

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
  /** What is on this device and, as far as this tab knows, at no meeting point. */
  readonly waiting: Readable<WaitingFiles>
  /** Keeps sealed files brought by hand, all or none, and puts them like those that were added here. */
  bring(files: readonly BroughtFile[]): Promise<Result<BroughtFiles, { readonly reason: 'cannot-store' }>>
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

/** What other tabs are told: look at the disk again, or which log a relay has now. */
type FilesMessage = { readonly changed: string } | { readonly relay: string; readonly generation: string }

const hasText = <K extends string>(value: object, key: K): value is Record<K, string> =>
  typeof Object.entries(value).find(([name]) => name === key)?.[1] === 'string'
const isFilesMessage = (message: unknown): message is FilesMessage =>
  typeof message === 'object' &&
  message !== null &&
  (hasText(message, 'changed')
    ? isBlobAddress(message.changed)
    : hasText(message, 'relay') && hasText(message, 'generation'))

const isSameWaiting = (a: WaitingFiles, b: WaitingFiles): boolean =>
  a.count === b.count && a.trouble === b.trouble

export function createTeamFiles(parts: TeamFilesParts): RunningFiles {
  const { ports, crypto, keys, barred } = parts
  const blobs = createBlobs(crypto, keys)
  const client = createBlobClient(parts)
  const shelf = createBlobShelf(parts.store)
  const held = new Map<string, Held>()
  /** Fetched, where the disk had no room for them. */
  const loose = new Map<string, Uint8Array>()
  const troubles = new Map<string, string | undefined>()
  /** The log each relay has, as far as it has told: what was put into an earlier one is not there any more. */
  const logs = new Map<string, string>()
  /** Here, and in no relay's log. */
  const alone = new Set<string>()
  const waiting = createCell<WaitingFiles>({ count: 0, trouble: undefined }, isSameWaiting)
  const stops: (() => void)[] = []
  let wakeQueues: () => void = () => undefined
  let closed = false

  const channel = ports.tabs.coordinated
    ? ports.tabs.channel(`yokoten-files-${keys.team}`, (message) => {
        if (!isFilesMessage(message)) return
        if ('changed' in message) void lookAgain(message.changed)
        else hearOfLog(message.relay, message.generation)
      })
    : undefined
  const tell = (message: FilesMessage) => channel?.post(message)

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
    showDelivery(address, entry)
    sayWhatWaits()
  }

  const isDelivered = (at: KnownAt): boolean =>
    Object.entries(at).some(([relay, generation]) => (logs.get(relay) ?? generation) === generation)

  function showDelivery(address: string, { at, state }: Held): void {
    if (!at) return
    const delivered = isDelivered(at)
    // A reader's device has files from a relay only, and nothing to put.
    if (delivered || keys.mode === 'view') alone.delete(address)
    else alone.add(address)
    state.set({ kind: 'here', delivered, trouble: delivered ? undefined : troubles.get(address) })
  }

  function sayWhatWaits(): void {
    const refusedOne = [...troubles.keys()].find((address) => alone.has(address) && troubles.get(address))
    waiting.set({
      count: alone.size,
      trouble: refusedOne === undefined ? undefined : troubles.get(refusedOne),
    })
  }

  function hearOfLog(relay: string, generation: string): void {
    if (logs.get(relay) === generation) return
    logs.set(relay, generation)
    for (const [address, entry] of held) showDelivery(address, entry)
    sayWhatWaits()
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
    hearOfLog(relay, generation)
    isHere(address, at)
    tell({ changed: address })
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
      hearOfLog(relay, answer.generation)
      isHere(address, at)
      tell({ changed: address })
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
        alone.delete(address)
        sayWhatWaits()
        await shelf.drop([address]).catch(() => undefined)
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
      const generation = link.generation.get()
      if (generation === undefined) return
      hearOfLog(link.url, generation)
      tell({ relay: link.url, generation })
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

  function isNew(address: string): void {
    isHere(address, {})
    tell({ changed: address })
  }
  const bytesOf = async (address: string): Promise<Uint8Array | undefined> => {
    await loaded
    return loose.get(address) ?? (await shelf.bytes(address).catch(() => undefined))
  }

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
      isNew(address)
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
    async fetch(address) {
      await loaded
      if (!entryOf(address).at) await lookAgain(address)
      if (!entryOf(address).at) await fetchFrom(address)
      return entryOf(address).at !== undefined
    },
    async read(address) {
      const bytes = await bytesOf(address)
      const opened = bytes && (await blobs.open(bytes, address))
      return opened?.ok ? (opened.value as Uint8Array<ArrayBuffer>) : undefined
    },
    async held() {
      await loaded
      return [...held].flatMap(([address, { at }]) => (at ? [address] : []))
    },
    sealed: async (address) => (await bytesOf(address)) as Uint8Array<ArrayBuffer> | undefined,
  }

  return {
    files,
    waiting: { get: waiting.get, subscribe: waiting.subscribe },
    async bring(brought) {
      await loaded
      const kept = await keepBrought(brought, {
        shelf,
        isUsable: async (bytes, address) => (await blobs.open(bytes, address)).ok,
        isKnown: (address) => held.get(address)?.at !== undefined && !loose.has(address),
      })
      if (!kept.ok) return kept
      for (const address of kept.value.addresses) isNew(address)
      wakeQueues()
      return ok(kept.value.summary)
    },
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
