// This device: who is at it, which teams it holds, and whether the browser promises to keep them.
import { ArrowLeftRight, DoorOpen, HardDrive, Pencil, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { nameTeam } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { useReadable } from '../../../react'
import type { Device, TeamSession } from '../../../session/api'
import { text } from '../../../text'
import type { TextId } from '../../../text'
import { refusalWords } from '../words'
import { ForgetDialog } from './forget-dialog'
import { NameDialog } from './name-dialog'
import styles from '../../../design/section.module.css'
import { WhoAreYou } from './who-are-you'

interface DeviceSectionProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly device: Device<TeamSnapshot>
  readonly onLeave: (teamId: string | undefined) => void
}

type Keeping = 'granted' | 'denied' | 'unsupported' | 'unasked'
const KEEPING: Readonly<Record<Keeping, TextId>> = {
  granted: 'team.storage.granted',
  denied: 'team.storage.denied',
  unsupported: 'team.storage.unsupported',
  unasked: 'team.storage.unasked',
}

/** What the browser has answered so far, without asking it anything. */
async function answeredSoFar(): Promise<Keeping> {
  const storage: Partial<StorageManager> | undefined = navigator.storage
  if (!storage?.persisted) return 'unsupported'
  return (await storage.persisted()) ? 'granted' : 'unasked'
}

export function DeviceSection({ team, device, onLeave }: DeviceSectionProps) {
  const directory = useReadable(team.directory)
  const here = useReadable(team.person)
  const teams = useReadable(device.teams)
  const [open, setOpen] = useState<'person' | 'rename' | 'forget'>()
  const [keeping, setKeeping] = useState<Keeping>()
  const person = here === undefined ? undefined : directory.peopleById.get(here)
  const others = teams.filter((known) => known.teamId !== team.teamId)
  const close = () => setOpen(undefined)

  useEffect(() => {
    let isCurrent = true
    void answeredSoFar().then((answer) => isCurrent && setKeeping(answer))
    return () => {
      isCurrent = false
    }
  }, [])

  return (
    <section className={styles.section} aria-labelledby="team-device">
      <div className={styles.head}>
        <h2 id="team-device">{text('team.device')}</h2>
      </div>
      {team.mode === 'view' ? (
        <p className={styles.lead}>{text('team.device.viewOnly')}</p>
      ) : (
        <div className={styles.row}>
          {person && <Avatar person={person} size={44} isDecorative />}
          <span className={styles.words}>
            {person?.name ?? text('team.device.nobody')}
            <small>{text('team.device.person')}</small>
          </span>
          <Button icon={ArrowLeftRight} onPress={() => setOpen('person')}>
            {text('team.device.switch')}
          </Button>
        </div>
      )}

      {keeping && (
        <div className={styles.fact} role="status">
          <strong>{text('team.storage')}</strong>
          <span>{text(KEEPING[keeping])}</span>
          {(keeping === 'unasked' || keeping === 'denied') && (
            <div className={styles.acts}>
              <Button icon={HardDrive} onPress={() => void device.askToPersist().then(setKeeping)}>
                {text('team.storage.ask')}
              </Button>
            </div>
          )}
        </div>
      )}

      <div className={styles.fact}>
        <strong>{text('team.teams')}</strong>
        <span>{text('team.teams.count', { count: teams.length })}</span>
        <div className={styles.acts}>
          {others.map((known) => (
            <Button key={known.teamId} icon={Users} onPress={() => onLeave(known.teamId)}>
              {text('team.teams.goTo', { name: known.name || text('team.unnamed') })}
            </Button>
          ))}
          <Button onPress={() => onLeave(undefined)}>{text('team.teams.add')}</Button>
        </div>
      </div>

      <div className={styles.fact}>
        <strong>{directory.name || text('team.unnamed')}</strong>
        <div className={styles.acts}>
          {team.mode === 'edit' && (
            <Button icon={Pencil} onPress={() => setOpen('rename')}>
              {text('team.rename')}
            </Button>
          )}
          <Button icon={DoorOpen} onPress={() => setOpen('forget')}>
            {text('team.forget')}
          </Button>
        </div>
      </div>

      <Dialog isOpen={open === 'person'} title={text('team.who.title')} onClose={close}>
        <WhoAreYou team={team} onDone={close} />
      </Dialog>
      {open === 'rename' && (
        <NameDialog
          title={text('team.rename')}
          label={text('team.name')}
          name={directory.name}
          onClose={close}
          onSave={(name) => {
            const done = team.directory.run(nameTeam, { name })
            return done.ok ? undefined : refusalWords(done.error)
          }}
        />
      )}
      {open === 'forget' && (
        <ForgetDialog
          team={team}
          onClose={close}
          onForget={async () => {
            await device.forget(team.teamId)
            onLeave(undefined)
          }}
        />
      )}
    </section>
  )
}
