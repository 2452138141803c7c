import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Change, Command } from '../kernel'
import { answerBlocker, clearBlocker, raiseBlocker, reopenBlocker } from './commands/blockers'
import { tagCard } from './commands/card-parts'
import { addColumn, createBoard, moveColumn, setLimit, setRole, splitColumn } from './commands/columns'
import { addComment } from './commands/card-comments'
import { addCard, archiveCard, editCard, restoreCard } from './commands/edit-card'
import { finishCard, handBack, moveCard, pullCard } from './commands/move-card'
import { resolveDoublePull } from './commands/settle-conflict'
import { boardDocument } from './board-document'
import { putInGroup } from './commands/structure-groups'
import { restoreListed } from './commands/lists'
import { addLane, archiveLane } from './commands/structure-lanes'
import { setMark } from './commands/structure-marks'
import { removeColumn } from './commands/structure-removal'
import type { LimitScope } from './governed'
import { WHOLE_BOARD } from './limits'
import type { BoardSnapshot } from './snapshot'
import { createDevice } from './test-support/seeded'
import type { TestDevice } from './test-support/seeded'
import { createTableDocument } from './test-support/table-document'

const SETUP = {
  key: 'PL',
  columns: ['To choose from', 'Doing', 'Done'],
  limit: 2,
  reasons: ['Safety', 'Tool'],
} as const

/** Everything a screen can read, as plain values. */
const plain = ({ basis: _, ...board }: BoardSnapshot) => ({
  ...board,
  cards: [...board.cards.values()],
  journeys: [...board.journeys.values()],
  blockers: [...board.blockers.values()],
  tags: [...board.tags.values()],
  guests: [...board.guests.values()],
  comments: [...board.comments.values()],
  commentsByCard: [...board.commentsByCard.values()],
  spoken: [...board.spoken.values()],
  blockersByCard: [...board.blockersByCard.values()],
})

/** Every card in exactly one list. */
function expectNobodyLost(board: BoardSnapshot) {
  const columns = [...board.columns, ...board.archivedColumns]
  const listed = [
    ...columns.flatMap((column) => [...column.doing, ...column.done]),
    ...board.archivedCards,
    ...board.homeless,
  ]
  expect([...listed].sort()).toEqual([...board.cards.ids()])
  for (const column of columns) {
    expect(column.used).toBe(column.doing.length + column.done.length)
    if (column.limit !== null)
      expect([column.free, column.over]).toEqual([
        Math.max(0, column.limit - column.used),
        Math.max(0, column.used - column.limit),
      ])
  }
}

it('a new board has three columns, one limit, and cards that travel through it', () => {
  const ann = createDevice('ann')
  const board = createTableDocument()
  expect(board.run(createBoard, SETUP, ann).ok).toBe(true)
  expect(board.run(addCard, { card: 'one', title: ' Film  one changeover ' }, ann).ok).toBe(true)
  expect(board.snapshot.columns.map((column) => column.doing)).toEqual([['one'], [], []])
  board.run(pullCard, { card: 'one' }, ann)
  expect(board.snapshot.columns.map((column) => column.doing)).toEqual([[], ['one'], []])
  expect(board.snapshot.columns[1]).toMatchObject({ limit: 2, used: 1, free: 1, over: 0, role: 'active' })
  board.run(finishCard, { card: 'one' }, ann)
  expect(board.snapshot.journeys.get('one')?.entries.map((entry) => entry.kind)).toEqual([
    'added',
    'pulled',
    'finished',
  ])
  expect(board.snapshot.cards.get('one')?.title).toBe('Film one changeover')
  expect(plain(board.rebuilt())).toEqual(plain(board.snapshot))
})

it('a move leaves every other column as it was, by reference', () => {
  const ann = createDevice('ann')
  const board = createTableDocument()
  board.run(createBoard, SETUP, ann)
  for (const card of ['one', 'two', 'three']) board.run(addCard, { card, title: card }, ann)
  board.run(pullCard, { card: 'one' }, ann)
  const before = board.snapshot
  board.run(moveCard, { card: 'three', to: before.columns[0]?.id ?? '', at: 'top' }, ann)
  const after = board.snapshot
  expect(after.columns[0]?.doing).toEqual(['three', 'two'])
  expect(after.columns[1]).toBe(before.columns[1])
  expect(after.columns[2]).toBe(before.columns[2])
  expect(after.journeys.get('two')).toBe(before.journeys.get('two'))
  expect(after.conflicts).toBe(before.conflicts)
  expect(after.archivedCards).toBe(before.archivedCards)
  board.run(editCard, { card: 'two', title: 'Two' }, ann)
  expect(board.snapshot.columns).toBe(after.columns)
  expect(board.snapshot.journeys).toBe(after.journeys)
})

const ids = ['c0', 'c1', 'c2', 'c3', 'c4']
interface Act {
  readonly device: number
  readonly what: number
  readonly card: string
  readonly pick: number
  readonly meet: boolean
}
const acts = fc.array(
  fc.record({
    device: fc.nat(1),
    what: fc.nat(28),
    card: fc.constantFrom(...ids),
    pick: fc.nat(5),
    meet: fc.boolean(),
  }),
  { maxLength: 40 },
)

