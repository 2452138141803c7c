import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, Command } from '../kernel'
import { addColumn, createBoard, setLimit, setWhenFull, splitColumn } from './commands/columns'
import { addCard, archiveCard, editCard, joinCard, leaveCard, restoreCard } from './commands/edit-card'
import { finishCard, moveCard, pullCard } from './commands/move-card'
import { putInGroup } from './commands/structure-groups'
import { addLane, archiveLane } from './commands/structure-lanes'
import type { LimitScope } from './governed'
import { cardsUnder, freeSlotsOf, fullAt, limitOn, limitsAt, scopeKey, WHOLE_BOARD } from './limits'
import { sawOf } from './slots'
import type { BoardSnapshot } from './snapshot'
import { createDevice } from './test-support/seeded'
import { createSmallBoard } from './test-support/small-board'
import { createTableDocument } from './test-support/table-document'

const board: LimitScope = { kind: 'board', id: WHOLE_BOARD }
const person = (id: string): LimitScope => ({ kind: 'person', id })
const standard: LimitScope = { kind: 'class', id: 'standard' }

describe('a limit', () => {
  it.each([
    ['of the whole board', board],
    ['of a person', person('ann')],
    ['of a class of service', standard],
  ])('%s is held where the column has room', (_name, scope) => {
    const small = createSmallBoard()
    small.run(setLimit, { scope, limit: 1 })
    small.run(pullCard, { card: 'c1' })
    expect(limitOn(small.board, scope)).toMatchObject({ used: 1, free: 0, over: 0 })
    expect(small.run(pullCard, { card: 'c2' })).toMatchObject({
      error: { reason: 'why-needed', scope, column: small.doing, limit: 1, used: 1 },
    })
    expect(small.run(pullCard, { card: 'c2', why: 'a customer waits' }).ok).toBe(true)
    expect(small.board.journeys.get('c2')?.last.why).toBe('a customer waits')
    expect(limitOn(small.board, scope)).toMatchObject({ used: 2, over: 1 })
    // Within what is limited a card keeps its slot.
    expect(small.run(moveCard, { card: 'c1', to: 'check' }).ok).toBe(true)
  })
  it('of a group holds for its columns together, and not for going from one of them to the next', () => {
    const small = createSmallBoard()
    small.run(putInGroup, { column: small.doing, group: { name: 'Delivery' } })
    const id = small.board.columnsById.get(small.doing)?.group ?? ''
    small.run(putInGroup, { column: 'check', group: { id } })
    small.run(setLimit, { scope: { kind: 'group', id }, limit: 1 })
    small.run(pullCard, { card: 'c1' })
    expect(small.run(pullCard, { card: 'c2' })).toMatchObject({ error: { scope: { kind: 'group', id } } })
    expect(small.run(moveCard, { card: 'c1', to: 'check' }).ok).toBe(true)
    expect(small.run(pullCard, { card: 'c2' })).toMatchObject({ ok: false })
    small.run(finishCard, { card: 'c1' })
    expect(small.run(pullCard, { card: 'c2' }).ok).toBe(true)
  })
  it('of a lane counts what is in work there', () => {
    const small = createSmallBoard()
    small.run(addLane, { lane: 'rush', name: 'Rush', rest: 'Everything else' })
    const scope: LimitScope = { kind: 'lane', id: 'rush' }
    small.run(setLimit, { scope, limit: 1 })
    for (const card of ['c1', 'c2']) small.run(moveCard, { card, to: small.todo, lane: 'rush' })
    expect(limitOn(small.board, scope)?.used).toBe(0)
    small.run(pullCard, { card: 'c1' })
    expect(limitOn(small.board, scope)?.used).toBe(1)
    expect(small.run(pullCard, { card: 'c2' })).toMatchObject({ error: { scope } })
    expect(small.run(pullCard, { card: 'c3' }).ok).toBe(true)
    expect(small.run(moveCard, { card: 'c3', to: small.doing, lane: 'rush' })).toMatchObject({
      error: { scope },
    })
  })
  it('is nobody else’s who set it for themselves', () => {
    const small = createSmallBoard()
    expect(small.run(setLimit, { scope: person('dee'), limit: 1 })).toEqual({
      ok: false,
      error: { reason: 'limit-not-yours' },
    })
  })
  it('refuses whoever stands beside a card beyond their own, and a class that has no room', () => {
    const small = createSmallBoard()
    small.run(setLimit, { scope: person('dee'), limit: 1 }, small.dee)
    small.run(setLimit, { scope: { kind: 'class', id: 'expedite' }, limit: 1 })
    small.run(pullCard, { card: 'c1' })
    small.run(pullCard, { card: 'c2' })
    expect(small.run(joinCard, { card: 'c1' }, small.dee).ok).toBe(true)
    expect(small.run(joinCard, { card: 'c2' }, small.dee)).toMatchObject({ error: { scope: person('dee') } })
    expect(small.run(joinCard, { card: 'c2', why: 'only I know it' }, small.dee).ok).toBe(true)
    expect(small.board.cards.get('c2')?.taken['person:dee']?.why).toBe('only I know it')
    small.run(editCard, { card: 'c1', classOfService: 'expedite' })
    expect(small.run(editCard, { card: 'c2', classOfService: 'expedite' })).toMatchObject({
      error: { scope: { kind: 'class', id: 'expedite' } },
    })
  })
  it('that refuses first is the one with fewest slots, then the narrowest', () => {
    const small = createSmallBoard()
    small.run(setLimit, { scope: board, limit: 2 })
    const target = { column: small.doing, people: ['ann'] }
    expect(limitsAt(small.board, 'c1', target).map(({ scope }) => scope.kind)).toEqual(['column', 'board'])
    expect(fullAt(small.board, 'c1', target)).toBeUndefined()
    small.run(pullCard, { card: 'c1' })
    small.run(moveCard, { card: 'c1', to: 'check' })
    expect(limitsAt(small.board, 'c2', target).map(({ scope }) => scope.kind)).toEqual(['board', 'column'])
    expect(freeSlotsOf(small.board, small.doing)).toBe(1)
    small.run(pullCard, { card: 'c2' })
    expect(fullAt(small.board, 'c3', target)?.scope).toEqual(board)
    expect(freeSlotsOf(small.board, small.doing)).toBe(0)
    expect(limitsAt(small.board, 'c2', { column: 'check' })).toEqual([])
  })
})

