// A new card: its title is enough.
import { useRef, useState } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './dialogs.module.css'

export function AddDialog({ column, onClose }: { column: string; onClose: () => void }) {
  const { handle, acts } = useBoard()
  const [title, setTitle] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const [target, setTarget] = useState(column)
  const [template, setTemplate] = useState('')
  const columns = useSnapshot(handle, (board) => board.columns)
  const lanes = useSnapshot(handle, (board) => board.lanes)
  const rest = useSnapshot(handle, (board) => board.basis.frame.restLane)
  const [chosenLane, setLane] = useState<string>()
  const lane = chosenLane ?? rest
  const templates = useSnapshot(handle, (board) => board.templates)
  const writeAnother = () => {
    setTitle('')
    // Its button is switched off until something is written, and would keep the keyboard to itself.
    field.current?.focus()
  }
  const add = (then: 'close' | 'again') => {
    if (title.trim() === '') return
    // Where it is refused the words stay.
    acts.add(
      {
        title,
        column: target,
        at: 'top',
        ...(lane !== null && { lane }),
        ...(template !== '' && { template }),
      },
      () => (then === 'close' ? onClose() : writeAnother()),
    )
  }
  return (
    <Dialog
      isOpen
      title={text('board.add.title')}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={title.trim() === ''} onPress={() => add('again')}>
            {text('board.add.again')}
          </Button>
          <Button look="main" isDisabled={title.trim() === ''} onPress={() => add('close')}>
            {text('board.add.add')}
          </Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          add('close')
        }}
      >
        <TextField
          autoFocus
          inputRef={field}
          label={text('board.add.label')}
          placeholder={text('board.add.example')}
          value={title}
          onChange={setTitle}
        />
        {templates.length > 0 && (
          <Select
            label={text('board.add.from')}
            value={template}
            onChange={(id) => {
              const before = templates.find((one) => one.id === template)?.content.title ?? ''
              const next = templates.find((one) => one.id === id)?.content.title ?? ''
              // What was typed stays; what came from a template goes with it.
              if (title.trim() === '' || title === before) setTitle(next)
              setTemplate(id)
            }}
            choices={[
              { id: '', label: text('board.add.plain') },
              ...templates.map(({ id, name }) => ({ id, label: name })),
            ]}
          />
        )}
        <Select
          label={text('board.add.column')}
          value={target}
          onChange={setTarget}
          choices={columns.map((one) => ({ id: one.id, label: one.name }))}
        />
        {lane !== null && (
          <Select
            label={text('board.lane.moveTo')}
            value={lane}
            onChange={setLane}
            choices={lanes.map((one) => ({ id: one.id, label: one.name }))}
          />
        )}
      </form>
    </Dialog>
  )
}
