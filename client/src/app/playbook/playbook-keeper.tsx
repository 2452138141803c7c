// Keeps the playbook beside the team: every room's commands ask it, what is not free is proposed, what is decided is carried out.
import { Suspense, lazy, useCallback, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { useLocation } from 'wouter'
import { toasts } from '../../design/toasts'
import { createAgreement } from '../../features/playbook/agreement'
import { ProposalToolsContext } from '../../features/playbook/proposals/tools'
import { useProposalsUi } from '../../features/playbook/proposals/ui-store'
import { useWaiting } from '../../features/playbook/proposals/use-decisions'
import type { WaitingEntry } from '../../features/playbook/proposals/use-decisions'
import { useDocument } from '../../react'
import type { DocumentHandle } from '../../session/api'
import { text } from '../../text'
import '../../text/rooms'
import type { AppTeam } from '../device-context'
import { playbookPaths } from '../routes'
import { Waiting } from '../waiting'
import { CanIFinds } from './can-i-finds'
import { createProposalTools } from './proposal-tools'
import { useCarryingOut } from './use-carry-out'
import { useNews } from './use-news'
import { useNotingRules } from './use-noting-rules'
import { useOffers, WaitingCount } from './waiting-count'

const ProposalLayers = lazy(() => import('../../features/playbook/proposals/proposal-layers'))

interface KeptProps {
  readonly team: AppTeam
  readonly handle: DocumentHandle<PlaybookSnapshot>
  /** On a wall nobody is spoken to. */
  readonly isWall: boolean
  readonly children: ReactNode
}

const NOTHING: readonly WaitingEntry[] = []

function Kept({ team, handle, isWall, children }: KeptProps) {
  const paths = useMemo(() => playbookPaths(team.teamId), [team])
  const kept = useMemo(() => {
    let links: readonly string[] = []
    const tools = createProposalTools({
      team,
      playbook: handle,
      linking(given, task) {
        links = given
        try {
          return task()
        } finally {
          links = []
        }
      },
    })
    const agreement = createAgreement({
      team,
      handle,
      onTold: () => toasts.show(text('proposals.told')),
      onAsked(asked) {
        const { away } = asked.refused.permit
        if (away) return toasts.show(text(`playbook.rulesAway.wait.${away}`), { tone: 'stop' })
        const [kind, id] = asked.document.split('/')
        const about = kind === 'board' && id !== undefined ? [`board:${id}`] : []
        useProposalsUi.getState().show({
          kind: 'propose',
          wish: { kind: 'act', asked },
          links: [...about, ...links],
        })
      },
    })
    return { tools, agreement }
  }, [team, handle])
  useEffect(() => {
    team.agree(kept.agreement)
    return () => team.agree(undefined)
  }, [team, kept])
  useCarryingOut(team, handle)
  useNotingRules(team, handle)
  const waiting = useWaiting(team, handle)
  const offers = useOffers(team, handle)
  const [path, navigate] = useLocation()
  const onList = useCallback(() => navigate(paths.rules), [navigate, paths])
  useNews(team.teamId, isWall ? NOTHING : waiting, path === paths.rules, onList)
  const isOpen = useProposalsUi((ui) => ui.layer !== undefined)
  return (
    <ProposalToolsContext value={kept.tools}>
      <WaitingCount value={waiting.length + offers}>{children}</WaitingCount>
      <CanIFinds handle={handle} />
      <Suspense>{isOpen && <ProposalLayers team={team} handle={handle} paths={paths} />}</Suspense>
    </ProposalToolsContext>
  )
}

/** Rooms are shown once it is loaded from the device: before that nobody could say what is agreed. */
export function PlaybookKeeper({ team, ...rest }: Omit<KeptProps, 'handle'>) {
  const handle = useDocument(team, playbookDocument, PLAYBOOK_DOCUMENT)
  if (!handle) return <Waiting />
  return <Kept team={team} handle={handle} {...rest} />
}
