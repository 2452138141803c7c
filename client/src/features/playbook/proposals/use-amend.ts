// Puts a new wording of a proposal to the others, on the ground of today.
import type { JsonObject } from '@yokoten/shared/kernel'
import { amendProposal, commandOf, currentVersion } from '@yokoten/shared/playbook'
import type { AmendArgs, Case } from '@yokoten/shared/playbook'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import { usePlaybookRoom, useRoster } from '../playbook-context'
import { refusalWords } from '../words'
import { useProposalTools } from './tools'

export interface NewWording {
  readonly reason: string
  readonly args: JsonObject
  /** Of what is done by hand; what a command does is called by what it does. */
  readonly title?: string
  readonly instead?: Omit<NonNullable<AmendArgs['instead']>, 'roster'>
}

/** True: it is put to them. Else it has been said why it is not. */
export function useAmend(): (one: Case, wording: NewWording) => Promise<boolean> {
  const { act, zone } = usePlaybookRoom()
  const tools = useProposalTools()
  const roster = useRoster()
  return async (one, { reason, args, title, instead }) => {
    const command = instead?.command ?? commandOf(one, currentVersion(one))
    const seen = command ? await tools.look(command, args, one.proposal.by) : undefined
    if (seen === 'gone' || seen === 'refused') {
      toasts.show(text(`proposals.look.${seen}`), { tone: 'stop' })
      return false
    }
    const called = seen?.described.title ?? title
    const result = act(amendProposal, {
      proposal: one.proposal.id,
      args,
      ground: seen?.ground ?? {},
      reason,
      zone,
      ...(called !== undefined && { title: called }),
      ...(instead && { instead: { ...instead, roster } }),
    })
    if (typeof result === 'object') toasts.show(refusalWords(result), { tone: 'stop' })
    return typeof result !== 'object'
  }
}
