import { describe, expect, it } from 'vitest'
import { boardDocument } from '../board-document'
import { laneIn } from '../columns'
import { pathOf } from '../journey'
import { createDevice } from '../test-support/seeded'
import { createSmallBoard } from '../test-support/small-board'
import { createTableDocument } from '../test-support/table-document'
import { addRecurring, editRecurring, saveTemplate } from './card-templates'
import { addColumn, setLimit, setWhenFull } from './columns'
import { moveCard, pullCard } from './move-card'
import { dissolveGroup, putInGroup, renameGroup } from './structure-groups'
import { restoreListed } from './lists'
import { addLane, archiveLane, moveLane, renameLane } from './structure-lanes'
import { leaveRemovedColumn, removeColumn, strayColumns } from './structure-removal'
import { createFromTemplate } from './structure-template'

type Small = ReturnType<typeof createSmallBoard>
const laneOf = (small: Small, card: string) => laneIn(small.board.basis.frame, small.board.journeys.get(card))

describe('lanes', () => {
  const withLane = () => {
    const small = createSmallBoard()
    small.run(addLane, { lane: 'rush', name: 'Rush', rest: 'Everything else' })
    const rest = small.board.basis.frame.restLane ?? ''
    return { small, rest }
  }
  it('the first comes with one for everything else, where all cards stand', () => {
    const { small, rest } = withLane()
    expect(small.board.lanes.map(({ name }) => name)).toEqual(['Rush', 'Everything else'])
    expect(small.board.columns[0]?.cells?.get(rest)?.doing).toEqual(['c1', 'c2', 'c3', 'c4'])
    expect(small.board.columns[0]?.cells?.get('rush')?.doing).toEqual([])
  })
  it('a card goes from lane to lane, keeps its lane when it is pulled, and its journey tells it', () => {
    const { small, rest } = withLane()
    small.run(moveCard, { card: 'c2', to: small.todo, lane: 'rush' })
    expect(laneOf(small, 'c2')).toBe('rush')
    expect(small.board.columns[0]?.cells?.get('rush')?.doing).toEqual(['c2'])
    small.run(pullCard, { card: 'c2' })
    expect(small.board.journeys.get('c2')?.last).toMatchObject({ kind: 'pulled', to: { lane: 'rush' } })
    small.run(moveCard, { card: 'c2', to: small.doing, lane: rest })
    expect(laneOf(small, 'c2')).toBe(rest)
    expect(small.board.columns).toEqual(small.document.rebuilt().columns)
  })
  it('a change of lane in the same place of the column is seen, and leaves other columns as they were', () => {
    const { small } = withLane()
    const before = small.board
    small.run(moveCard, { card: 'c4', to: small.todo, lane: 'rush' })
    expect(small.board.columns[0]?.cells?.get('rush')?.doing).toEqual(['c4'])
    expect(small.board.columns[1]).toBe(before.columns[1])
  })
  it('put away, gives its cards to the lane of the rest, and takes them back when it comes back', () => {
    const { small, rest } = withLane()
    small.run(moveCard, { card: 'c2', to: small.todo, lane: 'rush' })
    small.run(archiveLane, { lane: 'rush' })
    expect(laneOf(small, 'c2')).toBe(rest)
    small.run(restoreListed, { list: 'lanes', id: 'rush' })
    expect(laneOf(small, 'c2')).toBe('rush')
    small.run(archiveLane, { lane: 'rush' })
    small.run(archiveLane, { lane: rest })
    expect(small.board.columns[0]?.cells).toBeNull()
  })
  it('are renamed and put in order without a card changing its lane', () => {
    const { small, rest } = withLane()
    small.run(renameLane, { lane: 'rush', name: ' At once ' })
    small.run(moveLane, { lane: rest, after: null })
    expect(small.board.lanes.map(({ name }) => name)).toEqual(['Everything else', 'At once'])
    small.run(moveLane, { lane: rest, after: 'rush' })
    expect(small.board.lanes.map(({ name }) => name)).toEqual(['At once', 'Everything else'])
    expect(laneOf(small, 'c1')).toBe(rest)
    expect(small.run(renameLane, { lane: 'gone', name: 'x' })).toMatchObject({
      error: { reason: 'lane-gone' },
    })
  })
})

