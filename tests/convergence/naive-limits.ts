// What limits count once more, card by card and without a thought for speed, and what may pass one that is full.
import { limitOn, scopeKey } from '@yokoten/shared/board'
import type { BoardSnapshot, ScopeLimit } from '@yokoten/shared/board'

/** The keys of all scopes that count a card. */
function scopesOf(board: BoardSnapshot, card: string): string[] {
  const row = board.cards.get(card)
  const journey = board.journeys.get(card)
  if (!row || row.archived || journey?.archived === true) return []
  const { columns, archivedColumns, lanes } = board
  const known = [...columns, ...archivedColumns]
  const column = known.find(({ id }) => id === journey?.column) ?? columns[0] ?? archivedColumns[0]
  if (!column) return []
  const keys = [`column:${column.id}`]
  if (column.archived) return keys
  if (column.group !== null) keys.push(`group:${column.group}`)
  if (column.role !== 'active' && column.role !== 'waiting') return keys
  const lane = lanes.find(({ id }) => id === journey?.lane) ?? lanes.find(({ rest }) => rest) ?? lanes[0]
  const people = Object.entries(row.people).filter(([, { state }]) => state === 'on')
  return [
    ...keys,
    ...(lane ? [`lane:${lane.id}`] : []),
    `class:${row.classOfService}`,
    ...people.map(([person]) => `person:${person}`),
    'board:board',
  ]
}

export function naiveUnder(board: BoardSnapshot): ReadonlyMap<string, readonly string[]> {
  const under = new Map<string, string[]>()
  for (const card of board.cards.ids())
    for (const key of scopesOf(board, card)) under.set(key, [...(under.get(key) ?? []), card])
  return under
}

const limitsIn = (board: BoardSnapshot): ScopeLimit[] => [
  ...board.limits.values(),
  ...board.columns.flatMap(({ id }) => limitOn(board, { kind: 'column', id }) ?? []),
]

/** Limits that count other cards than those that stand under them, and broken ones that are not. */
export function miscounted(board: BoardSnapshot): string[] {
  const under = naiveUnder(board)
  const cardsAt = (key: string) => under.get(key) ?? []
  return [
    ...limitsIn(board)
      .filter(({ scope, used }) => used !== cardsAt(scopeKey(scope)).length)
      .map(
        ({ scope, used }) => `${scopeKey(scope)} counts ${used} of ${cardsAt(scopeKey(scope)).length} cards`,
      ),
    ...board.brokenLimits
      .filter(
        ({ scope, limit, used, cards }) =>
          used <= limit || cards.length < 2 || cards.some((card) => !cardsAt(scopeKey(scope)).includes(card)),
      )
      .map(({ scope }) => `${scopeKey(scope)} is called broken and is not`),
  ]
}

/** Whether the act that led from one snapshot to the next gave a reason for a card under a limit, or needs none. */
function mayPass(before: BoardSnapshot, after: BoardSnapshot, card: string, key: string): boolean {
  const journey = after.journeys.get(card)
  const isMoved = journey?.last !== before.journeys.get(card)?.last
  // It stood there and came under the limit by what became of its column, its lane or the limit.
  if (!isMoved && after.cards.get(card) === before.cards.get(card)) return true
  // Work must always be able to go back.
  if (isMoved && journey?.last.kind === 'returned') return true
  const why = isMoved ? journey?.last.why : after.cards.get(card)?.taken[key]?.why
  return before.whenFull === 'with-reason' && why !== undefined
}

/** Limits under which one act on one device put more cards than fit, without a word. */
export function passedInSilence(before: BoardSnapshot, after: BoardSnapshot): string[] {
  const [was, is] = [naiveUnder(before), naiveUnder(after)]
  return limitsIn(before).flatMap(({ scope, limit }) => {
    const key = scopeKey(scope)
    const had = was.get(key) ?? []
    const has = is.get(key) ?? []
    const came = has.filter((card) => !had.includes(card) && !mayPass(before, after, card, key))
    const stayed = had.filter((card) => has.includes(card)).length
    return came.length > Math.max(0, limit - stayed) ? [`${came.join(', ')} under ${key}`] : []
  })
}
