// The first page: make a team, join one by link, paste or camera, go back to one, or restore one from a file.
import { ChevronRight, FileUp, ScanLine } from 'lucide-react'
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../design/button'
import { Icon } from '../../design/icon'
import { TextField } from '../../design/text-field'
import { useReadable } from '../../react'
import type { Device, KnownTeam, TeamSession } from '../../session/api'
import { text } from '../../text'
import { forgetInvitation, looksLikeInvitation, takeInvitation } from './invitation-link'
import { CreateForm } from './parts/create-form'
import { InsecureNotice } from './parts/insecure-notice'
import { useFileDrop } from './parts/use-file-drop'
import { invitationRefusalWords } from './words'
import { WhoPage } from './who-page'
import styles from './start-page.module.css'

const ScannerDialog = lazy(() => import('../../design/scanner/scanner-dialog'))
const RestoreDialog = lazy(() => import('./backup/restore-dialog'))

export interface StartPageProps {
  readonly device: Device<TeamSnapshot>
  /** Called with a team that is open and, where it can be edited, has its person: the place to go on from. */
  readonly onEnter: (team: TeamSession<TeamSnapshot>) => void
  /** The place inside a team that a scanned code leads to, such as a station's; undefined where it leads to none. */
  readonly placeIn: (code: string) => string | undefined
  /** Goes to such a place. */
  readonly onPlace: (path: string) => void
}

const needsPerson = (team: TeamSession<TeamSnapshot>): boolean =>
  team.mode === 'edit' && team.person.get() === undefined

export function StartPage({ device, onEnter, placeIn, onPlace }: StartPageProps) {
  const teams = useReadable(device.teams)
  const [joined, setJoined] = useState<TeamSession<TeamSnapshot>>()
  const [isJoining, setJoining] = useState(false)
  const [joinError, setJoinError] = useState<string>()
  const [isScanning, setScanning] = useState(false)
  const [file, setFile] = useState<File>()
  const picker = useRef<HTMLInputElement>(null)
  const dropped = useFileDrop(setFile)

  const enter = useCallback(
    (team: TeamSession<TeamSnapshot>) => (needsPerson(team) ? setJoined(team) : onEnter(team)),
    [onEnter],
  )

  const join = useCallback(
    async (link: string) => {
      setJoining(true)
      setJoinError(undefined)
      try {
        const answer = await device.join(link)
        if (answer.ok) enter(answer.value)
        else setJoinError(invitationRefusalWords(answer.error))
      } catch {
        setJoinError(text('team.start.failed'))
      } finally {
        setJoining(false)
      }
    },
    [device, enter],
  )

  const started = useRef<string>(undefined)
  useEffect(() => {
    const follow = () => {
      const invitation = takeInvitation()
      if (invitation === undefined || started.current === invitation) return
      started.current = invitation
      void join(invitation).finally(forgetInvitation)
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [join])

  if (joined) return <WhoPage team={joined} onDone={() => onEnter(joined)} />

  return (
    <main className={styles.page} {...dropped.props} data-over={dropped.isOver || undefined}>
      <header className={styles.welcome}>
        <div className={styles.mark} aria-hidden>
          <svg width="30" height="30" viewBox="0 0 30 22">
            <path d="M3 4h15M3 11h24M11 18h16" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
          </svg>
        </div>
        <h1>{text('app.name')}</h1>
        <p className={styles.lead}>{text('team.start.lead')}</p>
      </header>

      <InsecureNotice />

      {teams.length > 0 && (
        <section className={styles.sheet} aria-labelledby="known-teams">
          <h2 id="known-teams">{text('team.start.known')}</h2>
          <KnownTeams teams={teams} onOpen={async (id) => enter(await device.openTeam(id))} />
        </section>
      )}

      <div className={styles.two}>
        <section className={styles.sheet} aria-labelledby="create-team">
          <h2 id="create-team">{text('team.start.create')}</h2>
          <p className={styles.note}>{text('team.start.createNote')}</p>
          <CreateForm device={device} isFirst={teams.length === 0} onCreated={onEnter} />
        </section>
        <section className={styles.sheet} aria-labelledby="join-team">
          <h2 id="join-team">{text('team.start.join')}</h2>
          <p className={styles.note}>{text('team.start.joinNote')}</p>
          <Button icon={ScanLine} large onPress={() => setScanning(true)}>
            {text('team.start.scan')}
          </Button>
          <p className={styles.or}>{text('team.start.or')}</p>
          <JoinForm
            error={joinError}
            isJoining={isJoining}
            onJoin={(invitation) => void join(invitation)}
            onTyping={() => setJoinError(undefined)}
          />
        </section>
      </div>

      <div className={styles.more}>
        <Button look="quiet" icon={FileUp} onPress={() => picker.current?.click()}>
          {text('team.start.restore')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={text('team.start.restore')}
          onChange={(event) => {
            setFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <Suspense>
        {isScanning && (
          <ScannerDialog
            title={text('team.scan.title')}
            accepts={(code) => looksLikeInvitation(code) || placeIn(code) !== undefined}
            otherCode={text('team.scan.otherCode')}
            note={text('team.scan.orPaste')}
            onClose={() => setScanning(false)}
            onFound={(code) => {
              setScanning(false)
              const place = looksLikeInvitation(code) ? undefined : placeIn(code)
              if (place === undefined) void join(code)
              else onPlace(place)
            }}
          />
        )}
        {file && (
          <RestoreDialog device={device} file={file} onClose={() => setFile(undefined)} onRestored={enter} />
        )}
      </Suspense>
    </main>
  )
}

function KnownTeams({
  teams,
  onOpen,
}: {
  teams: readonly KnownTeam[]
  onOpen: (teamId: string) => Promise<void>
}) {
  const [opening, setOpening] = useState<string>()
  const [failure, setFailure] = useState<string>()

  async function open(teamId: string) {
    setOpening(teamId)
    setFailure(undefined)
    try {
      await onOpen(teamId)
    } catch {
      setFailure(text('team.start.failed'))
    } finally {
      setOpening(undefined)
    }
  }

  return (
    <ul className={styles.teams}>
      {failure && <li role="alert">{failure}</li>}
      {teams.map((team) => (
        <li key={team.teamId}>
          <Button
            wide
            className={styles.team}
            isDisabled={opening === team.teamId}
            onPress={() => void open(team.teamId)}
          >
            <span className={styles.teamName}>{team.name || text('team.unnamed')}</span>
            {team.mode === 'view' && <span className={styles.tag}>{text('team.viewOnly')}</span>}
            <Icon of={ChevronRight} size={18} />
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface JoinFormProps {
  readonly error: string | undefined
  readonly isJoining: boolean
  readonly onJoin: (invitation: string) => void
  readonly onTyping: () => void
}

function JoinForm({ error, isJoining, onJoin, onTyping }: JoinFormProps) {
  const [link, setLink] = useState('')
  return (
    <form
      className={styles.join}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isJoining) onJoin(link)
      }}
    >
      <TextField
        label={text('team.start.link')}
        value={link}
        onChange={(next) => {
          setLink(next)
          onTyping()
        }}
        error={error}
        inputMode="url"
        spellCheck="false"
      />
      <Button type="submit" isDisabled={isJoining}>
        {isJoining ? text('team.start.joining') : text('team.start.joinAct')}
      </Button>
    </form>
  )
}
