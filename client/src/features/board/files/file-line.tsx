// A file that is no picture: its name and size, where it is, and saving it; it is never opened inside the app.
import { Download, FileText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { FileHolder, FileOf } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Icon } from '../../../design/icon'
import { IconButton } from '../../../design/icon-button'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { sizeWords, stateWords } from './file-words'
import { useFileActs } from './photo-view'
import { useFile } from './use-file'
import styles from './files.module.css'

export function FileLine({ file, holder }: { file: FileOf; holder: FileHolder }) {
  const { canWrite } = useBoard()
  const [isWanted, setWanted] = useState(false)
  const state = useFile(file.file, isWanted)
  const { save, remove } = useFileActs(holder)
  const name = file.name === '' ? text('board.file.unnamed') : file.name
  const words = stateWords(state)
  return (
    <li className={styles.line}>
      <Icon of={FileText} size={20} />
      <span className={styles.name}>
        {name}
        <small role="status">{[sizeWords(file.size), words].filter(Boolean).join(' · ')}</small>
      </span>
      {state.kind === 'here' ? (
        <IconButton
          icon={Download}
          label={text('board.file.saveNamed', { name })}
          onPress={() => void save(file)}
        />
      ) : (
        <Button
          look="quiet"
          isDisabled={isWanted}
          aria-label={text('board.file.fetchNamed', { name })}
          onPress={() => setWanted(true)}
        >
          {text('board.file.fetch')}
        </Button>
      )}
      {canWrite && (
        <IconButton
          icon={Trash2}
          label={text('board.file.removeNamed', { name })}
          onPress={() => remove(file)}
        />
      )}
    </li>
  )
}
