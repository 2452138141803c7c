// What a card says of its kind, its links, its due date and who calls whom: only where there is something.
import {
  commentCount,
  dueRisk,
  holdUpsOf,
  isoFromDay,
  linkKey,
  openMentions,
  partsProgress,
  spokenId,
  typeOf,
  wholesOf,
} from '@yokoten/shared/board'
import type { Ageing, BoardSnapshot, Calendar, CardRow } from '@yokoten/shared/board'
import { text } from '../../text'
import { kindColour } from './kinds/colours'
import type { KindColour } from './kinds/colours'
import { dayWords } from './words'

export interface CardTies {
  readonly type: { readonly name: string; readonly colour: KindColour | undefined } | undefined
  readonly size: number | undefined
  readonly comments: number
  /** "Part of PL-60" */
  readonly partOf: string | undefined
  readonly parts: { readonly done: number; readonly all: number } | undefined
  /** "Waits for PL-60" */
  readonly waits: string | undefined
  readonly isInCircle: boolean
  /** "Dee calls you" */
  readonly call: string | undefined
}

/** Names of those who call a person on a card, the latest first. */
function callOf(
  board: BoardSnapshot,
  card: string,
  me: string | undefined,
  nameOf: (person: string) => string,
): string | undefined {
  // Most cards have no comment, and most people are called nowhere.
  if (me === undefined || !board.commentsByCard.has(card) || !board.mentions.has(me)) return undefined
  const call = openMentions(board, me).find((one) => one.card === card)
  return call && text('board.comment.says', { who: nameOf(call.by) })
}

function waitsOf(board: BoardSnapshot, card: string): string | undefined {
  const [first, ...rest] = holdUpsOf(board, card)
  if (first === undefined) return undefined
  const spoken = spokenId(board, first)
  return rest.length === 0
    ? text('board.link.shortWaits', { card: spoken })
    : text('board.link.shortWaitsMore', { card: spoken, more: rest.length })
}

/** Everything of this kind that a card shows. */
export function cardTies(
  board: BoardSnapshot,
  row: CardRow,
  me: string | undefined,
  nameOf: (person: string) => string,
): CardTies {
  const { id } = row
  const type = typeOf(board, row)
  const [whole] = wholesOf(board, id)
  const { circles } = board.links
  return {
    type: type && { name: type.name, colour: kindColour(type.colour) },
    size: row.size ?? undefined,
    comments: commentCount(board, id),
    partOf: whole === undefined ? undefined : text('board.link.shortOf', { card: spokenId(board, whole) }),
    parts: partsProgress(board, id),
    waits: waitsOf(board, id),
    isInCircle: circles.has(linkKey('blocks', id)) || circles.has(linkKey('parent', id)),
    call: callOf(board, id, me, nameOf),
  }
}

export interface DueSource {
  readonly ageing: Ageing
  readonly calendar: Calendar
  /** Milliseconds since 1970. */
  readonly now: number
}

/** By when it must be started for its due day, in words; undefined while there is time, or none is left at all. */
export function riskWords(
  board: BoardSnapshot,
  row: CardRow,
  { ageing, calendar, now }: DueSource,
): string | undefined {
  if (row.due === null) return undefined
  const risk = dueRisk(row.due, board.journeys.get(row.id), ageing.cycle, calendar, now)
  if (!risk || risk.state === 'fine' || risk.state === 'overdue') return undefined
  if (risk.startBy === null) return text('board.due.mayBeLate')
  const day = dayWords(isoFromDay(risk.startBy))
  if (risk.state === 'today') return text('board.due.startToday')
  return text(risk.state === 'late' ? 'board.due.lateStart' : 'board.due.startBy', { day })
}
