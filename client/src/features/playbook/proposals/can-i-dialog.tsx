// "Can I?": the answer in a sentence, the rule behind it, what was decided before, and what the rule has cost.
import { useMemo, useState } from 'react'
import { ACT_KINDS, compareLevels, PERMIT_LEVELS } from '@yokoten/shared/kernel'
import type { Act, PermitLevel } from '@yokoten/shared/kernel'
import {
  concernOf,
  costOfRule,
  permit,
  precedentsOf,
  ruleKey,
  setRule,
  titleOf,
} from '@yokoten/shared/playbook'
import type { Answer } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Select } from '../../../design/select'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { usePlaybookRoom, useRoster, useRulesAway, useTeamNow } from '../playbook-context'
import { conditionWords, dayWords, levelWords } from '../rules/rule-words'
import { useNames } from '../rules/use-names'
import { refusalWords } from '../words'
import { DoByHand, FactFields, factsAsked, NOTHING_ASKED, useIsByHand } from './do-by-hand'
import { useOpenProposal } from './open-proposal'
import styles from './proposals.module.css'
import { useDecisions, useSaying } from './use-decisions'
import { actWords, capital, isoDayOf, outcomeWords, permitWords, spanWords } from './words'

/** Precedents shown: the ones most like it. */
const MOST = 3
/** Below that nobody would speak of a cost. */
const WORTH_SAYING_DAYS = 0.5

/** One step freer than a level, as a proposal for the rule; none below telling. */
const freer = (level: PermitLevel): PermitLevel | undefined => PERMIT_LEVELS[PERMIT_LEVELS.indexOf(level) - 1]

function RuleBehind({ act, answer, onClose }: { act: Act; answer: Answer; onClose: () => void }) {
  const room = usePlaybookRoom()
  const playbook = useReadable(room.handle)
  const decisions = useDecisions()
  const roster = useRoster()
  const { at } = useTeamNow()
  const saying = useSaying()
  const names = useNames()
  const { agreed } = answer
  if (!agreed) return <p className={styles.note}>{text('proposals.canI.noRule')}</p>
  const { value, condition } = agreed
  const cost = costOfRule(playbook.rules, ruleKey(agreed.act, condition), decisions, at)
  const where = conditionWords(condition, names)
  const level = freer(value.level)
  const draft = () => {
    if (!level) return
    const { yesFrom: _, ...rest } = value
    const result = room.act(setRule, { act: act.kind, condition, value: { ...rest, level }, roster })
    if (typeof result === 'object') toasts.show(refusalWords(result), { tone: 'stop' })
    else if (result === 'done') {
      toasts.show(text('proposals.canI.changed'))
      onClose()
    }
  }
  // Who may change it at once is not told that it would be asked.
  const change = permit(playbook, { kind: 'change-policy', about: act.kind }, room.me ?? '', at, roster)
  const isAsked = compareLevels(change.level, 'tell') > 0
  const since = agreed.history.findLast((entry) => entry.id === agreed.entry)
  return (
    <div className={styles.rule}>
      <strong>{levelWords(value.level)}</strong>
      {where !== '' && <p>{capital(where)}</p>}
      <p>
        {since && text('proposals.canI.since', { day: dayWords(isoDayOf(since.at, saying.zone)) })}{' '}
        {value.review !== null && text('proposals.canI.review', { day: dayWords(value.review) })}
      </p>
      {value.why !== '' && <q>{value.why}</q>}
      {answer.contradicting.length > 0 && <p className={styles.note}>{text('proposals.contradicting')}</p>}
      {answer.unlocked && <p className={styles.note}>{text('proposals.unlocked')}</p>}
      {cost.days >= WORTH_SAYING_DAYS && (
        <p className={styles.warn}>
          {text('proposals.canI.cost', { span: spanWords(cost.days), count: cost.yeses })}
        </p>
      )}
      {level && room.canWrite && (
        <Button onPress={draft}>
          {text(isAsked ? 'proposals.canI.draft' : 'proposals.canI.change', { level: levelWords(level) })}
        </Button>
      )}
    </div>
  )
}

function Precedents({ act }: { act: Act }) {
  const decisions = useDecisions()
  const saying = useSaying()
  const open = useOpenProposal()
  const found = precedentsOf(decisions, act).slice(0, MOST)
  return (
    <section className={styles.part} aria-label={text('proposals.canI.before')}>
      <h3>{text('proposals.canI.before')}</h3>
      {found.length === 0 && <p className={styles.note}>{text('proposals.canI.never')}</p>}
      <ul className={styles.log}>
        {found.map((decision) => (
          <li key={decision.case.proposal.id} className={styles.logRow}>
            <div>
              <Button look="quiet" className={styles.title} onPress={() => open(decision)}>
                {titleOf(decision.case, decision.outcome.version)}
              </Button>
              <p className={styles.sentence}>{outcomeWords(decision, saying)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CanIDialogProps {
  /** Asked about already; else it is chosen. */
  readonly act: Act | undefined
  /** What is known of the thing that it is about. */
  readonly facts: Omit<Act, 'kind'>
  readonly onClose: () => void
}

export function CanIDialog({ act: given, facts, onClose }: CanIDialogProps) {
  const { handle, me, canWrite } = usePlaybookRoom()
  const playbook = useReadable(handle)
  const roster = useRoster()
  const { at } = useTeamNow()
  const saying = useSaying()
  const [kind, setKind] = useState(given?.kind ?? ACT_KINDS[1])
  const [asked, setAsked] = useState({ ...NOTHING_ASKED, amount: given?.amount })
  const isByHand = useIsByHand(kind)
  const act = useMemo<Act>(
    () => ({ ...facts, ...given, ...factsAsked(kind, isByHand, asked), kind }),
    [facts, given, kind, isByHand, asked],
  )
  const answer = permit(playbook, act, me ?? '', at, roster)
  const isSilent = concernOf(playbook.actsById, act) === null
  const away = useRulesAway()
  const named = answer.agreed?.value.yesFrom
  const outside = answer.level === 'yes' && named?.kind === 'outside' ? named.id : undefined
  return (
    <Dialog isOpen title={text('proposals.canI.title', { act: actWords(playbook, kind) })} onClose={onClose}>
      <div className={styles.whole}>
        <Select
          label={text('proposals.canI.choose')}
          value={kind}
          onChange={setKind}
          choices={[...ACT_KINDS, ...playbook.acts.map((one) => one.id)].map((id) => ({
            id,
            label: capital(actWords(playbook, id)),
          }))}
        />
        {isByHand && <FactFields kind={kind} asked={asked} onChange={setAsked} />}
        <p className={styles.outcome} role="status">
          {away ? text(`playbook.rulesAway.${away}`) : permitWords({ ...answer, isSilent }, outside, saying)}
        </p>
        {isByHand && canWrite && !away && <DoByHand key={kind} act={act} answer={answer} onClose={onClose} />}
        {!away && <RuleBehind act={act} answer={answer} onClose={onClose} />}
        <Precedents act={act} />
      </div>
    </Dialog>
  )
}
