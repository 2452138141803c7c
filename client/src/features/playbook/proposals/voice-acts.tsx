// What somebody can answer to a proposal, or do with their own: as buttons, with a few words where they are needed.
import { useState } from 'react'
import { decideAfterAdvice, speak, withdrawProposal } from '@yokoten/shared/playbook'
import type { Decision, VoiceKind } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { TextArea } from '../../../design/text-area'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import type { TextId } from '../../../text'
import { usePlaybookRoom } from '../playbook-context'
import { refusalWords } from '../words'
import { AmendForm } from './amend-form'
import styles from './proposals.module.css'
import type { WaitingEntry } from './use-decisions'

interface Answer {
  readonly id: string
  readonly label: TextId
  /** Asked for before it is said. */
  readonly words?: { readonly label: TextId; readonly isNeeded: boolean }
  readonly act: { readonly voice: VoiceKind } | 'decide' | 'withdraw' | 'amend'
}

const OBJECTION = { label: 'proposals.words.object', isNeeded: true } as const
const ADVICE = { label: 'proposals.words.advice', isNeeded: true } as const
const WISHED = { label: 'proposals.words.wished', isNeeded: false } as const

const say = (voice: VoiceKind, label: TextId, words?: Answer['words']): Answer => ({
  id: voice,
  label,
  act: { voice },
  ...(words && { words }),
})
const WITHDRAW: Answer = { id: 'withdraw', label: 'proposals.withdraw', act: 'withdraw', words: WISHED }
const AMEND: Answer = { id: 'amend', label: 'proposals.amend', act: 'amend' }

const ANSWERS: Readonly<Record<WaitingEntry['wanted'], readonly Answer[]>> = {
  advise: [
    say('advice', 'proposals.say.advice', ADVICE),
    { ...say('advice', 'proposals.say.noAdvice'), id: 'none' },
  ],
  consent: [say('consent', 'proposals.say.consent'), say('object', 'proposals.say.object', OBJECTION)],
  vote: [
    say('yes', 'proposals.say.yes'),
    say('no', 'proposals.say.no', WISHED),
    say('abstain', 'proposals.say.abstain'),
  ],
  answer: [say('yes', 'proposals.say.giveYes'), say('no', 'proposals.say.no', WISHED)],
  'write-down': [say('yes', 'proposals.say.theyYes'), say('no', 'proposals.say.theyNo', WISHED)],
  decide: [{ id: 'decide', label: 'proposals.decide', act: 'decide', words: WISHED }, WITHDRAW],
  amend: [AMEND, WITHDRAW],
  changed: [AMEND, WITHDRAW],
}

interface VoiceActsProps {
  readonly decision: Decision
  readonly wanted: WaitingEntry['wanted']
  /** One of them is the one loud thing on the screen. */
  readonly isMain?: boolean
}

export function VoiceActs({ decision, wanted, isMain = false }: VoiceActsProps) {
  const { act } = usePlaybookRoom()
  const [asking, setAsking] = useState<Answer>()
  const [words, setWords] = useState('')
  const { proposal } = decision.case
  const { version } = decision.outcome
  const done = (answer: Answer, said: string) => {
    const result =
      answer.act === 'decide'
        ? act(decideAfterAdvice, { proposal: proposal.id, words: said })
        : answer.act === 'withdraw'
          ? act(withdrawProposal, { proposal: proposal.id, why: said })
          : answer.act === 'amend'
            ? 'asked'
            : act(speak, { proposal: proposal.id, version: version.id, kind: answer.act.voice, words: said })
    if (typeof result === 'object') {
      toasts.show(refusalWords(result), { tone: 'stop' })
      return
    }
    setAsking(undefined)
    setWords('')
  }
  if (asking?.act === 'amend') return <AmendForm decision={decision} onDone={() => setAsking(undefined)} />
  if (asking) {
    const isMissing = asking.words?.isNeeded === true && words.trim() === ''
    return (
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isMissing) done(asking, words)
        }}
      >
        <TextArea
          autoFocus
          rows={2}
          label={text(asking.words?.label ?? WISHED.label)}
          value={words}
          onChange={setWords}
        />
        <div className={styles.acts}>
          <Button onPress={() => setAsking(undefined)}>{text('proposals.cancel')}</Button>
          <Button look="main" type="submit" isDisabled={isMissing}>
            {text(asking.label)}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className={styles.acts}>
      {ANSWERS[wanted].map((answer, index) => (
        <Button
          key={answer.id}
          look={isMain && index === 0 ? 'main' : 'plain'}
          onPress={() => (answer.words || answer.act === 'amend' ? setAsking(answer) : done(answer, ''))}
        >
          {text(answer.label)}
        </Button>
      ))}
    </div>
  )
}
