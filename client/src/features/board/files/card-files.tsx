// Photos and files of a card: looked at, saved, and added by button, camera, paste or drop.
import type { CardRow } from '@yokoten/shared/board'
import { isPutAway } from '@yokoten/shared/board'
import { classNames } from '../../../design/class-names'
import { useCoarsePointer } from '../../../design/use-media'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { FileList } from './file-list'
import { sizeWords } from './file-words'
import { FileButton, PhotoButton } from './photo-button'
import { useAttach } from './use-attach'
import { useDroppedFiles } from './use-dropped-files'
import styles from './files.module.css'

export function CardFiles({ row }: { row: CardRow }) {
  const { handle, team, canWrite } = useBoard()
  const isArchived = useSnapshot(handle, (board) => isPutAway(board, row.id))
  const { busy, attach } = useAttach()
  const isHandheld = useCoarsePointer()
  const mayAdd = canWrite && !isArchived
  const holder = { card: row.id }
  const take = (files: readonly File[]) => void attach(holder, files)
  const isOver = useDroppedFiles(mayAdd ? take : undefined)
  const count = Object.keys(row.files).length
  if (count === 0 && !mayAdd) return null
  return (
    <section
      className={classNames(styles.section, isOver && styles.over)}
      aria-label={text('board.file.title')}
    >
      <h3>{text('board.file.title')}</h3>
      <FileList files={row.files} holder={holder} />
      {mayAdd && (
        <>
          <div className={styles.buttons}>
            <PhotoButton onFiles={take} />
            <FileButton onFiles={take} />
          </div>
          <p className={styles.hint} role="status">
            {busy > 0
              ? text('board.file.preparing', { count: busy })
              : isOver
                ? text('board.file.dropHere')
                : [
                    text('board.file.hint', { limit: sizeWords(team.files.limit) }),
                    isHandheld ? '' : text('board.file.hintDrop'),
                  ].join(' ')}
          </p>
        </>
      )}
    </section>
  )
}
