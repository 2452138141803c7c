// @vitest-environment happy-dom
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { beforeEach, expect, it } from 'vitest'
import { dropPlace, isWhereItWas } from './drop-place'

let list: HTMLElement
beforeEach(() => {
  list = document.createElement('div')
  for (const [index, card] of ['a', 'b', 'c'].entries()) {
    const item = document.createElement('div')
    item.dataset.card = card
    item.getBoundingClientRect = () => ({ top: index * 100, height: 100 }) as DOMRect
    list.append(item)
  }
})
const at = (y: number, card = 'x') => dropPlace(list, 'doing', 'doing', { card, y }).before

it('lies above the first card whose middle is below the pointer', () => {
  expect(at(-20)).toBe('a')
  expect(at(49)).toBe('a')
  expect(at(51)).toBe('b')
  expect(at(249)).toBe('c')
})
it('lies at the end below all of them, and in a list without cards', () => {
  expect(at(251)).toBeNull()
  list.replaceChildren()
  expect(at(0)).toBeNull()
})
it('does not count the card that is carried', () => expect(at(10, 'a')).toBe('b'))

it('knows a place where the card lies already', () => {
  const { board, todo, doing } = createSmallBoard()
  const order = board.columnsById.get(todo)?.doing ?? []
  const [first = '', second = ''] = order
  const last = order.at(-1) ?? ''
  const place = (before: string | null, column = todo) => ({ column, half: 'doing' as const, before })
  expect(isWhereItWas(board, first, place(second))).toBe(true)
  expect(isWhereItWas(board, first, place(order[2] ?? null))).toBe(false)
  expect(isWhereItWas(board, last, place(null))).toBe(true)
  expect(isWhereItWas(board, first, place(null))).toBe(false)
  expect(isWhereItWas(board, last, place(null, doing))).toBe(false)
})
