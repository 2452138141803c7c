// Saving everything to one file, after saying what the file is good for in whose hands.
import { useEffect, useRef, useState } from 'react'
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
  /** Photos and files that are not on this device come first. */
  | { readonly is: 'fetching'; readonly done: number; readonly of: number }
  | { readonly is: 'making'; readonly done: number | undefined }
  | { readonly is: 'saved'; readonly name: string; readonly files: number; readonly filesMissing: number }

export default function ExportDialog({ team, appVersion, onClose }: ExportDialogProps) {
  const [step, setStep] = useState<Step>({ is: 'asking' })
  /** Stops waiting for files that have to be fetched: they are left out. */
  const noMore = useRef<AbortController>(undefined)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      noMore.current?.abort()
    }
  }, [])

  async function save() {
    setStep({ is: 'making', done: undefined })
    try {
      const now = new Date()
      noMore.current = new AbortController()
      const collected = await collectBackup(
        team,
        now.getTime(),
        appVersion,
        noMore.current.signal,
        (done, of) => setStep({ is: 'fetching', done, of }),
      )
      // Closed meanwhile: then nobody waits for a file.
      if (isGone.current) return
      if (!collected) return setStep({ is: 'failed' })
      setStep({ is: 'making', done: undefined })
      const file = await makeBackupFile(collected, (done, of) => setStep({ is: 'making', done: done / of }))
      const { team: teamName, files, filesMissing } = collected.backup
      const name = backupFileName(teamName, now)
      saveFile(file, name)
      setStep({ is: 'saved', name, files: files.length, filesMissing })
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
        ) : step.is === 'fetching' ? (
          <Button onPress={() => noMore.current?.abort()}>{text('team.export.without')}</Button>
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
            <p>{text('team.export.files')}</p>
            <p className={notice.notice}>{text('team.export.care')}</p>
          </>
        )}
        {step.is === 'fetching' && (
          <ProgressBar
            label={text('team.export.fetching', { done: step.done, of: step.of })}
            value={step.done / step.of}
          />
        )}
        {step.is === 'making' && <ProgressBar label={text('team.export.making')} value={step.done} />}
        {step.is === 'saved' && (
          <div role="status" className={styles.words}>
            <p>{text('team.export.done', { file: step.name })}</p>
            <p>{text('team.export.filesIn', { count: step.files })}</p>
            {step.filesMissing > 0 && <p>{text('team.export.filesMissing', { count: step.filesMissing })}</p>}
          </div>
        )}
        {step.is === 'failed' && <p role="alert">{text('team.export.failed')}</p>}
      </div>
    </Dialog>
  )
}
