import fc from 'fast-check'
import { expect, it } from 'vitest'
import { append } from '../kernel'
import type { Change, Command } from '../kernel'
import type { BrokenLimit } from './broken-limits'
import { laneIn } from './columns'
import { addColumn, createBoard, setLimit } from './commands/columns'
import { addCard, archiveCard, editCard, joinCard, leaveCard, restoreCard } from './commands/edit-card'
import { handBack, moveCard, pullCard } from './commands/move-card'
import { keepBrokenLimit } from './commands/settle-limit'
import { putInGroup } from './commands/structure-groups'
import { addLane } from './commands/structure-lanes'
import type { LimitScope } from './governed'
import { pathOf } from './journey'
import { cardsUnder, countsIn, limitOn, scopeKey, WHOLE_BOARD } from './limits'
import { journeyLog } from './records'
import { sawOf, seenUnder, tagOf } from './slots'
import type { BoardSnapshot } from './snapshot'
import { createDevice } from './test-support/seeded'
import { createTableDocument } from './test-support/table-document'

const SETUP = {
  key: 'PL',
  columns: ['To choose from', 'Doing', 'Done'],
  limit: 1,
  reasons: ['Safety'],
} as const
const CARDS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']

const scopesOf = (board: BoardSnapshot): LimitScope[] => [
  ...board.columns.map(({ id }): LimitScope => ({ kind: 'column', id })),
  ...[...board.groups.keys()].map((id): LimitScope => ({ kind: 'group', id })),
  ...board.lanes.map(({ id }): LimitScope => ({ kind: 'lane', id })),
  { kind: 'class', id: 'standard' },
  { kind: 'person', id: 'ann' },
  { kind: 'board', id: WHOLE_BOARD },
]

/** The rule told again, card by card and pair by pair. */
function brokenByTheRule(board: BoardSnapshot, scope: LimitScope): BrokenLimit | undefined {
  const held = limitOn(board, scope)
  const cards = cardsUnder(board, scope).filter((card) => board.journeys.has(card))
  if (!held || cards.length <= held.limit) return undefined
  const arrivals = cards.map((card) => {
    const path = [...pathOf(board.journeys.get(card) as NonNullable<ReturnType<typeof board.journeys.get>>)]
    const isIn = (place: { column: string; lane?: string | null }) => {
      const column = board.columnsById.get(place.column)
      const isInLane = laneIn(board.basis.frame, { lane: place.lane ?? null }) === scope.id
      return column !== undefined && countsIn(scope, column) && (scope.kind !== 'lane' || isInLane)
    }
    const outside = path.findLastIndex((entry) => !isIn(entry.to))
    const moved = path[outside + 1] ?? path[path.length - 1]
    const taken = scope.kind === 'column' ? undefined : board.cards.get(card)?.taken[scopeKey(scope)]
    const isLater = taken !== undefined && taken.order >= (moved?.order ?? 0)
    const { saw, why, order } = isLater ? taken : (moved ?? { order: 0 })
    return { card, order, why, id: moved?.id ?? '', seen: seenUnder(saw, held.limitEntry) }
  })
  const reasoned = arrivals.filter(({ why, seen }) => why !== undefined && seen === null)
  if (arrivals.length - reasoned.length <= held.limit) return undefined
  const apart = arrivals.filter((one) =>
    arrivals.some(
      (other) =>
        other !== one &&
        one.seen?.has(tagOf(other.card)) === false &&
        other.seen?.has(tagOf(one.card)) === false,
    ),
  )
  if (apart.length === 0) return undefined
  apart.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  const column = scope.kind === 'column' ? scope.id : null
  return { scope, column, limit: held.limit, used: cards.length, cards: apart.map(({ card }) => card) }
}

/** Each exceeded limit as the rule has it: columns first, in flow order. */
const allByTheRule = (board: BoardSnapshot): BrokenLimit[] =>
  [
    ...board.columns.map(({ id }): LimitScope => ({ kind: 'column', id })),
    ...[...board.limits.values()].map(({ scope }) => scope),
  ].flatMap((scope) => brokenByTheRule(board, scope) ?? [])

const entry = fc.record({
  card: fc.constantFrom(...CARDS),
  to: fc.nat(2),
  saw: fc.option(fc.subarray(CARDS)),
  why: fc.nat(3).map((one) => one === 0),
})

