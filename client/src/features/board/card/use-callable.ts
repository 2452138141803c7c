// The people of the team who can be called in a comment.
import { useMemo } from 'react'
import { useSnapshot } from '../../../react'
import { useBoard } from '../board-context'

/** In the team's order, without those who left. */
export function useCallable() {
  const { team, people } = useBoard()
  const ids = useSnapshot(team.directory, (directory) => directory.people)
  return useMemo(() => ids.flatMap((id) => people.get(id) ?? []), [ids, people])
}
