// Asking the team from any room: the playbook is opened for as long as the question is.
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useDocument } from '../../../react'
import type { TeamSession } from '../../../session/api'
import type { PlaybookPaths } from '../playbook-context'
import { PlaybookProvider } from '../playbook-provider'
import { RaiseDialog } from './raise-dialog'
import type { Raising } from './raise-dialog'

interface RaiseRequestProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly paths: PlaybookPaths
  readonly raising: Raising
  readonly onClose: () => void
}

export function RaiseRequest({ team, paths, raising, onClose }: RaiseRequestProps) {
  const handle = useDocument(team, playbookDocument, PLAYBOOK_DOCUMENT)
  if (!handle) return null
  return (
    <PlaybookProvider team={team} handle={handle} paths={paths}>
      <RaiseDialog raising={raising} onClose={onClose} />
    </PlaybookProvider>
  )
}
