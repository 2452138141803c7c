import { expect, it } from 'vitest'
import { isQuiet, newsOf, NOTHING_SAID, toldTo, USUAL_NEWS } from './news-rules'

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

it('tells of the notes that are for a person or for everybody, not of their own nor of old ones', () => {
  const day = 86_400_000
  const tell = (id: string, by: string, people: string[], at: number) => ({
    id,
    by,
    people,
    at,
    act: { kind: 'spend' },
    document: '',
    order: 0,
    rule: null,
    command: '',
    words: id,
  })
  const tells = [
    tell('old', 'bo', ['ann'], 2 * day),
    tell('all', 'bo', [], 9 * day),
    tell('own', 'ann', [], 9 * day),
    tell('other', 'bo', ['cy'], 9 * day),
    tell('named', 'bo', ['cy', 'ann'], 9 * day + 1),
  ]
  expect(toldTo(tells, 'ann', 10 * day).map(({ id }) => id)).toEqual(['named', 'all'])
})
