// Links between cards as read from both ends, kept up to date at the cost of the cards whose links change.
import { emptyTable, withRows } from '../kernel'
import type { Table } from '../kernel'
import type { CardJourney } from './journey'
import type { CardRow } from './records'

/**
 * `parent`: the card that holds the link is part of the other. `blocks`: the other waits for the card that holds it.
 * `relates` has no direction.
 */
export const LINK_KINDS = ['parent', 'blocks', 'relates'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export interface Link {
  readonly from: string
  readonly kind: LinkKind
  readonly to: string
}

/** The links that lead to a card. */
export interface Incoming {
  readonly id: string
  readonly links: readonly Link[]
}

export interface CardLinks {
  /** By the card they lead to, which may not have arrived yet. */
  readonly incoming: Table<Incoming>
  /** By `<kind>:<card>`: the cards of a circle that a merge has closed, by id. Commands close none. */
  readonly circles: ReadonlyMap<string, readonly string[]>
}

export const linkKey = (kind: LinkKind, card: string): string => `${kind}:${card}`

/** The links that a card holds; keys that say nothing are passed over. */
export function linksOf(row: Pick<CardRow, 'id' | 'links'>): Link[] {
  const links: Link[] = []
  for (const key in row.links) {
    const end = key.indexOf(':')
    const kind = LINK_KINDS.find((one) => one === key.slice(0, end))
    const to = key.slice(end + 1)
    if (kind !== undefined && to !== '') links.push({ from: row.id, kind, to })
  }
  return links
}

const compareLinks = (a: Link, b: Link): number =>
  a.kind === b.kind ? (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) : a.kind < b.kind ? -1 : 1

const sameKeys = (a: CardRow['links'], b: CardRow['links']): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key))
}

const NO_LINKS: CardRow['links'] = {}
const NO_CIRCLES: ReadonlyMap<string, readonly string[]> = new Map()

interface Before {
  readonly links: CardLinks
  readonly cards: Table<CardRow>
}

/** All links without `previous`, else only those of the dirty cards anew. */
export function projectLinks(
  previous: Before | undefined,
  cards: Table<CardRow>,
  dirty: ReadonlySet<string> | undefined,
): CardLinks {
  const incoming = new Map<string, Link[]>()
  if (!previous) {
    cards.each((row) => {
      for (const link of linksOf(row)) {
        const known = incoming.get(link.to)
        if (known) known.push(link)
        else incoming.set(link.to, [link])
      }
    })
  } else {
    const changed = [...(dirty ?? [])].filter(
      (id) => !sameKeys(previous.cards.get(id)?.links ?? NO_LINKS, cards.get(id)?.links ?? NO_LINKS),
    )
    if (changed.length === 0) return previous.links
    const from = new Set(changed)
    const listOf = (to: string): Link[] => {
      let list = incoming.get(to)
      if (!list) {
        list = (previous.links.incoming.get(to)?.links ?? []).filter((link) => !from.has(link.from))
        incoming.set(to, list)
      }
      return list
    }
    for (const id of changed) {
      const [old, row] = [previous.cards.get(id), cards.get(id)]
      for (const link of old ? linksOf(old) : []) listOf(link.to)
      for (const link of row ? linksOf(row) : []) listOf(link.to).push(link)
    }
  }
  const updates = new Map<string, Incoming | undefined>()
  for (const [id, links] of incoming)
    updates.set(id, links.length > 0 ? { id, links: links.sort(compareLinks) } : undefined)
  const table = withRows(previous?.links.incoming ?? emptyTable<Incoming>(), updates)
  const circles = table.size === 0 ? NO_CIRCLES : circlesIn(table)
  return { incoming: table, circles: circles.size === 0 ? NO_CIRCLES : circles }
}

