import { expect, it } from 'vitest'
import type { Presence } from '../../session/api'
import { lookerOf } from './use-looker'

const peer = (name: string, part: Partial<Presence>): Presence => ({
  person: name,
  name,
  colour: '#7a3ea0',
  ...part,
})
const looking = peer('Bo', { looking: { room: 'board', item: 'c1' } })
const dragging = peer('Cy', { dragging: { item: 'c1', x: 0, y: 0 } })

it('names who has a card open, and before that who is moving it', () => {
  expect(lookerOf(new Map([[1, looking]]), 'c1')).toEqual({ words: 'Bo', colour: '#7a3ea0' })
  expect(
    lookerOf(
      new Map([
        [1, looking],
        [2, dragging],
      ]),
      'c1',
    )?.words,
  ).toBe('Cy is moving it')
  expect(
    lookerOf(
      new Map([
        [1, looking],
        [2, dragging],
      ]),
      'c2',
    ),
  ).toBeUndefined()
})
