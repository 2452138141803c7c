// A board of any size with a history, the same for the same seed, as lists of changes: for tests and benches.
import { append, create, createId, createSpokenId, rankBetween } from '../../kernel'
import type { Change } from '../../kernel'
import { BOARD_ROW, boardRows, cardRows, columnRows, journeyLog, settingsLog } from '../records'
import type { ColumnRole, Half, JourneyData, JourneyKind } from '../records'
import { createSeededRandom, seededBytes, TEST_START } from './seeded'

export interface BuildBoardOptions {
  readonly cards: number
  /** Moves beside the one entry with which each card is added. */
  readonly moves: number
  readonly seed?: number
  readonly people?: number
  /** Changes in one list, as they would be written in one transaction. */
  readonly chunk?: number
}

const COLUMNS: readonly { name: string; role: ColumnRole; split?: boolean; limit?: number }[] = [
  { name: 'To choose from', role: 'backlog' },
  { name: 'Ready', role: 'ready' },
  { name: 'Set up', role: 'active', split: true },
  { name: 'Check', role: 'active', limit: 3 },
  { name: 'Done', role: 'done' },
]
const WORDS = [
  'die',
  'press',
  'hose',
  'clamp',
  'trolley',
  'gauge',
  'label',
  'bolt',
  'shift',
  'check',
  'lift',
  'film',
]
const MINUTE = 60_000

interface Place {
  column: number
  half: Half
  entry: string
  at: number
}

/**
 * The changes of a board: setting up, adding every card, then moves of random cards, most of them one step on. Each
 * entry follows the card's last one, a minute apart.
 */
export function buildBoard(options: BuildBoardOptions): readonly (readonly Change[])[] {
  const { cards, moves, seed = 1, people = 12, chunk = 1_000 } = options
  const random = createSeededRandom(seed)
  const bytes = seededBytes(random)
  const pick = (count: number): number => Math.floor(random() * count)
  const person = () => `person-${pick(people)}`
  let at = TEST_START
  let order = 0
  const stamp = () => {
    at += MINUTE
    order = Math.max(order + 1, at * 1_024)
    return { at, order }
  }
  const changes: Change[] = [create(boardRows, BOARD_ROW, { key: 'PL', by: 'person-0', at })]
  const ranks: (string | null)[] = COLUMNS.map(() => null)
  const nextRank = (column: number): string => {
    const rank = rankBetween(ranks[column] ?? null, null, bytes)
    ranks[column] = rank
    return rank
  }
  const setting = (id: string, what: string, value: string | number): Change =>
    append(settingsLog, createId(bytes), {
      scope: { kind: 'column', id },
      what,
      value,
      parents: [],
      why: '',
      by: 'person-0',
      ...stamp(),
    })
  let columnRank: string | null = null
  const columnIds = COLUMNS.map(({ name, role, split = false, limit }) => {
    const id = createId(bytes)
    columnRank = rankBetween(columnRank, null, bytes)
    changes.push(create(columnRows, id, { name, rank: columnRank, split }), setting(id, 'role', role))
    if (limit !== undefined) changes.push(setting(id, 'limit', limit))
    return id
  })
  const step = (
    card: string,
    to: JourneyData['to'],
    kind: JourneyKind,
    parents: readonly string[],
  ): string => {
    const id = createId(bytes)
    changes.push(append(journeyLog, id, { card, parents, to, kind, by: person(), ...stamp() }))
    return id
  }
  const ids: string[] = []
  const places: Place[] = []
  for (let i = 0; i < cards; i++) {
    const card = createId(bytes)
    ids.push(card)
    const words = Array.from({ length: 3 + pick(4) }, () => WORDS[pick(WORDS.length)])
    changes.push(
      create(cardRows, card, {
        title: `${words.join(' ')} ${i}`,
        spoken: createSpokenId(bytes),
        by: person(),
        at,
      }),
    )
    const to = { column: columnIds[0] as string, half: 'doing' as Half, rank: nextRank(0) }
    places.push({ column: 0, half: 'doing', entry: step(card, to, 'added', []), at })
  }
  for (let i = 0; i < moves && cards > 0; i++) {
    const index = pick(cards)
    const place = places[index] as Place
    const dice = random()
    const isLast = place.column === COLUMNS.length - 1
    let kind: JourneyKind = 'reordered'
    let { column, half } = place
    if (dice < 0.12 && column > 0) {
      kind = 'returned'
      column -= 1
      half = 'doing'
    } else if (dice < 0.75 && !isLast) {
      if (COLUMNS[column]?.split === true && half === 'doing') {
        kind = 'offered'
        half = 'done'
      } else {
        column += 1
        half = 'doing'
        kind = column === COLUMNS.length - 1 ? 'finished' : 'pulled'
      }
    }
    const to = { column: columnIds[column] as string, half, rank: nextRank(column) }
    places[index] = { column, half, entry: step(ids[index] as string, to, kind, [place.entry]), at }
  }
  const lists: Change[][] = []
  for (let from = 0; from < changes.length; from += chunk) lists.push(changes.slice(from, from + chunk))
  return lists
}
