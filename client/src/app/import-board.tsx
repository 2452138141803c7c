// Where a board comes in from a file: the dialog, loaded when it is asked for, and the way to the new board.
import { Suspense, lazy } from 'react'
import { useLocation } from 'wouter'
import type { AppTeam } from './device-context'
import { documentPath } from './routes'

const ImportDialog = lazy(async () => ({ default: (await import('../features/transfer')).ImportDialog }))

interface ImportBoardProps {
  readonly team: AppTeam
  readonly onClose: () => void
  /** Takes a file that turns out to be a backup of a team. */
  readonly onBackup?: (file: File) => void
}

export function ImportBoard({ team, onClose, onBackup }: ImportBoardProps) {
  const [, navigate] = useLocation()
  return (
    <Suspense>
      <ImportDialog
        team={team}
        onClose={onClose}
        onBackup={onBackup}
        onOpenBoard={(id) => navigate(documentPath(team.teamId, 'board', id))}
      />
    </Suspense>
  )
}
