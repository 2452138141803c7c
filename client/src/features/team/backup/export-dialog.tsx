// Saving everything to one file, after saying what the file is good for in whose hands.
import { useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { ProgressBar } from '../../../design/progress-bar'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import notice from '../parts/notice.module.css'
import { makeBackupFile } from './backup-files'
import styles from './backup.module.css'
import { backupFileName, collectBackup } from './export-team'
import { saveFile } from '../../../design/save-file'

interface ExportDialogProps {
  readonly appVersion: string
  readonly team: TeamSession<TeamSnapshot>
  readonly onClose: () => void
}

type Step =
  | { readonly is: 'asking' | 'failed' }
  | { readonly is: 'making'; readonly done: number | undefined }
  | { readonly is: 'saved'; readonly name: string }

export default function ExportDialog({ team, appVersion, onClose }: ExportDialogProps) {
  const [step, setStep] = useState<Step>({ is: 'asking' })

  async function save() {
    setStep({ is: 'making', done: undefined })
    try {
      const now = new Date()
      const backup = await collectBackup(team, now.getTime(), appVersion)
      if (!backup) return setStep({ is: 'failed' })
      const file = await makeBackupFile(backup, (done, of) => setStep({ is: 'making', done: done / of }))
      const name = backupFileName(backup.team, now)
      saveFile(file, name)
      setStep({ is: 'saved', name })
    } catch {
      setStep({ is: 'failed' })
    }
  }

  return (
    <Dialog
      isOpen
      title={text('team.export.title')}
      onClose={onClose}
      footer={
        step.is === 'asking' ? (
          <>
            <Button onPress={onClose}>{text('team.cancel')}</Button>
            <Button look="main" onPress={() => void save()}>
              {text('team.export.act')}
            </Button>
          </>
        ) : (
          step.is !== 'making' && (
            <Button look="main" onPress={onClose}>
              {text('team.ok')}
            </Button>
          )
        )
      }
    >
      <div className={styles.words}>
        {step.is === 'asking' && (
          <>
            <p>{text('team.export.lead')}</p>
            <p>{text('team.export.noFiles')}</p>
            <p className={notice.notice}>{text('team.export.care')}</p>
          </>
        )}
        {step.is === 'making' && <ProgressBar label={text('team.export.making')} value={step.done} />}
        {step.is === 'saved' && <p role="status">{text('team.export.done', { file: step.name })}</p>}
        {step.is === 'failed' && <p role="alert">{text('team.export.failed')}</p>}
      </div>
    </Dialog>
  )
}
