// How the whole board is laid out: its lanes, the limits that are no single column's, and what a full slot means.
import { useRef, useState } from 'react'
import { addLane, CLASSES, limitOn, setWhenFull, WHOLE_BOARD } from '@yokoten/shared/board'
import type { ClassOfService, WhenFull } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { WholeSuggestion } from '../capacity/limit-suggestion'
import dialogStyles from '../dialogs/dialogs.module.css'
import { LimitShown } from '../parts/limit-shown'
import { useBoardUi } from '../ui-store'
import { LimitFields } from './limit-fields'
import styles from './structure.module.css'
import { useLimitEdit } from './use-limit-edit'

function LaneRowButton({ lane, name }: { lane: string; name: string }) {
  const { handle } = useBoard()
  const limit = useSnapshot(handle, (board) => limitOn(board, { kind: 'lane', id: lane }))
  return (
    <li>
      <Button onPress={() => useBoardUi.getState().open({ kind: 'lane', lane })}>{name}</Button>
      {limit && <LimitShown limit={limit} />}
    </li>
  )
}

function Lanes() {
  const { handle, acts } = useBoard()
  const lanes = useSnapshot(handle, (board) => board.lanes)
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const add = () => {
    if (!acts.run(addLane, { name, rest: text('board.lane.rest') })) return
    setName('')
    field.current?.focus()
  }
  return (
    <section>
      <h3>{text('board.lanes')}</h3>
      {lanes.length === 0 && <p className={styles.note}>{text('board.lane.none')}</p>}
      <ul className={styles.rows}>
        {lanes.map((lane) => (
          <LaneRowButton key={lane.id} lane={lane.id} name={lane.name} />
        ))}
      </ul>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label={text('board.lane.new')}
          inputRef={field}
          placeholder={text('board.lane.example')}
          value={name}
          onChange={setName}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {text('board.lane.add')}
        </Button>
      </form>
    </section>
  )
}

export function StructureDialog({ onClose }: { onClose: () => void }) {
  const { handle, acts, me } = useBoard()
  const whenFull = useSnapshot(handle, (board) => board.whenFull)
  const [full, setFull] = useState<WhenFull>()
  const [classShown, setClassShown] = useState<ClassOfService>('expedite')
  const whole = useLimitEdit({ kind: 'board', id: WHOLE_BOARD })
  const mine = useLimitEdit({ kind: 'person', id: me ?? '' })
  // One after the other, as hooks must: the list of classes does not change.
  const expedite = useLimitEdit({ kind: 'class', id: CLASSES[0] })
  const fixed = useLimitEdit({ kind: 'class', id: CLASSES[1] })
  const standard = useLimitEdit({ kind: 'class', id: CLASSES[2] })
  const intangible = useLimitEdit({ kind: 'class', id: CLASSES[3] })
  const classes = { expedite, 'fixed-date': fixed, standard, intangible }
  const save = () => {
    const edits = [whole, mine, expedite, fixed, standard, intangible]
    const isAgreed = full === undefined || full === whenFull || acts.settle(setWhenFull, { whenFull: full })
    if (isAgreed && edits.every((edit) => edit.save())) onClose()
  }
  return (
    <Dialog
      isOpen
      title={text('board.structure')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('board.cancel')}</Button>
          <Button look="main" onPress={save}>
            {text('board.save')}
          </Button>
        </>
      }
    >
      <Lanes />
      <section className={dialogStyles.group}>
        <h3>{text('board.limits')}</h3>
        <div className={dialogStyles.fields}>
          <LimitFields
            edit={whole}
            label={text('board.limit.board')}
            explain={text('board.explain.inWork')}
          />
          <WholeSuggestion onTaken={whole.change} />
          {me !== undefined && (
            <LimitFields edit={mine} label={text('board.limit.mine')} explain={text('board.explain.mine')} />
          )}
          <Select<ClassOfService>
            label={text('board.class')}
            value={classShown}
            onChange={setClassShown}
            choices={CLASSES.map((id) => ({ id, label: text(`board.class.${id}`) }))}
          />
          <LimitFields
            key={classShown}
            edit={classes[classShown]}
            label={text('board.limit.class', { class: text(`board.class.${classShown}`) })}
            explain={text('board.explain.inWork')}
          />
          <Select<WhenFull>
            label={text('board.column.whenFull')}
            value={full ?? whenFull}
            onChange={setFull}
            choices={[
              { id: 'with-reason', label: text('board.whenFull.with-reason') },
              { id: 'forbidden', label: text('board.whenFull.forbidden') },
            ]}
          />
        </div>
      </section>
    </Dialog>
  )
}
