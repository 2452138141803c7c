// Whatever of proposals is open over the room that is shown. Mounted once, by the app.
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { DocumentHandle, TeamSession } from '../../../session/api'
import type { PlaybookPaths } from '../playbook-context'
import { PlaybookProvider } from '../playbook-provider'
import { AmendDialog } from './amend-dialog'
import { CanIDialog } from './can-i-dialog'
import { ProposalSheet } from './proposal-sheet'
import { ProposeDialog } from './propose-dialog'
import { useProposalsUi } from './ui-store'

function Layer() {
  const layer = useProposalsUi((ui) => ui.layer)
  const { close } = useProposalsUi.getState()
  switch (layer?.kind) {
    case 'propose':
      return (
        <ProposeDialog
          key={JSON.stringify(layer.wish)}
          wish={layer.wish}
          links={layer.links}
          onClose={close}
        />
      )
    case 'amend':
      return (
        <AmendDialog
          key={JSON.stringify(layer.asked)}
          proposal={layer.proposal}
          asked={layer.asked}
          onClose={close}
        />
      )
    case 'proposal':
      return <ProposalSheet key={layer.id} id={layer.id} onClose={close} />
    case 'can-i':
      return <CanIDialog act={layer.act} facts={layer.facts} onClose={close} />
    case undefined:
      return null
  }
}

interface ProposalLayersProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly handle: DocumentHandle<PlaybookSnapshot>
  readonly paths: PlaybookPaths
  /** Names of the boards' columns, by id, once they are known. */
  readonly columns?: ReadonlyMap<string, string>
}

export default function ProposalLayers(props: ProposalLayersProps) {
  return (
    <PlaybookProvider {...props}>
      <Layer />
    </PlaybookProvider>
  )
}
