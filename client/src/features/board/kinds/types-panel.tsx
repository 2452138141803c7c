// The team's types of cards, each with a colour.
import { useRef, useState } from 'react'
import { addType, archiveType, editType } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { TextField } from '../../../design/text-field'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { freeKindColour } from './colours'
import { ColourSelect, KindRow } from './kind-row'
import styles from './kinds.module.css'
import { useOrder } from './use-order'

export function TypesPanel() {
  const { handle, acts, canWrite } = useBoard()
  const types = useSnapshot(handle, (board) => board.types)
  const order = useOrder('types', types)
  const [name, setName] = useState('')
  const [chosen, choose] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const colour = chosen ?? freeKindColour(types.map((type) => type.colour))
  return (
    <div className={styles.panel}>
      {types.length === 0 && <p className={styles.note}>{text('board.kinds.typeEmpty')}</p>}
      <ul className={styles.list}>
        {types.map((type) => (
          <KindRow
            key={type.id}
            id={type.id}
            order={order}
            name={type.name}
            canWrite={canWrite}
            onName={(next) => acts.run(editType, { type: type.id, name: next })}
            onRemove={() => acts.putAway(archiveType, { type: type.id }, type.name)}
            colour={
              <ColourSelect
                label={text('board.kinds.colourOf', { name: type.name })}
                hideLabel
                isDisabled={!canWrite}
                value={type.colour}
                onChange={(next) => acts.run(editType, { type: type.id, colour: next ?? '' })}
              />
            }
          />
        ))}
      </ul>
      {canWrite && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() === '' || !acts.run(addType, { name, colour })) return
            setName('')
            choose(undefined)
            field.current?.focus()
          }}
        >
          <h3>{text('board.kinds.typeAdd')}</h3>
          <TextField label={text('board.kinds.typeName')} inputRef={field} value={name} onChange={setName} />
          <ColourSelect
            label={text('board.kinds.colour')}
            value={colour}
            onChange={(next) => choose(next ?? '')}
          />
          <div>
            <Button type="submit" isDisabled={name.trim() === ''}>
              {text('board.kinds.add')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
