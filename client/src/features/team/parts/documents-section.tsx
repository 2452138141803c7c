// The team's boards and maps: open, rename, put away, bring back.
import { Archive, Ellipsis, FileUp, KanbanSquare, Pencil, Plus, RotateCcw, Workflow } from 'lucide-react'
import { useState } from 'react'
import { archiveDocument, renameDocument, restoreDocument } from '@yokoten/shared/team'
import type { DocumentEntry, DocumentKind, TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { Icon } from '../../../design/icon'
import type { LucideIcon } from '../../../design/icon'
import { Menu } from '../../../design/menu'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import type { TextId } from '../../../text'
import { refusalWords } from '../words'
import { NameDialog } from './name-dialog'
import styles from '../../../design/section.module.css'

const KINDS: Readonly<Record<DocumentKind, { readonly icon: LucideIcon; readonly label: TextId }>> = {
  board: { icon: KanbanSquare, label: 'team.documents.board' },
  map: { icon: Workflow, label: 'team.documents.map' },
}

interface DocumentsSectionProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly onOpen: (kind: DocumentKind, id: string) => void
  readonly onNew: (kind: DocumentKind) => void
  readonly onImport: (() => void) | undefined
}

export function DocumentsSection({ team, onOpen, onNew, onImport }: DocumentsSectionProps) {
  const directory = useReadable(team.directory)
  const [renamed, setRenamed] = useState<DocumentEntry>()
  const canEdit = team.mode === 'edit'

  function putAway({ id, name }: DocumentEntry) {
    const done = team.directory.run(archiveDocument, { id })
    if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
    else
      toasts.show(text('team.documents.archived', { name }), {
        action: { label: text('team.undo'), run: () => team.directory.run(restoreDocument, { id }) },
      })
  }

  return (
    <section className={styles.section} aria-labelledby="team-documents">
      <div className={styles.head}>
        <h2 id="team-documents">{text('team.documents')}</h2>
      </div>
      {directory.documents.length === 0 && (
        <p className={styles.lead}>
          {canEdit ? text('team.documents.none') : text('team.documents.noneView')}
        </p>
      )}
      <ul className={styles.rows}>
        {directory.documents.map((id) => {
          const entry = directory.documentsById.get(id)
          if (!entry) return null
          return (
            <li key={id} className={styles.row}>
              <Button look="quiet" className={styles.open} onPress={() => onOpen(entry.kind, id)}>
                <Icon of={KINDS[entry.kind].icon} size={20} />
                <span className={styles.words}>
                  {entry.name || text('team.documents.unnamed')}
                  <small>{text(KINDS[entry.kind].label)}</small>
                </span>
              </Button>
              {canEdit && (
                <Menu
                  label={text('team.documents.acts', { name: entry.name })}
                  look="quiet"
                  icon={Ellipsis}
                  placement="bottom end"
                  groups={[
                    {
                      id: 'document',
                      entries: [
                        {
                          id: 'rename',
                          label: text('team.documents.rename'),
                          icon: Pencil,
                          run: () => setRenamed(entry),
                        },
                        {
                          id: 'archive',
                          label: text('team.documents.archive'),
                          note: text('team.documents.archiveNote'),
                          icon: Archive,
                          run: () => putAway(entry),
                        },
                      ],
                    },
                  ]}
                />
              )}
            </li>
          )
        })}
      </ul>
      {canEdit && (
        <div className={styles.acts}>
          <Button icon={Plus} onPress={() => onNew('board')}>
            {text('team.documents.newBoard')}
          </Button>
          <Button icon={Plus} onPress={() => onNew('map')}>
            {text('team.documents.newMap')}
          </Button>
          {onImport && (
            <Button icon={FileUp} onPress={onImport}>
              {text('team.documents.import')}
            </Button>
          )}
        </div>
      )}
      {directory.archivedDocuments.length > 0 && (
        <details className={styles.fold}>
          <summary>{text('team.documents.putAway', { count: directory.archivedDocuments.length })}</summary>
          <ul className={styles.rows}>
            {directory.archivedDocuments.map((id) => {
              const entry = directory.documentsById.get(id)
              if (!entry) return null
              return (
                <li key={id} className={styles.row}>
                  <Icon of={KINDS[entry.kind].icon} size={20} />
                  <span className={styles.words}>{entry.name}</span>
                  {canEdit && (
                    <Button
                      look="quiet"
                      icon={RotateCcw}
                      aria-label={text('team.documents.restoreName', { name: entry.name })}
                      onPress={() => team.directory.run(restoreDocument, { id })}
                    >
                      {text('team.documents.restore')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
      {renamed && (
        <NameDialog
          title={text('team.documents.rename')}
          label={text('team.documents.name')}
          name={renamed.name}
          onClose={() => setRenamed(undefined)}
          onSave={(name) => {
            const done = team.directory.run(renameDocument, { id: renamed.id, name })
            return done.ok ? undefined : refusalWords(done.error)
          }}
        />
      )}
    </section>
  )
}
