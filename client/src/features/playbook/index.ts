// The playbook's door: what the app keeps at hand from the first moment, and the screens, each loaded when it is shown.
import { lazy } from 'react'

export const PlaybookPage = lazy(async () => ({ default: (await import('./playbook-page')).PlaybookPage }))
export const RaiseRequest = lazy(async () => ({
  default: (await import('./voice/raise-request')).RaiseRequest,
}))
export const ProposalLayers = lazy(() => import('./proposals/proposal-layers'))
export const ProposalsHere = lazy(() => import('./proposals/proposals-here'))
export const ProposedLine = lazy(() => import('./proposals/proposed-line'))

export { createAgreement, teamTime } from './agreement'
export { turnsOffered } from './hats/hat-turns'
export type { PlaybookPaths } from './playbook-context'
export { AmendBand } from './proposals/amend-band'
export { describePlaybookAct } from './proposals/describe-act'
export { ProposalToolsContext } from './proposals/tools'
export type { LinkedThing, NotReversed, ProposalTools, Thing } from './proposals/tools'
export { useProposalsUi } from './proposals/ui-store'
export { useCarryOut, useWaiting } from './proposals/use-decisions'
export type { WaitingEntry } from './proposals/use-decisions'
export { actWords } from './proposals/words'
export type { Raising } from './voice/raise-dialog'
