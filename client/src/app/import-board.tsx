// Where a board comes in from a file: the dialog, loaded when it is asked for, and the way to the new board.
import { Suspense, lazy } from 'react'
import { useLocation } from 'wouter'
import type { AppTeam } from './device-context'
import { usePermit } from './playbook/at-hand'
import { documentPath } from './routes'

const ImportDialog = lazy(async () => ({ default: (await import('../features/transfer')).ImportDialog }))

interface ImportBoardProps {
  readonly team: AppTeam
  /** The board that a table comes onto, unless another is chosen. */
  readonly into?: string
  readonly onClose: () => void
  /** Takes a file that turns out to be a backup of a team. */
  readonly onBackup?: (file: File) => void
}

/** Asks the rules anew whenever they arrive or change while the dialog is open. */
export function ImportBoard({ team, into, onClose, onBackup }: ImportBoardProps) {
  const [, navigate] = useLocation()
  const permit = usePermit()
  return (
    <Suspense>
      <ImportDialog
        team={team}
        into={into}
        permit={permit}
        onClose={onClose}
        onBackup={onBackup}
        onOpenBoard={(id) => navigate(documentPath(team.teamId, 'board', id))}
      />
    </Suspense>
  )
}
