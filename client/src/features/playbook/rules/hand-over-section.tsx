// The hand-over plan: what still needs a yes, what becomes of it, and what waiting for it has cost.
import { useMemo, useState } from 'react'
import { calendarOf, isoFromDay } from '@yokoten/shared/kernel'
import {
  byKind,
  byMonth,
  byStep,
  decisionsIn,
  handOver,
  planHandOver,
  STAYS,
  waitingBy,
  workingTimeOf,
} from '@yokoten/shared/playbook'
import type { HandOverLine, PlanEntry } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybook, usePlaybookRoom, useTeamNow } from '../playbook-context'
import { spanWords } from '../proposals/words'
import { refusalWords } from '../words'
import { actName, conditionWords, dayWords, ruleWords } from './rule-words'
import styles from './rules.module.css'
import { StepCosts } from './step-costs'
import { useNames } from './use-names'
import { lastMonths, YesesChart } from './yeses-chart'

type PlanValue = PlanEntry['value']
type Stays = (typeof STAYS)[number]
type Choice = 'none' | 'ours' | Stays

function choiceOf(value: PlanValue): Choice {
  if (!value) return 'none'
  return value.kind === 'ours' ? 'ours' : value.because
}

function planWords(line: HandOverLine, today: string): { readonly words: string; readonly isLate: boolean } {
  const value = line.plan?.value
  if (!value) return { words: text('playbook.plan.none'), isLate: false }
  if (value.kind === 'stays') {
    const because = text(`playbook.stays.${value.because}`)
    return {
      words:
        value.words === ''
          ? text('playbook.plan.stays', { because })
          : text('playbook.plan.staysWords', { because, words: value.words }),
      isLate: false,
    }
  }
  const isLate = value.day < today
  const day = dayWords(value.day)
  return { words: text(isLate ? 'playbook.plan.late' : 'playbook.plan.ours', { day }), isLate }
}

function PlanDialog({ line, name, onClose }: { line: HandOverLine; name: string; onClose: () => void }) {
  const { act: run } = usePlaybookRoom()
  const condition = usePlaybook((playbook) => playbook.rules.get(line.key)?.condition) ?? {}
  const before = line.plan?.value ?? null
  const [choice, setChoice] = useState<Choice>(choiceOf(before))
  const [day, setDay] = useState(before?.kind === 'ours' ? before.day : '')
  const [words, setWords] = useState(before?.kind === 'stays' ? before.words : '')
  const [error, setError] = useState<string>()
  const save = () => {
    if (choice === 'ours' && day === '') return setError(text('playbook.plan.dayMissing'))
    const value: PlanValue =
      choice === 'none'
        ? null
        : choice === 'ours'
          ? { kind: 'ours', day }
          : { kind: 'stays', because: choice, words: words.trim() }
    const came = run(planHandOver, { act: line.act, condition, value })
    if (typeof came === 'object') setError(refusalWords(came))
    else onClose()
  }
  return (
    <Dialog
      isOpen
      title={name}
      note={text('playbook.plan.note')}
      onClose={onClose}
      footer={
        <Button look="main" type="submit" form="plan-form">
          {text('playbook.save')}
        </Button>
      }
    >
      <form
        id="plan-form"
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {line.plan?.disputed && <p className={styles.notice}>{text('playbook.plan.disputed')}</p>}
        <Select<Choice>
          label={text('playbook.plan.what')}
          value={choice}
          onChange={setChoice}
          choices={[
            { id: 'none', label: text('playbook.plan.none') },
            { id: 'ours', label: text('playbook.plan.oursChoice') },
            ...STAYS.map((id) => ({
              id,
              label: text('playbook.plan.stays', { because: text(`playbook.stays.${id}`) }),
            })),
          ]}
        />
        {choice === 'ours' && (
          <TextField type="date" label={text('playbook.plan.day')} value={day} onChange={setDay} />
        )}
        {choice !== 'ours' && choice !== 'none' && (
          <TextField
            label={text('playbook.plan.words')}
            placeholder={text('playbook.plan.wordsExample')}
            value={words}
            onChange={setWords}
          />
        )}
        {error !== undefined && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** Shown once a rule asks for a yes, or did. */
export function HandOverSection() {
  const { canWrite, zone } = usePlaybookRoom()
  const playbook = usePlaybook((whole) => whole)
  const names = useNames()
  const now = useTeamNow()
  const [asking, setAsking] = useState<string>()
  const calendar = calendarOf(workingTimeOf(playbook, zone).zone)
  const isoDayOf = (at: number) => isoFromDay(calendar.dayOf(at))
  const lines = useMemo(() => handOver(playbook, now), [playbook, now])
  const decisions = useMemo(() => decisionsIn(playbook, now), [playbook, now])
  const kinds = waitingBy(decisions, now.at, byKind)
  if (lines.length === 0 && kinds.size === 0) return null
  const today = isoDayOf(now.at)
  const nameOf = (line: HandOverLine): string => {
    const when = conditionWords(playbook.rules.get(line.key)?.condition ?? {}, names)
    const act = actName(line.act, playbook.actsById)
    return when === '' ? act : text('playbook.special', { act, when })
  }
  const costWords = ({ cost }: HandOverLine): string =>
    cost.yeses === 0 ? '' : text('playbook.plan.cost', { count: cost.yeses, span: spanWords(cost.days) })
  const asked = lines.find((line) => line.key === asking)
  return (
    <section className={section.section} aria-labelledby="hand-over">
      <h2 id="hand-over">{text('playbook.plan.title')}</h2>
      <p className={section.lead}>
        {text(lines.length === 0 ? 'playbook.plan.allOurs' : 'playbook.plan.lead')}
      </p>
      <ul className={section.rows}>
        {lines.map((line) => {
          const { words, isLate } = planWords(line, today)
          return (
            <li key={line.key} className={section.row}>
              <span className={section.words}>
                {nameOf(line)}
                <small>
                  {ruleWords(playbook.rules.get(line.key)?.value ?? null, names)} {costWords(line)}
                </small>
                <small className={isLate ? styles.mark : undefined}>{words}</small>
              </span>
              {canWrite && (
                <Button
                  aria-label={text('playbook.plan.edit', { act: nameOf(line) })}
                  onPress={() => setAsking(line.key)}
                >
                  {text('playbook.plan.editShort')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {kinds.size > 0 && (
        <>
          <YesesChart months={lastMonths(waitingBy(decisions, now.at, byMonth(isoDayOf)), today)} />
          <ul className={styles.cost}>
            {[...kinds].map(([kind, { yeses, days }]) => (
              <li key={kind}>
                {text('playbook.plan.waited', {
                  act: actName(kind, playbook.actsById),
                  count: yeses,
                  span: spanWords(days),
                })}
              </li>
            ))}
          </ul>
          <StepCosts steps={waitingBy(decisions, now.at, byStep)} />
        </>
      )}
      {asked && <PlanDialog line={asked} name={nameOf(asked)} onClose={() => setAsking(undefined)} />}
    </section>
  )
}
