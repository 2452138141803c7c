// Writing what a command asked for: the only caller of `transact`, text editors excepted.
import type * as Y from 'yjs'
import type { Change, Collections, DocumentSpec, Result } from '../kernel'
import { ok, refused } from '../kernel'
import type { AnySpec } from './layout'
import type { Act, TextWrite, ValueWrite, Write } from './plan'
import { planWrites } from './plan'
import { insertParagraphs, textFragment } from './text'
import { raiseVersion, versionOf } from './version'

/** The origin of every transaction made here, so that what a person did is told from what arrived. */
export class CommandOrigin {
  /** @param command The command's name, or undefined for an unnamed step. */
  constructor(readonly command: string | undefined) {}
}

/** The identity of one write in Yjs: who wrote it, and the how-manieth thing it was. */
export interface ItemId {
  readonly client: number
  readonly clock: number
}

/** A write that took place. `item` is what stood at the key afterwards, `beforeItem` what stood there before. */
export type Written = WrittenValue | TextWrite

export interface WrittenValue extends ValueWrite {
  readonly item: ItemId
  readonly beforeItem: ItemId | undefined
  /** Set by undo and redo: this archives or restores a row in place of taking back or repeating its creation. */
  readonly isOfBirth?: boolean
}

/** One command's writes, all in one transaction: what undo takes back as one. */
export interface Step {
  readonly command: string
  readonly written: readonly Written[]
}

/** The document comes from a newer version of the app and is not rewritten by this one. */
export interface NewerVersion {
  readonly reason: 'newer-version'
}

/** The identity of what stands at a key now, or undefined where nothing does. */
export function itemAt(doc: Y.Doc, name: string, key: string): ItemId | undefined {
  const item = doc.getMap(name)._map.get(key)
  return item && !item.deleted ? item.lastId : undefined
}

/**
 * Writes the changes in one transaction, all or none; equal values are not written, and where nothing is left there
 * is no transaction.
 * @param command Name of the command, kept for undo.
 * @throws TypeError before anything is written, where a change is not one a correct command asks for: an id with `/`,
 *   an unknown collection or field, a row that is not there, a value that is not JSON or not what its schema asks for.
 */
export function execute<C extends Collections, S>(
  doc: Y.Doc,
  spec: DocumentSpec<C, S>,
  changes: readonly Change[],
  command = '',
): Result<Step, NewerVersion> {
  return perform(doc, spec as unknown as AnySpec, changes, command)
}

/** As `execute`, for undo, which may also take words back out of a text. */
export function perform(
  doc: Y.Doc,
  spec: AnySpec,
  acts: readonly Act[],
  command: string,
): Result<Step, NewerVersion> {
  if (versionOf(doc) > spec.version) return refused({ reason: 'newer-version' })
  const writes = planWrites(doc, spec, acts)
  if (writes.length === 0) return ok({ command, written: [] })
  const written = doc.transact(() => {
    raiseVersion(doc, spec.version)
    return writes.map((write) => writeOne(doc, write))
  }, new CommandOrigin(command))
  return ok({ command, written })
}

function writeOne(doc: Y.Doc, write: Write): Written {
  if ('text' in write) {
    const fragment = textFragment(doc, write.text)
    if (write.kind === 'write') insertParagraphs(fragment, write.paragraphs)
    else fragment.delete(0, fragment.length)
    return write
  }
  const beforeItem = itemAt(doc, write.in, write.key)
  doc.getMap(write.in).set(write.key, write.value)
  return { ...write, beforeItem, item: itemAt(doc, write.in, write.key) as ItemId }
}
