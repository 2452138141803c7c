// A board read from a file as changes, in pieces small enough to write between two frames.
import { rankBetween } from '../../kernel'
import type { Change } from '../../kernel'
import { COMMENT_LIMIT, TITLE_LIMIT, WORDS_LIMIT } from '../../board'
import { bytesFrom } from './derived-ids'
import { oneLine } from './file-board'
import type { FileBoard } from './file-board'
import { prepare } from './prepared'
import type { Onto, WriteOptions } from './prepared'
import { blockerChanges, cardChanges } from './write-cards'
import { frameChanges } from './write-frame'

export interface BoardWriting {
  /** How many lists of changes `changes` gives. */
  readonly steps: number
  /** The changes, made as they are asked for. All of them are needed for a whole board. */
  changes(): Generator<readonly Change[], void>
}

const CARDS_A_STEP = 100

/** How many texts of a board are longer than a board keeps. */
export const shortenedIn = (board: FileBoard): number =>
  board.cards.reduce(
    (count, card) =>
      count +
      (oneLine(card.title).length > TITLE_LIMIT ? 1 : 0) +
      card.checklist.filter((item) => oneLine(item.text).length > WORDS_LIMIT).length +
      card.comments.filter((comment) => comment.words.trim().length > COMMENT_LIMIT).length +
      Object.values(card.fields).filter((value) => typeof value === 'string' && value.length > WORDS_LIMIT)
        .length,
    0,
  )

/**
 * Plans the writing of a board that a reader gave: a new one, or `onto` one that is there. Pure: applying the changes is
 * the caller's.
 */
export function writeBoard(board: FileBoard, options: WriteOptions, onto?: Onto): BoardWriting {
  const { cards } = board
  return {
    steps: 2 + Math.ceil(cards.length / CARDS_A_STEP),
    *changes() {
      const prepared = prepare(board, options, onto)
      yield [...frameChanges(board, prepared, options, onto)]
      const random = bytesFrom(`${options.salt}\nranks`)
      const ranks = new Map(onto?.cardRanks)
      for (let from = 0; from < cards.length; from += CARDS_A_STEP) {
        yield cards.slice(from, from + CARDS_A_STEP).flatMap((card) => {
          const column = prepared.column(card.journey.at(-1)?.column ?? '') ?? ''
          const rank = rankBetween(ranks.get(column) ?? null, null, random)
          ranks.set(column, rank)
          return [...cardChanges(card, rank, prepared, options)]
        })
      }
      yield [...blockerChanges(board, prepared)]
    },
  }
}
