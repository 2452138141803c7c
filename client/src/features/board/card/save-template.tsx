// Keeps what a card says as a template.
import { useState } from 'react'
import { descriptionOf, saveTemplate } from '@yokoten/shared/board'
import { toasts } from '../../../design/toasts'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './card-sheet.module.css'

export function SaveTemplate({ card, onClose }: { card: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const title = useSnapshot(handle, (board) => board.cards.get(card)?.title ?? '')
  const [name, setName] = useState(title)
  const save = async () => {
    // The text's reader knows Yjs, which the board's first paint does without.
    const { plainWords } = await import('../../../prose/plain-words')
    const words = plainWords(handle.prose(descriptionOf(card)).fragment)
    if (!acts.run(saveTemplate, { card, name, words })) return
    onClose()
    toasts.show(text('board.template.saved'))
  }
  return (
    <Dialog
      isOpen
      title={text('board.template.title')}
      onClose={onClose}
      footer={
        <Button look="main" isDisabled={name.trim() === ''} onPress={() => void save()}>
          {text('board.template.save')}
        </Button>
      }
    >
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void save()
        }}
      >
        <TextField autoFocus label={text('board.template.name')} value={name} onChange={setName} />
        <p className={styles.note}>{text('board.template.note')}</p>
      </form>
    </Dialog>
  )
}
