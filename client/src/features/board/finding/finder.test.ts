import { archiveCard, editCard, EMPTY_FILTER } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { buildBoard, createSmallBoard, createTableDocument } from '@yokoten/shared/board/test-support'
import { expect, it } from 'vitest'
import { createFinder } from './finder'
import { createProseIndex } from './prose-index'
import { inSlices } from './slices'

/** Later is when the test says so. */
function createLater() {
  const runs: (() => void)[] = []
  return {
    later: (run: () => void) => {
      runs.push(run)
      return () => void runs.splice(runs.indexOf(run) >>> 0, runs.includes(run) ? 1 : 0)
    },
    get waiting() {
      return runs.length
    },
    pass() {
      while (runs.length > 0) runs.shift()?.()
    },
  }
}

function readable(small: { readonly board: BoardSnapshot }) {
  const listeners = new Set<() => void>()
  return {
    get: () => small.board,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: () => listeners.forEach((listener) => listener()),
    get followers() {
      return listeners.size
    },
  }
}

it('shows what fits, follows the board, and lets go of it when nothing is asked', () => {
  const small = createSmallBoard()
  const board = readable(small)
  const time = createLater()
  const finder = createFinder(board, time.later)
  finder.ask({ ...EMPTY_FILTER, words: 'c2' }, {})
  expect([...(finder.get().shown ?? [])]).toEqual(['c2'])
  small.run(editCard, { card: 'c3', title: 'Beside c2' })
  board.tell()
  board.tell()
  expect(time.waiting).toBe(1)
  time.pass()
  expect([...(finder.get().shown ?? [])].sort()).toEqual(['c2', 'c3'])
  small.run(archiveCard, { card: 'c2' })
  board.tell()
  time.pass()
  expect(finder.get().archived.map((hit) => hit.card)).toEqual(['c2'])
  const { shown } = finder.get()
  small.run(editCard, { card: 'c4', title: 'Elsewhere' })
  board.tell()
  time.pass()
  expect(finder.get().shown).toBe(shown)
  finder.ask(EMPTY_FILTER, {})
  expect(finder.get().shown).toBeUndefined()
  expect(board.followers).toBe(0)
})
it('works in slices, and drops the search of an earlier word', () => {
  let now = 0
  const time = createLater()
  const steps: number[] = []
  let step = 0
  const cancel = inSlices(
    (isOver) => {
      while (!isOver()) {
        now += 2
        steps.push(++step)
        if (step === 8) return true
      }
      return false
    },
    () => steps.push(-1),
    time.later,
    () => now,
  )
  expect(steps).toEqual([1, 2, 3])
  time.pass()
  expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, -1])
  cancel()
  const document = createTableDocument(buildBoard({ cards: 2_000, moves: 2_000 }).flat())
  const finder = createFinder({ get: () => document.snapshot, subscribe: () => () => undefined }, time.later)
  finder.ask({ ...EMPTY_FILTER, words: 'press' }, {})
  finder.ask({ ...EMPTY_FILTER, words: 'no such word at all' }, {})
  time.pass()
  expect(finder.get()).toMatchObject({ isLooking: false, archived: [] })
  expect(finder.get().shown?.size).toBe(0)
})
it('learns the words of descriptions, and which of them change', () => {
  const words = new Map([
    ['card:a', 'Über die Schläuche'],
    ['other:b', 'none of a card'],
  ])
  let told: (ids: ReadonlySet<string>) => void = () => undefined
  const texts = {
    ids: () => [...words.keys()],
    words: (id: string) => words.get(id) ?? '',
    subscribe: (listener: typeof told) => {
      told = listener
      return () => undefined
    },
  }
  const index = createProseIndex(texts)
  expect(index.of('a')).toBeUndefined()
  index.start()
  expect([index.of('a'), index.of('b'), index.get()]).toEqual(['uber die schlauche', undefined, 1])
  words.set('card:a', 'Bolts')
  told(new Set(['card:a']))
  expect([index.of('a'), index.get()]).toEqual(['bolts', 2])
})
