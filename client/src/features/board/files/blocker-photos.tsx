// Photos of what stops: what the others need to see before they come.
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { FileList } from './file-list'
import { PhotoButton } from './photo-button'
import { useAttach } from './use-attach'
import { useDroppedFiles } from './use-dropped-files'
import styles from './files.module.css'

export function BlockerPhotos({ blocker }: { blocker: string }) {
  const { handle, canWrite } = useBoard()
  const files = useSnapshot(handle, (board) => board.blockers.get(blocker)?.files)
  const { busy, attach } = useAttach()
  const holder = { blocker }
  const take = (chosen: readonly File[]) => void attach(holder, chosen)
  useDroppedFiles(canWrite ? take : undefined)
  const count = Object.keys(files ?? {}).length
  if (!files || (count === 0 && !canWrite)) return null
  return (
    <section className={styles.section} aria-label={text('board.file.photos')}>
      <FileList files={files} holder={holder} />
      {canWrite && (
        <div className={styles.buttons}>
          <PhotoButton onFiles={take} />
          <span className={styles.hint} role="status">
            {busy > 0 ? text('board.file.preparing', { count: busy }) : text('board.file.hintPhoto')}
          </span>
        </div>
      )}
    </section>
  )
}
