// How an act is done, from the freest to the strictest, as a row to press or to arrow through.
import { useState } from 'react'
import { compareLevels, PERMIT_LEVELS } from '@yokoten/shared/kernel'
import type { PermitLevel } from '@yokoten/shared/kernel'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { text } from '../../../text'
import { levelShort, levelWords } from './rule-words'
import styles from './rules.module.css'

/** Stopping the line never waits for anybody. */
export const isOffered = (act: string, level: PermitLevel): boolean =>
  act !== 'raise-blocker' || compareLevels(level, 'tell') <= 0

interface LevelRowProps {
  readonly act: string
  /** What the row is about, for who does not see it. */
  readonly label: string
  readonly level: PermitLevel
  readonly canWrite: boolean
  /** Writes the level or asks for it. */
  readonly onChange: (level: PermitLevel) => void
}

/** A press chooses; only saying so changes the rule, since whoever arrows along wants none of the levels on the way. */
export function LevelRow({ act, label, level, canWrite, onChange }: LevelRowProps) {
  const [draft, setDraft] = useState<PermitLevel>()
  const shown = draft ?? level
  return (
    <div
      className={styles.levels}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(undefined)
      }}
    >
      <RadioGroup
        aria-label={text('playbook.levelOf', { act: label })}
        orientation="horizontal"
        value={shown}
        isReadOnly={!canWrite}
        className={classNames(styles.track, draft !== undefined && styles.drafted)}
        onChange={(next) => {
          const chosen = PERMIT_LEVELS.find((one) => one === next)
          setDraft(chosen === level ? undefined : chosen)
        }}
      >
        {PERMIT_LEVELS.map((one) => (
          <Radio
            key={one}
            value={one}
            aria-label={levelWords(one)}
            isDisabled={!isOffered(act, one)}
            className={classNames(styles.level, draft !== undefined && one === level && styles.held)}
          >
            <span className={styles.word} aria-hidden>
              {levelShort(one)}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {draft !== undefined && (
        <div className={styles.confirm}>
          <Button
            look="main"
            onPress={() => {
              onChange(draft)
              setDraft(undefined)
            }}
          >
            {text('playbook.change', { level: levelWords(draft) })}
          </Button>
          <Button look="quiet" onPress={() => setDraft(undefined)}>
            {text('playbook.leave')}
          </Button>
        </div>
      )}
    </div>
  )
}
