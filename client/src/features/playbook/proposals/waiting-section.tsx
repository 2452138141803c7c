// The right column's first section: what waits for this person's voice, and their own proposals that want a word.
import { titleOf } from '@yokoten/shared/playbook'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../../design/button'
import { text } from '../../../text'
import { OfferedTurns, useOffered } from '../hats/offered-turns'
import section from '../../../design/section.module.css'
import { usePlaybookRoom } from '../playbook-context'
import { useRounds } from '../poker/use-rounds'
import { ClockBar } from './clock-bar'
import { useOpenProposal } from './open-proposal'
import styles from './proposals.module.css'
import { useSaying, useWaiting } from './use-decisions'
import type { WaitingEntry } from './use-decisions'
import { VoiceActs } from './voice-acts'
import { waitingWords } from './words'
import type { Saying } from './words'

function Entry({ entry, saying, isFirst }: { entry: WaitingEntry; saying: Saying; isFirst: boolean }) {
  const { canWrite } = usePlaybookRoom()
  const open = useOpenProposal()
  const { decision, wanted } = entry
  const { proposal } = decision.case
  const { version } = decision.outcome
  const title = titleOf(decision.case, version)
  return (
    <article className={styles.entry} aria-label={title}>
      <h3>
        <Button look="quiet" className={styles.title} onPress={() => open(decision)}>
          {title}
        </Button>
      </h3>
      <p className={styles.sentence}>
        {waitingWords(wanted, decision, saying)}
        {version.reason !== '' && <q>{version.reason}</q>}
      </p>
      {decision.outcome.provisional && <p className={styles.note}>{text('proposals.provisional')}</p>}
      {proposal.level !== 'yes' && wanted !== 'changed' && <ClockBar decision={decision} saying={saying} />}
      {canWrite && <VoiceActs decision={decision} wanted={wanted} isMain={isFirst} />}
    </article>
  )
}

export function WaitingSection() {
  const { team, handle, paths, isPhone } = usePlaybookRoom()
  const entries = useWaiting(team, handle)
  const saying = useSaying()
  const offered = useOffered().length
  // While cards are played, those are the one loud thing on the page.
  const { round } = useRounds()
  return (
    <section className={section.section} aria-labelledby="proposals-waiting">
      <div className={section.head}>
        <h2 id="proposals-waiting">{text('proposals.waiting')}</h2>
        {isPhone && (
          <Link href={paths.decisions} className={buttonClass({ look: 'quiet' })}>
            {text('playbook.decisions')}
          </Link>
        )}
      </div>
      <OfferedTurns />
      {entries.length === 0 && offered === 0 && (
        <p className={section.lead}>{text('proposals.waiting.none')}</p>
      )}
      {entries.map((entry, index) => (
        <Entry
          key={entry.decision.case.proposal.id}
          entry={entry}
          saying={saying}
          isFirst={index === 0 && !round}
        />
      ))}
    </section>
  )
}
