import { renameColumn, setLimit, setPolicy } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { ok } from '@yokoten/shared/kernel'
import type { Command, JsonObject } from '@yokoten/shared/kernel'
import { foresee } from '@yokoten/shared/playbook'
import { expect, it } from 'vitest'
import type { DocumentHandle } from '../../session/api'
import { reversalOf } from './reverse-act'

/** Does something and gives the command that would take it back, with its arguments. */
function reversed<A>(command: Command<BoardSnapshot, A, unknown>, argsOf: (small: Small) => A) {
  const small = createSmallBoard()
  const args = argsOf(small)
  const read = (collection: string, id: string) =>
    (small.board.basis.tables as never as Record<string, { get(id: string): JsonObject }>)[collection]?.get(
      id,
    )
  const seen = foresee(command, small.board, args, 'ann', read)
  const ground = seen.ok ? seen.value.ground : {}
  small.run(command, args)
  const done: [string, unknown][] = []
  const run: DocumentHandle<BoardSnapshot>['run'] = (back, given) => {
    done.push([back.name, given])
    return ok(undefined)
  }
  reversalOf(
    small.board,
    command.name,
    args as JsonObject,
    ground,
  )?.({ run } as DocumentHandle<BoardSnapshot>)
  return { done, small }
}
type Small = ReturnType<typeof createSmallBoard>

it('knows the limit, the policy and the name that held before', () => {
  const limit = reversed(setLimit, ({ doing }) => ({ column: doing, limit: 5 }))
  expect(limit.done).toEqual([['board.setLimit', { column: limit.small.doing, limit: 2 }]])
  const policy = reversed(setPolicy, ({ doing }) => ({ column: doing, policy: 'Two people' }))
  expect(policy.done).toEqual([['board.setPolicy', { column: policy.small.doing, policy: '' }]])
  const name = reversed(renameColumn, ({ doing }) => ({ column: doing, name: 'Set up' }))
  expect(name.done).toEqual([['board.renameColumn', { column: name.small.doing, name: 'Doing' }]])
})

it('says where there is no act that takes it back', () => {
  const { board } = createSmallBoard()
  expect(reversalOf(board, 'board.pullCard', { card: 'c1' }, {})).toBeUndefined()
  expect(reversalOf(board, 'board.archiveCard', { card: 'c1' }, {})).toBeTypeOf('function')
})
