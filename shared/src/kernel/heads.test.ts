import { describe, expect, it } from 'vitest'
import { headsOf } from './heads'

const entry = (id: string, order: number, ...parents: string[]) => ({ id, order, parents })
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)

describe('heads of a log', () => {
  it('are the entries that no other names, whatever the order of arrival', () => {
    const first = entry('first', 1)
    const apart = [entry('b', 2, 'first'), entry('a', 2, 'first')]
    for (const entries of [
      [first, ...apart],
      [...apart, first],
    ]) {
      expect(ids(headsOf(entries).history)).toEqual(['first', 'a', 'b'])
      expect(ids(headsOf(entries).heads)).toEqual(['a', 'b'])
    }
    expect(ids(headsOf([...apart, first, entry('both', 3, 'a', 'b')]).heads)).toEqual(['both'])
  })
  it('are the last entry where damaged ones name each other, and none where there is none', () => {
    expect(ids(headsOf([entry('a', 1, 'b'), entry('b', 2, 'a')]).heads)).toEqual(['b'])
    expect(headsOf([])).toEqual({ history: [], heads: [] })
  })
})
