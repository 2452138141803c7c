// Who can act when: opens the playbook for its pages and gives their parts what they share.
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Link } from 'wouter'
import { buttonClass } from '../../design/button'
import { classNames } from '../../design/class-names'
import { BarActs } from '../../design/page-bar'
import { useDocument } from '../../react'
import type { TeamSession } from '../../session/api'
import { text } from '../../text'
import { Hats } from './hats/hats'
import { TurnsPage } from './hats/turns-page'
import { TurnsSection } from './hats/turns-section'
import { usePlaybookRoom } from './playbook-context'
import type { PlaybookPaths } from './playbook-context'
import styles from './playbook-page.module.css'
import { PlaybookProvider } from './playbook-provider'
import { PokerSection } from './poker/poker-section'
import { DecisionsPage } from './proposals/decisions-page'
import { ToldSection } from './proposals/told-section'
import { WaitingSection } from './proposals/waiting-section'
import { HandOverSection } from './rules/hand-over-section'
import { RulesSection } from './rules/rules-section'
import { AskedSection } from './voice/asked-section'

export interface PlaybookPageProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly page: 'rules' | 'decisions' | 'turns'
  readonly paths: PlaybookPaths
  /** Names of the boards' columns, by id: rules may be about one of them. */
  readonly columns?: ReadonlyMap<string, string>
}

export function PlaybookPage(props: PlaybookPageProps) {
  const handle = useDocument(props.team, playbookDocument, PLAYBOOK_DOCUMENT)
  if (!handle) return <p className={styles.loading}>{text('playbook.loading')}</p>
  return (
    <PlaybookProvider {...props} handle={handle}>
      <Hats withKeys={props.page === 'turns'}>
        <Pages page={props.page} />
      </Hats>
    </PlaybookProvider>
  )
}

/** The way to the decision log, in the bar; on a phone it stands beside what waits. */
function ToDecisions() {
  const { paths, isPhone } = usePlaybookRoom()
  if (isPhone) return null
  return (
    <BarActs>
      <Link href={paths.decisions} className={buttonClass()}>
        {text('playbook.decisions')}
      </Link>
    </BarActs>
  )
}

const Pages = ({ page }: { page: PlaybookPageProps['page'] }) => {
  if (page === 'decisions') return <DecisionsPage />
  if (page === 'turns') return <TurnsPage />
  return (
    <div className={styles.page}>
      <ToDecisions />
      <div className={styles.column}>
        <PokerSection />
        <RulesSection />
        <HandOverSection />
      </div>
      <div className={classNames(styles.column, styles.side)}>
        <WaitingSection />
        <ToldSection />
        <TurnsSection />
        <AskedSection />
      </div>
    </div>
  )
}
