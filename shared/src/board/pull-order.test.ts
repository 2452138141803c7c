import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerBlocker, raiseBlocker } from './commands/blockers'
import { addColumn, setLimit, setRole } from './commands/columns'
import { editCard, inviteToCard, joinCard, leaveCard } from './commands/edit-card'
import { moveCard, pullCard } from './commands/move-card'
import { comingTo } from './blockers'
import type { Column } from './columns'
import { dayFromIso } from './days'
import type { PullSituation } from './pull-choices'
import { proposeNext } from './pull-next'
import type { Proposal } from './pull-next'
import type { BoardSnapshot } from './snapshot'
import { createSmallBoard } from './test-support/small-board'

const TODAY = dayFromIso('2026-03-02')
const CYCLE = { p50: 2, p70: 3, p85: 4, p95: 9, cards: 20 }

/*
 * The rule again, written to be read and not to be fast: every act that is possible is listed with the numbers it is
 * compared by, and the least one is proposed.
 */
const isWork = (column: Column) => column.role === 'active' || column.role === 'waiting'
const all = (column: Column) => [...column.doing, ...column.done]
const people = (board: BoardSnapshot, card: string) =>
  Object.entries(board.cards.get(card)?.people ?? {})
    .filter(([, place]) => place.state === 'on')
    .map(([id]) => id)

function limitFor(board: BoardSnapshot, kind: string, id: string): number | null {
  const value = board.settings.get(`limit/${kind}/${id}`)?.holds.value
  return typeof value === 'number' ? value : null
}

/** The kind of the first limit, from the narrowest to the widest, that has no room for a card in a column. */
function refusal(board: BoardSnapshot, card: string, into: Column, person: string) {
  const from = board.columns.find((column) => all(column).includes(card)) as Column
  const before = people(board, card)
  const isInvited = board.cards.get(card)?.people[person]?.state === 'invited'
  const joins = into.role !== 'done' && !before.includes(person)
  const after = joins ? (isInvited ? [...before, person] : [person]) : before
  const work = board.columns.filter(isWork).flatMap(all)
  const classOf = (one: string) => board.cards.get(one)?.classOfService ?? ''
  const full = (kind: string, id: string, counted: readonly string[]) => {
    const limit = limitFor(board, kind, id)
    return limit !== null && counted.length >= limit
  }
  const found: { kind: string; counted: readonly string[] }[] = []
  if (full('column', into.id, all(into))) found.push({ kind: 'column', counted: all(into) })
  if (!isWork(into)) return found
  const isNew = !isWork(from)
  const sameClass = work.filter((one) => classOf(one) === classOf(card))
  if (isNew && full('class', classOf(card), sameClass)) found.push({ kind: 'class', counted: sameClass })
  const mine = after.filter((one) => isNew || !before.includes(one))
  for (const one of mine) {
    const theirs = work.filter((other) => people(board, other).includes(one))
    if (full('person', one, theirs)) found.push({ kind: 'person', counted: theirs })
  }
  if (isNew && full('board', 'board', work)) found.push({ kind: 'board', counted: work })
  return found
}

type Weighed = { readonly act: Proposal; readonly weight: readonly number[] }

