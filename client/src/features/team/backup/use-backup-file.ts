// A chosen backup file as it is being read: how far, why not, or what is in it.
import { useEffect, useState } from 'react'
import type { BackupRead } from '@yokoten/shared/transfer/backup'
import { text } from '../../../text'
import { backupRefusalWords } from '../words'
import { readBackupFile } from './backup-files'

export type BackupReading =
  | { readonly state: 'reading'; readonly done: number | undefined }
  | { readonly state: 'refused'; readonly words: string }
  | { readonly state: 'read'; readonly backup: BackupRead }

export function useBackupFile(file: File): BackupReading {
  const [reading, setReading] = useState<BackupReading>({ state: 'reading', done: undefined })
  useEffect(() => {
    const gone = new AbortController()
    readBackupFile(file, (done, of) => setReading({ state: 'reading', done: done / of }), gone.signal)
      .then((result) =>
        setReading(
          result.ok
            ? { state: 'read', backup: result.value }
            : { state: 'refused', words: backupRefusalWords(result.error) },
        ),
      )
      .catch(() => {
        if (!gone.signal.aborted) setReading({ state: 'refused', words: text('team.backup.unreadable') })
      })
    return () => gone.abort()
  }, [file])
  return reading
}
