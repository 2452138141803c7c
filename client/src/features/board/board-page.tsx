// The board's page: opens the document, and lays it out for a laptop or a phone.
import { KanbanSquare } from 'lucide-react'
import { Suspense, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { boardDocument, createCalendar } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useLocation, useSearchParams } from 'wouter'
import { EmptyState } from '../../design/empty-state'
import { useNarrow } from '../../design/use-media'
import { useActions } from '../../input'
import { useDocument, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle, TeamSession } from '../../session/api'
import { text } from '../../text'
import { createBoardActs } from './acts'
import { Announcer } from './announcer'
import { boardActions } from './actions'
import type { CardFacts } from './actions'
import { createBoardAgeing } from './board-ageing'
import { BoardContext, useBoard } from './board-context'
import type { BoardContextValue } from './board-context'
import { BoardAsks, CardSheet, useDialogsAtHand } from './dialogs/board-asks'
import { DragAtHand } from './drag/drag-at-hand'
import { BulkBar } from './finding/bulk-bar'
import { CardMenu } from './finding/card-menu'
import { FilterSheet } from './finding/filter-button'
import { FindingStrip } from './finding/finding-strip'
import { usePaletteFinders } from './finding/palette-finders'
import { FilterInAddress } from './finding/use-filter'
import { BoardBar } from './parts/board-bar'
import { FirstCard } from './parts/first-card'
import { LaptopBoard } from './parts/laptop-board'
import { LineStops } from './parts/line-stops'
import { StopFromLink } from './blockers/stop-from-link'
import { Untold } from './blockers/untold'
import { BrokenLimits } from './pull/broken-limits'
import { InvitationNewsBands } from './pull/invitation-news'
import { MentionsForMe } from './parts/mentions-for-me'
import { PhoneBoard } from './parts/phone-board'
import styles from './parts/boards.module.css'
import { useBoardUi } from './ui-store'
import { useRecurring } from './use-recurring'
import { FoundContext, useFoundOnce, useSearchSources } from './use-found'
import { NextCardContext, useNextCard, useNextCardOnce } from './use-proposal'

const calendar = createCalendar(Intl.DateTimeFormat().resolvedOptions().timeZone)

function OpenCard() {
  const [search, setSearch] = useSearchParams()
  const { handle } = useBoard()
  const card = search.get('card')
  useEffect(() => {
    handle.peers.show({ looking: { room: 'board', ...(card !== null && { item: card }) } })
  }, [handle, card])
  if (card === null) return null
  const close = () =>
    setSearch((params) => {
      params.delete('card')
      return params
    })
  return (
    <Suspense>
      <CardSheet card={card} onClose={close} />
    </Suspense>
  )
}

function Recurring() {
  useRecurring()
  return null
}

function Keys({ onCanI }: { onCanI: BoardPageProps['onCanI'] }) {
  const { handle, acts, canWrite, me, openCard, openWall, askTeam } = useBoard()
  const { take } = useNextCard()
  const actions = useMemo(
    () =>
      boardActions({
        handle,
        acts,
        canWrite,
        me,
        takeNext: take,
        openCard,
        openWall,
        askTeam,
        askCanI: onCanI,
      }),
    [handle, acts, canWrite, me, take, openCard, openWall, askTeam, onCanI],
  )
  useActions(actions)
  return null
}

function Columns({ proposed }: { proposed: ReactNode }) {
  const { handle, isPhone, canWrite } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const sources = useSearchSources()
  const found = useFoundOnce(sources)
  usePaletteFinders(sources)
  return (
    <FoundContext value={found}>
      <BoardBar firstColumn={columns[0]?.id} />
      <div className={styles.wrap}>
        {proposed}
        <Untold />
        <LineStops />
        <MentionsForMe />
        <BrokenLimits />
        <InvitationNewsBands />
        <FindingStrip />
        {isPhone ? <PhoneBoard columns={columns} /> : <LaptopBoard columns={columns} />}
        {canWrite && <BulkBar />}
      </div>
    </FoundContext>
  )
}

