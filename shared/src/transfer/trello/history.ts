// The journeys that an export's acts tell: when cards were made, moved from list to list, and put away.
import type { ColumnRole, JourneyKind } from '../../board'
import { timeOf } from '../text/json-text'
import type { TrelloAction, TrelloBoard, TrelloCard } from './schema'

export interface HistoryStep {
  /** The act's id, or a made-up one where none is in the file. */
  readonly id: string
  readonly list: string
  readonly kind: JourneyKind
  /** The member's id, or empty where nobody is named. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface History {
  readonly stepsOf: (card: TrelloCard) => readonly HistoryStep[]
  readonly commentsOf: (card: TrelloCard) => readonly TrelloAction[]
  /** When an item was last ticked off and by whom. */
  readonly tickOf: (item: string) => { readonly by: string; readonly at: number } | undefined
  /** Lists that are only known from acts: id to name. */
  readonly lostLists: ReadonlyMap<string, string>
  /** Moves of cards that are on the board. */
  readonly moves: number
  readonly movedCards: number
  /** Moves and comments of cards that are not in the file. */
  readonly movesOfOthers: number
  readonly commentsOfOthers: number
}

const BIRTHS = new Set([
  'createCard',
  'copyCard',
  'convertToCardFromCheckItem',
  'emailCard',
  'moveCardToBoard',
])

/** Trello's ids begin with the second in which they were made, in hexadecimal. */
function timeFromId(id: string): number | undefined {
  const seconds = /^[0-9a-f]{24}$/i.test(id) ? Number.parseInt(id.slice(0, 8), 16) : NaN
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined
}

const compareActions = (a: TrelloAction, b: TrelloAction): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1

/** Reads the acts of a board once. `roleOf` and `placeOf` speak of lists by their ids. */
export function readHistory(
  board: TrelloBoard,
  roleOf: (list: string) => ColumnRole | undefined,
  placeOf: (list: string) => number | undefined,
): History {
  const onBoard = new Set(board.cards.map((card) => card.id))
  const lists = new Set(board.lists.map((list) => list.id))
  const births = new Map<string, TrelloAction>()
  const moves = new Map<string, TrelloAction[]>()
  const comments = new Map<string, TrelloAction[]>()
  const closings = new Map<string, TrelloAction>()
  const ticks = new Map<string, { by: string; at: number }>()
  const lostLists = new Map<string, string>()
  let moveCount = 0
  let movesOfOthers = 0
  let commentsOfOthers = 0
  const add = (to: Map<string, TrelloAction[]>, key: string, action: TrelloAction) => {
    const actions = to.get(key)
    if (actions) actions.push(action)
    else to.set(key, [action])
  }
  for (const action of [...board.actions].sort(compareActions)) {
    const { card, listBefore, listAfter, checkItem, old } = action.data
    if (!card || timeOf(action.date) === undefined) continue
    const isHere = onBoard.has(card.id)
    if (BIRTHS.has(action.type)) births.set(card.id, births.get(card.id) ?? action)
    if (action.type === 'updateCard' && listBefore && listAfter) {
      if (!isHere) movesOfOthers++
      else {
        moveCount++
        add(moves, card.id, action)
        for (const list of [listBefore, listAfter]) if (!lists.has(list.id)) lostLists.set(list.id, list.name)
      }
    }
    if (action.type === 'updateCard' && card.closed === true && old.closed === false)
      closings.set(card.id, action)
    if (action.type === 'commentCard') {
      if (isHere) add(comments, card.id, action)
      else commentsOfOthers++
    }
    if (action.type === 'updateCheckItemStateOnCard' && checkItem?.state === 'complete')
      ticks.set(checkItem.id, { by: action.idMemberCreator, at: timeOf(action.date) ?? 0 })
  }

  function kindOf(from: string, to: string): JourneyKind {
    const before = placeOf(from)
    const after = placeOf(to)
    if (before !== undefined && after !== undefined && after < before) return 'returned'
    return roleOf(to) === 'done' ? 'finished' : 'pulled'
  }

  function stepsOf(card: TrelloCard): readonly HistoryStep[] {
    const moved = moves.get(card.id) ?? []
    const birth = births.get(card.id)
    const first = moved[0]
    const firstAt = first && timeOf(first.date)
    const lastActivity = timeOf(card.dateLastActivity)
    const bornAt = timeOf(birth?.date ?? null) ?? timeFromId(card.id) ?? firstAt ?? lastActivity ?? 0
    let at = firstAt === undefined ? bornAt : Math.min(bornAt, firstAt)
    // Without a move there is no saying whether it ever stood elsewhere.
    let list = first?.data.listBefore?.id ?? card.idList
    const steps: HistoryStep[] = [
      { id: birth?.id ?? `born-${card.id}`, list, kind: 'added', by: birth?.idMemberCreator ?? '', at },
    ]
    const step = (id: string, to: string, kind: JourneyKind, by: string, time: number) => {
      at = Math.max(at, time)
      list = to
      steps.push({ id, list, kind, by, at })
    }
    for (const move of moved) {
      const to = move.data.listAfter?.id ?? list
      const kind = kindOf(list, to)
      step(move.id, to, kind, move.idMemberCreator, timeOf(move.date) ?? at)
    }
    // The acts may be cut off, or the card moved in a way they do not tell: it stands where the file says.
    if (list !== card.idList)
      step(`found-${card.id}`, card.idList, kindOf(list, card.idList), '', lastActivity ?? at)
    if (card.closed) {
      const closing = closings.get(card.id)
      const time = timeOf(closing?.date ?? null) ?? timeOf(card.dateClosed) ?? lastActivity ?? at
      step(closing?.id ?? `closed-${card.id}`, list, 'archived', closing?.idMemberCreator ?? '', time)
    }
    return steps
  }

  return {
    stepsOf,
    commentsOf: (card) => comments.get(card.id) ?? [],
    tickOf: (item) => ticks.get(item),
    lostLists,
    moves: moveCount,
    movedCards: moves.size,
    movesOfOthers,
    commentsOfOthers,
  }
}
