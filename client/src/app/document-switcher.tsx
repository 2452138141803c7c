// The page's name in the top bar, and beside it the way to the other boards or maps of the team.
import { archiveDocument, restoreDocument } from '@yokoten/shared/team'
import { Archive, FileDown, FileUp, Pencil, Plus } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import { useLocation } from 'wouter'
import { Menu } from '../design/menu'
import type { MenuGroup } from '../design/menu'
import { toasts } from '../design/toasts'
import { text } from '../text'
import type { DocumentKind } from './document-contents'
import type { AppTeam } from './device-context'
import { ImportBoard } from './import-board'
import { documentPath, roomPath } from './routes'
import styles from './shell.module.css'
import { useDocuments } from './use-documents'

const NewDocumentDialog = lazy(() => import('./new-document-dialog'))
const RenameDialog = lazy(() => import('./rename-dialog'))
const ExportDialog = lazy(async () => ({ default: (await import('../features/transfer')).ExportDialog }))

interface DocumentSwitcherProps {
  readonly team: AppTeam
  readonly kind: DocumentKind
  /** Undefined where the room has no document yet. */
  readonly id: string | undefined
}

export function DocumentSwitcher({ team, kind, id }: DocumentSwitcherProps) {
  const [, navigate] = useLocation()
  const documents = useDocuments(team, kind)
  const [making, setMaking] = useState<DocumentKind>()
  const [isRenaming, setRenaming] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [isBringing, setBringing] = useState(false)
  const current = documents.find((document) => document.id === id)
  const mayWrite = team.directory.writable === true
  const archive = () => {
    if (!current || !team.directory.run(archiveDocument, { id: current.id }).ok) return
    navigate(roomPath(team.teamId, kind))
    toasts.show(text('app.archive.done', { name: current.name }), {
      action: {
        label: text('app.undo'),
        run: () => {
          if (team.directory.run(restoreDocument, { id: current.id }).ok)
            navigate(documentPath(team.teamId, kind, current.id))
        },
      },
    })
  }
  const groups: MenuGroup[] = [
    {
      id: 'documents',
      label: text(kind === 'board' ? 'app.boards' : 'app.maps'),
      entries: documents.map((document) => ({
        id: document.id,
        label: document.name,
        isSelected: document.id === id,
        run: () => navigate(documentPath(team.teamId, kind, document.id)),
      })),
    },
  ]
  if (mayWrite)
    groups.push({
      id: 'acts',
      entries: [
        {
          id: 'new',
          label: text(kind === 'board' ? 'app.new.boardAct' : 'app.new.mapAct'),
          icon: Plus,
          run: () => setMaking(kind),
        },
        ...(current
          ? [
              { id: 'rename', label: text('app.rename.act'), icon: Pencil, run: () => setRenaming(true) },
              { id: 'archive', label: text('app.archive.act'), icon: Archive, run: archive },
            ]
          : []),
      ],
    })
  if (current && kind === 'board')
    groups.push({
      id: 'file',
      entries: [
        ...(mayWrite
          ? [
              {
                id: 'bring',
                label: text('transfer.join.act'),
                icon: FileUp,
                run: () => setBringing(true),
              },
            ]
          : []),
        { id: 'save', label: text('transfer.export.act'), icon: FileDown, run: () => setSaving(true) },
      ],
    })
  return (
    <>
      <h1>{current?.name ?? text(kind === 'board' ? 'app.room.board' : 'app.room.map')}</h1>
      <Menu
        label={text(kind === 'board' ? 'app.switchBoard' : 'app.switchMap')}
        button={
          <span className={styles.kindWord}>
            {text(kind === 'board' ? 'app.room.board' : 'app.room.map')}
          </span>
        }
        aria-label={text(kind === 'board' ? 'app.switchBoard' : 'app.switchMap')}
        look="quiet"
        withArrow
        className={styles.kind}
        groups={groups.filter((group) => group.entries.length > 0)}
      />
      <Suspense>
        {making && <NewDocumentDialog team={team} kind={making} onClose={() => setMaking(undefined)} />}
        {isRenaming && current && (
          <RenameDialog team={team} document={current} onClose={() => setRenaming(false)} />
        )}
        {isBringing && current && (
          <ImportBoard team={team} into={current.id} onClose={() => setBringing(false)} />
        )}
        {isSaving && current && (
          <ExportDialog
            team={team}
            board={current}
            address={`${location.origin}${documentPath(team.teamId, 'board', current.id)}`}
            onClose={() => setSaving(false)}
          />
        )}
      </Suspense>
    </>
  )
}
