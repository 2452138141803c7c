import { expect, it } from 'vitest'
import { behind, placeAt } from './use-step-drag'

it('a pointer is above the first row whose middle is below it', () => {
  expect(placeAt([10, 30, 50], 5)).toBe(0)
  expect(placeAt([10, 30, 50], 30)).toBe(2)
  expect(placeAt([10, 30, 50], 99)).toBe(3)
  expect(placeAt([], 5)).toBe(0)
})
it('a step is put behind the row above its place, and stays where its place is its own', () => {
  const items = ['a', 'b', 'c']
  expect(behind(items, 'c', 0)).toBeNull()
  expect(behind(items, 'a', 3)).toBe('c')
  expect(behind(items, 'a', 2)).toBe('b')
  for (const to of [1, 2]) expect(behind(items, 'b', to)).toBeUndefined()
  expect(behind(items, 'gone', 0)).toBeUndefined()
})
