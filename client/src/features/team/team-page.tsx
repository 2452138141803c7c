// The team's page: its people, its boards and maps, this device, and how others come in.
import { UserPlus } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import type { PermitFor } from '@yokoten/shared/kernel'
import type { DocumentKind, TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../design/button'
import { BarActs } from '../../design/page-bar'
import { ThumbBar } from '../../design/thumb-bar'
import { useNarrow } from '../../design/use-media'
import type { Device, TeamSession } from '../../session/api'
import { text } from '../../text'
import { SkillsSection } from './capacity/skills-section'
import { WeekSection } from './capacity/week-section'
import { BackupSection } from './parts/backup-section'
import { DeviceSection } from './parts/device-section'
import { DocumentsSection } from './parts/documents-section'
import { InsecureNotice } from './parts/insecure-notice'
import { PeopleSection } from './parts/people-section'
import { LeadingSection } from './leading/leading-section'
import { useFileDrop } from './parts/use-file-drop'
import type { TeamPaths } from './paths'
import { PurposeSection } from './purpose/purpose-section'
import styles from './team-page.module.css'

const InviteDialog = lazy(() => import('./parts/invite-dialog'))

export interface TeamPageProps {
  /** Written into backup files. */
  readonly appVersion?: string
  readonly team: TeamSession<TeamSnapshot>
  readonly device: Device<TeamSnapshot>
  readonly paths: TeamPaths
  /** What the team has agreed about an act. */
  readonly permit: PermitFor
  readonly onOpenDocument: (kind: DocumentKind, id: string) => void
  /** Asks for a name and makes the document; not called where the team can only be looked at. */
  readonly onNewDocument: (kind: DocumentKind) => void
  /** A backup that was brought somewhere else, to be merged here. */
  readonly backup?: File | undefined
  readonly onBackupDone?: () => void
  /** Offers to bring another tool's board in; left out, the page offers none. */
  readonly onImport?: () => void
  /** To another team on this device; undefined: to the start page. */
  readonly onLeave: (teamId: string | undefined) => void
}

export function TeamPage({
  team,
  device,
  paths,
  permit,
  onOpenDocument,
  onNewDocument,
  onImport,
  backup,
  onBackupDone,
  onLeave,
  appVersion = '',
}: TeamPageProps) {
  const [isInviting, setInviting] = useState(false)
  const [file, setFile] = useState<File>()
  const dropped = useFileDrop((brought) => team.mode === 'edit' && setFile(brought))
  const isNarrow = useNarrow()
  const invite = (
    <Button look="main" large={isNarrow} icon={UserPlus} onPress={() => setInviting(true)}>
      {text('team.invite')}
    </Button>
  )
  return (
    <>
      <div className={styles.page} {...dropped.props} data-over={dropped.isOver || undefined}>
        <div className={styles.column}>
          <InsecureNotice />
          <PeopleSection team={team} />
          <WeekSection team={team} />
          <SkillsSection team={team} />
          <DocumentsSection team={team} onOpen={onOpenDocument} onNew={onNewDocument} onImport={onImport} />
        </div>
        <div className={styles.column}>
          <PurposeSection team={team} paths={paths} />
          <LeadingSection team={team} path={paths.leading} />
          <DeviceSection team={team} device={device} onLeave={onLeave} />
          <BackupSection
            team={team}
            appVersion={appVersion}
            file={file ?? backup}
            onFile={(brought) => {
              setFile(brought)
              if (brought === undefined) onBackupDone?.()
            }}
          />
        </div>
      </div>
      {isNarrow ? <ThumbBar label={text('team.invite')}>{invite}</ThumbBar> : <BarActs>{invite}</BarActs>}
      <Suspense>
        {isInviting && <InviteDialog team={team} permit={permit} onClose={() => setInviting(false)} />}
      </Suspense>
    </>
  )
}
