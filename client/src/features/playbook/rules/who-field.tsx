// Whose yes, and whom to tell: people, who wears a hat, who can do something, or somebody who is not of the team.
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Who } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { hatName } from '../hats/hat-words'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import { whoWords } from './rule-words'
import styles from './rules.module.css'
import { useNames } from './use-names'

const keyOf = ({ kind, id }: Who): string => `${kind}:${id}`
const OUTSIDE = 'outside:'

function readWho(key: string): Who | undefined {
  const colon = key.indexOf(':')
  const kind = (['person', 'hat', 'skill', 'outside'] as const).find((one) => one === key.slice(0, colon))
  return kind && { kind, id: key.slice(colon + 1) }
}

/** Everybody of the team who can be named, people first. */
function useWhoChoices(): readonly { readonly id: string; readonly label: string }[] {
  const { team } = usePlaybookRoom()
  const { people, peopleById, skills, skillsById } = useReadable(team.directory)
  const hats = usePlaybook((playbook) => playbook.hats)
  return [
    ...people.map((id) => ({
      id: keyOf({ kind: 'person', id }),
      label: peopleById.get(id)?.name || text('playbook.somebody'),
    })),
    ...hats.map((hat) => ({
      id: keyOf({ kind: 'hat', id: hat.id }),
      label: text('playbook.who.hatOf', { hat: hatName(hat) }),
    })),
    ...skills.map((id) => ({
      id: keyOf({ kind: 'skill', id }),
      label: text('playbook.who.skillOf', { skill: skillsById.get(id)?.name ?? '' }),
    })),
  ]
}

interface YesFieldProps {
  readonly value: Who | undefined
  readonly onChange: (value: Who | undefined) => void
}

export function YesField({ value, onChange }: YesFieldProps) {
  const choices = useWhoChoices()
  const names = useNames()
  const isOutside = value?.kind === 'outside'
  const chosen = value === undefined ? '' : isOutside ? OUTSIDE : keyOf(value)
  const isKnown = chosen === '' || chosen === OUTSIDE || choices.some((one) => one.id === chosen)
  return (
    <>
      <Select
        label={text('playbook.rule.yesFrom')}
        value={chosen}
        onChange={(key) => onChange(readWho(key))}
        choices={[
          { id: '', label: text('playbook.rule.choose') },
          ...(isKnown || !value ? [] : [{ id: chosen, label: whoWords(value, names) }]),
          ...choices,
          { id: OUTSIDE, label: text('playbook.who.outside') },
        ]}
      />
      {isOutside && (
        <TextField
          label={text('playbook.rule.outsideName')}
          placeholder={text('playbook.rule.outsideExample')}
          note={text('playbook.rule.outsideNote')}
          value={value.id}
          onChange={(id) => onChange({ kind: 'outside', id })}
        />
      )}
    </>
  )
}

interface TellsFieldProps {
  readonly label: string
  readonly value: readonly Who[]
  readonly onChange: (value: readonly Who[]) => void
}

/** Nobody named means everybody. */
export function TellsField({ label, value, onChange }: TellsFieldProps) {
  const choices = useWhoChoices()
  const names = useNames()
  // The list begins anew after each name, also for who chooses the same one twice.
  const [round, setRound] = useState(0)
  const taken = new Set(value.map(keyOf))
  return (
    <div className={styles.form}>
      <Select
        key={round}
        label={label}
        value=""
        onChange={(key) => {
          const who = readWho(key)
          if (who) onChange([...value, who])
          setRound(round + 1)
        }}
        choices={[
          {
            id: '',
            label: text(value.length === 0 ? 'playbook.rule.everybody' : 'playbook.rule.addSomebody'),
          },
          ...choices.filter((one) => !taken.has(one.id)),
        ]}
      />
      {value.length > 0 && (
        <div className={styles.whom}>
          {value.map((who) => (
            <Button
              key={keyOf(who)}
              icon={X}
              aria-label={text('playbook.rule.leaveOut', { who: whoWords(who, names) })}
              onPress={() => onChange(value.filter((one) => keyOf(one) !== keyOf(who)))}
            >
              {whoWords(who, names)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