it('limits that are broken are those of the rule, whatever the writers of the entries had seen', () => {
  let found = 0
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const ann = createDevice('ann')
      const document = createTableDocument()
      document.run(createBoard, SETUP, ann)
      document.run(setLimit, { scope: { kind: 'board', id: WHOLE_BOARD }, limit: 2 }, ann)
      for (const card of CARDS) document.run(addCard, { card, title: card }, ann)
      for (const { card, to, saw, why } of entries) {
        const { columns, limits, journeys } = document.snapshot
        const entriesOfLimits = [columns[1]?.limitEntry ?? '', limits.get('board:board')?.limitEntry ?? '']
        const place = { column: columns[to]?.id ?? '', half: 'doing' as const, rank: 'a' }
        const move = {
          card,
          parents: [...(journeys.get(card)?.heads ?? [])],
          to: place,
          kind: 'pulled' as const,
          by: 'ann',
          ...ann.stamp(),
          ...(saw && { saw: sawOf(entriesOfLimits.map((limitEntry) => ({ limitEntry, cards: saw }))) }),
          ...(why && { why: 'it must' }),
        }
        document.apply([append(journeyLog, ann.id(), move)])
        const board = document.snapshot
        expect(board.brokenLimits).toEqual(allByTheRule(board))
        expect(board.brokenLimits).toEqual(document.rebuilt().brokenLimits)
        found += board.brokenLimits.length
      }
    }),
  )
  expect(found).toBeGreaterThan(0)
})

const act = fc.record({
  device: fc.nat(2),
  what: fc.nat(13),
  card: fc.constantFrom(...CARDS),
  pick: fc.nat(11),
  meet: fc.nat(3).map((one) => one === 0),
})

it('limits that merges broke are those of the rule, kept along or found from nothing, whatever three do apart', () => {
  const found = new Set<string>()
  fc.assert(
    fc.property(fc.array(act, { maxLength: 50 }), (acts) => {
      const devices = [createDevice('ann', 1), createDevice('dee', 2), createDevice('ann', 3)] as const
      const setUp: Change[] = []
      const first = createTableDocument()
      const prepare = <A, R>(command: Command<BoardSnapshot, A, R>, args: A) => {
        const decided = command.decide(first.snapshot, args, devices[0])
        if (!decided.ok) throw new Error(JSON.stringify(decided.error))
        first.apply(decided.value)
        setUp.push(...decided.value)
      }
      prepare(createBoard, SETUP)
      const [todo, doing] = first.snapshot.columns.map(({ id }) => id) as [string, string]
      prepare(addColumn, { column: 'check', name: 'Check', after: doing, role: 'active' })
      prepare(putInGroup, { column: 'check', group: { name: 'Group' } })
      prepare(putInGroup, { column: doing, group: { id: [...first.snapshot.groups.keys()][0] ?? '' } })
      prepare(addLane, { lane: 'rush', name: 'Rush', rest: 'Rest' })
      for (const scope of scopesOf(first.snapshot))
        if (scope.id !== todo) prepare(setLimit, { scope, limit: 1 })
      for (const card of CARDS) prepare(addCard, { card, title: card, column: todo })
      for (const device of devices.slice(1)) device.wait(3_600_000)
      const documents = devices.map(() => createTableDocument(setUp))
      const unsent = devices.map((): Change[] => [])
      const meet = () => {
        const all = unsent.map((changes) => changes.splice(0))
        documents.forEach((document, index) => document.apply(all.filter((_, from) => from !== index).flat()))
      }
      const check = () => {
        for (const document of documents) {
          const board = document.snapshot
          expect(board.brokenLimits).toEqual(document.rebuilt().brokenLimits)
          expect(board.limits).toEqual(document.rebuilt().limits)
          expect(board.brokenLimits).toEqual(allByTheRule(board))
          for (const { scope } of board.brokenLimits) found.add(scope.kind)
        }
      }
      for (const { device, what, card, pick, meet: meets } of acts) {
        const document = documents[device] as (typeof documents)[number]
        const board = document.snapshot
        const decide = <A, R>(command: Command<BoardSnapshot, A, R>, args: A): readonly Change[] => {
          const decided = command.decide(board, args, devices[device] as (typeof devices)[number])
          return decided.ok ? decided.value : []
        }
        const column = board.columns[pick % board.columns.length]?.id ?? ''
        const lane = board.lanes[pick % 2]?.id
        const scope = scopesOf(board)[pick % scopesOf(board).length] as LimitScope
        const choices = [
          () => decide(pullCard, { card }),
          () => decide(pullCard, { card }),
          () => decide(pullCard, { card, why: 'it must' }),
          () => decide(moveCard, { card, to: column, ...(lane !== undefined && { lane }) }),
          () => decide(moveCard, { card, to: column, why: 'it must' }),
          () => decide(moveCard, { card, to: 'check' }),
          () => decide(handBack, { card }),
          () => decide(joinCard, { card }),
          () => decide(leaveCard, { card }),
          () => decide(archiveCard, { card }),
          () => decide(restoreCard, { card }),
          () => decide(editCard, { card, classOfService: pick % 2 ? 'expedite' : 'standard' }),
          () => decide(keepBrokenLimit, { scope, why: 'only today' }),
          () => decide(setLimit, { scope, limit: 1 + (pick % 3) }),
        ]
        const changes = choices[what]?.() ?? []
        document.apply(changes)
        unsent[device]?.push(...changes)
        if (meets) meet()
        check()
      }
      meet()
      check()
    }),
    { numRuns: 100 },
  )
  expect([...found].sort()).toEqual(['board', 'class', 'column', 'group', 'lane', 'person'])
}, 60_000)
