// A new wording in the place of the last: on the ground of today, with another number where the act has one.
import { useState } from 'react'
import { amendProposal } from '@yokoten/shared/playbook'
import type { Decision } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { NumberField } from '../../../design/number-field'
import { TextArea } from '../../../design/text-area'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import { usePlaybookRoom } from '../playbook-context'
import { refusalWords } from '../words'
import styles from './proposals.module.css'
import { useProposalTools } from './tools'

export function AmendForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const { act, zone } = usePlaybookRoom()
  const tools = useProposalTools()
  const { proposal } = decision.case
  const { version } = decision.outcome
  const [reason, setReason] = useState(version.reason)
  const hasLimit = typeof version.args.limit === 'number'
  const [limit, setLimit] = useState(hasLimit ? Number(version.args.limit) : undefined)
  const amend = async () => {
    const args = limit === undefined ? version.args : { ...version.args, limit }
    const { command } = proposal
    const seen = command ? await tools.look(command, args, proposal.by) : undefined
    if (seen === 'gone' || seen === 'refused') {
      toasts.show(text(`proposals.look.${seen}`), { tone: 'stop' })
      return
    }
    const result = act(amendProposal, {
      proposal: proposal.id,
      args,
      ground: seen?.ground ?? {},
      reason,
      zone,
    })
    if (typeof result === 'object') toasts.show(refusalWords(result), { tone: 'stop' })
    else onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void amend()
      }}
    >
      {hasLimit && (
        <NumberField label={text('proposals.amend.number')} value={limit} onChange={setLimit} minValue={1} />
      )}
      <TextArea autoFocus rows={2} label={text('proposals.reason')} value={reason} onChange={setReason} />
      <p className={styles.note}>{text('proposals.amend.restarts')}</p>
      <div className={styles.acts}>
        <Button onPress={onDone}>{text('proposals.cancel')}</Button>
        <Button look="main" type="submit" isDisabled={hasLimit && limit === undefined}>
          {text('proposals.amend.send')}
        </Button>
      </div>
    </form>
  )
}