const WHOLE: LimitScope = { kind: 'board', id: WHOLE_BOARD }

/** One act of a person, refused ones included. */
function changesOf(board: BoardSnapshot, act: Act, device: TestDevice): readonly Change[] {
  const decide = <A, R>(command: Command<BoardSnapshot, A, R>, args: A): readonly Change[] => {
    const decided = command.decide(board, args, device)
    return decided.ok ? decided.value : []
  }
  const { card } = act
  const column = board.columns[act.pick % Math.max(1, board.columns.length)]?.id ?? ''
  const blocker = board.blockers.ids()[act.pick % Math.max(1, board.blockers.size)] ?? ''
  const entry = board.journeys.get(card)?.heads[0] ?? ''
  const lane = board.lanes[act.pick % Math.max(1, board.lanes.length)]?.id
  const [group] = board.groups.keys()
  const scopes: readonly LimitScope[] = [
    WHOLE,
    { kind: 'class', id: 'expedite' },
    { kind: 'person', id: device.person },
    { kind: 'lane', id: lane ?? '' },
    { kind: 'group', id: group ?? '' },
  ]
  const moves = [
    () => decide(addCard, { card, title: `Card ${card}`, column }),
    () => decide(pullCard, { card, why: 'must go on' }),
    () => decide(moveCard, { card, to: column, half: 'done', why: 'so it is' }),
    () => decide(moveCard, { card, to: column, at: 'top' }),
    () => decide(moveCard, { card, to: column, handTo: 'bo', why: 'hers' }),
    () => decide(finishCard, { card }),
    () => decide(handBack, { card }),
    () => decide(archiveCard, { card }),
    () => decide(restoreCard, { card }),
    () => decide(resolveDoublePull, { card, keep: act.pick > 2 ? 'pair' : { person: device.person } }),
    () => decide(addColumn, { name: `Column ${act.pick}`, after: column, role: 'active' }),
    () => decide(removeColumn, { column }),
    () => decide(moveColumn, { column, after: null }),
    () => decide(splitColumn, { column, split: act.pick > 2 }),
    () => decide(setRole, { column, role: act.pick > 2 ? 'active' : 'ready' }),
    () => decide(setLimit, { column, limit: act.pick > 3 ? null : 1 + act.pick }),
    () => decide(raiseBlocker, { card: act.pick > 4 ? null : card, reason: 'tool' }),
    () => decide(act.pick > 2 ? clearBlocker : reopenBlocker, { blocker }),
    () => [
      ...decide(answerBlocker, { blocker, answer: 'coming' }),
      ...decide(addComment, { card, words: 'Hm' }),
    ],
    () => decide(tagCard, { card, name: `tag ${act.pick}` }),
    () => {
      const taken = boardDocument.revert.journey?.(board, entry, device)
      return taken?.ok ? taken.value : []
    },
    () => decide(addLane, { name: `Lane ${act.pick}`, rest: 'Rest' }),
    () => decide(moveCard, { card, to: column, why: 'for its lane', ...(lane !== undefined && { lane }) }),
    () =>
      lane === undefined
        ? []
        : act.pick > 2
          ? decide(archiveLane, { lane })
          : decide(restoreListed, { list: 'lanes', id: lane }),
    () => decide(putInGroup, { column, group: group === undefined ? { name: 'Group' } : { id: group } }),
    () => decide(setMark, { column, mark: act.pick > 2 ? 'start' : 'finish' }),
    () => decide(removeColumn, { column, moveTo: board.columns[0]?.id ?? '', why: 'one step less' }),
    () => decide(setLimit, { scope: scopes[act.pick] ?? WHOLE, limit: 1 }),
    () => decide(editCard, { card, classOfService: act.pick > 2 ? 'expedite' : 'standard', why: 'it burns' }),
  ]
  return moves[act.what]?.() ?? []
}

it('incremental equals rebuilt and no card is lost, whatever two devices do apart and however they meet', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      const devices = [createDevice('ann', 1), createDevice('dee', 2)] as const
      const boards = [createTableDocument(), createTableDocument()] as const
      const sent: [Change[], Change[]] = [[], []]
      boards[0].run(createBoard, SETUP, devices[0])
      boards[1].run(createBoard, SETUP, createDevice('ann', 1))
      const meet = () => {
        for (const [mine, theirs] of [
          [0, 1],
          [1, 0],
        ] as const) {
          boards[mine].apply(sent[theirs])
          sent[theirs] = []
        }
      }
      const check = () => {
        for (const board of boards) {
          expect(plain(board.rebuilt())).toEqual(plain(board.snapshot))
          expectNobodyLost(board.snapshot)
        }
      }
      for (const act of steps) {
        const changes = changesOf(boards[act.device as 0 | 1].snapshot, act, devices[act.device as 0 | 1])
        boards[act.device as 0 | 1].apply(changes)
        sent[act.device as 0 | 1].push(...changes)
        if (act.meet) meet()
        check()
      }
      meet()
      check()
      const journeys = boards.map((board) =>
        [...board.snapshot.journeys.values()].map(({ column, half, rank, heads }) => [
          column,
          half,
          rank,
          [...heads].sort(),
        ]),
      )
      expect(journeys[0]).toEqual(journeys[1])
    }),
    { numRuns: 150 },
  )
})
