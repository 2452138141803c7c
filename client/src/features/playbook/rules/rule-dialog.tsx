// One rule whole: how the act is done, until when, with whom, why, and what the team said before.
import { useState } from 'react'
import { PERMIT_LEVELS } from '@yokoten/shared/kernel'
import type { PermitLevel } from '@yokoten/shared/kernel'
import { HOURS_LIMIT, ruleKey, setRule } from '@yokoten/shared/playbook'
import type { Condition, Rule, RuleEntry, RuleValue } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { NumberField } from '../../../design/number-field'
import { Select } from '../../../design/select'
import { TextArea } from '../../../design/text-area'
import { TextField } from '../../../design/text-field'
import { toasts } from '../../../design/toasts'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom, useRoster } from '../playbook-context'
import { refusalWords } from '../words'
import { ConditionFields } from './condition-fields'
import { isOffered } from './level-row'
import {
  conditionOf,
  formOf,
  hasDeadline,
  hasQuorum,
  hasSpecialCases,
  NO_CONDITION,
  valueOf,
} from './rule-form'
import type { RuleForm } from './rule-form'
import { actName, conditionWords, levelWords, momentWords, ruleRefusalWords, ruleWords } from './rule-words'
import styles from './rules.module.css'
import section from '../../../design/section.module.css'
import { useNames, useRuleWords } from './use-names'
import { TellsField, YesField } from './who-field'

export interface RuleAsk {
  readonly act: string
  /** Undefined: a special case that is only now thought of. */
  readonly condition: Condition | undefined
  /** The level that was pressed, where the rule cannot be set without more words. */
  readonly level?: PermitLevel
}

function EntryWords({ entry }: { entry: RuleEntry }) {
  const { nameOf } = usePlaybookRoom()
  const names = useNames()
  return (
    <>
      <strong>{entry.value ? levelWords(entry.value.level) : text('playbook.rule.takenAway')}</strong>{' '}
      {entry.value && ruleWords(entry.value, names)}
      {entry.value?.why && <q>{entry.value.why}</q>}
      <small>{text('playbook.rule.by', { who: nameOf(entry.by), when: momentWords(entry.at) })}</small>
    </>
  )
}

