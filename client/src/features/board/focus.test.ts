// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { focusCard, focusedCard, focusNeighbour } from './focus'

/** Lists of cards at heights in px; an empty list stands between the first and the last. */
const LISTS = [
  [
    ['a1', 0],
    ['a2', 100],
    ['a3', 300],
  ],
  [],
  [
    ['b1', 0],
    ['b2', 280],
  ],
] as const

const card = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"]`) as HTMLElement
beforeEach(() => {
  document.body.replaceChildren()
  for (const cards of LISTS) {
    const list = document.createElement('div')
    list.dataset.cards = ''
    for (const [id, top] of cards) {
      const item = document.createElement('div')
      item.dataset.card = id
      item.tabIndex = 0
      item.getBoundingClientRect = () => ({ top }) as DOMRect
      list.append(item)
    }
    document.body.append(list)
  }
})
const press = (from: string, key: string) => {
  card(from).focus()
  return { isMoved: focusNeighbour(card(from), key), now: focusedCard() }
}

it('goes up and down within a list, and stops at its ends', () => {
  expect(press('a1', 'ArrowDown')).toEqual({ isMoved: true, now: 'a2' })
  expect(press('a2', 'ArrowUp')).toEqual({ isMoved: true, now: 'a1' })
  expect(press('a1', 'ArrowUp')).toEqual({ isMoved: false, now: 'a1' })
  expect(press('a3', 'ArrowDown')).toEqual({ isMoved: false, now: 'a3' })
})
it('goes to the card beside it, past lists without cards', () => {
  expect(press('a3', 'ArrowRight')).toEqual({ isMoved: true, now: 'b2' })
  expect(press('b1', 'ArrowLeft')).toEqual({ isMoved: true, now: 'a1' })
  expect(press('b1', 'ArrowRight')).toEqual({ isMoved: false, now: 'b1' })
})
it('leaves other keys alone, and what stands in no list', () => {
  expect(press('a1', 'x').isMoved).toBe(false)
  const alone = document.body.appendChild(document.createElement('div'))
  expect(focusNeighbour(alone, 'ArrowDown')).toBe(false)
})
it('waits for a card that is drawn a little later', async () => {
  card('a1').focus()
  const late = card('b2')
  const list = late.parentElement as HTMLElement
  late.remove()
  focusCard('b2')
  requestAnimationFrame(() => list.append(late))
  await new Promise<void>((resolve) => late.addEventListener('focus', () => resolve()))
  expect(focusedCard()).toBe('b2')
})
