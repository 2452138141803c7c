// The names of the columns that need a skill: their boards are opened for it, since only they know.
import { boardDocument } from '@yokoten/shared/board'
import type { Step, TeamSnapshot } from '@yokoten/shared/team'
import { useDocument, useReadable, useSnapshot } from '../../../react'
import type { Readable, TeamSession } from '../../../session/api'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { text } from '../../../text'
import { listWords } from './words'
import styles from './capacity.module.css'

interface StepNamesProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly steps: readonly Step[]
  readonly isAtRisk: boolean
}

function Names({
  board,
  of,
  isAtRisk,
  title,
}: {
  board: Readable<BoardSnapshot>
  of: readonly Step[]
  isAtRisk: boolean
  title: string
}) {
  const names = useSnapshot(board, (snapshot) =>
    listWords(
      of.flatMap((step) => {
        const column = snapshot.columnsById.get(step.column)
        return column && !column.archived ? [column.name] : []
      }),
    ),
  )
  if (names === '') return null
  return (
    <small className={isAtRisk ? styles.risk : undefined}>
      {text(isAtRisk ? 'team.skills.stops' : 'team.skills.neededFor', { steps: names, board: title })}
    </small>
  )
}

function OneBoard({ team, steps, isAtRisk, board }: StepNamesProps & { board: string }) {
  const handle = useDocument(team, boardDocument, `board/${board}`)
  const entry = useReadable(team.directory).documentsById.get(board)
  if (!handle || !entry || entry.archived) return null
  return (
    <Names
      board={handle}
      title={entry.name}
      isAtRisk={isAtRisk}
      of={steps.filter((step) => step.board === board)}
    />
  )
}

export default function StepNames(props: StepNamesProps) {
  return [...new Set(props.steps.map((step) => step.board))].map((board) => (
    <OneBoard key={board} {...props} board={board} />
  ))
}
