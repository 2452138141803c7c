// What no room does for one, such as spending money: put to the others or told to them, from "Can I?".
import { useState } from 'react'
import type { Act } from '@yokoten/shared/kernel'
import { PLAYBOOK_DOCUMENT, tellOthers } from '@yokoten/shared/playbook'
import type { Answer } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { NumberField } from '../../../design/number-field'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import { askable } from '../rules/rule-form'
import { refusalWords } from '../words'
import styles from './proposals.module.css'
import { useProposalsUi } from './ui-store'
import { actWords, capital } from './words'

/** Kinds that stand in the list of every team and that no command is. */
const BY_HAND: readonly string[] = ['spend', 'start-experiment']

/** What is asked about an act that its conditions may be about. */
export interface AskedFacts {
  readonly amount: number | undefined
  /** Empty: nobody in particular. */
  readonly touches: string
}

export const NOTHING_ASKED: AskedFacts = { amount: undefined, touches: '' }

/** The facts of a kind of act as they are typed, for its conditions. */
export const factsAsked = (
  kind: string,
  isByHand: boolean,
  { amount, touches }: AskedFacts,
): Omit<Act, 'kind'> => {
  const asks = askable(kind)
  return {
    ...(isByHand && asks.amount && amount !== undefined && { amount }),
    ...(isByHand && asks.touches && touches !== '' && { touches: [touches] }),
  }
}

/** Whether a kind of act is done by hand: the team's own, and what no room has a command for. */
export const useIsByHand = (kind: string): boolean =>
  usePlaybook(({ actsById }) => BY_HAND.includes(kind) || actsById.has(kind))

interface FactsProps {
  readonly kind: string
  readonly asked: AskedFacts
  readonly onChange: (asked: AskedFacts) => void
}

export function FactFields({ kind, asked, onChange }: FactsProps) {
  const { team, me } = usePlaybookRoom()
  const { people, peopleById } = useReadable(team.directory)
  const asks = askable(kind)
  const others = people.filter((id) => id !== me)
  return (
    <>
      {asks.amount && (
        <NumberField
          label={text('proposals.byHand.amount')}
          note={text('playbook.condition.moneyNote')}
          minValue={0}
          value={asked.amount}
          onChange={(amount) => onChange({ ...asked, amount })}
        />
      )}
      {asks.touches && others.length > 0 && (
        <Select
          label={text('playbook.condition.touchesField')}
          value={asked.touches}
          onChange={(touches) => onChange({ ...asked, touches })}
          choices={[
            { id: '', label: text('proposals.byHand.nobody') },
            ...others.map((id) => ({ id, label: peopleById.get(id)?.name || text('playbook.somebody') })),
          ]}
        />
      )}
    </>
  )
}

function TellForm({ act, answer, title, onDone }: DoByHandProps & { title: string; onDone: () => void }) {
  const room = usePlaybookRoom()
  const [words, setWords] = useState(title)
  const tell = () => {
    const came = room.act(tellOthers, {
      act,
      permit: answer,
      document: PLAYBOOK_DOCUMENT,
      command: '',
      words,
    })
    if (typeof came === 'object') return void toasts.show(refusalWords(came), { tone: 'stop' })
    toasts.show(text('proposals.told'))
    onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '') tell()
      }}
    >
      <TextField
        autoFocus
        label={text('proposals.byHand.did')}
        note={text('proposals.byHand.didNote')}
        value={words}
        onChange={setWords}
      />
      <div className={styles.acts}>
        <Button look="main" type="submit" isDisabled={words.trim() === ''}>
          {text('proposals.byHand.tell')}
        </Button>
      </div>
    </form>
  )
}

interface DoByHandProps {
  readonly act: Act
  readonly answer: Answer
}

/** The way on from the answer; nothing where one just does it. */
export function DoByHand({ act, answer, onClose }: DoByHandProps & { onClose: () => void }) {
  const what = usePlaybook((playbook) => capital(actWords(playbook, act.kind)))
  const [isTelling, setTelling] = useState(false)
  const title =
    act.amount === undefined ? what : text('proposals.byHand.title', { act: what, amount: act.amount })
  if (answer.level === 'free') return null
  if (isTelling) return <TellForm act={act} answer={answer} title={title} onDone={onClose} />
  const isTold = answer.level === 'tell'
  const goOn = () =>
    isTold
      ? setTelling(true)
      : useProposalsUi.getState().show({ kind: 'propose', wish: { kind: 'by-hand', act, title }, links: [] })
  return (
    <div className={styles.acts}>
      <Button look="main" onPress={goOn}>
        {text(isTold ? 'proposals.byHand.didIt' : 'proposals.byHand.propose')}
      </Button>
    </div>
  )
}
