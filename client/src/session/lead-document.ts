// The leader's part of a document: its disk, its outbox, its relays, and the status made of them.
import type { Awareness } from 'y-protocols/awareness'
import {
  applyUpdates,
  containsSnapshot,
  encodeDifference,
  encodeSnapshot,
  encodeVector,
  hasPending,
} from '@yokoten/shared/doc'
import * as Y from 'yjs'
import type { Vector } from '@yokoten/shared/sync'
import type { Readable, Sharing } from './api'
import { parsePresence } from './awareness-update'
import { countHolders, learnDevice } from './holders'
import { createInbound } from './inbound'
import { openOutbox } from './outbox'
import type { Outbox, Seal } from './outbox-port'
import { readFacts } from './peers'
import { openPersistence } from './persistence'
import { openPlaces } from './places'
import { createPresenceSender } from './presence-sender'
import { createCell } from './readable'
import { createRelayFollow } from './relay-follow'
import type { RelayFollow } from './relay-follow-port'
import { isSameSharing, NOTHING_SHARED, worseStorage } from './sharing'
import type { TeamHub } from './team-hub'
import { databaseOf } from './team-hub'

/** Versions of the documents' schema by which frames of this app can be read. */
const SCHEMA = { min: 1, max: 1 } as const

export interface LeadDocument {
  readonly sharing: Readable<Sharing>
  /** Follows the relays; to be called when the document can take what they have. */
  start(): void
  /** Resolves when the edit is on the disk. */
  edit(update: Uint8Array): Promise<void>
  presence(update: Uint8Array): void
  close(): Promise<void>
}

/**
 * Loads a document from the disk and the outbox through `apply`, which returns the indexes of what could not be
 * decoded, and takes charge of it.
 */
