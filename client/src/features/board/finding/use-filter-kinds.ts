// The kinds of filter that this board has now.
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { useCallback } from 'react'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { valueLabel } from '../../../design/serves-field'
import { useSnapshot } from '../../../react'
import { useBoard } from '../board-context'
import { filterKinds } from './filter-parts'
import type { FilterChoice, FilterKind } from './filter-parts'

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  isEqual(a as unknown as Json, b as unknown as Json)

const valueChoices = (directory: TeamSnapshot): readonly FilterChoice[] =>
  directory.values.flatMap((id) => {
    const value = directory.valuesById.get(id)
    return value ? { id, name: valueLabel(directory, value) } : []
  })

export function useFilterKinds(): readonly FilterKind[] {
  const { handle, team, people, me } = useBoard()
  const everybody = useSnapshot(team.directory, (directory) => directory.people)
  const values = useSnapshot(team.directory, valueChoices, isSame)
  const select = useCallback(
    (board: BoardSnapshot) => filterKinds(board, { people, everybody, me, values }),
    [people, everybody, me, values],
  )
  return useSnapshot(handle, select, isSame)
}
