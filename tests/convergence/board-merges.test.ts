import { expect, it } from 'vitest'
import { mergeBoards } from './board-merges'

const BOARDS = 25
const ACTS = 200

it('boards that people change apart agree after every merge, and nobody passed a limit in silence', () => {
  const failed: string[] = []
  for (let seed = 1; seed <= BOARDS; seed++)
    for (const fault of mergeBoards(seed, ACTS).slice(0, 3)) failed.push(`board ${seed}: ${fault}`)
  expect(failed).toEqual([])
}, 180_000)
