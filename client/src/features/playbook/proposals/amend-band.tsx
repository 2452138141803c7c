// Says over every room that the next act becomes a new wording of a proposal, as long as that is so.
import { PenLine } from 'lucide-react'
import { currentVersion, outcome, titleOf } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Icon } from '../../../design/icon'
import { useReadable } from '../../../react'
import type { DocumentHandle } from '../../../session/api'
import { text } from '../../../text'
import styles from './amend-band.module.css'
import { useProposalsUi } from './ui-store'

export function AmendBand({ handle }: { handle: DocumentHandle<PlaybookSnapshot> }) {
  const amending = useProposalsUi((ui) => ui.amending)
  const playbook = useReadable(handle)
  const one = amending && playbook.casesById.get(amending.proposal)
  if (!one) return null
  const { endAmending, show } = useProposalsUi.getState()
  const title = titleOf(one, currentVersion(one))
  const { applied, state } = outcome(one, { at: 0, isSure: false })
  const isOver = applied || state === 'withdrawn'
  const cancel = () => {
    endAmending()
    show({ kind: 'proposal', id: one.proposal.id })
  }
  return (
    <div className={styles.band} role="status">
      <Icon of={PenLine} size={18} />
      <p>
        {isOver
          ? text('proposals.amend.over', { title })
          : text('proposals.amend.band', { title, number: one.versions.length + 1 })}
      </p>
      <Button onPress={isOver ? endAmending : cancel}>{text('proposals.cancel')}</Button>
    </div>
  )
}
