// The page between joining a team and its first screen: who is at this device?
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useSnapshot } from '../../react'
import type { TeamSession } from '../../session/api'
import { text } from '../../text'
import { WhoAreYou } from './parts/who-are-you'
import styles from './start-page.module.css'

interface WhoPageProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly onDone: () => void
}

/** To be shown for any page of a team with `mode: 'edit'` as long as nobody is at the device. */
export function WhoPage({ team, onDone }: WhoPageProps) {
  const name = useSnapshot(team.directory, (directory) => directory.name)
  return (
    <main className={styles.page}>
      <section className={styles.sheet}>
        <h1>{text('team.who.title')}</h1>
        <p className={styles.lead}>
          {name ? text('team.who.lead', { team: name }) : text('team.who.leadUnnamed')}
        </p>
        <WhoAreYou team={team} onDone={onDone} />
      </section>
    </main>
  )
}
