// A limit in a dialog: the number, why it changes, and how it came to be what it is.
import { useState } from 'react'
import { Explain } from '../../../design/explain'
import { NumberField } from '../../../design/number-field'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import dialogStyles from '../dialogs/dialogs.module.css'
import { LimitHistory } from './limit-history'
import styles from './structure.module.css'
import type { LimitEdit } from './use-limit-edit'

interface LimitFieldsProps {
  readonly edit: LimitEdit
  readonly label: string
  /** What the limit is for, opened by one tap. */
  readonly explain: string
}

export function LimitFields({ edit, label, explain }: LimitFieldsProps) {
  // Asked for as soon as one goes to the number: were it asked when one leaves it, what one presses next would move away.
  const [isTouched, setTouched] = useState(false)
  return (
    <div className={styles.limit}>
      <div className={dialogStyles.labelled}>
        <NumberField
          label={label}
          minValue={1}
          maxValue={999}
          value={edit.limit}
          withSteppers
          onChange={edit.change}
          onFocus={() => setTouched(true)}
        />
        <Explain term={label}>{explain}</Explain>
      </div>
      {(isTouched || edit.isChanged) && (
        <TextField label={text('board.column.why')} value={edit.why} onChange={edit.explain} />
      )}
      <LimitHistory scope={edit.scope} />
    </div>
  )
}
