// What the team has agreed, one line for each kind of act: a table, and sentences in groups where there is no room for one.
import { CalendarClock, Ellipsis, Plus, Spade } from 'lucide-react'
import { useMemo, useState } from 'react'
import { calendarOf, isoFromDay, PERMIT_LEVELS } from '@yokoten/shared/kernel'
import { workingTimeOf } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { Menu } from '../../../design/menu'
import { useMedia } from '../../../design/use-media'
import { useActions } from '../../../input'
import type { Action } from '../../../input'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybook, usePlaybookRoom, useRulesAway, useTeamNow } from '../playbook-context'
import { askCanI } from '../proposals/ui-store'
import { useRounds } from '../poker/use-rounds'
import { ActDialog } from './act-dialog'
import type { ActAsk } from './act-dialog'
import { FirstRules } from './first-rules'
import { RuleDialog } from './rule-dialog'
import type { RuleAsk } from './rule-dialog'
import { RuleRow, RuleSentence } from './rule-line'
import { actsProposed, latelyByAct, ruleLines } from './rule-lines'
import type { RuleLine } from './rule-lines'
import { RuleNotes } from './rule-notes'
import { levelShort, levelWords } from './rule-words'
import styles from './rules.module.css'
import { WorkingTimeDialog } from './working-time-dialog'

/** Below this the levels do not stand side by side. */
const CRAMPED = '(max-width: 940px)'

interface LinesProps {
  readonly lines: readonly RuleLine[]
  readonly onAsk: (ask: RuleAsk) => void
}

/** What became of acts lately, and for which of them another rule is proposed, as each line says it. */
function useSaid() {
  const playbook = usePlaybook((whole) => whole)
  const now = useTeamNow()
  return useMemo(() => {
    const [lately, proposed] = [latelyByAct(playbook, now), actsProposed(playbook, now)]
    return (act: string) => ({ lately: lately.get(act), isProposed: proposed.has(act) })
  }, [playbook, now])
}

function Table({ lines, onAsk }: LinesProps) {
  const said = useSaid()
  return (
    <>
      <div className={classNames(styles.grid, styles.columns)} aria-hidden>
        <span>{text('playbook.columns.act')}</span>
        <div>
          {PERMIT_LEVELS.map((level) => (
            <span key={level}>{levelShort(level)}</span>
          ))}
        </div>
        <span>{text('playbook.columns.lately')}</span>
      </div>
      <ul aria-label={text('playbook.title')}>
        {lines.map((line) => (
          <RuleRow key={line.key} line={line} {...said(line.act)} onAsk={onAsk} />
        ))}
      </ul>
    </>
  )
}

function Sentences({ lines, onAsk }: LinesProps) {
  const said = useSaid()
  return PERMIT_LEVELS.map((level) => {
    const of = lines.filter((line) => (line.rule?.value?.level ?? 'free') === level)
    if (of.length === 0) return null
    return (
      <div key={level} className={styles.group}>
        <h3 id={`level-${level}`}>{levelWords(level)}</h3>
        <ul aria-labelledby={`level-${level}`}>
          {of.map((line) => (
            <RuleSentence key={line.key} line={line} {...said(line.act)} onAsk={onAsk} />
          ))}
        </ul>
      </div>
    )
  })
}

type Asking =
  | { readonly kind: 'rule'; readonly ask: RuleAsk }
  | { readonly kind: 'act'; readonly ask: ActAsk }
  | { readonly kind: 'hours' }

export function RulesSection() {
  const { canWrite } = usePlaybookRoom()
  const isCramped = useMedia(CRAMPED)
  const away = useRulesAway()
  const [asking, setAsking] = useState<Asking>()
  const [isUnfolded, setUnfolded] = useState(false)
  const playbook = usePlaybook((whole) => whole)
  const { at } = useTeamNow()
  const { zone } = usePlaybookRoom()
  const today = isoFromDay(calendarOf(workingTimeOf(playbook, zone).zone).dayOf(at))
  const { shown, folded } = useMemo(() => ruleLines(playbook), [playbook])
  const { round, begin: beginRound } = useRounds()
  const [isOneByOne, setOneByOne] = useState(false)
  const isFirst = playbook.rules.size === 0 && !isOneByOne
  const close = () => setAsking(undefined)
  const onAsk = (ask: RuleAsk) => setAsking({ kind: 'rule', ask })

  const acts = useMemo((): Action[] => {
    if (!canWrite) return []
    const group = text('playbook.title')
    return [
      {
        id: 'playbook.addAct',
        label: text('playbook.ownAct.add'),
        group,
        run: () => setAsking({ kind: 'act', ask: {} }),
      },
      { id: 'playbook.poker', label: text('playbook.poker.begin'), group, run: beginRound },
      {
        id: 'playbook.hours',
        label: text('playbook.time.title'),
        group,
        run: () => setAsking({ kind: 'hours' }),
      },
    ]
  }, [canWrite, beginRound])
  useActions(acts)
  const icons = [Plus, Spade, CalendarClock]

  const lines = isUnfolded ? [...shown, ...folded] : shown
  const Shown = isCramped ? Sentences : Table
  const ask = asking?.kind === 'rule' ? asking.ask : undefined
  const own = ask && playbook.actsById.get(ask.act)
  return (
    <section className={section.section} aria-labelledby="rules">
      <div className={styles.head}>
        <div>
          <h2 id="rules">{text('playbook.title')}</h2>
          <p className={section.lead}>{text('playbook.lead')}</p>
        </div>
        {canWrite && (
          <div className={styles.headActs}>
            <Button onPress={askCanI}>{text('proposals.canI.open')}</Button>
            <Menu
              look="quiet"
              icon={Ellipsis}
              label={text('playbook.more')}
              placement="bottom end"
              groups={[
                {
                  id: 'acts',
                  entries: acts.map(({ id, label, run }, index) => {
                    const icon = icons[index]
                    return { id, label, run, ...(icon && { icon }) }
                  }),
                },
              ]}
            />
          </div>
        )}
      </div>
      {isFirst && round && <p className={styles.quiet}>{text('playbook.first.playing')}</p>}
      {isFirst && !round && (
        <FirstRules today={today} onPoker={beginRound} onOneByOne={() => setOneByOne(true)} />
      )}
      {(!isFirst || !canWrite) && (
        <>
          {away && !isFirst && <p className={styles.notice}>{text(`playbook.rulesAway.${away}`)}</p>}
          <RuleNotes today={today} onAsk={onAsk} />
          <Shown lines={lines} onAsk={onAsk} />
          {folded.length > 0 && (
            <Button
              look="quiet"
              className={styles.unfold}
              aria-expanded={isUnfolded}
              onPress={() => setUnfolded(!isUnfolded)}
            >
              {isUnfolded ? text('playbook.fewer') : text('playbook.others', { count: folded.length })}
            </Button>
          )}
        </>
      )}
      {ask && (
        <RuleDialog
          key={JSON.stringify(ask)}
          ask={ask}
          onClose={close}
          onSpecial={() => onAsk({ act: ask.act, condition: undefined })}
          onEditAct={own && (() => setAsking({ kind: 'act', ask: { id: own.id } }))}
        />
      )}
      {asking?.kind === 'act' && <ActDialog ask={asking.ask} onClose={close} />}
      {asking?.kind === 'hours' && <WorkingTimeDialog onClose={close} />}
    </section>
  )
}
