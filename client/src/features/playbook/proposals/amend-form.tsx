// A new wording in the place of the last: with another reason or number here, or by doing it the way it should be.
import { useState } from 'react'
import { commandOf, titleOf } from '@yokoten/shared/playbook'
import type { Decision } from '@yokoten/shared/playbook'
import { useLocation } from 'wouter'
import { Button } from '../../../design/button'
import { NumberField } from '../../../design/number-field'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import styles from './proposals.module.css'
import { useProposalTools } from './tools'
import { useAmend } from './use-amend'
import { useProposalsUi } from './ui-store'

/** To the room of what would be done, where the next act of that kind becomes the new wording. */
function ByDoing({ decision }: { decision: Decision }) {
  const tools = useProposalTools()
  const [, navigate] = useLocation()
  const { proposal } = decision.case
  const command = commandOf(decision.case, decision.outcome.version)
  const place = command ? tools.place(command.document) : undefined
  if (!command || place === undefined) return null
  const begin = () => {
    useProposalsUi
      .getState()
      .amend({ proposal: proposal.id, document: command.document, act: proposal.act.kind })
    navigate(place)
  }
  return (
    <div className={styles.byDoing}>
      <p className={styles.note}>{text('proposals.amend.doItNote')}</p>
      <Button onPress={begin}>{text('proposals.amend.doIt')}</Button>
    </div>
  )
}

export function AmendForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const amend = useAmend()
  const { version } = decision.outcome
  const isByHand = commandOf(decision.case, version) === null
  const [title, setTitle] = useState(titleOf(decision.case, version))
  const [reason, setReason] = useState(version.reason)
  const hasLimit = typeof version.args.limit === 'number'
  const [limit, setLimit] = useState(hasLimit ? Number(version.args.limit) : undefined)
  const isMissing = (hasLimit && limit === undefined) || title.trim() === ''
  const send = async () => {
    const args = limit === undefined ? version.args : { ...version.args, limit }
    if (await amend(decision.case, { reason, args, ...(isByHand && { title }) })) onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isMissing) void send()
      }}
    >
      <ByDoing decision={decision} />
      {hasLimit && (
        <NumberField label={text('proposals.amend.number')} value={limit} onChange={setLimit} minValue={1} />
      )}
      {isByHand && <TextField label={text('proposals.what')} value={title} onChange={setTitle} />}
      <TextArea autoFocus rows={2} label={text('proposals.reason')} value={reason} onChange={setReason} />
      <p className={styles.note}>{text('proposals.amend.restarts')}</p>
      <div className={styles.acts}>
        <Button onPress={onDone}>{text('proposals.cancel')}</Button>
        <Button look="main" type="submit" isDisabled={isMissing}>
          {text('proposals.amend.send')}
        </Button>
      </div>
    </form>
  )
}