/** The next card, worked out once for the bar, the thumb and the keyboard. */
function WithNextCard({ children }: { children: ReactNode }) {
  return <NextCardContext value={useNextCardOnce()}>{children}</NextCardContext>
}

/** A board that was listed before its contents have reached this device. */
function NotYetHere() {
  return (
    <EmptyState icon={KanbanSquare} title={text('board.notYet')}>
      {text('board.notYetWords')}
    </EmptyState>
  )
}

interface BoardProps {
  readonly handle: DocumentHandle<BoardSnapshot>
  readonly team: TeamSession<TeamSnapshot>
  readonly purposePath?: string | undefined
  readonly onWall?: (() => void) | undefined
  readonly onAsk?: BoardPageProps['onAsk']
  readonly onCanI?: BoardPageProps['onCanI']
  readonly notes?: BoardPageProps['notes']
  readonly proposed?: BoardPageProps['proposed']
}

export function Board({ handle, team, purposePath, onWall, onAsk, onCanI, notes, proposed }: BoardProps) {
  const me = useReadable(team.person)
  const people = useSnapshot(team.directory, (directory) => directory.peopleById)
  const isReady = useSnapshot(handle, (board) => board.ready)
  const canWrite = useSnapshot(handle, () => handle.writable === true)
  const isPhone = useNarrow()
  const acts = useMemo(() => createBoardActs(handle, (person) => people.get(person)?.name), [handle, people])
  const ageing = useMemo(() => createBoardAgeing(handle, calendar), [handle])
  const [path, navigate] = useLocation()
  const openCard = useCallback(
    (card: string) => {
      const search = new URLSearchParams(location.search)
      search.set('card', card)
      navigate(`${path}?${search}`)
    },
    [path, navigate],
  )
  useDialogsAtHand()
  // The address makes a new function at each turn; what stands on the board is not drawn again for it.
  const wall = useRef(onWall)
  useEffect(() => {
    wall.current = onWall
  })
  const hasWall = onWall !== undefined
  const openWall = useMemo(() => (hasWall ? () => wall.current?.() : undefined), [hasWall])
  const value = useMemo<BoardContextValue>(
    () => ({
      handle,
      team,
      people,
      me,
      canWrite,
      isPhone,
      calendar,
      ageing,
      acts,
      openCard,
      purposePath,
      openWall,
      askTeam: onAsk,
      notes,
    }),
    [
      handle,
      team,
      people,
      me,
      canWrite,
      isPhone,
      ageing,
      acts,
      openCard,
      purposePath,
      openWall,
      onAsk,
      notes,
    ],
  )
  useEffect(() => () => useBoardUi.getState().leave(), [])
  if (!isReady) return <NotYetHere />
  return (
    <BoardContext value={value}>
      <WithNextCard>
        <Columns proposed={proposed} />
        {!isPhone && <FirstCard />}
        <OpenCard />
        <BoardAsks />
        <FilterSheet />
        <FilterInAddress />
        <CardMenu />
        <Announcer />
        <StopFromLink />
        <Keys onCanI={onCanI} />
        <Recurring />
        {canWrite && <DragAtHand />}
      </WithNextCard>
    </BoardContext>
  )
}

interface BoardPageProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly documentId: string
  /** Where it stands whom the team works for. */
  readonly purposePath?: string
  /** Shows this board on the wall. */
  readonly onWall?: () => void
  /** Asks the team about a card, which people call as named; keep it stable. */
  readonly onAsk?: ((card: string, named: string) => void) | undefined
  /** Answers "Can I?" about a card. The same function as long as the team is the same. */
  readonly onCanI?: ((facts: CardFacts) => void) | undefined
  /** What else belongs to a card, shown in it; keep it stable. */
  readonly notes?: ((card: string) => ReactNode) | undefined
  /** What is proposed about this board, said over its columns. */
  readonly proposed?: ReactNode
}

export function BoardPage({ team, documentId, ...rest }: BoardPageProps) {
  const handle = useDocument(team, boardDocument, documentId)
  if (!handle) return <p className={styles.note}>{text('board.loading')}</p>
  return <Board key={handle.id} handle={handle} team={team} {...rest} />
}
