import { expect, it } from 'vitest'
import { contrast, initialsOf, inkOn } from './person-mark'

it('takes initials of the first and last word, or the first letters of one', () => {
  expect(initialsOf('Ann Keller')).toBe('AK')
  expect(initialsOf('  bo  van der Marsh ')).toBe('BM')
  expect(initialsOf('Chidi')).toBe('CH')
  expect(initialsOf('𝒳🙂')).toBe('𝒳🙂')
  expect(initialsOf('')).toBe('')
})
it('computes the contrast ratio of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
})
it('writes on a colour with what can be read there', () => {
  expect(inkOn('#2b4a7f')).toBe('#ffffff')
  expect(inkOn('#ffe08a')).toBe('#1c2228')
})
