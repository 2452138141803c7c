// Everything in one file, out and in.
import { Download, GitMerge } from 'lucide-react'
import { Suspense, lazy, useRef, useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import styles from '../../../design/section.module.css'

const ExportDialog = lazy(() => import('../backup/export-dialog'))
const MergeDialog = lazy(() => import('../backup/merge-dialog'))

interface BackupSectionProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly appVersion: string
  /** A file that was brought to the page, to be merged. */
  readonly file: File | undefined
  readonly onFile: (file: File | undefined) => void
}

/** Nothing where the team can only be looked at: its device has no secret to save, and may not write. */
export function BackupSection({ team, appVersion, file, onFile }: BackupSectionProps) {
  const [isSaving, setSaving] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  if (team.mode === 'view') return null
  return (
    <section className={styles.section} aria-labelledby="team-backup">
      <div className={styles.head}>
        <h2 id="team-backup">{text('team.backup')}</h2>
      </div>
      <p className={styles.lead}>{text('team.backup.lead')}</p>
      <div className={styles.acts}>
        <Button icon={Download} onPress={() => setSaving(true)}>
          {text('team.export')}
        </Button>
        <Button icon={GitMerge} onPress={() => picker.current?.click()}>
          {text('team.merge')}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={text('team.merge')}
        onChange={(event) => {
          onFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Suspense>
        {isSaving && <ExportDialog team={team} appVersion={appVersion} onClose={() => setSaving(false)} />}
        {file && <MergeDialog team={team} file={file} onClose={() => onFile(undefined)} />}
      </Suspense>
    </section>
  )
}
