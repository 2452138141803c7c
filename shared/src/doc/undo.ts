// Taking back one's own acts by their inverse, and never what another person has done since.
import type * as Y from 'yjs'
import type { Change, Collections, CommandContext, DocumentSpec, Result, UndoRefused } from '../kernel'
import { ok, refused } from '../kernel'
import type { ItemId, Step, Written, WrittenValue } from './execute'
import { itemAt, perform } from './execute'
import type { AnySpec } from './layout'
import { layoutsOf } from './layout'
import { createListeners } from './listeners'
import type { Act, TextWrite, ValueWrite } from './plan'
import type { Projection } from './projection'
import { ARCHIVED } from './rows'
import { foreignWriter, plainText, textFragment } from './text'

type Refusal = UndoRefused & { readonly by?: number | undefined }

/** What came of an undo or redo. `by`: the Yjs client that changed it since, where that is known. */
export type Undone =
  | { readonly done: true; readonly command: string }
  | {
      readonly done: false
      readonly reason: 'nothing' | 'newer-version' | 'superseded' | 'final' | 'not-free'
    }
  | { readonly done: false; readonly reason: 'changed'; readonly by: number | undefined }

/** One thing that an act wrote: a row's birth, a field, a member of a set, or an entry. */
export interface ActWrite {
  /** The collection's key in the spec. */
  readonly collection: string
  readonly id: string
  /** The field or set; empty for a row's birth and an entry. */
  readonly name: string
  /** The key within the set, else empty. */
  readonly member: string
}

/** What a step came of. */
export interface Cause {
  /** The command's version and arguments. */
  readonly version: number
  readonly args: unknown
  /** Others were told of it. */
  readonly isTold: boolean
}

/** A step that is about to be taken back or done again, and what that writes. */
export interface Going {
  readonly direction: 'undo' | 'redo'
  readonly command: string
  readonly cause: Cause | undefined
  readonly changes: readonly Change[]
}

type Remembered = Step & { readonly cause?: Cause | undefined }

export interface Undo {
  /** Remembers a step that `execute` gave. Steps that wrote nothing are passed over. */
  record(step: Step, cause?: Cause): void
  undo(): Undone
  redo(): Undone
  /** The commands that undo and redo would touch; the same reference until that differs. */
  state(): { readonly undo: string | undefined; readonly redo: string | undefined }
  /** What the step wrote that undo or redo would touch; nothing where there is none. Texts are left out. */
  writes(direction: 'undo' | 'redo'): readonly ActWrite[]
  /** Forgets all steps: they were somebody else's. */
  clear(): void
  subscribe(listener: () => void): () => void
}

export interface UndoOptions<C extends Collections, S> {
  readonly doc: Y.Doc
  readonly spec: DocumentSpec<C, S>
  readonly projection: Projection<C, S>
  /** Made afresh for every undo, for the entries that taking back a log entry appends. */
  readonly context: () => CommandContext
  /**
   * Asked before anything is written: gives what is left to do afterwards, or undefined where it may not be done, which
   * leaves the step where it is.
   */
  readonly mayGo?: (going: Going) => (() => void) | undefined
  /** Steps remembered, the oldest forgotten first. 200 unless told. */
  readonly limit?: number
}

const isSame = (a: ItemId | undefined, b: ItemId | undefined): boolean =>
  a !== undefined && b !== undefined && a.client === b.client && a.clock === b.clock

const nameOf = ({ client, clock }: ItemId): string => `${client}:${clock}`
const placeOf = (write: ValueWrite): string => `${write.in}\n${write.key}`
const isValue = (write: Written): write is WrittenValue => write.kind !== 'write' && write.kind !== 'erase'