describe('groups', () => {
  it('are there while a column stands in them', () => {
    const small = createSmallBoard()
    small.run(putInGroup, { column: small.doing, group: { name: 'Delivery' } })
    const group = small.board.columnsById.get(small.doing)?.group ?? ''
    small.run(renameGroup, { group, name: 'Making' })
    expect(small.board.groups.get(group)?.name).toBe('Making')
    small.run(putInGroup, { column: 'check', group: { id: group } })
    small.run(putInGroup, { column: small.doing, group: null })
    expect(small.board.groups.has(group)).toBe(true)
    small.run(putInGroup, { column: 'check', group: null })
    expect(small.board.groups.has(group)).toBe(false)
  })
  it('taken apart, leave their columns where they are', () => {
    const small = createSmallBoard()
    small.run(putInGroup, { column: small.doing, group: { name: 'Delivery' } })
    const group = small.board.columnsById.get(small.doing)?.group ?? ''
    small.run(dissolveGroup, { group })
    expect(small.board.columnsById.get(small.doing)?.group).toBeNull()
    expect(small.board.columns).toHaveLength(4)
  })
})

describe('a column taken off the board', () => {
  it('sends its cards where it is told, in order, with all of their journeys', () => {
    const small = createSmallBoard()
    for (const card of ['c1', 'c2']) small.run(pullCard, { card })
    expect(small.run(removeColumn, { column: small.doing })).toMatchObject({
      error: { reason: 'column-in-use', cards: 2 },
    })
    small.run(removeColumn, { column: small.doing, moveTo: 'check' })
    expect(small.board.columns.map(({ id }) => id)).toEqual([small.todo, 'check', small.done])
    expect(small.board.columnsById.get('check')?.doing).toEqual(['c1', 'c2'])
    const journey = small.board.journeys.get('c1')
    expect(journey && pathOf(journey).map(({ kind }) => kind)).toEqual(['added', 'pulled', 'moved'])
    expect(journey?.startedAt).toBe(small.board.journeys.get('c1')?.entries[1]?.at)
  })
  it('asks why where there is no room for all of them, and is refused where none may come in', () => {
    const small = createSmallBoard()
    for (const card of ['c1', 'c2']) small.run(pullCard, { card })
    small.run(setLimit, { column: 'check', limit: 1 })
    const args = { column: small.doing, moveTo: 'check' }
    const scope = { kind: 'column', id: 'check' }
    expect(small.run(removeColumn, args)).toMatchObject({ error: { reason: 'why-needed', scope } })
    small.run(setWhenFull, { whenFull: 'forbidden' })
    expect(small.run(removeColumn, { ...args, why: 'no' })).toMatchObject({
      error: { reason: 'column-full' },
    })
    small.run(setWhenFull, { whenFull: 'with-reason' })
    expect(small.run(removeColumn, { ...args, why: 'one step less' }).ok).toBe(true)
    expect(small.board.journeys.get('c2')?.last.why).toBe('one step less')
  })
  it('comes back with its cards when it is undone', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.run(removeColumn, { column: small.doing, moveTo: 'check' })
    const entry = small.board.journeys.get('c1')?.heads[0] ?? ''
    const back = boardDocument.revert.journey?.(small.board, entry, small.ann)
    if (back?.ok) small.document.apply(back.value)
    expect(small.board.journeys.get('c1')?.column).toBe(small.doing)
  })
  it('is not the last one', () => {
    const small = createSmallBoard()
    for (const column of [small.doing, 'check', small.done]) small.run(removeColumn, { column })
    expect(small.run(removeColumn, { column: small.todo })).toMatchObject({
      error: { reason: 'last-column' },
    })
    small.run(addColumn, { name: 'Next' })
    const next = small.board.columns.at(-1)?.id ?? ''
    expect(small.run(removeColumn, { column: small.todo, moveTo: next }).ok).toBe(true)
  })
})

