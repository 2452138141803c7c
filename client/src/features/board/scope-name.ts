// What a limit holds for, by the name that people know it by.
import type { BoardSnapshot, LimitScope } from '@yokoten/shared/board'
import { CLASSES } from '@yokoten/shared/board'
import type { Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import { text } from '../../text'

/** Also of something that was put away since. */
export function scopeName(board: BoardSnapshot, people: Table<Person>, scope: LimitScope): string {
  const { lanes, groups } = board.basis.tables
  switch (scope.kind) {
    case 'column':
      return board.columnsById.get(scope.id)?.name ?? ''
    case 'lane':
      return lanes.get(scope.id)?.name ?? ''
    case 'group':
      return groups.get(scope.id)?.name ?? ''
    case 'person':
      return people.get(scope.id)?.name ?? text('board.someone')
    case 'class': {
      const known = CLASSES.find((one) => one === scope.id)
      return known ? text(`board.class.${known}`) : ''
    }
    case 'board':
      return text('board.over.wholeBoard')
  }
}

/** A limit's name where limits of several kinds stand together: a lane and a class may be called alike. */
export function limitName(board: BoardSnapshot, people: Table<Person>, scope: LimitScope): string {
  const name = scopeName(board, people, scope)
  switch (scope.kind) {
    case 'lane':
      return text('board.limit.ofLane', { name })
    case 'group':
      return text('board.limit.ofGroup', { name })
    case 'class':
      return text('board.limit.ofClass', { name })
    case 'board':
    case 'person':
    case 'column':
      return name
  }
}
