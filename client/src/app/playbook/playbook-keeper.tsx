// Keeps the playbook beside the team: every room's commands ask it, what is not free is proposed, what is decided is carried out.
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { useLocation } from 'wouter'
import { toasts } from '../../design/toasts'
import {
  AmendBand,
  createAgreement,
  ProposalLayers,
  ProposalsHere,
  ProposalToolsContext,
  ProposedLine,
  RaiseRequest,
  useProposalsUi,
  useWaiting,
} from '../../features/playbook'
import { useDocument, useSnapshot } from '../../react'
import type { Asked, DocumentHandle } from '../../session/api'
import { text } from '../../text'
import '../../text/rooms'
import type { AppTeam } from '../device-context'
import { playbookPaths } from '../routes'
import { Waiting } from '../waiting'
import { PlaybookAtHandProvider } from './at-hand'
import type { PlaybookAtHand } from './at-hand'
import { CanIFinds } from './can-i-finds'
import { createProposalTools } from './proposal-tools'
import { isCarried } from './rooms'
import { useCarryingOut } from './use-carry-out'
import { useNews } from './use-news'
import { useNotingRules } from './use-noting-rules'
import { useOffers } from './use-offers'
import { WaitingCount } from './waiting-count'

const TeamColumns = lazy(async () => ({ default: (await import('../team-columns')).TeamColumns }))

interface KeptProps {
  readonly team: AppTeam
  readonly handle: DocumentHandle<PlaybookSnapshot>
  /** On a wall nobody is spoken to. */
  readonly isWall: boolean
  readonly children: ReactNode
}

/** What an act was done to, where that is one card; else the board that it was done on. */
function linksOf({ document, args }: Asked): readonly string[] {
  const [kind, id] = document.split('/')
  if (kind !== 'board' || id === undefined) return []
  const card = (args as { readonly card?: unknown } | null)?.card
  return [typeof card === 'string' ? `card:${id}/${card}` : `board:${id}`]
}

/** Whether a rule is about one column, so that what is shown of it needs the columns' names. */
const namesColumns = ({ rules }: PlaybookSnapshot): boolean =>
  [...rules.values()].some(({ condition }) => condition.column !== undefined)

function Kept({ team, handle, isWall, children }: KeptProps) {
  const paths = useMemo(() => playbookPaths(team.teamId), [team])
  const kept = useMemo(() => {
    let links: readonly string[] = []
    const tools = createProposalTools({
      team,
      playbook: handle,
      agreement: () => agreement,
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
      wordsOf: tools.wordsOf,
      onTold: () => toasts.show(text('proposals.told')),
      onAsked(asked) {
        const { away } = asked.refused.permit
        if (away) return toasts.show(text(`playbook.rulesAway.wait.${away}`), { tone: 'stop' })
        if (!isCarried(asked.command.name)) return toasts.show(text('proposals.notCarried'), { tone: 'stop' })
        useProposalsUi.getState().ask(asked, [...linksOf(asked), ...links])
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
  useNews(team, handle, waiting, isWall, path === paths.rules, onList)
  const atHand = useMemo<PlaybookAtHand>(
    () => ({
      permit: kept.agreement.permit,
      subscribe(listener) {
        const stops = [handle, handle.sharing, team.directory].map(({ subscribe }) => subscribe(listener))
        return () => stops.forEach((stop) => stop())
      },
      canI: (facts) => useProposalsUi.getState().show({ kind: 'can-i', act: undefined, facts }),
      here: (link) => (
        <Suspense>
          <ProposalsHere team={team} paths={paths} link={link} />
        </Suspense>
      ),
      proposed: (link) => (
        <Suspense>
          <ProposedLine team={team} paths={paths} link={link} />
        </Suspense>
      ),
      band: <AmendBand handle={handle} />,
      raise: (raising, onClose) => (
        <Suspense>
          <RaiseRequest team={team} paths={paths} raising={raising} onClose={onClose} />
        </Suspense>
      ),
    }),
    [team, handle, paths, kept],
  )
  const isOpen = useProposalsUi((ui) => ui.layer !== undefined)
  const [columns, setColumns] = useState<ReadonlyMap<string, string>>()
  const hasColumnRules = useSnapshot(handle, namesColumns)
  return (
    <ProposalToolsContext value={kept.tools}>
      <PlaybookAtHandProvider value={atHand}>
        <WaitingCount value={waiting.length + offers}>{children}</WaitingCount>
      </PlaybookAtHandProvider>
      <CanIFinds handle={handle} />
      <Suspense>
        {isOpen && <ProposalLayers team={team} handle={handle} paths={paths} {...(columns && { columns })} />}
        {isOpen && hasColumnRules && <TeamColumns team={team} onColumns={setColumns} />}
      </Suspense>
    </ProposalToolsContext>
  )
}

/** Rooms are shown once it is loaded from the device: before that nobody could say what is agreed. */
export function PlaybookKeeper({ team, ...rest }: Omit<KeptProps, 'handle'>) {
  const handle = useDocument(team, playbookDocument, PLAYBOOK_DOCUMENT)
  if (!handle) return <Waiting />
  return <Kept team={team} handle={handle} {...rest} />
}
