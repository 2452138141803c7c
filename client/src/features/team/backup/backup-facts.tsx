// What a backup file holds, in a few lines, before anything is done with it.
import type { BackupRead } from '@yokoten/shared/transfer/backup'
import { text } from '../../../text'
import styles from './backup.module.css'

const countOf = (backup: BackupRead, kind: string): number =>
  backup.documents.filter(({ name }) => name.startsWith(`${kind}/`)).length

/** A day and a time as the reader's language writes them. */
export const dayAndTime = (at: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at)

export const BackupFacts = ({ backup }: { backup: BackupRead }) => (
  <>
    <dl className={styles.facts}>
      <dt>{text('team.backup.team')}</dt>
      <dd>{backup.team || text('team.unnamed')}</dd>
      <dt>{text('team.backup.madeAt')}</dt>
      <dd>{dayAndTime(backup.madeAt)}</dd>
      <dt>{text('team.backup.holds')}</dt>
      <dd>
        {text('team.backup.counts', {
          boards: countOf(backup, 'board'),
          maps: countOf(backup, 'map'),
          files: backup.files.length,
        })}
      </dd>
    </dl>
    {backup.filesMissing > 0 && <p>{text('team.backup.filesMissing', { count: backup.filesMissing })}</p>}
    {backup.filesDamaged > 0 && <p>{text('team.backup.filesDamaged', { count: backup.filesDamaged })}</p>}
  </>
)
