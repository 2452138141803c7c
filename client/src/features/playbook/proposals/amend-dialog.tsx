// An act that was done to show how a proposal should be: what it would change now, and the word that it becomes the new wording.
import { useId, useMemo, useState } from 'react'
import type { Decision } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextArea } from '../../../design/text-area'
import { toasts } from '../../../design/toasts'
import type { Asked } from '../../../session/api'
import { text } from '../../../text'
import { carriedArgs } from './carried-args'
import styles from './proposals.module.css'
import { useAmend } from './use-amend'
import { useDecision } from './use-decisions'
import { useLook } from './use-look'
import { useProposalsUi } from './ui-store'
import { WhatChanges } from './what-changes'

interface AmendDialogProps {
  readonly asked: Asked
  readonly onClose: () => void
}

function Wording({ decision, asked, onClose }: AmendDialogProps & { decision: Decision }) {
  const amend = useAmend()
  const form = useId()
  const { proposal, versions } = decision.case
  const [reason, setReason] = useState(decision.outcome.version.reason)
  const [isSending, setSending] = useState(false)
  const command = useMemo(() => ({ ...asked.command, document: asked.document }), [asked])
  const args = useMemo(() => carriedArgs(asked.args), [asked])
  const seen = useLook(command, args, proposal.by, true)
  const described = typeof seen === 'object' ? seen.described : undefined
  const send = async () => {
    setSending(true)
    const isSent = await amend(decision.case, {
      reason,
      args,
      instead: { act: asked.refused.act, command },
    })
    setSending(false)
    if (!isSent) return
    useProposalsUi.getState().endAmending()
    onClose()
    toasts.show(text('proposals.amend.sent'), {
      action: {
        label: text('proposals.look'),
        run: () => useProposalsUi.getState().show({ kind: 'proposal', id: proposal.id }),
      },
    })
  }
  return (
    <Dialog
      isOpen
      title={described?.title ?? text('proposals.amend.title')}
      note={text('proposals.amend.wording', { number: versions.length + 1 })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('proposals.cancel')}</Button>
          <Button look="main" type="submit" form={form} isDisabled={!described || isSending}>
            {text('proposals.amend.send')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (described && !isSending) void send()
        }}
      >
        {(seen === 'gone' || seen === 'refused') && (
          <p className={styles.warn}>{text(`proposals.look.${seen}`)}</p>
        )}
        {described && <WhatChanges described={described} />}
        <TextArea autoFocus rows={2} label={text('proposals.reason')} value={reason} onChange={setReason} />
        <p className={styles.note}>{text('proposals.amend.restarts')}</p>
      </form>
    </Dialog>
  )
}

export function AmendDialog({ proposal, ...rest }: AmendDialogProps & { proposal: string }) {
  const decision = useDecision(proposal)
  return decision ? <Wording decision={decision} {...rest} /> : null
}