export async function openLeadDocument(options: {
  readonly name: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly hub: TeamHub
  readonly apply: (updates: readonly Uint8Array[]) => readonly number[]
  readonly ownPresence: () => Uint8Array | undefined
  readonly receivePresence: (update: Uint8Array) => void
}): Promise<LeadDocument> {
  const { name, doc, awareness, hub } = options
  const { ports, keys, frames, store, links } = hub
  const wireId = await keys.documentId(name)
  const mayWrite = keys.mode === 'edit'

  /** In a tab that takes over: what the disk holds, to find what only this tab holds. */
  const disk = doc.store.clients.size > 0 && mayWrite ? new Y.Doc() : undefined
  const apply = (updates: readonly Uint8Array[]) => {
    if (disk) applyUpdates(disk, updates, undefined)
    return options.apply(updates)
  }
  let opened: Outbox | undefined = undefined
  const persistence = await openPersistence({
    doc,
    name: databaseOf(keys.team, name),
    store: ports.documents,
    after: ports.after,
    compact: ports.compact,
    mayStore: () => opened === undefined || opened.counts.get().changed === 0,
    apply,
  })
  const seal: Seal = async ({ strand, seq, update, vector }) => {
    const content = { schema: SCHEMA, body: update, vector }
    const sealed = await frames.seal({ type: 'update', doc: wireId, strand, seq, content })
    return sealed.ok ? sealed.value : undefined
  }
  const outbox = await openOutbox({
    doc: name,
    store,
    seal,
    relays: links.map(({ url }) => url),
    random: ports.random,
    after: ports.after,
    wall: ports.wall,
    beforeForgetting: persistence.flush,
    isRemembered(relay, { generation, sequence }) {
      const cursor = places.stored.cursors.get(relay)
      return cursor?.generation === generation && cursor.sequence >= sequence
    },
  })
  opened = outbox
  apply(outbox.updates())
  if (disk) {
    // The tab before may have shown an edit here and ended before it was kept.
    if (!containsSnapshot(disk, encodeSnapshot(doc)))
      void outbox.add(encodeDifference(doc, encodeVector(disk)))
    disk.destroy()
  }

  /** Places in logs of relays that this session does not follow stay as they were. */
  const cursors = () => {
    const all = new Map(isTrusted ? places.stored.cursors : [])
    for (const [index, { url }] of links.entries()) {
      const settled = follows[index]?.settled
      if (settled) all.set(url, settled)
      else all.delete(url)
    }
    return all
  }
  const places = await openPlaces({
    doc: name,
    store,
    after: ports.after,
    capture: () => ({
      cursors: cursors(),
      vector: inbound.vector(),
      own,
      seen,
    }),
    flush: persistence.flush,
    onSaved: () => {
      awareness.setLocalStateField('durable', places.durable())
      outbox.forget()
      update()
    },
  })
  // Places stand for what the disk has. Where it has less than they say, everything is read again.
  const isTrusted = persistence.isComplete && (places.stored.vector.size === 0 || doc.store.clients.size > 0)
  let own: ReadonlyMap<string, number> = places.stored.own
  let seen = places.stored.seen
  const inbound = createInbound({
    doc: wireId,
    frames,
    vector: isTrusted ? highest(places.stored.vector, outbox.delivered()) : new Map(),
    apply(updates) {
      const bad = options.apply(updates)
      if (hasPending(doc)) persistence.keep(updates.filter((_, index) => !bad.includes(index)))
      return bad
    },
  })
  const presenceSender = createPresenceSender({
    doc: wireId,
    frames,
    ports,
    deliver: (frame) => follows.forEach((follow) => follow.sendPresence(frame)),
  })
  const sharing = createCell<Sharing>(NOTHING_SHARED, isSameSharing)

  const follows: readonly RelayFollow[] = links.map((link, index) =>
    createRelayFollow({
      link,
      wireId,
      doc,
      frames,
      inbound,
      outbox: mayWrite ? outbox : undefined,
      ports,
      cursor: isTrusted ? places.stored.cursors.get(link.url) : undefined,
      isKept: () => storage() === 'ok',
      wholeState: persistence.wholeState,
      onProgress: places.changed,
      onCarry(batch) {
        for (const other of follows) if (other !== follows[index]) other.carry(batch)
      },
      onOwn(generation, sequence) {
        if (sequence <= (own.get(generation) ?? -1)) return
        own = new Map(own).set(generation, sequence)
        update()
      },
      onState: () => {
        outbox.setReachable(links.some(({ state }) => state.get() === 'connected'))
        update()
      },
      onPresence: options.receivePresence,
      showSelf() {
        const shown = options.ownPresence()
        if (shown) presenceSender.send(shown, doc.clientID)
      },
    }),
  )

  function connection(): Sharing['connection'] {
    const states = links.map(({ state }) => state.get())
    if (states.includes('connected')) return ports.secure ? 'connected' : 'insecure-connected'
    return states.includes('connecting') ? 'connecting' : 'offline'
  }
  /** What another device must have to hold everything written here; where nothing was, what this one has. */
  const wanted = (): ReadonlyMap<string, number> =>
    own.size > 0 ? own : new Map(Object.entries(places.durable()))
  const storage = (): Sharing['storage'] =>
    ports.secure ? worseStorage(persistence.state.get(), outbox.state.get()) : 'none'
  const update = () => {
    const { changed, kept } = outbox.counts.get()
    sharing.set({
      connection: connection(),
      changed,
      kept,
      files: 0,
      otherDevices: changed + kept > 0 ? 0 : countHolders(seen, wanted()),
      ...(changed + kept === 0 && wanted().size === 0 && { blank: true as const }),
      storage: storage(),
      badFrames: inbound.bad.get() + links.reduce((sum, { nonsense }) => sum + nonsense.get(), 0),
      trouble:
        links.map(({ trouble }) => trouble.get()).find((one) => one !== undefined) ??
        follows.map(({ trouble }) => trouble).find((one) => one !== undefined) ??
        (outbox.isStuck ? 'session.trouble.tooLarge' : undefined),
      caughtUp: follows.some(({ isCaughtUp }) => isCaughtUp),
    })
  }

  const learn = ({
    added,
    updated,
  }: {
    readonly added: readonly number[]
    readonly updated: readonly number[]
  }) => {
    const before = seen
    for (const client of [...added, ...updated]) {
      const facts = readFacts(awareness.getStates().get(client))
      if (facts && facts.device !== hub.device) seen = learnDevice(seen, facts.device, facts.durable)
    }
    if (seen === before) return
    places.changed()
    update()
  }
  awareness.on('change', learn)
  const stops = [persistence.state, outbox.counts, outbox.state, inbound.bad].map((cell) =>
    (cell as Readable<unknown>).subscribe(update),
  )
  awareness.setLocalStateField('durable', places.durable())
  update()

  return {
    sharing,
    start() {
      for (const follow of follows) follow.start()
      update()
    },
    edit: (bytes) => outbox.add(bytes),
    presence: (bytes) => presenceSender.send(bytes, parsePresence(bytes)?.[0]?.client ?? 0),
    async close() {
      await presenceSender.close()
      for (const follow of follows) follow.close()
      for (const stop of stops) stop()
      awareness.off('change', learn)
      await outbox.close()
      await places.save()
      places.close()
      await persistence.close()
    },
  }
}

/** A vector that names what either names. The places may be older than what has been delivered since. */
function highest(one: Vector, other: Vector): Vector {
  const all = new Map(one)
  for (const [strand, seq] of other) if (seq > (all.get(strand) ?? 0)) all.set(strand, seq)
  return all
}
