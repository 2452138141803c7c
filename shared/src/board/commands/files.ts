// Files on cards and blockers: what is known of them is written here, their bytes are sealed and kept by the session.
import { defineCommand, ok, put, refused } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { FILE_NAME_LIMIT, FILES_LIMIT, MEDIA_TYPE_LIMIT } from '../records-files'
import type { Attached } from '../records-files'
import { blockerRows, cardRows } from '../records'
import type { BoardSnapshot } from '../snapshot'
import { openCard } from './placing'
import type { CardArchived, FilesRefused, NotThere } from './refusals'

/** What a file hangs on. */
export type FileHolder = { readonly card: string } | { readonly blocker: string }

export interface AttachArgs {
  readonly to: FileHolder
  /** The address of the sealed bytes. */
  readonly file: string
  readonly name: string
  /** Media type, or empty. */
  readonly type: string
  /** Bytes, before sealing. */
  readonly size: number
  /** Of a photo, in pixels. */
  readonly edges?: { readonly width: number; readonly height: number }
}

export interface FileOf extends Attached {
  readonly file: string
}

/** The files of a card or blocker, the oldest first. */
export const filesOf = (row: { readonly files: Readonly<Record<string, Attached>> }): FileOf[] =>
  Object.entries(row.files)
    .map(([file, attached]) => ({ file, ...attached }))
    .sort((a, b) => a.at - b.at || (a.file < b.file ? -1 : 1))

// Characters that turn a name around, hide its end or break a line: a file may not look like another kind of file.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A file's name as it may be shown and saved: one line, no path, of bearable length with its ending kept. */
export function tidyFileName(name: string): string {
  const line = name.replace(UNSEEN, '').replace(/[\\/]/gu, '_').replace(/\s+/gu, ' ').trim()
  if (line.length <= FILE_NAME_LIMIT) return line
  const ending = /\.[^.]{1,12}$/u.exec(line)?.[0] ?? ''
  return line.slice(0, FILE_NAME_LIMIT - ending.length) + ending
}

const tidyType = (type: string): string => {
  const plain = (type.split(';')[0] ?? '').trim().toLowerCase()
  return plain.length <= MEDIA_TYPE_LIMIT && /^[\w.+-]+\/[\w.+-]+$/u.test(plain) ? plain : ''
}

function filesHeld(
  board: BoardSnapshot,
  holder: FileHolder,
): Result<Readonly<Record<string, Attached>>, NotThere | CardArchived> {
  if ('card' in holder) {
    const card = openCard(board, holder.card)
    return card.ok ? ok(card.value.row.files) : card
  }
  const blocker = board.blockers.get(holder.blocker)
  return blocker ? ok(blocker.files) : refused({ reason: 'blocker-gone' })
}

const putFile = (holder: FileHolder, file: string, value: Attached | null): Change =>
  'card' in holder
    ? put(cardRows, holder.card, 'files', file, value)
    : put(blockerRows, holder.blocker, 'files', file, value)

/** Hangs a file, whose bytes are kept on this device already, on a card or blocker. */
export const attachFile = defineCommand(
  'board.attachFile',
  (
    board: BoardSnapshot,
    args: AttachArgs,
    context,
  ): Result<Change[], NotThere | CardArchived | FilesRefused> => {
    const held = filesHeld(board, args.to)
    if (!held.ok) return held
    if (held.value[args.file]) return ok([])
    if (Object.keys(held.value).length >= FILES_LIMIT)
      return refused({ reason: 'too-many-files', limit: FILES_LIMIT })
    const value: Attached = {
      name: tidyFileName(args.name),
      type: tidyType(args.type),
      size: args.size,
      ...args.edges,
      by: context.person,
      at: context.stamp().at,
    }
    return ok([putFile(args.to, args.file, value)])
  },
)

/** Takes a file off a card or blocker. Its bytes stay where they are, so that this can be undone. */
export const removeFile = defineCommand(
  'board.removeFile',
  (
    board: BoardSnapshot,
    args: { readonly from: FileHolder; readonly file: string },
  ): Result<Change[], NotThere | CardArchived> => {
    const held = filesHeld(board, args.from)
    if (!held.ok) return held
    return ok(held.value[args.file] ? [putFile(args.from, args.file, null)] : [])
  },
)
