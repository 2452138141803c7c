// What was done and told, in the right column: alone as was agreed, or decided together, for those whom it was told to.
import { useMemo } from 'react'
import { titleOf } from '@yokoten/shared/playbook'
import type { Decision, TellEntry } from '@yokoten/shared/playbook'
import { Button } from '../../../design/button'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { usePlaybook, usePlaybookRoom, useTeamNow } from '../playbook-context'
import { conditionWords, levelWords } from '../rules/rule-words'
import { useNames } from '../rules/use-names'
import { useOpenProposal } from './open-proposal'
import styles from './proposals.module.css'
import { useDecisions, useSaying } from './use-decisions'
import { actWords, capital, momentWords } from './words'

const DAY = 86_400_000
/** What is older stands in the decision log, or is counted. */
const READ_DAYS = 30
/** Read at once; the rest is unfolded. */
const SHOWN = 3
const MOST = 50

type Told =
  | { readonly kind: 'alone'; readonly at: number; readonly entry: TellEntry }
  | { readonly kind: 'together'; readonly at: number; readonly decision: Decision }

function Alone({ entry }: { entry: TellEntry }) {
  const { team, nameOf } = usePlaybookRoom()
  const saying = useSaying()
  const names = useNames()
  const documents = useReadable(team.directory).documentsById
  const { act, document, words } = entry
  const what = usePlaybook((playbook) => capital(actWords(playbook, act.kind)))
  const place = documents.get(document.split('/')[1] ?? '')?.name
  const column = act.column === undefined ? '' : conditionWords({ column: act.column }, names)
  const where = [place, column].filter((one) => one !== undefined && one !== '')
  return (
    <li className={section.row}>
      <span className={section.words}>
        {words === '' ? what : words}
        <small>{[nameOf(entry.by), ...where, momentWords(entry.at, saying)].join(' · ')}</small>
      </span>
    </li>
  )
}

function Together({ decision, at }: { decision: Decision; at: number }) {
  const { nameOf } = usePlaybookRoom()
  const saying = useSaying()
  const open = useOpenProposal()
  const { by, level } = decision.case.proposal
  return (
    <li className={section.row}>
      <span className={section.words}>
        <Button look="quiet" className={styles.title} onPress={() => open(decision)}>
          {titleOf(decision.case, decision.outcome.version)}
        </Button>
        <small>{[nameOf(by), levelWords(level), momentWords(at, saying)].join(' · ')}</small>
      </span>
    </li>
  )
}

const List = ({ told }: { told: readonly Told[] }) => (
  <ul className={section.rows}>
    {told.map((one) =>
      one.kind === 'alone' ? (
        <Alone key={one.entry.id} entry={one.entry} />
      ) : (
        <Together key={one.decision.case.proposal.id} {...one} />
      ),
    )}
  </ul>
)

/** The latest first. */
function useTold(): readonly Told[] {
  const { me } = usePlaybookRoom()
  const tells = usePlaybook((playbook) => playbook.tells)
  const decisions = useDecisions()
  const { at } = useTeamNow()
  return useMemo(() => {
    const isMine = (people: readonly string[], by: string) =>
      people.length === 0 || by === me || (me !== undefined && people.includes(me))
    const alone = tells
      .filter(({ people, by }) => isMine(people, by))
      .map((entry): Told => ({ kind: 'alone', at: entry.at, entry }))
    const together = decisions.flatMap((decision): Told[] => {
      const { case: one, outcome } = decision
      const { applied, decidedAt } = outcome
      return applied && decidedAt !== null && isMine(one.proposal.tells, one.proposal.by)
        ? [{ kind: 'together', at: decidedAt, decision }]
        : []
    })
    return [...alone, ...together]
      .filter((one) => one.at > at - READ_DAYS * DAY)
      .sort((a, b) => b.at - a.at)
      .slice(0, MOST)
  }, [tells, decisions, me, at])
}

/** Nothing is shown to whom nothing was told. */
export function ToldSection() {
  const told = useTold()
  if (told.length === 0) return null
  const rest = told.slice(SHOWN)
  return (
    <section className={section.section} aria-labelledby="told">
      <div className={section.head}>
        <h2 id="told">{text('proposals.toldLately')}</h2>
      </div>
      <List told={told.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className={section.fold}>
          <summary>{text('proposals.toldMore', { count: rest.length })}</summary>
          <List told={rest} />
        </details>
      )}
    </section>
  )
}
