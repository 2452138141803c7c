// Circles of links once more, by following them from every card: what the board's own search is checked against.
import { linkKey } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'

/** The cards of a circle by every card in it, as the board names them. */
export function naiveCircles(board: BoardSnapshot): (readonly [string, readonly string[]])[] {
  const circles = (['parent', 'blocks'] as const).flatMap((kind) => {
    const next = new Map<string, string[]>()
    for (const { id, links } of board.cards.values())
      next.set(
        id,
        Object.keys(links).flatMap((key) => (key.startsWith(`${kind}:`) ? key.slice(kind.length + 1) : [])),
      )
    const reached = (from: string): ReadonlySet<string> => {
      const found = new Set<string>()
      const open = [...(next.get(from) ?? [])]
      for (let card = open.pop(); card !== undefined; card = open.pop()) {
        if (found.has(card)) continue
        found.add(card)
        open.push(...(next.get(card) ?? []))
      }
      return found
    }
    const all = new Map([...next.keys()].map((card) => [card, reached(card)]))
    return [...all].flatMap(([card, found]) => {
      if (!found.has(card)) return []
      const members = [...found].filter((other) => all.get(other)?.has(card) === true).sort()
      return [[linkKey(kind, card), members] as const]
    })
  })
  return circles.sort(([a], [b]) => (a < b ? -1 : 1))
}
