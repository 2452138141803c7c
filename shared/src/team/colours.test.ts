import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLOURS, colourPeople, freeColour } from './colours'

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = channels(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** Coordinates in OKLab (Ottosson 2020), in which distance is about what the eye sees. */
const oklab = (colour: string): number[] => {
  const [r = 0, g = 0, b = 0] = channels(colour)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
const distance = (a: string, b: string): number =>
  Math.hypot(...oklab(a).map((value, index) => value - (oklab(b)[index] ?? 0)))

const wishes = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 20 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), colour: fc.constantFrom('', ...COLOURS) }))),
  )

describe('people’s colours', () => {
  it('carry white initials at 4.5:1 and lie apart', () => {
    for (const colour of COLOURS) expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5)
    for (const [index, a] of COLOURS.entries())
      for (const b of COLOURS.slice(index + 1)) expect(distance(a, b), `${a} and ${b}`).toBeGreaterThan(0.08)
  })
  it('differ from person to person as long as the palette lasts, and are shared evenly after that', () => {
    fc.assert(
      fc.property(wishes, (people) => {
        const given = [...colourPeople(people).values()]
        expect(given).toHaveLength(people.length)
        expect(new Set(given).size).toBe(Math.min(people.length, COLOURS.length))
      }),
    )
  })
  it('do not change because someone joins with a colour that was free', () => {
    fc.assert(
      fc.property(wishes, (people) => {
        fc.pre(people.length < COLOURS.length)
        const before = colourPeople(people)
        const joined = [...people, { id: 'someone new', colour: freeColour(before.values()) }]
        const after = colourPeople(joined)
        for (const { id } of people) expect(after.get(id)).toBe(before.get(id))
      }),
    )
  })
  it('give the earlier person the colour that two wished for', () => {
    const given = colourPeople([
      { id: 'ann', colour: COLOURS[2] },
      { id: 'ben', colour: COLOURS[2] },
      { id: 'col', colour: COLOURS[0] },
    ])
    expect(given.get('ann')).toBe(COLOURS[2])
    expect(given.get('col')).toBe(COLOURS[0])
    expect(given.get('ben')).toBe(COLOURS[1])
  })
})
