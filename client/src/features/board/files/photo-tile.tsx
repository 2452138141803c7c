// A photo as a small picture that opens, or as a plain word about where it is.
import { ImageOff } from 'lucide-react'
import type { FileOf } from '@yokoten/shared/board'
import { Icon } from '../../../design/icon'
import { text } from '../../../text'
import { shortStateWords, stateWords } from './file-words'
import { useFile, usePicture } from './use-file'
import styles from './files.module.css'

export function PhotoTile({ photo, onOpen }: { photo: FileOf; onOpen: () => void }) {
  const state = useFile(photo.file, true)
  const picture = usePicture(photo.file, photo.type, state)
  const words = shortStateWords(state)
  return (
    <button
      type="button"
      className={styles.tile}
      aria-label={text('board.file.openPhoto', { name: photo.name, state: stateWords(state) ?? '' })}
      onClick={onOpen}
    >
      {picture !== undefined ? (
        <img src={picture} alt="" draggable={false} />
      ) : (
        <span className={styles.missing}>
          <Icon of={ImageOff} size={22} />
        </span>
      )}
      {words !== undefined && <span className={styles.tileState}>{words}</span>}
    </button>
  )
}
