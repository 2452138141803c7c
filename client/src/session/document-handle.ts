// One document as a screen holds it: snapshot, commands, undo, presence and prose over the document of this tab.
import type {
  Collections,
  CommandContext,
  DocumentOf,
  DocumentSpec,
  HybridClock,
  JsonObject,
  NotFree,
  PermitFor,
  RandomBytes,
  Told,
} from '@yokoten/shared/kernel'
import { askAbout, createId, decideAgreed, isNotFree, refused } from '@yokoten/shared/kernel'
import { createUndo, execute, openProjection, openTexts, textFragment } from '@yokoten/shared/doc'
import type { Going } from '@yokoten/shared/doc'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type {
  Agreement,
  DocumentHandle,
  Done,
  Peers,
  Readable,
  Sharing,
  UndoOutcome,
  UndoState,
  Unwritable,
} from './api'
import type { NextFrame } from './ports'
import { createCell } from './readable'

export interface HandleParts {
  readonly id: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly peers: Peers
  readonly sharing: Readable<Sharing>
  readonly clock: HybridClock
  readonly random: RandomBytes
  readonly person: Readable<string | undefined>
  /** Why nobody may write here at the moment, whatever the document says. */
  readonly barred: () => Exclude<Unwritable['reason'], 'newer-version' | 'not-open'> | undefined
  /** What the commands ask before anything is written; undefined where nothing is known to be agreed. */
  readonly agreement: () => Agreement | undefined
  readonly personOfClient: (client: number) => string | undefined
  /** Freezes snapshots, for development and tests. */
  readonly freeze: boolean
  readonly nextFrame: NextFrame | undefined
}

/** Opens the projection of a loaded document. It lives until `close`, however many screens hold it. */
export function createHandle<S>(
  spec: DocumentOf<S>,
  parts: HandleParts,
): { readonly handle: Omit<DocumentHandle<S>, 'release'>; close(): void } {
  const { id, doc, awareness, peers, sharing, clock, random, person } = parts
  const typed = spec as unknown as DocumentSpec<Collections, S>
  const projection = openProjection(doc, typed, {
    freeze: parts.freeze,
    ...(parts.nextFrame && { later: parts.nextFrame }),
  })
  let isOpen = true

  const context = (): CommandContext => ({
    person: person.get() ?? '',
    stamp: () => clock.stamp(),
    id: () => createId(random),
    random,
  })
  const agreed = (): CommandContext => {
    const permit = parts.agreement()?.permit
    return permit ? { ...context(), permit } : context()
  }
  const keyOf = (name: string): string | undefined =>
    Object.entries(spec.collections).find(([, collection]) => collection.name === name)?.[0]
  const tellAll = (told: readonly Told[], done: Omit<Done, 'document'>): void => {
    for (const one of told) parts.agreement()?.tell(one, { document: id, ...done })
  }
  const ask = (command: string, version: number, args: unknown, notFree: NotFree): void =>
    parts.agreement()?.ask({ document: id, command: { name: command, version }, args, refused: notFree })
  /**
   * Taking back what one did oneself is as free as it was, and told where that was told; doing it again is the act once
   * more, and asks as it would.
   */
  const mayGo = ({ direction, command, cause, changes }: Going): (() => void) | undefined => {
    const permit = parts.agreement()?.permit
    if (!cause || !permit) return () => undefined
    const may: PermitFor = direction === 'redo' ? permit : (act) => ({ ...permit(act), level: 'tell' })
    const before = projection.get()
    const asked = askAbout(spec, before, changes, person.get() ?? '', may)
    if (asked.ok) {
      const told = direction === 'redo' || cause.isTold ? asked.value : []
      return () => tellAll(told, { command, changes, before })
    }
    ask(command, cause.version, cause.args, asked.error)
    return undefined
  }
  const undo = createUndo({ doc, spec: typed, projection, context, mayGo })
  // Undo is for one's own acts, and by now somebody else may be at the device.
  const stopFollowing = person.subscribe(undo.clear)
  const undoState = createCell<UndoState>(undo.state())
  undo.subscribe(() => undoState.set(undo.state()))
  const stopObserving = observeOrder(doc, spec.collections, clock)

  const writable = (): true | Unwritable['reason'] => {
    if (!isOpen) return 'not-open'
    return parts.barred() ?? (projection.mode === 'newer-version' ? 'newer-version' : true)
  }
  const outcome = (direction: 'undo' | 'redo'): UndoOutcome => {
    if (writable() !== true) return { done: false, reason: 'nothing' }
    const undone = undo[direction]()
    if (undone.done) return undone
    if (undone.reason === 'changed')
      return {
        done: false,
        reason: 'changed',
        by: undone.by === undefined ? undefined : parts.personOfClient(undone.by),
      }
    return { done: false, reason: undone.reason === 'newer-version' ? 'nothing' : undone.reason }
  }

  return {
    handle: {
      id,
      kind: spec.kind,
      get writable() {
        return writable()
      },
      get: projection.get,
      subscribe: projection.subscribe,
      run(command, args) {
        const may = writable()
        if (may !== true) return refused({ reason: may })
        const before = projection.get()
        const decided = decideAgreed(spec, command, before, args, agreed())
        if (!decided.ok) {
          if (isNotFree(decided.error)) ask(command.name, command.version, args, decided.error)
          return decided
        }
        const { told, changes } = decided.value
        const step = execute(doc, typed, changes, command.name)
        if (!step.ok) return step
        if (!command.isDeferred)
          undo.record(step.value, { version: command.version, args, isTold: told.length > 0 })
        tellAll(told, { command: command.name, changes, before })
        return { ok: true, value: undefined }
      },
      item(collection, itemId) {
        const table = projection.tables()[keyOf(collection) ?? '']
        return table?.get(itemId) as JsonObject | undefined
      },
      undo: () => outcome('undo'),
      redo: () => outcome('redo'),
      undoState,
      undoWrites: undo.writes,
      texts: openTexts(doc),
      peers,
      sharing,
      prose: (textId) => ({
        fragment: textFragment(doc, textId),
        awareness,
        writable: writable() === true,
        who: (client) => peers.get().get(client),
      }),
    },
    close() {
      isOpen = false
      stopObserving()
      stopFollowing()
      projection.destroy()
    },
  }
}

/** Lets the clock learn the order of entries made elsewhere, at opening and as they come. */
function observeOrder(doc: Y.Doc, collections: Collections, clock: HybridClock): () => void {
  const logs = new Map<unknown, Y.Map<unknown>>()
  const learn = (entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'order' in entry && typeof entry.order === 'number')
      clock.observe(entry.order)
  }
  for (const collection of Object.values(collections)) {
    if (collection.kind !== 'log') continue
    const map = doc.getMap(collection.name)
    logs.set(map, map)
    map.forEach(learn)
  }
  const follow = (transaction: Y.Transaction) => {
    if (transaction.local) return
    for (const [type, keys] of transaction.changed) {
      const map = logs.get(type)
      if (map) for (const key of keys) if (key !== null) learn(map.get(key))
    }
  }
  doc.on('afterTransaction', follow)
  return () => doc.off('afterTransaction', follow)
}