/** Carries from a step to its inverse which rows it made, since their creation goes on as archiving and restoring. */
function markBirths(step: Step, inverse: Step): Step {
  const born = new Set<string>()
  for (const write of step.written) {
    if (isValue(write) && (write.kind === 'create' || write.isOfBirth)) born.add(`${write.in}\n${write.id}`)
  }
  const mark = (write: Written): Written =>
    isValue(write) && write.name === ARCHIVED && born.has(`${write.in}\n${write.id}`)
      ? { ...write, isOfBirth: true }
      : write
  return born.size === 0 ? inverse : { ...inverse, written: inverse.written.map(mark) }
}

/** The undo of one document in one session: a bounded stack of one's own steps, all or nothing each. */
export function createUndo<C extends Collections, S>(options: UndoOptions<C, S>): Undo {
  const { doc, projection, context } = options
  const spec = options.spec as unknown as AnySpec
  const limit = options.limit ?? 200
  const listeners = createListeners()
  const mine = new Set<number>([doc.clientID])
  let done: Remembered[] = []
  let undone: Remembered[] = []
  let state: ReturnType<Undo['state']> = { undo: undefined, redo: undefined }
  /** The steps that `state` tells of: two moves in a row are one command but not one act. */
  let shown: readonly (Step | undefined)[] = []

  const keyOf = (name: string): string => layoutsOf(spec).get(name)?.key ?? ''

  function announce(): void {
    const next = [done.at(-1), undone.at(-1)]
    if (next[0] === shown[0] && next[1] === shown[1]) return
    shown = next
    state = { undo: next[0]?.command, redo: next[1]?.command }
    listeners.notify()
  }

  const changedBy = (by: number | undefined): Result<never, Refusal> => refused({ reason: 'changed', by })

  /** Refuses where another value stands in the place of the one that was written. */
  function stillOurs(write: WrittenValue): Result<void, Refusal> {
    const now = itemAt(doc, write.in, write.key)
    return isSame(now, write.item) ? ok(undefined) : changedBy(now?.client)
  }

  /** Archiving hides a row, so nobody else may have written into it. */
  function rowStillOurs(write: WrittenValue): Result<void, Refusal> {
    for (const key of projection.keysOf(write.in, write.id)) {
      const now = itemAt(doc, write.in, key)
      if (now && !mine.has(now.client)) return changedBy(now.client)
    }
    return stillOurs(write)
  }

  function inverseOfText(write: TextWrite, isPartOfBirth: boolean): Result<Act[], Refusal> {
    if (write.kind === 'erase') return ok([{ ...write, kind: 'write' }])
    const fragment = textFragment(doc, write.text)
    const other = foreignWriter(fragment, mine)
    if (other !== undefined) return changedBy(other)
    const isUntouched = plainText(fragment) === write.paragraphs.join('\n')
    return ok(isUntouched && !isPartOfBirth ? [{ ...write, kind: 'erase' }] : [])
  }

  function inverseOfValue(write: WrittenValue): Result<Act[], Refusal> {
    const { in: name, id } = write
    if (write.kind === 'create') {
      const ours = rowStillOurs(write)
      return ours.ok ? ok([{ kind: 'set', in: name, id, field: ARCHIVED, value: true }]) : ours
    }
    const hides = write.isOfBirth === true && write.before === true
    const ours = hides ? rowStillOurs(write) : stillOurs(write)
    if (!ours.ok) return ours
    return write.kind === 'set'
      ? ok([{ kind: 'set', in: name, id, field: write.name, value: write.before }])
      : ok([{ kind: 'put', in: name, id, set: write.name, key: write.member, value: write.before }])
  }

  /** Entries are taken back by further entries, each decided with those before it already in sight. */
  function inverseOfEntries(entries: readonly WrittenValue[]): Result<Act[], Refusal> {
    if (entries.length === 0) return ok([])
    const acts: Act[] = []
    const draft = projection.draft()
    const given = context()
    for (const write of entries) {
      const revert = spec.revert[write.collection]
      if (!revert) return refused({ reason: 'final' })
      const changes = revert(draft.get(), write.id, given)
      if (!changes.ok) return changes
      acts.push(...changes.value)
      for (const change of changes.value) {
        if (change.kind === 'append') draft.append(keyOf(change.in), change.id, change.entry)
      }
    }
    return ok(acts)
  }

  function inverseOf(step: Step): Result<Act[], Refusal> {
    const backwards = [...step.written].reverse()
    const hasBirth = backwards.some((write) => write.kind === 'create')
    const entries = backwards.filter(isValue).filter((write) => write.kind === 'append')
    const reverted = inverseOfEntries(entries)
    if (!reverted.ok) return reverted
    const acts = reverted.value
    for (const write of backwards) {
      if (write.kind === 'append') continue
      const inverse = isValue(write) ? inverseOfValue(write) : inverseOfText(write, hasBirth)
      if (!inverse.ok) return inverse
      acts.push(...inverse.value)
    }
    return ok(acts)
  }

  /**
   * What stood before a step stands again, but as a new item: whoever remembers the old one is told the new.
   * Without this, taking back the last of two writes would make the first look like another's.
   */
  function rename(step: Step, inverse: Step): void {
    const fresh = new Map(inverse.written.filter(isValue).map((write) => [placeOf(write), write.item]))
    const renamed = new Map<string, ItemId>()
    for (const write of step.written) {
      if (!isValue(write) || !write.beforeItem) continue
      const item = fresh.get(placeOf(write))
      if (item) renamed.set(nameOf(write.beforeItem), item)
    }
    if (renamed.size === 0) return
    const again = (write: Written): Written => {
      if (!isValue(write)) return write
      const isStale =
        renamed.has(nameOf(write.item)) || (write.beforeItem && renamed.has(nameOf(write.beforeItem)))
      if (!isStale) return write
      const item = renamed.get(nameOf(write.item)) ?? write.item
      const beforeItem = write.beforeItem && (renamed.get(nameOf(write.beforeItem)) ?? write.beforeItem)
      return { ...write, item, beforeItem }
    }
    const renew = (remembered: Remembered): Remembered => ({
      ...remembered,
      written: remembered.written.map(again),
    })
    done = done.map(renew)
    undone = undone.map(renew)
  }

  function forget(direction: 'undo' | 'redo'): void {
    if (direction === 'undo') done = done.slice(0, -1)
    else undone = undone.slice(0, -1)
  }

  function go(direction: 'undo' | 'redo'): Undone {
    const step = (direction === 'undo' ? done : undone).at(-1)
    if (!step) return { done: false, reason: 'nothing' }
    mine.add(doc.clientID)
    const inverse = inverseOf(step)
    if (!inverse.ok) {
      // What was refused once stays refused: the next undo goes to the act before it.
      forget(direction)
      announce()
      const { reason, by } = inverse.error
      return reason === 'changed' ? { done: false, reason, by } : { done: false, reason }
    }
    const { command, cause } = step
    const changes = inverse.value.filter((one) => one.kind !== 'erase')
    const afterwards = options.mayGo ? options.mayGo({ direction, command, cause, changes }) : () => undefined
    if (!afterwards) return { done: false, reason: 'not-free' }
    const performed = perform(doc, spec, inverse.value, command)
    if (!performed.ok) return { done: false, reason: 'newer-version' }
    const inverted = { ...markBirths(step, performed.value), cause }
    forget(direction)
    rename(step, inverted)
    if (direction === 'undo') undone = [...undone, inverted]
    else done = [...done, inverted]
    announce()
    afterwards()
    return { done: true, command }
  }

  return {
    record(step, cause) {
      if (step.written.length === 0) return
      mine.add(doc.clientID)
      done = [...done, { ...step, cause }].slice(-limit)
      undone = []
      announce()
    },
    undo: () => go('undo'),
    redo: () => go('redo'),
    state: () => state,
    writes: (direction) =>
      ((direction === 'undo' ? done : undone).at(-1)?.written ?? [])
        .filter(isValue)
        .map(({ collection, id, name, member }) => ({ collection, id, name, member })),
    clear() {
      done = []
      undone = []
      announce()
    },
    subscribe: listeners.add,
  }
}
