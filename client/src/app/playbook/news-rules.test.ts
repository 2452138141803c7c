import { expect, it } from 'vitest'
import { isQuiet, newsOf, NOTHING_SAID, USUAL_NEWS } from './news-rules'

const noon = { day: '2026-03-02', minutes: 12 * 60 }

it('says what is new once', () => {
  const first = newsOf(USUAL_NEWS, NOTHING_SAID, ['a', 'b'], noon)
  expect(first).toMatchObject({ fresh: ['a', 'b'], isDigest: false })
  const said = first?.said ?? NOTHING_SAID
  expect(newsOf(USUAL_NEWS, said, ['a', 'b'], noon)).toBeUndefined()
  expect(newsOf(USUAL_NEWS, said, ['b', 'c'], noon)?.fresh).toEqual(['c'])
})

it('keeps quiet over midnight, and says it in the morning', () => {
  expect(isQuiet(USUAL_NEWS, 23 * 60)).toBe(true)
  expect(isQuiet(USUAL_NEWS, 6 * 60)).toBe(true)
  expect(isQuiet(USUAL_NEWS, 7 * 60)).toBe(false)
  expect(isQuiet({ ...USUAL_NEWS, quietFrom: 60, quietTo: 120 }, 90)).toBe(true)
  expect(isQuiet({ ...USUAL_NEWS, quietFrom: 60, quietTo: 60 }, 60)).toBe(false)
  expect(newsOf(USUAL_NEWS, NOTHING_SAID, ['a'], { ...noon, minutes: 30 })).toBeUndefined()
  expect(newsOf(USUAL_NEWS, NOTHING_SAID, ['a'], { ...noon, minutes: 430 })?.fresh).toEqual(['a'])
})

it('gives one digest a day, and nothing where nothing is wished', () => {
  const daily = { ...USUAL_NEWS, say: 'daily' as const }
  const said = newsOf(daily, NOTHING_SAID, ['a'], noon)?.said ?? NOTHING_SAID
  expect(said.digest).toBe(noon.day)
  expect(newsOf(daily, said, ['a', 'b'], noon)).toBeUndefined()
  expect(newsOf(daily, said, ['a', 'b'], { ...noon, day: '2026-03-03' })).toMatchObject({
    fresh: ['b'],
    isDigest: true,
  })
  expect(newsOf({ ...USUAL_NEWS, say: 'never' }, NOTHING_SAID, ['a'], noon)).toBeUndefined()
})
