// A team's documents taken out whole and merged back, with files: for backup files and for restoring on an empty device.
import {
  applyUpdates,
  compact,
  containsUpdate,
  encodeState,
  hasPending,
  versionOf,
} from '@yokoten/shared/doc'
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'
import { teamDocument } from '@yokoten/shared/team'
import * as Y from 'yjs'
import type { BroughtFile, BroughtFiles, MergeRefused, MergeSummary } from './api'
import type { DocumentCore } from './document-core'

/** The origin of a merge: an edit of this device like any other, so it is kept and shared. */
export class MergedByHand {
  readonly source = 'backup'
}

export interface BackupParts {
  names(): Promise<readonly string[]>
  borrow<T>(name: string, use: (core: DocumentCore) => T | Promise<T>): Promise<T>
  readonly mode: 'edit' | 'view'
  isOutdated(): boolean
  canStore(): boolean
  /** Keeps sealed files, all or none. */
  bring(files: readonly BroughtFile[]): Promise<Result<BroughtFiles, { readonly reason: 'cannot-store' }>>
}

/** Highest versions that this app writes, by kind; the kind is the name's part before the `/`. */
export const DOCUMENT_VERSIONS: Readonly<Record<string, number>> = {
  team: teamDocument.version,
  board: 1,
  map: 1,
  playbook: 1,
}

export async function exportDocuments(parts: BackupParts): Promise<ReadonlyMap<string, Uint8Array>> {
  const documents = new Map<string, Uint8Array>()
  for (const name of await parts.names())
    documents.set(name, await parts.borrow(name, (core) => compact(encodeState(core.doc))))
  return documents
}

/** Why an update cannot be merged, found in a document of its own before anything is taken. */
function judge(document: string, update: Uint8Array): MergeRefused | undefined {
  const alone = new Y.Doc()
  try {
    if (applyUpdates(alone, [update], undefined).length > 0 || hasPending(alone))
      return { reason: 'damaged', document }
    const newest = DOCUMENT_VERSIONS[document.split('/')[0] ?? '']
    if (newest === undefined || versionOf(alone) > newest) return { reason: 'document-newer', document }
    return undefined
  } finally {
    alone.destroy()
  }
}

export async function mergeDocuments(
  updates: ReadonlyMap<string, Uint8Array>,
  files: readonly BroughtFile[],
  parts: BackupParts,
): Promise<Result<MergeSummary, MergeRefused>> {
  if (parts.mode === 'view') return refused({ reason: 'view-only' })
  if (parts.isOutdated()) return refused({ reason: 'other-app-version' })
  for (const [name, update] of updates) {
    const reason = judge(name, update)
    if (reason) return refused(reason)
  }
  if (!parts.canStore()) return refused({ reason: 'cannot-store' })
  // Before the documents, which name them: of the two only the files can still be refused.
  const brought = await parts.bring(files)
  if (!brought.ok) return brought
  const before = new Set(await parts.names().catch(() => []))
  const added: string[] = []
  const changed: string[] = []
  const unchanged: string[] = []
  for (const [name, update] of updates) {
    const isNews = await parts.borrow(name, ({ doc }) => {
      if (containsUpdate(doc, update)) return false
      Y.applyUpdate(doc, update, new MergedByHand())
      return true
    })
    const list = !isNews ? unchanged : before.has(name) ? changed : added
    list.push(name)
  }
  return ok({ added, changed, unchanged, files: brought.value })
}
