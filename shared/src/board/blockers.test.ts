import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerBlocker, clearBlocker, moveReason, raiseBlocker, reopenBlocker } from './commands/blockers'
import { moveCard, pullCard } from './commands/move-card'
import { addStation, archiveStation, renameStation } from './commands/stations'
import {
  blockedTimeOf,
  comingTo,
  firstAnswerAt,
  isOpen,
  openSince,
  openSpans,
  seenBy,
  turnsOf,
} from './blockers'
import type { BlockerRow } from './records'
import { createSmallBoard } from './test-support/small-board'

type Turns = BlockerRow['turns']
const blocker = (turns: Turns, at = 0, archived = false) => ({ at, turns, archived })
const turn = (kind: 'cleared' | 'reopened', at: number, order = at * 1024) => ({ kind, by: 'ann', at, order })

describe('the turns of a blocker', () => {
  const turns = fc.array(
    fc.record({
      kind: fc.constantFrom('cleared' as const, 'reopened' as const),
      by: fc.constantFrom('ann', 'dee'),
      at: fc.integer({ min: -50, max: 200 }),
      order: fc.integer({ min: 0, max: 200 * 1024 }),
    }),
    { maxLength: 8 },
  )

  it('are the same in whatever order they arrive, alternate, and never go back in time', () => {
    fc.assert(
      fc.property(turns, fc.infiniteStream(fc.nat()), (all, dice) => {
        const entries = all.map((one, index) => [`t${index}`, one] as const)
        const shuffled = [...entries]
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (dice.next().value ?? 0) % (i + 1)
          ;[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]] as [
            (typeof entries)[0],
            (typeof entries)[0],
          ]
        }
        const one = blocker(Object.fromEntries(entries))
        const other = blocker(Object.fromEntries(shuffled))
        const folded = turnsOf(one)
        expect(turnsOf(other)).toEqual(folded)
        expect(isOpen(other)).toBe(isOpen(one))
        expect(openSince(other)).toBe(openSince(one))
        folded.forEach((step, index) => {
          expect(step.kind).toBe(index % 2 === 0 ? 'cleared' : 'reopened')
          expect(step.at).toBeGreaterThanOrEqual(folded[index - 1]?.at ?? one.at)
        })
        expect(isOpen(one)).toBe(folded.length % 2 === 0)
      }),
    )
  })

  it('cleared by two people apart is cleared once, at the earlier time', () => {
    const both = blocker({ a: turn('cleared', 60), b: turn('cleared', 40) })
    expect(turnsOf(both)).toMatchObject([{ id: 'b', at: 40 }])
    expect(openSpans(both, 100)).toEqual([{ from: 0, to: 40 }])
  })
})

