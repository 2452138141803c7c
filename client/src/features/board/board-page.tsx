// The board's page: opens the document, and lays it out for a laptop or a phone.
import { KanbanSquare } from 'lucide-react'
import { Suspense, useEffect, useMemo } from 'react'
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useSearchParams } from 'wouter'
import { Button } from '../../design/button'
import { classNames } from '../../design/class-names'
import { EmptyState } from '../../design/empty-state'
import { useNarrow } from '../../design/use-media'
import { useActions } from '../../input'
import { useDocument, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle, TeamSession } from '../../session/api'
import { text } from '../../text'
import { createBoardActs } from './acts'
import { boardActions } from './actions'
import { BoardContext, useBoard } from './board-context'
import type { BoardContextValue } from './board-context'
import { BoardAsks, CardSheet, useDialogsAtHand } from './dialogs/board-asks'
import { DragBoard } from './drag/drag-board'
import { BoardBar } from './parts/board-bar'
import { CarriedCard } from './parts/carried-card'
import { LaptopBoard } from './parts/laptop-board'
import { PhoneBoard } from './parts/phone-board'
import styles from './parts/boards.module.css'
import { useBoardUi } from './ui-store'
import { FoundContext, useFound } from './use-found'
import { useProposal } from './use-proposal'

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

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

function Keys() {
  const { handle, acts, canWrite } = useBoard()
  const [, setSearch] = useSearchParams()
  const { take } = useProposal()
  const actions = useMemo(
    () =>
      boardActions({
        handle,
        acts,
        canWrite,
        takeNext: take,
        openCard: (card) =>
          setSearch((params) => {
            params.set('card', card)
            return params
          }),
      }),
    [handle, acts, canWrite, take, setSearch],
  )
  useActions(actions)
  return null
}

function Columns() {
  const { handle, isPhone, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const found = useFound()
  const first = columns[0]?.id
  return (
    <FoundContext value={found.shown}>
      <BoardBar firstColumn={first} />
      <DragBoard
        carried={(card) => <CarriedCard card={card} />}
        announcements={{
          start: text('board.drag.start'),
          end: text('board.drag.end'),
          cancel: text('board.drag.cancel'),
        }}
        onDrop={(card, place) =>
          acts.move({
            card,
            to: place.column,
            half: place.half,
            at: place.before === null ? 'bottom' : { before: place.before },
          })
        }
      >
        <div className={classNames(styles.wrap, isPhone && styles.phoneWrap)}>
          {found.shown && (
            <p className={styles.note} role="status">
              {text('board.found', { count: found.shown.size, archived: found.archived })}
            </p>
          )}
          {isPhone ? <PhoneBoard columns={columns} /> : <LaptopBoard columns={columns} />}
        </div>
      </DragBoard>
    </FoundContext>
  )
}

/** A board that was listed before its contents have reached this device. */
function NotYetHere() {
  return (
    <EmptyState icon={KanbanSquare} title={text('board.notYet')}>
      {text('board.notYetWords')}
    </EmptyState>
  )
}

function Board({ handle, team }: { handle: DocumentHandle<BoardSnapshot>; team: TeamSession<TeamSnapshot> }) {
  const me = useReadable(team.person)
  const people = useSnapshot(team.directory, (directory) => directory.peopleById)
  const isReady = useSnapshot(handle, (board) => board.ready)
  const isEmpty = useSnapshot(handle, (board) => board.cards.size === 0)
  const isPhone = useNarrow()
  const acts = useMemo(() => createBoardActs(handle), [handle])
  useDialogsAtHand()
  const canWrite = handle.writable === true
  const value = useMemo<BoardContextValue>(
    () => ({ handle, team, people, me, canWrite, isPhone, timeZone: TIME_ZONE, acts }),
    [handle, team, people, me, canWrite, isPhone, acts],
  )
  useEffect(
    () => () =>
      useBoardUi.setState({ ask: undefined, query: '', isSearching: false, phoneColumn: undefined }),
    [],
  )
  if (!isReady) return <NotYetHere />
  return (
    <BoardContext value={value}>
      <Columns />
      {isEmpty && <FirstCard />}
      <OpenCard />
      <BoardAsks />
      <Keys />
    </BoardContext>
  )
}

/** An empty board teaches: what a card is, and the one act that starts it. */
function FirstCard() {
  const { handle, canWrite } = useBoard()
  const first = useSnapshot(handle, (board) => board.columns[0]?.id)
  return (
    <div className={styles.first}>
      <EmptyState
        icon={KanbanSquare}
        title={text('board.empty')}
        acts={
          canWrite &&
          first !== undefined && (
            <Button onPress={() => useBoardUi.getState().open({ kind: 'add', column: first })}>
              {text('board.emptyAct')}
            </Button>
          )
        }
      >
        {text('board.emptyWords')}
      </EmptyState>
    </div>
  )
}

interface BoardPageProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly documentId: string
}

export function BoardPage({ team, documentId }: BoardPageProps) {
  const handle = useDocument(team, boardDocument, documentId)
  if (!handle) return <p className={styles.note}>{text('board.loading')}</p>
  return <Board key={handle.id} handle={handle} team={team} />
}
