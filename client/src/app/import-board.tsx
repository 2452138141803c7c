// Where a board comes in from a file: the dialog, loaded when it is asked for, and the way to the new board.
import { Suspense, lazy, useEffect, useState } from 'react'
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { Act, PermitFor } from '@yokoten/shared/kernel'
import { useLocation } from 'wouter'
import { useDocument } from '../react'
import type { DocumentHandle } from '../session/api'
import type { AppTeam } from './device-context'
import { usePlaybookAtHand } from './playbook/at-hand'
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

export function ImportBoard(props: ImportBoardProps) {
  const playbook = useDocument(props.team, playbookDocument, PLAYBOOK_DOCUMENT)
  return playbook && <ByTheRules playbook={playbook} {...props} />
}

/** The dialog, which asks the rules anew whenever they arrive or change while it is open. */
function ByTheRules({
  team,
  into,
  onClose,
  onBackup,
  playbook,
}: ImportBoardProps & { readonly playbook: DocumentHandle<PlaybookSnapshot> }) {
  const [, navigate] = useLocation()
  const { permit: asked } = usePlaybookAtHand()
  const [permit, setPermit] = useState<PermitFor>(() => asked)
  useEffect(() => {
    const askAgain = () => setPermit(() => (act: Act) => asked(act))
    const stops = [playbook, playbook.sharing, team.directory].map(({ subscribe }) => subscribe(askAgain))
    return () => stops.forEach((stop) => stop())
  }, [asked, playbook, team])
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