describe('what comes again into a column that is taken off the board', () => {
  const comingInto = (column: (small: ReturnType<typeof createSmallBoard>) => string) => {
    const small = createSmallBoard()
    small.run(saveTemplate, { template: 'clean', card: 'c1', name: 'Clean the press' })
    const again = { template: 'clean', rhythm: 'weekly', from: '2026-01-05', zone: 'UTC' } as const
    small.run(addRecurring, { recurring: 'r', column: column(small), ...again })
    return small
  }
  it('goes with the cards where they go', () => {
    const small = comingInto(({ doing }) => doing)
    small.run(pullCard, { card: 'c1' })
    small.run(removeColumn, { column: small.doing, moveTo: 'check' })
    expect(small.board.recurring[0]?.column).toBe('check')
    expect(strayColumns(small.board)).toEqual([])
  })
  it('is told as long as it would come where nobody sees it, and goes on with what stands there', () => {
    const small = comingInto(({ doing }) => doing)
    small.apart(
      (board) => removeColumn.decide(board, { column: small.doing }, small.ann),
      (board) => pullCard.decide(board, { card: 'c2', into: small.doing }, small.dee),
    )
    const [stray] = strayColumns(small.board)
    expect(stray).toMatchObject({ column: { name: 'Doing', used: 1 }, recurring: [{ id: 'r' }] })
    expect(stray?.into?.id).toBe(small.todo)
    small.run(leaveRemovedColumn, { column: small.doing, to: 'check' })
    expect(small.board.columnsById.get('check')?.doing).toEqual(['c2'])
    expect(small.board.recurring[0]?.column).toBe('check')
    expect(strayColumns(small.board)).toEqual([])
    const gone = { error: { reason: 'column-gone' } }
    expect(small.run(leaveRemovedColumn, { column: 'check', to: small.todo })).toMatchObject(gone)
    expect(small.run(leaveRemovedColumn, { column: small.doing, to: small.doing })).toMatchObject(gone)
  })
  it('comes into another column, in another rhythm, once it is said', () => {
    const small = comingInto(({ todo }) => todo)
    small.run(editRecurring, { recurring: 'r', column: 'check', rhythm: 'daily' })
    expect(small.board.recurring[0]).toMatchObject({ column: 'check', rhythm: 'daily' })
    expect(small.run(editRecurring, { recurring: 'r', column: 'nowhere' })).toMatchObject({
      error: { reason: 'column-gone' },
    })
  })
})

it('a template lays a board out with its groups, lanes and limits, once', () => {
  const ann = createDevice('ann')
  const document = createTableDocument()
  const args = {
    key: 'dd',
    reasons: ['Safety'],
    groups: [{ name: 'Discovery' }, { name: 'Delivery', limit: 5 }],
    columns: [
      { name: 'Ideas', role: 'backlog', group: 0 },
      { name: 'Build', role: 'active', limit: 4, split: true, group: 1, policy: 'Two on each' },
      { name: 'Done', role: 'done' },
    ],
    lanes: [{ name: 'Rush', limit: 1 }, { name: 'The rest' }],
    limit: 6,
  } as const
  expect(document.run(createFromTemplate, args, ann).ok).toBe(true)
  const board = document.snapshot
  expect(
    board.columns.map(({ name, role, limit, split, policy }) => [name, role, limit, split, policy]),
  ).toEqual([
    ['Ideas', 'backlog', null, false, ''],
    ['Build', 'active', 4, true, 'Two on each'],
    ['Done', 'done', null, false, ''],
  ])
  expect(board.columns.map(({ group }) => board.groups.get(group ?? '')?.name)).toEqual([
    'Discovery',
    'Delivery',
    undefined,
  ])
  expect([...board.limits.values()].map(({ scope, limit }) => [scope.kind, limit]).sort()).toEqual([
    ['board', 6],
    ['group', 5],
    ['lane', 1],
  ])
  expect(board.basis.frame.restLane).toBe(board.lanes[1]?.id)
  expect(document.run(createFromTemplate, args, ann)).toMatchObject({ error: { reason: 'already-set-up' } })
})