describe('a limit of any scope that a merge broke', () => {
  const apart = (scope: (small: ReturnType<typeof createSmallBoard>) => LimitScope) => {
    const small = createSmallBoard()
    small.run(setLimit, { column: small.doing, limit: null })
    const over = scope(small)
    small.run(setLimit, { scope: over, limit: 1 })
    small.apart(
      (now) => pullCard.decide(now, { card: 'c1' }, small.ann),
      (now) => pullCard.decide(now, { card: 'c2' }, small.dee),
    )
    return { small, over }
  }
  it.each([
    ['the whole board', () => board],
    ['a class', () => standard],
    [
      'a group',
      (small: ReturnType<typeof createSmallBoard>) => {
        small.run(putInGroup, { column: small.doing, group: { name: 'Delivery' } })
        const id = small.board.columnsById.get(small.doing)?.group ?? ''
        small.run(putInGroup, { column: 'check', group: { id } })
        return { kind: 'group', id } as const
      },
    ],
    [
      'a lane',
      (small: ReturnType<typeof createSmallBoard>) => {
        small.run(addLane, { name: 'Rush', rest: 'Everything else' })
        return { kind: 'lane', id: small.board.basis.frame.restLane ?? '' } as const
      },
    ],
  ])('names the cards that came in apart under %s', (_name, scope) => {
    const { small, over } = apart(scope)
    const broken = { scope: over, column: null, limit: 1, used: 2, cards: ['c1', 'c2'] }
    expect(small.board.brokenLimits).toEqual([broken])
    expect(small.document.rebuilt().brokenLimits).toEqual([broken])
    small.run(moveCard, { card: 'c1', to: 'check' })
    expect(small.board.brokenLimits).toHaveLength(1)
    small.run(setLimit, { scope: over, limit: 2, why: 'one more hand' })
    expect(small.board.brokenLimits).toEqual([])
  })
  it('is none where the second came in with a reason', () => {
    const small = createSmallBoard()
    small.run(setLimit, { scope: board, limit: 1 })
    small.run(pullCard, { card: 'c1' })
    small.run(pullCard, { card: 'c2', why: 'a customer waits' })
    expect(small.board.brokenLimits).toEqual([])
  })
  it('is found where one person works on two devices', () => {
    const small = createSmallBoard()
    const other = createDevice('ann', 7)
    other.wait(7_200_000)
    small.run(setLimit, { scope: person('ann'), limit: 1 })
    small.apart(
      (now) => pullCard.decide(now, { card: 'c1' }, small.ann),
      (now) => pullCard.decide(now, { card: 'c2' }, other),
    )
    expect(small.board.brokenLimits.map(({ scope }) => scope)).toEqual([person('ann')])
  })
})

