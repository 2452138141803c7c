import { createCalendar, finishCard, moveCard, pullCard } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { addCard } from '@yokoten/shared/board'
import { expect, it, vi } from 'vitest'
import { createBoardAgeing } from './board-ageing'

function setup(atOnce?: number) {
  const small = createSmallBoard()
  const told = new Set<() => void>()
  const waiting: (() => void)[] = []
  const board = {
    get: (): BoardSnapshot => small.board,
    subscribe: (listener: () => void) => {
      told.add(listener)
      return () => told.delete(listener)
    },
  }
  const later = (run: () => void) => {
    waiting.push(run)
    return () => waiting.splice(waiting.indexOf(run), 1)
  }
  const ageing = createBoardAgeing(board, createCalendar('UTC'), later, atOnce)
  return {
    small,
    ageing,
    told,
    waiting,
    change: () => told.forEach((listener) => listener()),
    idle: () => waiting.splice(0).forEach((run) => run()),
  }
}
function finishTen({ small }: ReturnType<typeof setup>) {
  for (let i = 0; i < 10; i++) {
    const card = `f${i}`
    small.run(addCard, { card, title: card })
    small.run(moveCard, { card, to: small.check })
    small.ann.wait(86_400_000)
    small.run(finishCard, { card })
  }
}

it('knows nothing until the browser is idle, then says what is usual', () => {
  const room = setup()
  finishTen(room)
  const listener = vi.fn()
  room.ageing.subscribe(listener)
  expect(room.ageing.get().cycle).toBeNull()
  room.idle()
  expect(room.ageing.get().cycle).toMatchObject({ p50: 2, cards: 10 })
  expect(room.ageing.get().bands.has('check')).toBe(true)
  expect(listener).toHaveBeenCalledTimes(1)
})
it('looks at many finished cards a few at a time, and says nothing before it has seen all', () => {
  const room = setup(4)
  finishTen(room)
  room.ageing.subscribe(() => undefined)
  for (let pauses = 0; pauses < 2; pauses++) {
    room.idle()
    expect(room.ageing.get().cycle).toBeNull()
    expect(room.waiting).toHaveLength(1)
  }
  room.idle()
  expect(room.ageing.get().cycle).toMatchObject({ p50: 2, cards: 10 })
  expect(room.waiting).toHaveLength(0)
})
it('works it out once for many changes, and tells nobody where the figures stay', () => {
  const room = setup()
  finishTen(room)
  const listener = vi.fn()
  room.ageing.subscribe(listener)
  room.idle()
  const before = room.ageing.get()
  room.small.run(pullCard, { card: 'c1' })
  room.change()
  room.change()
  expect(room.waiting).toHaveLength(1)
  room.idle()
  expect(room.ageing.get()).toBe(before)
  expect(listener).toHaveBeenCalledTimes(1)
})
it('tells of each finished card, but of the percentiles only where one is another', () => {
  const room = setup()
  finishTen(room)
  const [usual, figures] = [vi.fn(), vi.fn()]
  room.ageing.subscribe(usual)
  room.ageing.figures.subscribe(figures)
  room.idle()
  const before = room.ageing.get()
  room.small.run(addCard, { card: 'f10', title: 'f10' })
  room.small.run(moveCard, { card: 'f10', to: room.small.check })
  room.small.ann.wait(86_400_000)
  room.small.run(finishCard, { card: 'f10' })
  room.change()
  room.idle()
  expect(room.ageing.figures.get().finished).toHaveLength(11)
  expect(room.ageing.get()).toBe(before)
  expect([usual.mock.calls.length, figures.mock.calls.length]).toEqual([1, 2])
})
it('stops when nobody looks any more', () => {
  const room = setup()
  const leave = room.ageing.subscribe(() => undefined)
  expect(room.waiting).toHaveLength(1)
  leave()
  expect(room.waiting).toHaveLength(0)
  expect(room.told.size).toBe(0)
})
