// The wall: a screen to look at from across the room. It turns its pages by itself and has nothing one could break.
import { useEffect, useMemo, useRef, useState } from 'react'
import { boardDocument, createCalendar } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { useActions } from '../../../input'
import { useDocument, useNow, useReadable, useSnapshot } from '../../../react'
import type { DocumentHandle, TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { createBoardAgeing } from '../board-ageing'
import { momentWords, timeWords } from '../words'
import { createLastHeard, freshness, keptOnDevice } from './last-heard'
import { useWakeLock } from './use-wake-lock'
import { AgesPanel, RoomPanel, StopsPanel } from './wall-panels'
import { wallFigures } from './wall-figures'
import { nextShown, pagesOf, turnOf } from './wall-pages'
import type { Shown } from './wall-pages'
import styles from './wall.module.css'

const calendar = createCalendar(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** How long a page stays: long enough to read all of it. */
const TURN_MS = 15_000
/** How long the way out is shown after the screen was touched. */
const LEAVE_MS = 6_000

type Team = TeamSession<TeamSnapshot>

const dateFormat = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })

/** What a moment is called: the time today, else with its day. */
const whenWords = (at: number, now: number): string =>
  calendar.dayOf(at) === calendar.dayOf(now) ? timeWords(at) : momentWords(at).words

function Stamp({ team }: { team: Team }) {
  const sharing = useReadable(team.sharing)
  const heardSource = useMemo(
    () => createLastHeard(team.sharing, keptOnDevice(team.teamId)),
    [team.sharing, team.teamId],
  )
  const heard = useReadable(heardSource)
  const now = useNow()
  const fresh = freshness(sharing, heard, now)
  if (fresh.is === 'live')
    return <span className={styles.live}>{text('board.wall.live', { count: fresh.devices })}</span>
  const since =
    fresh.heard === undefined
      ? text('board.wall.neverHeard')
      : text('board.wall.lastHeard', { when: whenWords(fresh.heard, now) })
  return (
    <span className={styles.stale}>
      {fresh.is === 'offline' ? text('board.wall.offline', { since }) : since}
    </span>
  )
}

interface OpenBoardProps {
  readonly team: Team
  readonly handle: DocumentHandle<BoardSnapshot>
  readonly page: number
  readonly isShown: boolean
  readonly onPages: (pages: number) => void
}

/** One board, followed all the time and drawn in its turn. */
function OpenBoard({ team, handle, page, isShown, onPages }: OpenBoardProps) {
  const ageing = useMemo(() => createBoardAgeing(handle, calendar), [handle])
  const board = useReadable(handle)
  const figures = useReadable(ageing.figures)
  const people = useSnapshot(team.directory, (directory) => directory.peopleById)
  const now = useNow()
  const shown = useMemo(
    () => wallFigures(board, { people, figures, calendar, now }),
    [board, people, figures, now],
  )
  const pages = pagesOf(shown)
  useEffect(() => onPages(pages), [onPages, pages])
  if (!isShown) return null
  if (!board.ready) return <p className={styles.wait}>{text('board.notYetWords')}</p>
  return (
    <div key={page} className={styles.panels}>
      <StopsPanel stops={shown.stops} page={page} />
      <RoomPanel rooms={shown.rooms} next={shown.next} page={page} />
      <AgesPanel figures={shown} page={page} />
    </div>
  )
}

function WallBoard({ board, ...rest }: Omit<OpenBoardProps, 'handle'> & { readonly board: string }) {
  const handle = useDocument(rest.team, boardDocument, `board/${board}`)
  if (handle) return <OpenBoard {...rest} handle={handle} />
  return rest.isShown ? <p className={styles.wait}>{text('board.loading')}</p> : null
}

/** Which board and page is on, turned by itself. */
function useTurns(boards: readonly string[]) {
  const pages = useRef<Map<string, number>>(new Map())
  const [shown, setShown] = useState<Shown>({ board: boards[0] ?? '', page: 0 })
  useEffect(() => {
    const timer = setInterval(() => setShown((last) => nextShown(boards, pages.current, last)), TURN_MS)
    return () => clearInterval(timer)
  }, [boards])
  const [all, setAll] = useState<ReadonlyMap<string, number>>(new Map())
  const onPages = useMemo(
    () =>
      new Map(
        boards.map((board) => [
          board,
          (count: number) => {
            pages.current = new Map(pages.current).set(board, count)
            setAll(pages.current)
          },
        ]),
      ),
    [boards],
  )
  // A board that was put away meanwhile gives way to the next at once.
  const current = boards.includes(shown.board) ? shown : { board: boards[0] ?? '', page: 0 }
  const places = boards.flatMap((board) =>
    Array.from({ length: all.get(board) ?? 1 }, (_, page) => ({ board, page })),
  )
  const at = places.findIndex((place) => place.board === current.board && place.page === current.page)
  return { shown: current, onPages, at: Math.max(0, at), of: places.length }
}

/** A touch shows for a moment how one leaves; keys have Escape. */
function useTouched(): boolean {
  const [isTouched, setTouched] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const touch = () => {
      clearTimeout(timer)
      setTouched(true)
      timer = setTimeout(() => setTouched(false), LEAVE_MS)
    }
    const events = ['pointerdown', 'pointermove'] as const
    for (const event of events) document.addEventListener(event, touch)
    return () => {
      clearTimeout(timer)
      for (const event of events) document.removeEventListener(event, touch)
    }
  }, [])
  return isTouched
}

interface WallPageProps {
  readonly team: Team
  /** The board to begin with. */
  readonly board: string | undefined
  readonly onLeave: () => void
}

export function WallPage({ team, board, onLeave }: WallPageProps) {
  useWakeLock()
  const directory = useReadable(team.directory)
  const isBoard = (id: string) => directory.documentsById.get(id)?.kind === 'board'
  const ids = directory.documents.filter(isBoard).join(' ')
  const boards = useMemo(() => turnOf(ids === '' ? [] : ids.split(' '), board), [ids, board])
  const { shown, onPages, at, of } = useTurns(boards)
  const now = useNow()
  const isTouched = useTouched()
  const actions = useMemo(
    () => [
      {
        id: 'wall.leave',
        label: text('board.wall.leave'),
        keys: ['Escape'],
        group: text('board.wall.group'),
        run: onLeave,
      },
    ],
    [onLeave],
  )
  useActions(actions)
  const name = directory.documentsById.get(shown.board)?.name
  return (
    <main className={styles.wall} data-touched={isTouched || undefined}>
      <header className={styles.head}>
        <h1>{name ?? directory.name}</h1>
        <span className={styles.date}>
          {text('board.wall.date', { date: dateFormat.format(now), time: timeWords(now) })}
        </span>
        <span className={styles.grow} />
        {of > 1 && (
          <span className={styles.turns} aria-label={text('board.wall.page', { at: at + 1, of })} role="img">
            {Array.from({ length: of }, (_, index) => (
              <i key={index} className={classNames(index === at && styles.on)} />
            ))}
          </span>
        )}
        <Stamp team={team} />
      </header>
      {boards.length === 0 && <p className={styles.wait}>{text('board.wall.noBoard')}</p>}
      {boards.map((id) => (
        <WallBoard
          key={id}
          team={team}
          board={id}
          page={shown.page}
          isShown={id === shown.board}
          onPages={onPages.get(id) ?? ignorePages}
        />
      ))}
      <Button className={styles.leave} onPress={onLeave}>
        {text('board.wall.leave')}
      </Button>
    </main>
  )
}

const ignorePages = (): void => undefined