describe('blocked time', () => {
  const work = { startedAt: 100, finishedAt: 200 }
  it.each([
    ['nothing stopped it', [], { spans: [], total: 0 }],
    ['before the start only', [blocker({ a: turn('cleared', 90) }, 50)], { spans: [], total: 0 }],
    [
      'over the start',
      [blocker({ a: turn('cleared', 130) }, 50)],
      { spans: [{ from: 100, to: 130 }], total: 30 },
    ],
    ['still open when it was finished', [blocker({}, 180)], { spans: [{ from: 180, to: 200 }], total: 20 }],
    [
      'two at once count once',
      [blocker({ a: turn('cleared', 150) }, 110), blocker({ b: turn('cleared', 170) }, 140)],
      { spans: [{ from: 110, to: 170 }], total: 60 },
    ],
    [
      'opened again later',
      [blocker({ a: turn('cleared', 120), b: turn('reopened', 150), c: turn('cleared', 160) }, 110)],
      {
        spans: [
          { from: 110, to: 120 },
          { from: 150, to: 160 },
        ],
        total: 20,
      },
    ],
    ['taken back', [blocker({}, 110, true)], { spans: [], total: 0 }],
  ] as const)('%s', (_, blockers, expected) => {
    expect(blockedTimeOf(blockers, work, 500)).toEqual(expected)
  })

  it('runs up to now while the card is in work, and there is none before its start', () => {
    expect(blockedTimeOf([blocker({}, 120)], { startedAt: 100, finishedAt: null }, 150).total).toBe(30)
    expect(blockedTimeOf([blocker({}, 120)], { startedAt: null, finishedAt: null }, 150).total).toBe(0)
  })

  it('is what a count of every moment gives', () => {
    const spans = fc.array(
      fc.record({ from: fc.nat(60), cleared: fc.option(fc.nat(60)), again: fc.option(fc.nat(60)) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(spans, fc.nat(60), fc.option(fc.nat(60)), (raised, startedAt, finishedAt) => {
        const now = 60
        const blockers = raised.map(({ from, cleared, again }) =>
          blocker(
            {
              ...(cleared !== null && { a: turn('cleared', cleared, 1_000_000) }),
              ...(cleared !== null && again !== null && { b: turn('reopened', again, 2_000_000) }),
            },
            from,
          ),
        )
        let count = 0
        for (let moment = startedAt; moment < (finishedAt ?? now); moment++) {
          const isStopped = raised.some(({ from, cleared, again }) => {
            if (moment < from) return false
            if (cleared === null || moment < Math.max(cleared, from)) return true
            return again !== null && moment >= Math.max(again, cleared, from)
          })
          if (isStopped) count++
        }
        expect(blockedTimeOf(blockers, { startedAt, finishedAt }, now).total).toBe(count)
      }),
    )
  })
})

describe('a call', () => {
  it('is answered anew after it was opened again, and the first answer of all is kept', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: 'tool' })
    const row = () => small.board.blockers.get('b1') as BlockerRow
    small.run(answerBlocker, { blocker: 'b1', answer: 'seen' }, small.dee)
    small.run(answerBlocker, { blocker: 'b1', answer: 'coming' }, small.dee)
    expect([seenBy(row()), comingTo(row())]).toEqual([['dee'], ['dee']])
    const first = firstAnswerAt(row())
    small.run(clearBlocker, { blocker: 'b1' }, small.dee)
    small.run(reopenBlocker, { blocker: 'b1' })
    expect([seenBy(row()), comingTo(row())]).toEqual([[], []])
    small.run(answerBlocker, { blocker: 'b1', answer: 'coming' }, small.dee)
    expect(comingTo(row())).toEqual(['dee'])
    expect(firstAnswerAt(row())).toBe(first)
  })

  it('is opened again also by a device whose clock is far behind', () => {
    const small = createSmallBoard()
    small.run(raiseBlocker, { blocker: 'b1', card: null, reason: 'safety' })
    small.run(clearBlocker, { blocker: 'b1' }, small.dee)
    small.run(reopenBlocker, { blocker: 'b1' })
    expect(small.board.openBlockers.line).toEqual(['b1'])
  })

  it('keeps the station it was raised at, also when that is put away or renamed', () => {
    const small = createSmallBoard()
    small.run(addStation, { id: 's1', name: ' Press  2 ' })
    small.run(addStation, { id: 's2', name: 'Oven' })
    expect(small.board.stations.map((one) => one.name)).toEqual(['Press 2', 'Oven'])
    small.run(raiseBlocker, { blocker: 'b1', card: null, reason: 'safety', station: 's1' })
    small.run(renameStation, { id: 's2', name: 'Oven 1' })
    small.run(archiveStation, { id: 's1' })
    expect(small.board.blockers.get('b1')?.station).toBe('s1')
    expect(small.board.stations.map((one) => one.name)).toEqual(['Oven 1'])
    expect(small.run(renameStation, { id: 's1', name: 'x' })).toMatchObject({
      error: { reason: 'station-gone' },
    })
  })

  it('is found by its card, and counts between start and finish', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.run(raiseBlocker, { blocker: 'b1', card: 'c1', reason: 'tool' })
    small.ann.wait(3_600_000)
    small.run(clearBlocker, { blocker: 'b1' })
    small.run(moveCard, { card: 'c1', to: small.done })
    const { board } = small
    expect(board.blockersByCard.get('c1')?.members).toEqual(['b1'])
    const journey = board.journeys.get('c1')
    const blockers = board.blockersByCard.get('c1')?.members.flatMap((id) => board.blockers.get(id) ?? [])
    expect(journey && blockedTimeOf(blockers ?? [], journey, Infinity).total).toBe(3_601_000)
  })
})

it('reasons are put in order behind safety, which stays where it is', () => {
  const small = createSmallBoard()
  const names = () => small.board.reasons.map((one) => one.name)
  expect(names()).toEqual(['Safety', 'Tool or machine'])
  const [safety, tool] = small.board.reasons.map((one) => one.id) as [string, string]
  expect(small.run(moveReason, { id: safety, after: tool })).toMatchObject({
    error: { reason: 'safety-stays' },
  })
  expect(small.run(moveReason, { id: tool, after: safety }).ok).toBe(true)
  expect(names()).toEqual(['Safety', 'Tool or machine'])
})
