// A team's files on this device: sealed and kept when added, put to every relay that lacks them, fetched when wanted.
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import { createBlobs, isBlobAddress, LIMITS } from '@yokoten/shared/sync'
import type { CryptoPort, TeamKeys } from '@yokoten/shared/sync'
import type { BroughtFile, BroughtFiles, FileState, Readable, TeamFiles, Unwritable } from './api'
import { createBlobClient } from './blob-client'
import type { BlobOutcome } from './blob-client'
import { createBlobShelf } from './blob-shelf'
import { keepBrought } from './brought-files'
import { createFileDelivery, troubleOf } from './file-delivery'
import type { FileDelivery } from './file-delivery'
import { AWAY, createFileLedger } from './file-ledger'
import type { KeyStore } from './key-store'
import type { Ports } from './ports'
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

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
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

export function createTeamFiles(parts: TeamFilesParts): RunningFiles {
  const { ports, crypto, keys, barred } = parts
  const blobs = createBlobs(crypto, keys)
  const client = createBlobClient(parts)
  const shelf = createBlobShelf(parts.store)
  const ledger = createFileLedger({ isReader: keys.mode === 'view' })
  /** Fetched, where the disk had no room for them. */
  const loose = new Map<string, Uint8Array>()
  const stops: (() => void)[] = []
  const deliveries: FileDelivery[] = []
  const wakeQueues = () => deliveries.forEach((delivery) => delivery.wake())
  let closed = false

  const channel = ports.tabs.coordinated
    ? ports.tabs.channel(`yokoten-files-${keys.team}`, (message) => {
        if (!isFilesMessage(message)) return
        if ('changed' in message) void lookAgain(message.changed)
        else ledger.hearOfLog(message.relay, message.generation)
      })
    : undefined
  const tell = (message: FilesMessage) => channel?.post(message)

  const jittered = (ms: number) => ms * (0.5 + (ports.random(1)[0] ?? 0) / 256)
  const waitAfter = (tries: number) => jittered(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries))

  async function lookAgain(address: string): Promise<void> {
    const at = await shelf.look(address).catch(() => undefined)
    if (closed || !at) return
    ledger.isHere(address, at)
    wakeQueues()
  }

  const loaded = shelf.load().then(
    (all) => {
      for (const [address, at] of all) ledger.isHere(address, at)
    },
    // A disk that cannot be read has no files; they are asked for again.
    () => undefined,
  )

  /** Remembers that a relay has it. Where the disk refuses, it is put once more after the next start. */
  async function note(address: string, relay: string, generation: string): Promise<void> {
    const at = { ...ledger.of(address).at, [relay]: generation }
    if (!loose.has(address)) await shelf.note(address, at).catch(() => undefined)
    ledger.hearOfLog(relay, generation)
    ledger.isHere(address, at)
    tell({ changed: address })
  }

  /** Asks the relays one after another. */
  async function fetchFrom(address: string): Promise<FileState | undefined> {
    let worst: FileState = { kind: 'waiting' }
    for (const relay of ports.relays) {
      const answer: BlobOutcome = ports.network.isOnline()
        ? await client.get(relay, address)
        : { kind: 'unreachable' }
      if (closed || ledger.of(address).at) return undefined
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
      ledger.hearOfLog(relay, answer.generation)
      ledger.isHere(address, at)
      tell({ changed: address })
      wakeQueues()
      return undefined
    }
    return worst
  }

  async function askFor(address: string): Promise<void> {
    const entry = ledger.of(address)
    if (entry.isAsking) return
    entry.isAsking = true
    await loaded
    ledger.stopAsking(address)
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
    for (const [address, entry] of ledger.files) {
      if (entry.wanted === 0 || entry.at) continue
      entry.asks = 0
      void askFor(address)
    }
  }

  function serveRelay(link: RelayLink): void {
    const delivery = createFileDelivery({
      link,
      ledger,
      client,
      loaded,
      mayPut: () => barred() === undefined,
      bytesOf,
      note,
      forget: (address) => shelf.drop([address]).catch(() => undefined),
      later: (tries, run) => ports.after(waitAfter(tries), run),
    })
    deliveries.push(delivery)
    const stopListening = link.generation.subscribe(() => {
      const generation = link.generation.get()
      if (generation === undefined) return
      ledger.hearOfLog(link.url, generation)
      tell({ relay: link.url, generation })
      delivery.wakeAtOnce()
      askAll()
    })
    delivery.wake()
    stops.push(delivery.close, stopListening)
  }

  stops.push(
    ports.network.subscribe((event) => {
      if (event !== 'offline') askAll()
    }),
  )

  function isNew(address: string): void {
    ledger.isHere(address, {})
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
    state: (address) => ledger.of(address).state,
    want(address) {
      const entry = ledger.of(address)
      entry.wanted++
      entry.asks = 0
      void askFor(address)
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        if (--entry.wanted > 0) return
        ledger.stopAsking(address)
        if (!entry.at) entry.state.set(AWAY)
      }
    },
    async fetch(address) {
      await loaded
      if (!ledger.of(address).at) await lookAgain(address)
      if (!ledger.of(address).at) await fetchFrom(address)
      return ledger.of(address).at !== undefined
    },
    async read(address) {
      const bytes = await bytesOf(address)
      const opened = bytes && (await blobs.open(bytes, address))
      return opened?.ok ? (opened.value as Uint8Array<ArrayBuffer>) : undefined
    },
    async held() {
      await loaded
      return [...ledger.files].flatMap(([address, { at }]) => (at ? [address] : []))
    },
    sealed: async (address) => (await bytesOf(address)) as Uint8Array<ArrayBuffer> | undefined,
  }

  return {
    files,
    waiting: ledger.waiting,
    async bring(brought) {
      await loaded
      const kept = await keepBrought(brought, {
        shelf,
        isUsable: async (bytes, address) => (await blobs.open(bytes, address)).ok,
        isKnown: (address) => ledger.files.get(address)?.at !== undefined && !loose.has(address),
      })
      if (!kept.ok) return kept
      for (const address of kept.value.addresses) isNew(address)
      wakeQueues()
      return ok(kept.value.summary)
    },
    lead(links) {
      links.forEach(serveRelay)
    },
    close() {
      closed = true
      for (const stop of stops) stop()
      for (const address of ledger.files.keys()) ledger.stopAsking(address)
      channel?.close()
      shelf.close()
    },
  }
}