function naive(board: BoardSnapshot, person: string, situation: PullSituation): Proposal | null {
  const { columns } = board
  const free = (card: string) => !board.journeys.get(card)?.conflict && !board.openBlockers.byCard.has(card)
  const started = (card: string) => {
    const journey = board.journeys.get(card)
    return journey?.startedAt ?? journey?.enteredAt ?? Infinity
  }
  const ownFull =
    (limitFor(board, 'person', person) ?? Infinity) <=
    columns
      .filter(isWork)
      .flatMap(all)
      .filter((card) => people(board, card).includes(person)).length
  const urgency = (card: string): readonly [Proposal['why'], number, number] => {
    const row = board.cards.get(card)
    const since = board.journeys.get(card)?.enteredAt ?? 0
    const left = row?.due ? dayFromIso(row.due) - situation.today + 1 : Infinity
    if (row?.classOfService === 'expedite') return ['rush', 0, since]
    return left <= (situation.cycle?.p85 ?? 7) ? ['due-at-risk', 1, left] : ['oldest', 2, since]
  }
  const acts: Weighed[] = []
  const offer = (act: Partial<Proposal> & Pick<Proposal, 'act' | 'card' | 'why'>, ...weight: number[]) =>
    acts.push({ act: { into: null, blocker: null, ...act }, weight })

  columns.forEach((column, place) => {
    const back = columns.length - place
    const next = columns[place + 1]
    if (isWork(column)) {
      column.done.forEach((card, index) => {
        if (!next || !free(card) || refusal(board, card, next, person).length > 0) return
        const [, first, second] = urgency(card)
        offer({ act: 'pull', card, into: next.id, why: 'done-here' }, 0, back, 0, first, second, index)
      })
      board.openBlockers.all.forEach((id, index) => {
        const blocker = board.blockers.get(id)
        if (!blocker?.card || blocker.by === person || !all(column).includes(blocker.card)) return
        const { card } = blocker
        const isHelped = board.openBlockers.all.some((other) => {
          const one = board.blockers.get(other)
          return one?.card === card && comingTo(one).length > 0
        })
        if (!isHelped) offer({ act: 'unblock', card, blocker: id, why: 'blocked' }, 0, back, 1, index)
      })
      column.doing.forEach((card, index) => {
        const isLeft = Object.keys(board.cards.get(card)?.people ?? {}).length === 0
        if (column.role === 'active' && isLeft && free(card) && !ownFull)
          offer({ act: 'help', card, why: 'nobody-on-it' }, 0, back, 2, started(card), index)
      })
    }
    if (!next) return
    const isStart = isWork(next) && ['backlog', 'ready', 'waiting'].includes(column.role)
    const isRefill = next.role === 'ready' && column.role === 'backlog'
    if (!isStart && !isRefill) return
    const waiting = column.split ? column.done : column.doing
    const refusals = waiting.filter(free).map((card) => refusal(board, card, next, person))
    waiting.forEach((card, index) => {
      if (!free(card) || refusal(board, card, next, person).length > 0) return
      const [why, first, second] = urgency(card)
      const phase = isRefill && first === 2 ? 3 : 1
      offer({ act: 'pull', card, into: next.id, why }, phase, first, back, second, index)
    })
    if (!isStart || ownFull) return
    const limits = refusals.flatMap((found) => (found[0] && found[0].kind !== 'person' ? [found[0]] : []))
    const isFull = limitFor(board, 'column', next.id) !== null && next.free === 0
    const counted = limits[0]?.counted ?? (isFull ? all(next) : [])
    columns.forEach((where, at) => {
      where.doing.forEach((card, index) => {
        if (!isWork(where) || !counted.includes(card) || !free(card)) return
        if (people(board, card).includes(person)) return
        offer({ act: 'help', card, why: 'slots-full' }, 2, back, columns.length - at, started(card), index)
      })
    })
  })
  const [best] = acts.sort((a, b) => {
    for (let i = 0; i < Math.max(a.weight.length, b.weight.length); i++) {
      const [one, other] = [a.weight[i] ?? 0, b.weight[i] ?? 0]
      if (one !== other) return one < other ? -1 : 1
    }
    return 0
  })
  return best?.act ?? null
}

type Small = ReturnType<typeof createSmallBoard>
const CARDS = ['c1', 'c2', 'c3', 'c4']
const CLASSES = ['standard', 'expedite', 'standard', 'intangible'] as const
const DUE = [null, '2026-03-03', '2026-03-05', '2026-03-20'] as const

/**
 * A board with a list to choose from, a ready list, a split step, a check, and whatever happened on it. On a calm one
 * cards are only pulled on and limits set, so that its slots fill up.
 */