/** Every circle of `parent` and of `blocks` links: Tarjan's strongly connected components, without recursion. */
function circlesIn(incoming: Table<Incoming>): ReadonlyMap<string, readonly string[]> {
  const circles = new Map<string, readonly string[]>()
  for (const kind of ['parent', 'blocks'] as const) {
    const before = (id: string): readonly string[] =>
      (incoming.get(id)?.links ?? []).flatMap((link) => (link.kind === kind ? link.from : []))
    const found = new Map<string, { index: number; low: number; isOpen: boolean }>()
    const open: string[] = []
    const visit = (id: string) => {
      const mark = { index: found.size, low: found.size, isOpen: true }
      found.set(id, mark)
      open.push(id)
      return { id, mark, next: before(id), at: 0 }
    }
    const close = (id: string) => {
      const members = open.splice(open.lastIndexOf(id))
      for (const member of members) {
        const mark = found.get(member)
        if (mark) mark.isOpen = false
      }
      if (members.length === 1 && !before(id).includes(id)) return
      members.sort()
      for (const member of members) circles.set(linkKey(kind, member), members)
    }
    for (const start of incoming.ids()) {
      if (found.has(start)) continue
      const path = [visit(start)]
      for (let step = path.at(-1); step; step = path.at(-1)) {
        const next = step.next[step.at++]
        if (next === undefined) {
          path.pop()
          const above = path.at(-1)
          if (above) above.mark.low = Math.min(above.mark.low, step.mark.low)
          if (step.mark.low === step.mark.index) close(step.id)
          continue
        }
        const known = found.get(next)
        if (!known) path.push(visit(next))
        else if (known.isOpen) step.mark.low = Math.min(step.mark.low, known.index)
      }
    }
  }
  return circles
}

/** What reading links needs of a board. */
export interface LinkedBoard {
  readonly cards: Table<CardRow>
  readonly journeys: Table<CardJourney>
  readonly links: CardLinks
}

const fromIt = (board: LinkedBoard, card: string, kind: LinkKind): string[] => {
  const row = board.cards.get(card)
  return (row ? linksOf(row) : []).flatMap((link) =>
    link.kind === kind && board.cards.has(link.to) ? link.to : [],
  )
}
const toIt = (board: LinkedBoard, card: string, kind: LinkKind): string[] =>
  (board.links.incoming.get(card)?.links ?? []).flatMap((link) =>
    link.kind === kind && board.cards.has(link.from) ? link.from : [],
  )

/** Cards of which this one is a part. */
export const wholesOf = (board: LinkedBoard, card: string): string[] => fromIt(board, card, 'parent')
/** Cards that are parts of this one. */
export const partsOf = (board: LinkedBoard, card: string): string[] => toIt(board, card, 'parent')
/** Cards for which this one waits, finished or not. */
export const waitedForBy = (board: LinkedBoard, card: string): string[] => toIt(board, card, 'blocks')
/** Cards that wait for this one. */
export const waitingFor = (board: LinkedBoard, card: string): string[] => fromIt(board, card, 'blocks')
export const relatedTo = (board: LinkedBoard, card: string): string[] => [
  ...new Set([...fromIt(board, card, 'relates'), ...toIt(board, card, 'relates')]),
]

const isFinished = (board: LinkedBoard, card: string): boolean => board.journeys.get(card)?.finishedAt != null
const isPutAway = (board: LinkedBoard, card: string): boolean =>
  board.cards.get(card)?.archived === true || board.journeys.get(card)?.archived === true

/** Cards that hold this one up now: not finished and not put away. None once it is finished itself. */
export function holdUpsOf(board: LinkedBoard, card: string): string[] {
  if (!board.links.incoming.has(card) || isFinished(board, card)) return []
  return waitedForBy(board, card).filter((one) => !isFinished(board, one) && !isPutAway(board, one))
}

/** How many of a card's parts are finished by the board's marks; put away unfinished ones are left out. */
export function partsProgress(
  board: LinkedBoard,
  card: string,
): { readonly done: number; readonly all: number } | undefined {
  if (!board.links.incoming.has(card)) return undefined
  let done = 0
  let all = 0
  for (const part of partsOf(board, card)) {
    const finished = isFinished(board, part)
    if (!finished && isPutAway(board, part)) continue
    all++
    if (finished) done++
  }
  return all === 0 ? undefined : { done, all }
}

/** Whether links of one kind lead from one card to another, over however many cards. */
export function leadsTo(board: LinkedBoard, kind: LinkKind, from: string, to: string): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let card = open.pop(); card !== undefined; card = open.pop()) {
    if (card === to) return true
    if (seen.has(card)) continue
    seen.add(card)
    const row = board.cards.get(card)
    if (row) for (const link of linksOf(row)) if (link.kind === kind) open.push(link.to)
  }
  return false
}

/** The links between the cards of a circle: taking out any one of them that stands alone opens it. */
export function circleLinks(board: LinkedBoard, kind: LinkKind, card: string): readonly Link[] {
  const members = new Set(board.links.circles.get(linkKey(kind, card)))
  return [...members].flatMap((id) => {
    const row = board.cards.get(id)
    return row ? linksOf(row).filter((link) => link.kind === kind && members.has(link.to)) : []
  })
}
