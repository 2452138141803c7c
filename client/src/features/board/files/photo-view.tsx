// A photo in full size, with who took it; saved and taken off from here.
import { removeFile } from '@yokoten/shared/board'
import type { FileHolder, FileOf } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { toasts } from '../../../design/toasts'
import { saveFile } from '../../../design/save-file'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { momentWords } from '../words'
import { sizeWords, stateWords } from './file-words'
import { useFile, usePicture } from './use-file'
import styles from './files.module.css'

/** Saves what is on this device, and takes a file off with a way back. */
export function useFileActs(holder: FileHolder) {
  const { team, acts } = useBoard()
  return {
    async save({ file, name }: FileOf) {
      const bytes = await team.files.read(file)
      // Without a type of its own: nothing in it is ever opened by the page.
      if (bytes)
        saveFile(
          new Blob([bytes], { type: 'application/octet-stream' }),
          name === '' ? text('board.file.unnamed') : name,
        )
      else toasts.show(text('board.file.failed'), { tone: 'stop' })
    },
    remove({ file, name }: FileOf) {
      if (!acts.run(removeFile, { from: holder, file })) return
      acts.sayDone(text('board.file.removed', { name }))
    },
  }
}

interface PhotoViewProps {
  readonly photo: FileOf
  readonly holder: FileHolder
  readonly onClose: () => void
}

export function PhotoView({ photo, holder, onClose }: PhotoViewProps) {
  const { people, canWrite } = useBoard()
  const state = useFile(photo.file, true)
  const picture = usePicture(photo.file, photo.type, state)
  const { save, remove } = useFileActs(holder)
  const words = stateWords(state)
  const by = people.get(photo.by)?.name ?? text('board.someone')
  return (
    <Dialog
      isOpen
      wide
      title={photo.name}
      note={text('board.file.facts', {
        who: by,
        when: momentWords(photo.at).words,
        size: sizeWords(photo.size),
      })}
      onClose={onClose}
      footer={
        <>
          {canWrite && (
            <Button
              onPress={() => {
                onClose()
                remove(photo)
              }}
            >
              {text('board.file.remove')}
            </Button>
          )}
          <Button look="main" isDisabled={state.kind !== 'here'} onPress={() => void save(photo)}>
            {text('board.file.save')}
          </Button>
        </>
      }
    >
      {picture !== undefined && (
        <img
          className={styles.full}
          src={picture}
          width={photo.width}
          height={photo.height}
          alt={text('board.file.photoBy', { name: photo.name, who: by })}
        />
      )}
      {words !== undefined && (
        <p className={styles.state} role="status">
          {words}
        </p>
      )}
    </Dialog>
  )
}