it('what an entry keeps of what was seen stays small: five characters a card at most', () => {
  const cards = Array.from({ length: 30 }, (_, index) => `card-${index}`)
  expect(sawOf([])).toBe('')
  expect(sawOf([{ limitEntry: 'a', cards }])).toHaveLength(4 + 4 * 30)
  expect(
    sawOf([
      { limitEntry: 'a', cards },
      { limitEntry: 'b', cards: cards.slice(0, 3) },
    ]),
  ).toHaveLength(2 * 4 + 1 + 5 * 30)
})

const SETUP = { key: 'PL', columns: ['To choose from', 'Doing', 'Done'], reasons: ['Safety'] } as const
const CARDS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5']

const scopesOf = (now: BoardSnapshot): LimitScope[] => [
  ...now.columns.map(({ id }): LimitScope => ({ kind: 'column', id })),
  ...[...now.groups.keys()].map((id): LimitScope => ({ kind: 'group', id })),
  ...now.lanes.map(({ id }): LimitScope => ({ kind: 'lane', id })),
  standard,
  { kind: 'class', id: 'expedite' },
  person('ann'),
  board,
]

const act = fc.record({
  what: fc.nat(13),
  card: fc.constantFrom(...CARDS),
  pick: fc.nat(11),
  limit: fc.integer({ min: 1, max: 3 }),
})

it('on one device nothing comes under a full limit without a reason, and incremental equals rebuilt', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const ann = createDevice('ann')
      const document = createTableDocument()
      document.run(createBoard, SETUP, ann)
      document.run(
        addColumn,
        { column: 'check', name: 'Check', after: document.snapshot.columns[1]?.id ?? null },
        ann,
      )
      for (const { what, card, pick, limit } of acts) {
        const before = document.snapshot
        const column = before.columns[pick % before.columns.length]?.id ?? ''
        const lane = before.lanes[pick % Math.max(1, before.lanes.length)]?.id
        const scope = scopesOf(before)[pick % scopesOf(before).length] ?? board
        const decide = <A, R>(command: Command<BoardSnapshot, A, R>, args: A): readonly Change[] => {
          const decided = command.decide(before, args, ann)
          return decided.ok ? decided.value : []
        }
        const classOfService = pick % 2 ? 'expedite' : 'standard'
        /** Acts that may take a slot, which none of them does without a reason where there is none. */
        const entering = [
          () => decide(addCard, { card, title: card, column, classOfService, ...(lane && { lane }) }),
          () => decide(pullCard, { card }),
          () => decide(moveCard, { card, to: column, half: 'done', ...(lane && { lane }) }),
          () => decide(finishCard, { card }),
          () => decide(joinCard, { card }),
          () => decide(editCard, { card, classOfService }),
          () => decide(archiveCard, { card }),
          () => decide(leaveCard, { card }),
        ]
        const others = [
          () => decide(setLimit, { scope, limit }),
          () => decide(setWhenFull, { whenFull: pick % 2 ? 'forbidden' : 'with-reason' }),
          () => decide(addLane, { name: 'Rush', rest: 'Rest' }),
          () => (lane === undefined ? [] : decide(archiveLane, { lane })),
          () =>
            decide(putInGroup, {
              column,
              group: [...before.groups.keys()].slice(0, 1).map((id) => ({ id }))[0] ?? { name: 'Group' },
            }),
          () => (pick % 2 ? decide(restoreCard, { card }) : decide(splitColumn, { column, split: true })),
        ]
        const isEntering = what < entering.length
        const changes = isEntering ? entering[what]?.() : others[what - entering.length]?.()
        // Work must always be able to go back.
        const isReturn = changes?.some(
          (change) => change.kind === 'append' && change.entry.kind === 'returned',
        )
        document.apply(changes ?? [])
        const after = document.snapshot
        const rebuilt = document.rebuilt()
        expect(after.limits).toEqual(rebuilt.limits)
        expect(after.columns).toEqual(rebuilt.columns)
        expect(after.brokenLimits).toEqual([])
        for (const one of scopesOf(after)) {
          const now = limitOn(after, one)
          if (now) expect([scopeKey(one), now.used]).toEqual([scopeKey(one), cardsUnder(after, one).length])
          if (!now || !isEntering || isReturn) continue
          const was = limitOn(before, one)
          if (now.over > 0) expect(now.used).toBeLessThanOrEqual(was?.used ?? 0)
        }
      }
    }),
    { numRuns: 100 },
  )
})