/** What two people said without knowing of each other. */
function Disputed({ rule }: { rule: Rule }) {
  const heads = rule.history.filter((entry) => rule.heads.includes(entry.id))
  return (
    <div className={styles.notice}>
      <p>{text('playbook.rule.disputed')}</p>
      <ul className={styles.history}>
        {heads.map((entry) => (
          <li key={entry.id}>
            <EntryWords entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function History({ rule }: { rule: Rule }) {
  return (
    <details className={section.fold}>
      <summary>{text('playbook.rule.history', { count: rule.history.length })}</summary>
      <ol className={styles.history} reversed>
        {[...rule.history].reverse().map((entry) => (
          <li key={entry.id}>
            <EntryWords entry={entry} />
          </li>
        ))}
      </ol>
    </details>
  )
}

interface FieldsProps {
  readonly act: string
  readonly form: RuleForm
  readonly onChange: (form: RuleForm) => void
}

function RuleFields({ act, form, onChange }: FieldsProps) {
  const wordsOf = useRuleWords(act)
  const set = (part: Partial<RuleForm>) => onChange({ ...form, ...part })
  return (
    <>
      <Select<PermitLevel>
        label={text('playbook.rule.level')}
        value={form.level}
        onChange={(level) => set({ level })}
        note={wordsOf(valueOf(form))}
        choices={PERMIT_LEVELS.filter((one) => isOffered(act, one)).map((id) => ({
          id,
          label: levelWords(id),
        }))}
      />
      {form.level === 'yes' && <YesField value={form.yesFrom} onChange={(yesFrom) => set({ yesFrom })} />}
      {hasDeadline(form.level) && (
        <NumberField
          label={text('playbook.rule.hours')}
          unit={text('playbook.rule.hoursUnit')}
          note={text('playbook.rule.hoursNote')}
          minValue={0}
          maxValue={HOURS_LIMIT}
          value={form.hours}
          onChange={(hours) => set({ hours })}
        />
      )}
      {hasQuorum(form.level) && (
        <NumberField
          label={text('playbook.rule.quorum')}
          unit="%"
          note={text('playbook.rule.quorumNote')}
          minValue={1}
          maxValue={100}
          step={1}
          value={form.quorum}
          onChange={(quorum) => set({ quorum })}
        />
      )}
      {form.level !== 'free' && (
        <TellsField
          label={text(form.level === 'advice' ? 'playbook.rule.askWhom' : 'playbook.rule.tellWhom')}
          value={form.tells}
          onChange={(tells) => set({ tells })}
        />
      )}
      <TextField
        type="date"
        label={text('playbook.rule.review')}
        note={text('playbook.rule.reviewNote')}
        value={form.review}
        onChange={(review) => set({ review })}
      />
      <TextArea
        label={text('playbook.rule.why')}
        placeholder={text('playbook.rule.whyExample')}
        rows={2}
        value={form.why}
        onChange={(why) => set({ why })}
      />
    </>
  )
}

/** What the rule says to who cannot change it. */
function RuleToRead({ value }: { value: RuleValue | null }) {
  const names = useNames()
  return (
    <p className={styles.quiet}>
      {value && <strong>{levelWords(value.level)}. </strong>}
      {ruleWords(value, names)} {value?.why}
    </p>
  )
}

interface RuleDialogProps {
  readonly ask: RuleAsk
  readonly onClose: () => void
  /** To a rule that is narrower than this one. */
  readonly onSpecial: () => void
  /** For an act of the team's own: its name and what it is about. */
  readonly onEditAct: (() => void) | undefined
}

export function RuleDialog({ ask, onClose, onSpecial, onEditAct }: RuleDialogProps) {
  const { act: run, canWrite } = usePlaybookRoom()
  const roster = useRoster()
  const names = useNames()
  const { act, condition } = ask
  const acts = usePlaybook((playbook) => playbook.actsById)
  const rule = usePlaybook((playbook) =>
    condition ? playbook.rules.get(ruleKey(act, condition)) : undefined,
  )
  const [form, setForm] = useState(() => formOf(rule?.value, ask.level))
  const [typed, setTyped] = useState(NO_CONDITION)
  const [error, setError] = useState<string>()
  const isNew = condition === undefined
  const isSpecial = isNew || Object.keys(condition).length > 0

  const write = (value: RuleValue | null, only: Condition) => {
    if (isNew && Object.keys(only).length === 0) return setError(text('playbook.rule.noCondition'))
    const came = run(setRule, { act, condition: only, value, roster })
    if (came === 'done') {
      toasts.show(text(value ? 'playbook.rule.saved' : 'playbook.rule.gone'))
      onClose()
    } else if (came === 'asked') onClose()
    else
      setError(
        came.reason === 'locks-itself' ||
          came.reason === 'safety-first' ||
          came.reason === 'nobody-named' ||
          came.reason === 'empty-range'
          ? ruleRefusalWords(came, names)
          : refusalWords(came),
      )
  }
  const when = condition ? conditionWords(condition, names) : ''
  return (
    <Dialog
      isOpen
      title={actName(act, acts)}
      note={when === '' ? undefined : text('playbook.rule.only', { when })}
      onClose={onClose}
      footer={
        canWrite && (
          <>
            {isSpecial && !isNew && (
              <Button look="quiet" onPress={() => write(null, condition)}>
                {text('playbook.rule.takeAway')}
              </Button>
            )}
            <Button look="main" type="submit" form="rule-form">
              {text('playbook.save')}
            </Button>
          </>
        )
      }
    >
      {rule?.disputed && <Disputed rule={rule} />}
      {canWrite ? (
        <form
          id="rule-form"
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            write(valueOf(form), condition ?? conditionOf(typed))
          }}
        >
          {isNew && <ConditionFields act={act} form={typed} onChange={setTyped} />}
          <RuleFields act={act} form={form} onChange={setForm} />
          {error !== undefined && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
          {!isSpecial && (
            <div className={styles.acts}>
              {hasSpecialCases(act) && (
                <Button onPress={onSpecial}>{text('playbook.rule.addSpecial')}</Button>
              )}
              {onEditAct && <Button onPress={onEditAct}>{text('playbook.ownAct.edit')}</Button>}
            </div>
          )}
        </form>
      ) : (
        <RuleToRead value={rule?.value ?? null} />
      )}
      {rule && rule.history.length > 0 && <History rule={rule} />}
    </Dialog>
  )
}
