// The decision log: every proposal with what became of it, found again by words, kind, level and outcome.
import { ArrowLeft, Download, ScrollText } from 'lucide-react'
import { useMemo, useState } from 'react'
import { PROPOSAL_LEVELS, titleOf } from '@yokoten/shared/playbook'
import type { Decision, ProposalLevel } from '@yokoten/shared/playbook'
import { csvText } from '@yokoten/shared/transfer/export'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../../design/button'
import { EmptyState } from '../../../design/empty-state'
import { Icon } from '../../../design/icon'
import { saveFile } from '../../../design/save-file'
import { Select } from '../../../design/select'
import { TextField } from '../../../design/text-field'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybookRoom } from '../playbook-context'
import { levelWords } from '../rules/rule-words'
import { decisionTable, figuresOf, filterDecisions } from './decision-table'
import { useOpenProposal } from './open-proposal'
import { StandingPill } from './standing-pill'
import styles from './proposals.module.css'
import { useDecisions, useSaying } from './use-decisions'
import { askCanI } from './ui-store'
import { actWords, capital, isoDayOf, momentWords, outcomeWords, spanWords } from './words'
import type { Saying, Standing } from './words'

const ALL = ''
const STANDINGS: readonly Standing[] = ['open', 'stuck', 'accepted', 'contested', 'ended']

function Figures({ decisions }: { decisions: readonly Decision[] }) {
  const { decided, median, open, age } = figuresOf(decisions)
  return (
    <p className={styles.figures}>
      {text('proposals.figures.decided', { count: decided })}
      {median !== null && ` ${text('proposals.figures.median', { span: spanWords(median) })}`}{' '}
      {text('proposals.figures.open', { count: open })}
      {age !== null && ` ${text('proposals.figures.age', { span: spanWords(age) })}`}
    </p>
  )
}

function Row({ decision, saying }: { decision: Decision; saying: Saying }) {
  const open = useOpenProposal()
  const { proposal } = decision.case
  return (
    <li className={styles.logRow}>
      <div>
        <Button look="quiet" className={styles.title} onPress={() => open(decision)}>
          {titleOf(decision.case, decision.outcome.version)}
        </Button>
        <p className={styles.sentence}>{outcomeWords(decision, saying)}</p>
        <p className={styles.note}>
          {text('proposals.by', {
            who: saying.nameOf(proposal.by),
            when: momentWords(proposal.at, saying),
            level: levelWords(proposal.level),
          })}
          {decision.days !== null &&
            ` · ${text(decision.isOpen ? 'proposals.openFor' : 'proposals.took', { span: spanWords(decision.days) })}`}
        </p>
      </div>
      <StandingPill decision={decision} />
    </li>
  )
}

export function DecisionsPage() {
  const { handle, paths } = usePlaybookRoom()
  const playbook = useReadable(handle)
  const decisions = useDecisions()
  const saying = useSaying()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState(ALL)
  const [level, setLevel] = useState<ProposalLevel | typeof ALL>(ALL)
  const [standing, setStanding] = useState<Standing | typeof ALL>(ALL)
  const kinds = useMemo(() => [...new Set(decisions.map((one) => one.case.proposal.act.kind))], [decisions])
  const found = useMemo(
    () =>
      filterDecisions(decisions, {
        words,
        kind: kind === ALL ? undefined : kind,
        level: level === ALL ? undefined : level,
        standing: standing === ALL ? undefined : standing,
      }),
    [decisions, words, kind, level, standing],
  )
  const save = () => {
    const table = decisionTable(found, {
      nameOf: saying.nameOf,
      actOf: (one) => actWords(playbook, one),
      levelOf: levelWords,
      outcomeOf: (one) => outcomeWords(one, saying),
      dayOf: (at) => isoDayOf(at, saying.zone),
      headings: (['at', 'what', 'who', 'kind', 'level', 'outcome', 'decided', 'days', 'reason'] as const).map(
        (heading) => text(`proposals.table.${heading}`),
      ),
    })
    const content = csvText(table, { markFormulas: true })
    saveFile(new Blob([content], { type: 'text/csv;charset=utf-8' }), text('proposals.table.file'))
  }
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label={text('hats.pages')}>
        <Link href={paths.rules} className={buttonClass({ look: 'quiet' })}>
          <Icon of={ArrowLeft} size={18} />
          {text('playbook.title')}
        </Link>
      </nav>
      <section className={section.section} aria-labelledby="proposals-log">
        <div className={section.head}>
          <h2 id="proposals-log">{text('proposals.log')}</h2>
          {decisions.length > 0 && (
            <Button icon={Download} onPress={save}>
              {text('proposals.table.save')}
            </Button>
          )}
        </div>
        {decisions.length === 0 ? (
          <EmptyState
            icon={ScrollText}
            title={text('proposals.log.none')}
            acts={<Button onPress={askCanI}>{text('proposals.canI.open')}</Button>}
          >
            {text('proposals.log.noneWords')}
          </EmptyState>
        ) : (
          <>
            <Figures decisions={found} />
            <div className={styles.filters} role="search" aria-label={text('proposals.filter')}>
              <TextField label={text('proposals.filter.words')} value={words} onChange={setWords} />
              <Select
                label={text('proposals.filter.kind')}
                value={kind}
                onChange={setKind}
                choices={[
                  { id: ALL, label: text('proposals.filter.all') },
                  ...kinds.map((id) => ({ id, label: capital(actWords(playbook, id)) })),
                ]}
              />
              <Select<ProposalLevel | typeof ALL>
                label={text('proposals.filter.level')}
                value={level}
                onChange={setLevel}
                choices={[
                  { id: ALL, label: text('proposals.filter.all') },
                  ...PROPOSAL_LEVELS.map((id) => ({ id, label: levelWords(id) })),
                ]}
              />
              <Select<Standing | typeof ALL>
                label={text('proposals.filter.standing')}
                value={standing}
                onChange={setStanding}
                choices={[
                  { id: ALL, label: text('proposals.filter.all') },
                  ...STANDINGS.map((id) => ({ id, label: text(`proposals.standing.${id}`) })),
                ]}
              />
            </div>
            {found.length === 0 && <p className={section.lead}>{text('proposals.filter.nothing')}</p>}
            <ul className={styles.log}>
              {found.map((decision) => (
                <Row key={decision.case.proposal.id} decision={decision} saying={saying} />
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}
