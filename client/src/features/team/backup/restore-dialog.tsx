// Restoring a team from a file on a device that may be empty.
import { useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { BackupRead } from '@yokoten/shared/transfer/backup'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { ProgressBar } from '../../../design/progress-bar'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import type { Device, TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { mergeRefusalWords } from '../words'
import { BackupFacts } from './backup-facts'
import styles from './backup.module.css'
import { restoreBackup, titlesOf } from './restore'
import { useBackupFile } from './use-backup-file'

interface RestoreDialogProps {
  readonly device: Device<TeamSnapshot>
  readonly file: File
  readonly onRestored: (team: TeamSession<TeamSnapshot>) => void
  readonly onClose: () => void
}

export default function RestoreDialog({ device, file, onRestored, onClose }: RestoreDialogProps) {
  const reading = useBackupFile(file)
  const teams = useReadable(device.teams)
  const [isRestoring, setRestoring] = useState(false)
  const [failure, setFailure] = useState<string>()
  const refusal = failure ?? (reading.state === 'refused' ? reading.words : undefined)

  async function restore(backup: BackupRead) {
    setRestoring(true)
    try {
      const restored = await restoreBackup(device, backup, file)
      if (restored.ok) {
        const { unusable } = restored.value.summary.files
        toasts.show(
          text('team.restore.done', { name: backup.team || text('team.unnamed') }) +
            (unusable > 0 ? ` ${text('team.backup.filesUnusable', { count: unusable })}` : ''),
        )
        onClose()
        onRestored(restored.value.team)
      } else {
        setFailure(
          restored.error.reason === 'wrong-team'
            ? text('team.backup.damaged')
            : mergeRefusalWords(restored.error, titlesOf(backup)),
        )
      }
    } catch {
      setFailure(text('team.restore.failed'))
    } finally {
      setRestoring(false)
    }
  }

  return (
    <Dialog
      isOpen
      title={text('team.restore.title')}
      onClose={onClose}
      isDismissable={!isRestoring}
      footer={
        refusal !== undefined ? (
          <Button look="main" onPress={onClose}>
            {text('team.ok')}
          </Button>
        ) : (
          reading.state === 'read' && (
            <>
              <Button onPress={onClose} isDisabled={isRestoring}>
                {text('team.cancel')}
              </Button>
              <Button look="main" isDisabled={isRestoring} onPress={() => void restore(reading.backup)}>
                {text('team.restore.act')}
              </Button>
            </>
          )
        )
      }
    >
      <div className={styles.words}>
        {refusal !== undefined && (
          <>
            <p role="alert">{refusal}</p>
            <p>{text('team.backup.nothingChanged')}</p>
          </>
        )}
        {refusal === undefined && reading.state === 'reading' && (
          <ProgressBar label={text('team.backup.reading')} value={reading.done} />
        )}
        {refusal === undefined && reading.state === 'read' && (
          <>
            <BackupFacts backup={reading.backup} />
            <p>
              {teams.some((known) => known.teamId === reading.backup.teamId)
                ? text('team.restore.known')
                : text('team.restore.fresh')}
            </p>
          </>
        )}
      </div>
    </Dialog>
  )
}
