// A team open in this tab: its documents, its person, its links, and this tab's part among the device's tabs.
import { createHybridClock } from '@yokoten/shared/kernel'
import type { DocumentOf } from '@yokoten/shared/kernel'
import { bytesToHex, createFrames, formatInvitation } from '@yokoten/shared/sync'
import type { CryptoPort, TeamKeys } from '@yokoten/shared/sync'
import { teamDocument } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Agreement, DocumentHandle, TeamSession } from './api'
import { openDocumentCore } from './document-core'
import type { DocumentCore } from './document-core'
import { createHandle } from './document-handle'
import { createKeptBack } from './kept-back'
import { createMemoryKeyStore } from './key-store'
import type { TeamRecord } from './known-teams'
import { documentOfKey, FRAMES, ROWS } from './outbox-records'
import type { Who } from './peers'
import type { Ports } from './ports'
import { createCell } from './readable'
import { createRelayLink } from './relay-link'
import type { RelayLink } from './relay-link'
import { createSharingSum } from './sharing'
import { FILES_STORE } from './blob-shelf'
import { createTeamFiles } from './team-files'
import type { DocumentTabMessage, TabMessage } from './tab-messages'
import { joinTabs } from './tabs'
import { exportDocuments, mergeDocuments } from './team-backup'
import { documentNames, rememberDocument, TEAM_STORE } from './team-documents'
import type { TeamHub } from './team-hub'

/** The name of the team's directory document. */
const DIRECTORY = 'team'
/** A document that nobody holds stays open for a while: screens come back, and edits are delivered. */
const LINGER_MS = 20_000

interface OpenDocument {
  readonly core: Promise<DocumentCore>
  holds: number
  handle: { readonly value: DocumentHandle<unknown>; close(): void } | undefined
  cancelLinger: (() => void) | undefined
}

