// Choosing one's colour: discs with names, those of others marked with whose they are.
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Label } from 'react-aria-components/Label'
import { text } from '../../../text'
import { colourChoices } from '../words'
import styles from './colour-picker.module.css'

interface ColourPickerProps {
  readonly value: string
  readonly onChange: (colour: string) => void
  /** Names of the people who have a colour already. */
  readonly takenBy: ReadonlyMap<string, string>
}

export const ColourPicker = ({ value, onChange, takenBy }: ColourPickerProps) => (
  <RadioGroup value={value} onChange={onChange} orientation="horizontal" className={styles.group ?? ''}>
    <Label className={styles.label ?? ''}>{text('team.person.colour')}</Label>
    <div className={styles.discs}>
      {colourChoices().map(({ colour, name }) => {
        const owner = takenBy.get(colour)
        const label = owner === undefined ? name : text('team.colour.taken', { colour: name, name: owner })
        return (
          <Radio
            key={colour}
            value={colour}
            aria-label={label}
            isDisabled={owner !== undefined && colour !== value && takenBy.size < colourChoices().length}
            className={styles.disc ?? ''}
          >
            <span className={styles.fill} style={{ background: colour }} title={label} />
          </Radio>
        )
      })}
    </div>
  </RadioGroup>
)