function boardAfter(steps: readonly (readonly [number, number, number])[], isCalm: boolean): Small {
  const small = createSmallBoard()
  small.run(addColumn, { column: 'ready', name: 'Ready', after: small.todo, role: 'ready' })
  const places = () => small.board.columns
  for (const [what, a, b] of steps) {
    const card = CARDS[a % CARDS.length] as string
    const who = b % 2 === 0 ? small.ann : small.dee
    const column = places()[b % places().length] as Column
    who.wait(60_000)
    const half = a % 2 === 0 ? 'doing' : 'done'
    const calm = [
      () => small.run(pullCard, { card, why: 'so' }, who),
      () => small.run(pullCard, { card, into: small.doing, why: 'so' }, who),
      () => small.run(setLimit, { column: column.id, limit: 1 }),
      () => small.run(setLimit, { scope: { kind: 'board', id: 'board' }, limit: (a % 2) + 1 }),
      () => small.run(setLimit, { scope: { kind: 'person', id: 'dee' }, limit: 1 }, small.dee),
      () => small.run(setLimit, { scope: { kind: 'class', id: 'standard' }, limit: 1 }),
      () => small.run(joinCard, { card, why: 'so' }, who),
    ]
    const wild = [
      () => small.run(moveCard, { card, to: column.id, half, why: 'so' }, who),
      () => small.run(moveCard, { card, to: column.id, half, why: 'so' }, who),
      () => small.run(editCard, { card, classOfService: CLASSES[b % CLASSES.length] ?? 'standard' }),
      () => small.run(editCard, { card, due: DUE[b % DUE.length] ?? null }),
      () => small.run(joinCard, { card, why: 'so' }, who),
      () => ['ann', 'dee'].forEach((person) => small.run(leaveCard, { card, person })),
      () => small.run(inviteToCard, { card, person: 'dee' }),
      () => small.run(raiseBlocker, { blocker: `b${a}${b}`, card, reason: 'tool' }, who),
      () => small.run(answerBlocker, { blocker: `b${a}${b}`, answer: 'coming' }, who),
      () => small.run(setLimit, { column: column.id, limit: (a % 3) + 1 }),
      () => small.run(setLimit, { scope: { kind: 'board', id: 'board' }, limit: (a % 4) + 1 }),
      () => small.run(setLimit, { scope: { kind: 'person', id: 'dee' }, limit: (a % 2) + 1 }, small.dee),
      () => small.run(setLimit, { scope: { kind: 'class', id: 'standard' }, limit: (a % 3) + 1 }),
      () => small.run(setRole, { column: small.check, role: b % 2 === 0 ? 'waiting' : 'active' }),
    ]
    const acts = isCalm ? calm : wild
    acts[what % acts.length]?.()
  }
  return small
}

const steps = fc.array(fc.tuple(fc.nat(13), fc.nat(5), fc.nat(5)), {
  minLength: 6,
  maxLength: 30,
  size: 'max',
})

it('proposes what the rule says, on any board, to whoever asks', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(
      steps,
      fc.constantFrom('ann', 'dee', 'bo'),
      fc.boolean(),
      fc.boolean(),
      (happened, person, isKnown, isCalm) => {
        const { board } = boardAfter(happened, isCalm)
        const situation = { today: TODAY, cycle: isKnown ? CYCLE : null }
        const proposed = proposeNext(board, person, situation)
        expect(proposed).toEqual(naive(board, person, situation))
        const why = proposed?.why ?? 'nothing'
        seen.set(why, (seen.get(why) ?? 0) + 1)
      },
    ),
    { numRuns: 1_000 },
  )
  // The boards are of every kind, so that each part of the rule was asked.
  expect([...seen.keys()].sort()).toEqual(
    ['blocked', 'done-here', 'due-at-risk', 'nobody-on-it', 'nothing', 'oldest', 'rush', 'slots-full'].sort(),
  )
})
