// A row of one of the lists: a colour where it has one, its name changed in place, its place, and its removal.
import { useState } from 'react'
import type { ReactNode } from 'react'
import { classNames } from '../../../design/class-names'
import { Select } from '../../../design/select'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import { colourChoices, kindColour, swatchClass } from './colours'
import type { KindColour } from './colours'
import { ListActs } from './list-acts'
import type { Order } from './list-acts'
import styles from './kinds.module.css'

interface PlaceProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly isReadOnly: boolean
  readonly rows?: number
  readonly onChange: (value: string) => void
}

/** Words written when one leaves them or presses Enter, taken back by Escape; with `rows` several lines. */
export function InPlace({ value, onChange, rows, ...rest }: PlaceProps) {
  const [draft, setDraft] = useState<string>()
  const commit = () => {
    if (draft !== undefined && draft !== value) onChange(draft)
    setDraft(undefined)
  }
  const shared = {
    ...rest,
    value: draft ?? value,
    onChange: setDraft,
    onBlur: commit,
  }
  if (rows !== undefined) return <TextArea {...shared} rows={rows} />
  return (
    <TextField
      {...shared}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        else if (event.key === 'Escape' && draft !== undefined) setDraft(undefined)
        else event.continuePropagation()
      }}
    />
  )
}

interface ColourSelectProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string | null
  readonly isDisabled?: boolean
  /** Offers to have none. */
  readonly withNone?: boolean
  readonly onChange: (colour: KindColour | null) => void
}

export function ColourSelect({ value, withNone = false, onChange, ...rest }: ColourSelectProps) {
  const colour = kindColour(value)
  return (
    <div className={styles.colour}>
      {colour && <i className={swatchClass(colour)} aria-hidden />}
      <Select
        {...rest}
        value={colour ?? ''}
        onChange={(next) => onChange(next === '' ? null : next)}
        choices={[
          ...(withNone || colour === undefined
            ? [{ id: '' as const, label: text('board.colour.none') }]
            : []),
          ...colourChoices(),
        ]}
      />
    </div>
  )
}

interface KindRowProps {
  readonly id: string
  readonly name: string
  readonly canWrite: boolean
  readonly colour?: ReactNode
  readonly order?: Order
  readonly children?: ReactNode
  readonly onName: (name: string) => void
  readonly onRemove: () => void
}

export const KindRow = ({ id, name, canWrite, colour, order, children, onName, onRemove }: KindRowProps) => (
  <li className={styles.kind}>
    <div className={classNames(styles.row, colour !== undefined && styles.two)}>
      <div className={styles.name}>
        <InPlace
          label={text('board.kinds.nameOf', { name })}
          hideLabel
          value={name}
          isReadOnly={!canWrite}
          onChange={onName}
        />
      </div>
      {colour}
      {canWrite && <ListActs id={id} name={name} order={order} onRemove={onRemove} />}
    </div>
    {children}
  </li>
)
