// Merging a file into the living team: what is in it, then what came of it.
import { useState } from 'react'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { BackupRead } from '@yokoten/shared/transfer/backup'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { ProgressBar } from '../../../design/progress-bar'
import type { MergeSummary, TeamSession } from '../../../session/api'
import { text } from '../../../text'
import { mergeRefusalWords } from '../words'
import { BackupFacts } from './backup-facts'
import styles from './backup.module.css'
import { filesIn, titlesOf, updatesOf } from './restore'
import { useBackupFile } from './use-backup-file'

interface MergeDialogProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly file: File
  readonly onClose: () => void
}

export default function MergeDialog({ team, file, onClose }: MergeDialogProps) {
  const reading = useBackupFile(file)
  const [isMerging, setMerging] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [summary, setSummary] = useState<MergeSummary>()
  const backup = reading.state === 'read' ? reading.backup : undefined
  const foreign =
    backup && backup.teamId !== team.teamId
      ? text('team.merge.otherTeam', { name: backup.team || text('team.unnamed') })
      : undefined
  const refusal = failure ?? foreign ?? (reading.state === 'refused' ? reading.words : undefined)

  async function merge(from: BackupRead) {
    setMerging(true)
    try {
      const merged = await team.mergeDocuments(updatesOf(from), filesIn(file, from))
      if (merged.ok) setSummary(merged.value)
      else setFailure(mergeRefusalWords(merged.error, titlesOf(from)))
    } catch {
      setFailure(text('team.merge.failed'))
    } finally {
      setMerging(false)
    }
  }

  const isOver = refusal !== undefined || summary !== undefined
  return (
    <Dialog
      isOpen
      title={text('team.merge.title')}
      onClose={onClose}
      isDismissable={!isMerging}
      footer={
        isOver ? (
          <Button look="main" onPress={onClose}>
            {text('team.ok')}
          </Button>
        ) : (
          backup && (
            <>
              <Button onPress={onClose} isDisabled={isMerging}>
                {text('team.cancel')}
              </Button>
              <Button look="main" isDisabled={isMerging} onPress={() => void merge(backup)}>
                {text('team.merge.act')}
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
        {!isOver && reading.state === 'reading' && (
          <ProgressBar label={text('team.backup.reading')} value={reading.done} />
        )}
        {!isOver && backup && (
          <>
            <BackupFacts backup={backup} />
            <p>{text('team.merge.lead')}</p>
          </>
        )}
        {summary && backup && <Summary summary={summary} titles={titlesOf(backup)} />}
      </div>
    </Dialog>
  )
}

function Summary({ summary, titles }: { summary: MergeSummary; titles: ReadonlyMap<string, string> }) {
  const lines = [
    ...summary.added.map((name) => ({ name, id: 'team.merge.added' as const })),
    ...summary.changed.map((name) => ({ name, id: 'team.merge.changed' as const })),
  ]
  const { added, unusable } = summary.files
  const isNothingNew = lines.length === 0 && added === 0
  return (
    <div role="status" className={styles.words}>
      <p>{text(isNothingNew ? 'team.merge.nothingNew' : 'team.merge.done')}</p>
      <ul className={styles.list}>
        {lines.map(({ name, id }) => (
          <li key={name}>
            {text(id, { document: name === 'team' ? text('team.directory') : (titles.get(name) ?? name) })}
          </li>
        ))}
        {added > 0 && <li>{text('team.merge.filesAdded', { count: added })}</li>}
      </ul>
      {unusable > 0 && <p>{text('team.backup.filesUnusable', { count: unusable })}</p>}
      {!isNothingNew && summary.unchanged.length > 0 && (
        <p>{text('team.merge.unchanged', { count: summary.unchanged.length })}</p>
      )}
    </div>
  )
}