export async function openTeamSession(options: {
  readonly ports: Ports
  readonly crypto: CryptoPort
  readonly keys: TeamKeys
  readonly record: TeamRecord
  readonly onRecord: (change: Partial<Pick<TeamRecord, 'name' | 'person'>>) => Promise<void>
  readonly onClosed: () => void
}): Promise<TeamSession<TeamSnapshot>> {
  const { ports, crypto, keys, record } = options
  const person = createCell<string | undefined>(record.person)
  const who = createCell<Who | undefined>(
    undefined,
    (a, b) => a?.person === b?.person && a?.name === b?.name && a?.colour === b?.colour,
  )
  const documents = new Map<string, OpenDocument>()
  /** Documents that other tabs show, by tab. */
  const hosted = new Map<string, () => void>()
  const listeners = new Map<string, (message: DocumentTabMessage) => void>()
  const relayOffset = createCell<number | undefined>(undefined)
  let links: readonly RelayLink[] = []
  let agreement: Agreement | undefined
  let closed = false
  /** What other tabs said before this one could listen; undefined once it can. */
  let early: TabMessage[] | undefined = []

  const store = ports.secure ? ports.openKeys(TEAM_STORE + keys.team) : createMemoryKeyStore()
  const tabs = await joinTabs({
    ports,
    name: `yokoten-${keys.team}`,
    tab: bytesToHex(ports.random(8)),
    offset: relayOffset.get,
    onLead() {
      // Before that, the way in sees that this tab leads.
      if (!early) void takeOver()
    },
    onLeader(fresh) {
      relayOffset.set(fresh)
      for (const { core } of documents.values()) void core.then((opened) => opened.follow())
    },
    receive,
  })
  const hub: TeamHub = {
    ports,
    keys,
    frames: createFrames(crypto, keys, ports.compression),
    store,
    clock: createHybridClock(() => ports.wall() + (relayOffset.get() ?? 0)),
    device: record.device,
    who,
    tabs,
    listen(name, listener) {
      listeners.set(name, listener)
      return () => {
        if (listeners.get(name) === listener) listeners.delete(name)
      }
    },
    get links() {
      return links
    },
  }

  const barred = () =>
    keys.mode === 'view' ? 'view-only' : tabs.isOutdated ? 'other-app-version' : undefined
  const files = createTeamFiles({
    ports,
    crypto,
    keys,
    store: ports.secure ? ports.openKeys(FILES_STORE + keys.team) : createMemoryKeyStore(),
    offset: () => relayOffset.get() ?? 0,
    barred,
  })
  const total = createSharingSum(files.waiting)

  const connect = () => {
    links = ports.relays.map((url) =>
      createRelayLink({
        url,
        keys,
        ports,
        onTime(fresh) {
          relayOffset.set(fresh)
          tabs.post({ kind: 'time', offset: fresh })
        },
      }),
    )
    files.lead(links)
  }

  function hold(name: string): OpenDocument {
    const known = documents.get(name)
    if (known) {
      known.cancelLinger?.()
      known.cancelLinger = undefined
      known.holds++
      return known
    }
    const core = openDocumentCore(name, hub)
    const fresh: OpenDocument = { core, holds: 1, handle: undefined, cancelLinger: undefined }
    documents.set(name, fresh)
    void core.then(
      (opened) => {
        if (documents.get(name) === fresh) total.add(opened.sharing)
      },
      () => documents.delete(name),
    )
    if (tabs.role === 'leader') void rememberDocument(store, name).catch(() => undefined)
    return fresh
  }

  function letGo(name: string): void {
    const entry = documents.get(name)
    if (!entry || --entry.holds > 0) return
    entry.cancelLinger = ports.after(LINGER_MS, () => {
      if (entry.holds > 0 || documents.get(name) !== entry) return
      documents.delete(name)
      void shut(entry)
    })
  }

  async function shut(entry: OpenDocument): Promise<void> {
    entry.cancelLinger?.()
    entry.handle?.close()
    const core = await entry.core.catch(() => undefined)
    if (!core) return
    total.remove(core.sharing)
    await core.close()
  }

  function handleOf<S>(entry: OpenDocument, core: DocumentCore, spec: DocumentOf<S>): DocumentHandle<S> {
    if (entry.handle) return entry.handle.value as DocumentHandle<S>
    const { handle, close } = createHandle(spec, {
      id: core.name,
      doc: core.doc,
      awareness: core.awareness,
      peers: core.peers,
      sharing: core.sharing,
      clock: hub.clock,
      random: ports.random,
      person,
      barred,
      agreement: () => agreement,
      personOfClient: (client) => core.peers.get().get(client)?.person,
      freeze: ports.freeze,
      nextFrame: ports.nextFrame,
    })
    const value: DocumentHandle<S> = Object.assign(handle, { release: () => letGo(core.name) })
    entry.handle = { value: value as DocumentHandle<unknown>, close }
    return value
  }

  async function open<S>(spec: DocumentOf<S>, name: string): Promise<DocumentHandle<S>> {
    const entry = hold(name)
    return handleOf(entry, await entry.core, spec)
  }

  /** Documents whose edits of an earlier session are not delivered are opened until they are. */
  async function deliverRest(): Promise<void> {
    const [rows, frames] = await Promise.all([store.list(ROWS), store.list(FRAMES)]).catch(() => [[], []])
    const names = new Set([...rows, ...frames].map(({ key }) => documentOfKey(key)))
    for (const name of names) {
      const core = await hold(name).core
      const stop = core.sharing.subscribe(check)
      let isDone = false
      function check() {
        const { changed, kept } = core.sharing.get()
        if (isDone || changed + kept > 0) return
        isDone = true
        queueMicrotask(() => stop())
        letGo(name)
      }
      check()
    }
  }

  async function takeOver(): Promise<void> {
    if (closed) return
    connect()
    for (const entry of documents.values()) await (await entry.core).lead()
    await deliverRest()
  }

  function receive(message: TabMessage): void {
    if (early) {
      early.push(message)
      return
    }
    if (message.kind === 'time') relayOffset.set(message.offset)
    if (!('doc' in message)) return
    const name = message.doc
    if (tabs.role === 'leader' && (message.kind === 'open' || message.kind === 'edit')) {
      const key = `${message.tab} ${name}`
      if (!hosted.has(key)) {
        hold(name)
        hosted.set(key, () => letGo(name))
      }
    }
    listeners.get(name)?.(message)
    if (message.kind !== 'leave') return
    const key = `${message.tab} ${name}`
    hosted.get(key)?.()
    hosted.delete(key)
  }

  if (tabs.role === 'leader') connect()
  const heard = early
  early = undefined
  heard.forEach(receive)
  const directory = await open<TeamSnapshot>(teamDocument, DIRECTORY)
  const learnNames = () => {
    const { name, peopleById } = directory.get()
    const id = person.get()
    const found = id === undefined ? undefined : peopleById.get(id)
    who.set(
      id === undefined ? undefined : { person: id, name: found?.name ?? '', colour: found?.colour ?? '' },
    )
    if (name !== '' && name !== record.name) void options.onRecord({ name }).catch(() => undefined)
  }
  directory.subscribe(learnNames)
  person.subscribe(learnNames)
  learnNames()
  if (tabs.role === 'leader') void deliverRest()

  const { edit, view } = keys.invitations
  const linkOf = (fragment: string) => `${ports.origin}/join${fragment}`
  const borrow = async <T>(name: string, task: (core: DocumentCore) => T | Promise<T>): Promise<T> => {
    const entry = hold(name)
    try {
      return await task(await entry.core)
    } finally {
      letGo(name)
    }
  }
  const backup = {
    names: () => documentNames(store),
    borrow,
    mode: keys.mode,
    isOutdated: () => tabs.isOutdated,
    bring: files.bring,
    canStore: () => total.readable.get().storage !== 'failing' && total.readable.get().storage !== 'full',
  }

  return {
    teamId: keys.team,
    mode: keys.mode,
    directory,
    person,
    async becomePerson(id) {
      person.set(id)
      await options.onRecord({ person: id }).catch(() => undefined)
    },
    agree(next) {
      agreement = next
    },
    open,
    invitations: {
      edit: edit && linkOf(formatInvitation(edit)),
      view: linkOf(formatInvitation(view)),
    },
    relayOffset: { get: relayOffset.get, subscribe: relayOffset.subscribe },
    sharing: total.readable,
    files: files.files,
    keptBack: createKeptBack(store),
    exportDocuments: () => exportDocuments(backup),
    mergeDocuments: (updates, brought = []) => mergeDocuments(updates, brought, backup),
    async close() {
      if (closed) return
      closed = true
      files.close()
      const entries = [...documents.values()]
      documents.clear()
      await Promise.all(entries.map(shut))
      for (const link of links) link.close()
      tabs.close()
      store.close()
      options.onClosed()
    },
  }
}
