// Copying links to what is on this board.
import { spokenId } from '@yokoten/shared/board'
import type { BoardFilter, BoardSnapshot } from '@yokoten/shared/board'
import { copyText } from '../../../design/copy-text'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import { linkToCard, linkToFilter } from './use-filter'

export async function copyViewLink(filter: BoardFilter): Promise<void> {
  const isCopied = await copyText(linkToFilter(filter))
  toasts.show(text(isCopied ? 'board.filter.linkCopied' : 'board.filter.cannotCopy'))
}

export async function copyCardLink(board: BoardSnapshot, card: string): Promise<void> {
  const isCopied = await copyText(linkToCard(card))
  toasts.show(
    isCopied ? text('board.link.copied', { card: spokenId(board, card) }) : text('board.link.cannot'),
  )
}
