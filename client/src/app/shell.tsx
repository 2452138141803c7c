// The frame around every room of a team: rail or tabs, the top bar with its places, and the page.
import { KanbanSquare, LifeBuoy, Settings, Users, Workflow } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from '../design/icon'
import type { LucideIcon } from '../design/icon'
import { IconButton } from '../design/icon-button'
import { BarPlaces } from '../design/page-bar'
import { text } from '../text'
import type { TextId } from '../text'
import { Mark } from './mark'
import { useWaitingCount } from './playbook/waiting-count'
import { roomPath } from './routes'
import type { Room } from './routes'
import styles from './shell.module.css'

const rooms: readonly { room: Room; label: TextId; icon: LucideIcon }[] = [
  { room: 'board', label: 'app.room.board', icon: KanbanSquare },
  { room: 'map', label: 'app.room.map', icon: Workflow },
  { room: 'team', label: 'app.room.team', icon: Users },
]
const settings = { room: 'settings', label: 'app.room.settings', icon: Settings } as const

interface RoomLinkProps {
  readonly team: string
  readonly here: Room
  readonly to: (typeof rooms)[number]
}

/** How much waits for one's voice, on the room where it is answered; outside the link's name, which stays the room's. */
function Waiting() {
  const count = useWaitingCount()
  if (count === 0) return null
  return (
    <span className={styles.count} role="img" aria-label={text('proposals.waiting.count', { count })}>
      {count}
    </span>
  )
}

const RoomLink = ({ team, here, to }: RoomLinkProps) => (
  <span className={styles.place}>
    <Link href={roomPath(team, to.room)} {...(here === to.room && { 'aria-current': 'page' as const })}>
      <Icon of={to.icon} size={22} />
      {text(to.label)}
    </Link>
    {to.room === 'team' && <Waiting />}
  </span>
)

interface ShellProps {
  readonly team: string
  readonly room: Room
  /** The page's name, with what switches between pages of its kind. */
  readonly heading: ReactNode
  /** Asks the team for something; left out where one cannot. */
  readonly onAsk?: (() => void) | undefined
  readonly sharing: ReactNode
  /** What is said over the page, whatever it shows. */
  readonly band?: ReactNode
  readonly children: ReactNode
}

export function Shell({ team, room, heading, onAsk, sharing, band, children }: ShellProps) {
  const [views, setViews] = useState<HTMLElement | null>(null)
  const [people, setPeople] = useState<HTMLElement | null>(null)
  const [acts, setActs] = useState<HTMLElement | null>(null)
  const places = useMemo(() => ({ views, people, acts }), [views, people, acts])
  return (
    <BarPlaces value={places}>
      <div className={styles.app}>
        <a className={styles.skip} href="#page">
          {text('app.skip')}
        </a>
        <nav className={styles.rail} aria-label={text('app.rooms')}>
          <Link href="/teams" className={styles.mark ?? ''} aria-label={text('app.teams')}>
            <Mark />
          </Link>
          <div className={styles.rooms}>
            {rooms.map((to) => (
              <RoomLink key={to.room} team={team} here={room} to={to} />
            ))}
          </div>
          <span className={styles.grow} />
          <RoomLink team={team} here={room} to={settings} />
        </nav>
        <header className={styles.bar}>
          <div className={styles.heading}>{heading}</div>
          <div className={styles.views} ref={setViews} />
          <span className={styles.grow} />
          {onAsk && (
            <div className={styles.ask}>
              <IconButton icon={LifeBuoy} label={text('voice.raiseTitle')} onPress={onAsk} />
            </div>
          )}
          <div className={styles.sharing}>{sharing}</div>
          <div className={styles.people} ref={setPeople} />
          <div className={styles.acts} ref={setActs} />
        </header>
        <div className={styles.band}>{band}</div>
        <main className={styles.page} id="page" tabIndex={-1}>
          {children}
        </main>
        <nav className={styles.tabs} aria-label={text('app.rooms')}>
          {[...rooms, settings].map((to) => (
            <RoomLink key={to.room} team={team} here={room} to={to} />
          ))}
          {onAsk && (
            <button type="button" onClick={onAsk}>
              <Icon of={LifeBuoy} size={22} />
              {text('voice.tab')}
            </button>
          )}
        </nav>
      </div>
    </BarPlaces>
  )
}
