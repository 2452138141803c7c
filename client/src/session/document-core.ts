// One document of a team in this tab: loaded from the device, connected to disk and relays or to the leading tab.
import { applyUpdates, encodeDifference, encodeVector } from '@yokoten/shared/doc'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Peers, Readable, Sharing } from './api'
import { createDocSocket } from './doc-socket'
import type { DocSocket } from './doc-socket'
import { openLeadDocument } from './lead-document'
import type { LeadDocument } from './lead-document'
import { createPeers } from './peers'
import { FromDisk } from './persistence'
import { createCell } from './readable'
import { isSameSharing, NOTHING_SHARED } from './sharing'
import type { DocumentTabMessage } from './tab-messages'
import type { TeamHub } from './team-hub'
import { databaseOf } from './team-hub'

export interface DocumentCore {
  readonly name: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly peers: Peers
  readonly sharing: Readable<Sharing>
  /** This tab has become the leader: takes charge of disk and relays, and sends what was not confirmed. */
  lead(): Promise<void>
  /** Another tab has become the leader: asks it for what is new and repeats what was not confirmed. */
  follow(): void
  close(): Promise<void>
}

/** A follower that hears nothing from its leader by then shows what the disk has. */
const STATE_WAIT_MS = 1_000

/** A client id from the handed-in randomness: 32 bits, as Yjs makes them. */
const randomClient = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)

/** Opens a document; resolves when it shows what this device has. */
export async function openDocumentCore(name: string, hub: TeamHub): Promise<DocumentCore> {
  const { ports, keys, tabs } = hub
  const doc = new Y.Doc()
  doc.clientID = randomClient(ports.random(4))
  const awareness = new Awareness(doc)
  const { peers, close: closePeers } = createPeers(awareness, hub.device, hub.who)
  const sharing = createCell<Sharing>(NOTHING_SHARED, isSameSharing)
  const fromDisk = new FromDisk()
  /** Edits that the leader has not confirmed, by number. */
  const unconfirmed = new Map<number, Uint8Array>()
  /** Questions and edits of other tabs that came while this one was about to lead. */
  const early: DocumentTabMessage[] = []
  let counter = 0
  let socket: DocSocket | undefined = undefined
  let leading: LeadDocument | undefined
  let stopSharing: (() => void) | undefined
  let heard: (() => void) | undefined
  let closed = false

  const apply = (updates: readonly Uint8Array[]): readonly number[] =>
    socket ? socket.receive(updates) : applyUpdates(doc, updates, fromDisk)
  /** As `apply`, for what comes from relays: the other tabs get it too. */
  const applyAndTell = (updates: readonly Uint8Array[]): readonly number[] => {
    const bad = apply(updates)
    const good = updates.filter((_, index) => !bad.includes(index))
    if (socket && good.length > 0)
      tabs.post({
        kind: 'update',
        doc: name,
        update: good.length === 1 ? (good[0] as Uint8Array) : Y.mergeUpdates(good),
      })
    return bad
  }

  const countUnconfirmed = () => sharing.set({ ...sharing.get(), changed: unconfirmed.size })

  function edit(update: Uint8Array): void {
    if (leading) {
      void leading.edit(update)
      tabs.post({ kind: 'update', doc: name, update })
      return
    }
    const id = counter++
    unconfirmed.set(id, update)
    countUnconfirmed()
    tabs.post({ kind: 'edit', tab: tabs.tab, doc: name, id, update })
  }

  function presence(update: Uint8Array): void {
    leading?.presence(update)
    tabs.post({ kind: 'presence', doc: name, update })
  }

  async function lead(): Promise<void> {
    if (leading || closed) return
    const opened = await openLeadDocument({
      name,
      doc,
      awareness,
      hub,
      apply: applyAndTell,
      ownPresence: () => socket?.ownPresence(),
      receivePresence(update) {
        socket?.receivePresence(update)
        tabs.post({ kind: 'presence', doc: name, update })
      },
    })
    leading = opened
    const show = () => {
      sharing.set(opened.sharing.get())
      tabs.post({ kind: 'sharing', doc: name, sharing: opened.sharing.get() })
    }
    stopSharing = opened.sharing.subscribe(show)
    for (const update of unconfirmed.values()) void opened.edit(update)
    unconfirmed.clear()
    show()
    for (const message of early.splice(0)) receive(message)
  }

  function startFollowing(): void {
    leading?.start()
  }

  const askLeader = () => tabs.post({ kind: 'open', tab: tabs.tab, doc: name, vector: encodeVector(doc) })

  function receive(message: DocumentTabMessage): void {
    switch (message.kind) {
      case 'open':
        if (leading) answer(message, leading)
        else early.push(message)
        return
      case 'state':
        if (message.to !== tabs.tab) return
        apply([message.update])
        heard?.()
        return
      case 'edit':
        apply([message.update])
        if (leading) keepFor(message, leading)
        else early.push(message)
        return
      case 'kept':
        if (message.to === tabs.tab && unconfirmed.delete(message.id)) countUnconfirmed()
        return
      case 'update':
        apply([message.update])
        return
      case 'presence':
        socket?.receivePresence(message.update)
        leading?.presence(message.update)
        return
      case 'sharing':
        if (!leading) sharing.set({ ...message.sharing, changed: message.sharing.changed + unconfirmed.size })
        return
      case 'leave':
    }
  }

  function answer(message: Extract<DocumentTabMessage, { kind: 'open' }>, leader: LeadDocument): void {
    const update = encodeDifference(doc, message.vector)
    tabs.post({ kind: 'state', to: message.tab, doc: name, update })
    tabs.post({ kind: 'sharing', doc: name, sharing: leader.sharing.get() })
  }

  function keepFor(message: Extract<DocumentTabMessage, { kind: 'edit' }>, leader: LeadDocument): void {
    const { tab, id, update } = message
    void leader.edit(update).then(() => tabs.post({ kind: 'kept', to: tab, doc: name, id }))
  }

  async function loadAsFollower(): Promise<void> {
    try {
      const rows = await ports.documents.open(databaseOf(keys.team, name), () => undefined)
      const stored = await rows.load()
      rows.close()
      applyUpdates(
        doc,
        stored.map(({ bytes }) => bytes),
        fromDisk,
      )
    } catch {
      // The leader has the document, and says on every tab's behalf that the disk fails.
    }
    await new Promise<void>((resolve) => {
      const cancel = ports.after(STATE_WAIT_MS, resolve)
      heard = () => {
        cancel()
        resolve()
      }
      askLeader()
    })
  }

  const stopListening = hub.listen(name, receive)
  if (tabs.role === 'leader') await lead()
  else await loadAsFollower()
  socket = createDocSocket({ doc, awareness, after: ports.after, edit, presence })
  startFollowing()

  return {
    name,
    doc,
    awareness,
    peers,
    sharing: { get: sharing.get, subscribe: sharing.subscribe },
    async lead() {
      if (leading) return
      await lead()
      startFollowing()
    },
    follow() {
      early.length = 0
      askLeader()
      for (const [id, update] of unconfirmed)
        tabs.post({ kind: 'edit', tab: tabs.tab, doc: name, id, update })
    },
    async close() {
      closed = true
      tabs.post({ kind: 'leave', tab: tabs.tab, doc: name })
      socket?.close()
      stopListening()
      closePeers()
      stopSharing?.()
      await leading?.close()
      awareness.destroy()
      doc.destroy()
    },
  }
}
