// Who can act when: opens the playbook for its pages and gives their parts what they share.
import { ScrollText } from 'lucide-react'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Link } from 'wouter'
import { buttonClass } from '../../design/button'
import { classNames } from '../../design/class-names'
import { Icon } from '../../design/icon'
import { BarActs } from '../../design/page-bar'
import { useNarrow } from '../../design/use-media'
import { useDocument, useReadable, useSnapshot } from '../../react'
import type { DocumentHandle, TeamSession } from '../../session/api'
import { text } from '../../text'
import { Hats } from './hats/hats'
import { TurnsPage } from './hats/turns-page'
import { TurnsSection } from './hats/turns-section'
import { PlaybookContext, usePlaybookRoom } from './playbook-context'
import type { PlaybookPaths, PlaybookRoom, Refused } from './playbook-context'
import styles from './playbook-page.module.css'
import { PokerSection } from './poker/poker-section'
import { DecisionsPage } from './proposals/decisions-page'
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

/** The way to the decision log, in the bar. */
function ToDecisions() {
  const { paths, isPhone } = usePlaybookRoom()
  return (
    <BarActs>
      <Link
        href={paths.decisions}
        className={buttonClass({ iconOnly: isPhone })}
        {...(isPhone && { 'aria-label': text('playbook.decisions') })}
      >
        {isPhone ? <Icon of={ScrollText} size={18} /> : text('playbook.decisions')}
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
        <TurnsSection />
        <AskedSection />
      </div>
    </div>
  )
}

const NO_COLUMNS: ReadonlyMap<string, string> = new Map()

interface ProviderProps extends Omit<PlaybookPageProps, 'page'> {
  readonly handle: DocumentHandle<PlaybookSnapshot>
  readonly children: ReactNode
}

/** What the parts of this room share, for a page or for what is mounted elsewhere. */
export function PlaybookProvider({ team, handle, paths, columns = NO_COLUMNS, children }: ProviderProps) {
  const me = useReadable(team.person)
  const people = useSnapshot(team.directory, (directory) => directory.peopleById)
  const isPhone = useNarrow()
  const canWrite = handle.writable === true && me !== undefined
  const room = useMemo<PlaybookRoom>(
    () => ({
      handle,
      team,
      me,
      canWrite,
      isPhone,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      paths,
      columns,
      nameOf: (person) => people.get(person)?.name || text('playbook.somebody'),
      act(command, args) {
        const done = handle.run(command, args)
        if (done.ok) return 'done'
        const refused: Refused = done.error
        // Who keeps the agreement has been handed it, as from every other room.
        return refused.reason === 'not-free' ? 'asked' : refused
      },
    }),
    [handle, team, me, people, canWrite, isPhone, paths, columns],
  )
  return <PlaybookContext value={room}>{children}</PlaybookContext>
}
