// The kinds of filter that this board has now.
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { useCallback } from 'react'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { useBoard } from '../board-context'
import { filterKinds } from './filter-parts'
import type { FilterKind } from './filter-parts'

const isSame = (a: readonly FilterKind[], b: readonly FilterKind[]): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)

export function useFilterKinds(): readonly FilterKind[] {
  const { handle, team, people, me } = useBoard()
  const everybody = useSnapshot(team.directory, (directory) => directory.people)
  const select = useCallback(
    (board: BoardSnapshot) => filterKinds(board, { people, everybody, me }),
    [people, everybody, me],
  )
  return useSnapshot(handle, select, isSame)
}
