import { expect, it } from 'vitest'
import { createDevice } from '../test-support/seeded'
import { createTableDocument } from '../test-support/table-document'
import { createSample } from './create-sample'
import type { SampleArgs } from './create-sample'

const sample: SampleArgs = {
  key: 'PL',
  columns: [
    { name: 'To choose from', role: 'backlog' },
    { name: 'Set up', role: 'active', limit: 2, split: true, policy: 'Two people on every changeover.' },
    { name: 'Done', role: 'done' },
  ],
  reasons: ['Safety', 'Tool or machine'],
  cards: [
    { title: 'Repair lift table', classOfService: 'expedite', way: [{ column: 0, daysAgo: 2 }] },
    {
      title: 'Quick-release bolts',
      way: [
        { column: 0, daysAgo: 12 },
        { column: 1, daysAgo: 9 },
        { column: 1, half: 'done', daysAgo: 1 },
      ],
      stoppedBy: 'Waiting for the tool room',
    },
    {
      title: 'Second hoist remote',
      way: [
        { column: 0, daysAgo: 9 },
        { column: 1, daysAgo: 8 },
        { column: 2, daysAgo: 2 },
      ],
    },
  ],
}

it('a sample board has a past', () => {
  const ann = createDevice('ann')
  const document = createTableDocument()
  expect(document.run(createSample, sample, ann).ok).toBe(true)
  const { columns, journeys, cards, openBlockers } = document.snapshot
  expect(columns.map((column) => [column.doing.length, column.done.length, column.limit])).toEqual([
    [1, 0, null],
    [0, 1, 2],
    [1, 0, null],
  ])
  const bolts = journeys.get(columns[1]?.done[0] ?? '')
  expect(bolts?.entries.map((entry) => entry.kind)).toEqual(['added', 'pulled', 'offered'])
  expect(bolts?.clamped).toBe(false)
  expect(openBlockers.byCard.get(bolts?.card ?? '')).toHaveLength(1)
  const finished = journeys.get(columns[2]?.doing[0] ?? '')
  expect((finished?.finishedAt ?? 0) - (finished?.startedAt ?? 0)).toBe(6 * 86_400_000)
  const rush = [...cards.values()].find((card) => card.classOfService === 'expedite')
  expect(rush?.people).toEqual({})
  expect(cards.get(bolts?.card ?? '')?.people.ann?.state).toBe('on')
  expect(document.run(createSample, sample, ann)).toEqual({ ok: false, error: { reason: 'already-set-up' } })
})
