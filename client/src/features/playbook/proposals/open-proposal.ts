// Opening a proposal: who has it before them has seen it, and says so by that act, once a wording.
import { useCallback } from 'react'
import { speak, voiceOf } from '@yokoten/shared/playbook'
import type { Decision } from '@yokoten/shared/playbook'
import { usePlaybookRoom } from '../playbook-context'
import { useProposalsUi } from './ui-store'

/** Shows it whole. Silence counts only from those who have seen it: that is written here, and nowhere else. */
export function useOpenProposal(): (decision: Decision) => void {
  const { act, me, canWrite } = usePlaybookRoom()
  return useCallback(
    (decision) => {
      const { proposal } = decision.case
      useProposalsUi.getState().show({ kind: 'proposal', id: proposal.id })
      const isNews = me !== undefined && proposal.by !== me && voiceOf(decision, me) === undefined
      if (canWrite && isNews && decision.isOpen)
        act(speak, { proposal: proposal.id, version: decision.outcome.version.id, kind: 'seen' })
    },
    [act, me, canWrite],
  )
}
