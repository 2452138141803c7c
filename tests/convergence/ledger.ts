// What the people of a simulation were promised: every edit, how far its device said it had got, every entry written.
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import type { DocumentHandle } from '../../client/src/session/api'
import * as Y from 'yjs'

/** How far an edit was shown to have got: in the tab only, on the device's disk, at a meeting point without the disk. */
type Stage = 'made' | 'relayed' | 'kept'

interface Edit {
  readonly document: string
  readonly device: string
  readonly client: number
  /** The client's clock after the edit. */
  readonly clock: number
  readonly deletes: Y.Transaction['deleteSet']
  stage: Stage
  /** A relay lost it, and its device has not noticed yet. */
  isLost: boolean
}

export interface Ledger {
  /** Follows what a tab writes into a document; the result says what is written next by which command. */
  follow(device: string, document: string, handle: DocumentHandle<unknown>): void
  /** Relays lost something: what was nowhere else is promised no more. */
  relaysLost(): void
  /** A device's disk is gone or older: what it alone had is promised no more. */
  deviceLost(device: string): void
  /** What of the promised is not in the document. */
  lacking(document: string, doc: Y.Doc): string[]
  /** Entries of logs that nobody wrote, or not so. */
  foreignEntries(document: string, doc: Y.Doc): string[]
  readonly edits: number
}

/** The root maps that hold logs, by the document's kind. */
const LOGS: Readonly<Record<string, readonly string[]>> = {
  board: ['journey', 'settings', 'comments', 'edits'],
}

export function createLedger(): Ledger {
  const edits: Edit[] = []
  const entries = new Map<string, Json>()
  const nameOf = (document: string, log: string, id: string) => `${document} ${log} ${id}`

  return {
    follow(device, document, handle) {
      const doc = docOf(handle)
      const own: Edit[] = []
      const logs = (LOGS[handle.kind] ?? []).map((name) => ({ name, map: doc.getMap<Json>(name) }))
      doc.on('afterTransaction', (transaction: Y.Transaction) => {
        if (!transaction.local) return
        const client = doc.clientID
        const clock = transaction.afterState.get(client) ?? 0
        const isChange =
          clock > (transaction.beforeState.get(client) ?? 0) || transaction.deleteSet.clients.size > 0
        if (!isChange) return
        const edit: Edit = {
          document,
          device,
          client,
          clock,
          deletes: transaction.deleteSet,
          stage: 'made',
          isLost: false,
        }
        edits.push(edit)
        own.push(edit)
        for (const { name, map } of logs)
          for (const key of transaction.changed.get(map as never) ?? [])
            if (key !== null) entries.set(nameOf(document, name, key), map.get(key) ?? null)
      })
      const learn = () => {
        const { changed, storage } = handle.sharing.get()
        if (changed > 0) {
          for (const edit of own) edit.isLost = false
          return
        }
        const stage: Stage = storage === 'ok' ? 'kept' : 'relayed'
        for (const edit of own)
          if (edit.stage !== 'kept' && !(edit.isLost && stage === 'relayed')) edit.stage = stage
        // What is kept stays so; the others are looked at again when the disk can be written.
        if (stage === 'kept') own.length = 0
      }
      handle.sharing.subscribe(learn)
    },
    relaysLost() {
      for (const edit of edits)
        if (edit.stage === 'relayed') {
          edit.stage = 'made'
          edit.isLost = true
        }
    },
    deviceLost(device) {
      for (const edit of edits) if (edit.device === device) edit.stage = 'made'
    },
    lacking(document, doc) {
      const promised = edits.filter((edit) => edit.document === document && edit.stage !== 'made')
      const held = Y.snapshot(doc)
      const missing = promised.filter(({ client, clock }) => (held.sv.get(client) ?? 0) < clock)
      const deletes = Y.mergeDeleteSets([held.ds, ...promised.map((edit) => edit.deletes)])
      return [
        ...missing.map(
          ({ device, client, clock, stage }) => `an edit of ${device} (${client} up to ${clock}), ${stage}`,
        ),
        ...(Y.equalDeleteSets(held.ds, deletes) ? [] : ['a deletion']),
      ]
    },
    foreignEntries(document, doc) {
      return Object.values(LOGS)
        .flat()
        .flatMap((log) =>
          [...doc.getMap<Json>(log)].flatMap(([id, value]) => {
            const written = entries.get(nameOf(document, log, id))
            if (written === undefined) return [`${log} ${id}, which nobody wrote`]
            return isEqual(written, value) ? [] : [`${log} ${id}, which was written otherwise`]
          }),
        )
    },
    get edits() {
      return edits.length
    },
  }
}

/** The Yjs document behind a handle: a text's fragment knows it. */
export function docOf(handle: DocumentHandle<never> | DocumentHandle<unknown>): Y.Doc {
  const { doc } = handle.prose('card:none').fragment as Y.XmlFragment
  if (!doc) throw new Error('a text belongs to a document')
  return doc
}
