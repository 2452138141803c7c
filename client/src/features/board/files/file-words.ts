// Sentences about files: how large, where its bytes are, and why one was not taken.
import type { FileRefused, FileState } from '../../../session/api'
import { isTextId, text } from '../../../text'
import type { PrepareRefused } from './prepare-file'

const KIB = 1_024
const kilobytes = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
})
const megabytes = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
})

/** "340 kB", "1.2 MB"; as a disk counts, 1,024 to the next. */
export const sizeWords = (bytes: number): string =>
  bytes < KIB * KIB
    ? kilobytes.format(Math.max(1, Math.round(bytes / KIB)))
    : megabytes.format(bytes / KIB / KIB)

/** What there is to say about where a file is; undefined where it is as one would expect. */
export function stateWords(state: FileState): string | undefined {
  switch (state.kind) {
    case 'here':
      if (state.delivered) return undefined
      return state.trouble !== undefined && isTextId(state.trouble)
        ? text(state.trouble)
        : text('board.file.undelivered')
    case 'away':
      return text('board.file.away')
    case 'fetching':
      return text('board.file.fetching')
    case 'waiting':
      return text('board.file.waiting')
    case 'not-found':
      return text('board.file.notFound')
    case 'failed':
      return state.trouble !== undefined && isTextId(state.trouble)
        ? text(state.trouble)
        : text('board.file.failed')
  }
}

/** The same in as few words as fit a small picture. */
export function shortStateWords(state: FileState): string | undefined {
  if (state.kind === 'here') return state.delivered ? undefined : text('board.file.undelivered')
  return state.kind === 'fetching' ? text('board.file.fetching') : text('board.file.away')
}

/** Why a file was not taken, as one sentence. */
export function refusedWords(
  refused: PrepareRefused | FileRefused,
  { name, size }: { readonly name: string; readonly size: number },
): string {
  switch (refused.reason) {
    case 'too-large':
      return text('board.file.refused.too-large', {
        name,
        size: sizeWords('size' in refused ? refused.size : size),
        limit: sizeWords(refused.limit),
      })
    case 'photo-unreadable':
    case 'unreadable':
    case 'empty':
    case 'cannot-store':
      return text(`board.file.refused.${refused.reason}`, { name })
    default:
      return text(`board.refused.${refused.reason}`)
  }
}
