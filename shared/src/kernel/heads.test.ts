import { describe, expect, it } from 'vitest'
import { headsOf, standsAs } from './heads'

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

describe('what an entry set', () => {
  const set = (id: string, by: string, value: number, ...parents: string[]) => ({ id, by, value, parents })
  const standing = (of: string, heads: string[], ...entries: ReturnType<typeof set>[]) => {
    const entryOf = (id: string) => entries.find((one) => one.id === id)
    return standsAs(entryOf(of) as ReturnType<typeof set>, heads, entryOf)?.id
  }
  it('stands as long as nobody, or only the same person, has come back to it', () => {
    const [a, b] = [set('a', 'ann', 3), set('b', 'ann', 4, 'a')]
    expect(standing('b', ['b'], a, b)).toBe('b')
    expect(standing('a', ['b'], a, b)).toBeUndefined()
    expect(standing('a', ['c'], a, b, set('c', 'ann', 3, 'b'))).toBe('c')
    expect(standing('a', ['c'], a, b, set('c', 'dee', 3, 'b'))).toBeUndefined()
    expect(standing('a', ['c'], a, set('b', 'dee', 4, 'a'), set('c', 'ann', 3, 'b'))).toBeUndefined()
  })
  it('does not stand where it is disputed, or entries are damaged or missing', () => {
    const a = set('a', 'ann', 3)
    expect(standing('a', ['a', 'b'], a, set('b', 'ann', 3))).toBeUndefined()
    expect(standing('a', ['c'], a, set('c', 'ann', 3, 'gone'))).toBeUndefined()
    expect(standing('a', ['c'], a, set('c', 'ann', 3, 'b'), set('b', 'ann', 4, 'c'))).toBeUndefined()
    expect(standing('a', ['c'], a, set('c', 'ann', 3, 'a', 'b'), set('b', 'ann', 4))).toBeUndefined()
  })
})
