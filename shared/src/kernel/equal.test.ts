import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isEqual } from './equal'
import type { Json } from './json'

it('a value equals its own copy with the keys in another order', () => {
  const reversed = (value: Json): Json =>
    Array.isArray(value)
      ? value.map((item) => reversed(item as Json))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, reversed(item as Json)]),
          )
        : value
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) =>
      isEqual(value as Json, reversed(value as Json)),
    ),
  )
})
it('tells apart what differs', () => {
  const pairs: [Json | undefined, Json | undefined][] = [
    [null, undefined],
    [{ a: 1 }, { a: 1, b: null }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [0, '0'],
    [{ a: undefined as never }, {}],
  ]
  for (const [a, b] of pairs) expect(isEqual(a, b)).toBe(false)
})
