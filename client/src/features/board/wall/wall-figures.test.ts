import {
  addCard,
  addLane,
  answerBlocker,
  createAgeing,
  createCalendar,
  finishCard,
  moveCard,
  pullCard,
  putInGroup,
  raiseBlocker,
  setLimit,
  WHOLE_BOARD,
} from '@yokoten/shared/board'
import { createSmallBoard, TEST_START } from '@yokoten/shared/board/test-support'
import { emptyTable, withRows } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import { describe, expect, it } from 'vitest'
import { ageSentences } from '../usual/age-sentences'
import { wallFigures } from './wall-figures'

const DAY = 86_400_000
const HOUR = 3_600_000
const calendar = createCalendar('UTC')
const person = (id: string, name: string): Person => ({
  id,
  name,
  colour: '#2b4a7f',
  initials: name.slice(0, 2),
  archived: false,
  since: 0,
  rank: 'a0',
})
const people = withRows(
  emptyTable<Person>(),
  new Map([
    ['ann', person('ann', 'Ann')],
    ['dee', person('dee', 'Dee')],
  ]),
)

function setup() {
  const small = createSmallBoard()
  const figures = createAgeing(calendar)
  const look = (now: number) =>
    wallFigures(small.board, { people, figures: figures(small.board), calendar, now })
  return { small, look, figures }
}

describe('the wall', () => {
  it('lists what stops by age, with who is there, and the line among it', () => {
    const { small, look } = setup()
    small.run(pullCard, { card: 'c1' })
    small.run(raiseBlocker, { card: 'c1', reason: small.board.reasons[1]?.id ?? '', words: 'Tool room' })
    small.ann.wait(2 * HOUR)
    small.run(raiseBlocker, { card: null, reason: small.board.reasons[0]?.id ?? '', words: '' })
    const [first, second] = look(TEST_START + 28 * HOUR).stops
    expect(first).toMatchObject({ title: 'Card c1', isAlone: true })
    expect(first?.facts).toMatch(/^Tool room · 1 d [34] h · nobody on it yet$/)
    expect(second).toMatchObject({ title: 'Safety', isAlone: true })
    expect(second?.facts).toMatch(/^The line · /)
    small.run(answerBlocker, { blocker: first?.id ?? '', answer: 'coming' }, small.dee)
    expect(look(TEST_START + 28 * HOUR).stops[0]).toMatchObject({ isAlone: false })
    expect(look(TEST_START + 28 * HOUR).stops[0]?.facts).toContain('Dee is on it')
  })
  it('shows columns with a limit and what to pull into them', () => {
    const { small, look } = setup()
    expect(look(TEST_START).rooms).toEqual([{ id: small.doing, name: 'Doing', used: 0, limit: 2 }])
    expect(look(TEST_START).next).toEqual({
      act: 'Pull next:',
      what: expect.stringMatching(/^Card c\d, into/),
    })
  })
  it("shows the limits that hold for more than a column after those of columns, and nobody's own", () => {
    const { small, look } = setup()
    small.run(addLane, { lane: 'l', name: 'Rush', rest: 'Rest' })
    small.run(putInGroup, { column: small.doing, group: { name: 'Making' } })
    const [group = ''] = small.board.groups.keys()
    const scopes = [
      { kind: 'board', id: WHOLE_BOARD },
      { kind: 'person', id: 'ann' },
      { kind: 'class', id: 'expedite' },
      { kind: 'lane', id: 'l' },
      { kind: 'group', id: group },
    ] as const
    scopes.forEach((scope, index) => small.run(setLimit, { scope, limit: index + 3 }))
    small.run(moveCard, { card: 'c1', to: small.doing, lane: 'l' })
    expect(look(TEST_START).rooms.map(({ name, used, limit }) => `${name}: ${used} of ${limit}`)).toEqual([
      'Doing: 1 of 2',
      'Making together: 1 of 7',
      'Lane Rush: 1 of 6',
      'Class Rush: 0 of 5',
      'The whole board: 1 of 3',
    ])
  })
  it('shows work by age, the oldest first, and what is usual once enough are finished', () => {
    const { small, look, figures } = setup()
    small.run(setLimit, { column: small.doing, limit: null })
    expect(look(TEST_START)).toMatchObject({
      ages: [],
      done: 0,
      doneWords: 'Nothing finished yet this week.',
    })
    for (let i = 0; i < 10; i++) {
      const card = `f${i}`
      small.run(addCard, { card, title: card })
      small.run(moveCard, { card, to: small.check })
      small.ann.wait(i < 8 ? DAY : HOUR)
      small.run(finishCard, { card })
      if (i === 8)
        expect(look(TEST_START).usual).toBe('Not enough finished yet to say what is usual: 9 of 10')
    }
    expect(look(TEST_START).usual).toBe('85 of 100 are done within 2 days')
    small.run(moveCard, { card: 'c1', to: small.check })
    small.ann.wait(3 * DAY)
    small.run(moveCard, { card: 'c2', to: small.check })
    const now = small.board.journeys.get('c2')?.enteredAt ?? 0
    const { ages, usualPart } = look(now)
    expect(ages.map(({ id, isLate }) => [id, isLate])).toEqual([
      ['c1', true],
      ['c2', false],
    ])
    expect(ages[0]?.part).toBeGreaterThan(usualPart ?? 1)
    expect(ages[1]?.part).toBeLessThan(usualPart ?? 0)
    const journey = small.board.journeys.get('c1')
    const said = journey && ageSentences(journey, 'Check', { figures: figures(small.board), calendar, now })
    expect(said).toEqual({
      age: '4 days old.',
      isLate: true,
      more: [
        'That is older than usual for Check: 85 of 100 were at most 2 days old when they left it.',
        '85 of 100 are done within 2 days.',
      ],
    })
  })
})
