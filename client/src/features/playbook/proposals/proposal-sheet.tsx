// One proposal whole: what it asks and why, what it would change, its wordings, who said what, and what became of it.
import {
  changedGround,
  commandOf,
  linkProposal,
  titleOf,
  VOICES_AT,
  withdrawProposal,
} from '@yokoten/shared/playbook'
import type { Decision } from '@yokoten/shared/playbook'
import { Avatar } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { Sheet } from '../../../design/sheet'
import { toasts } from '../../../design/toasts'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { usePlaybookRoom } from '../playbook-context'
import { levelWords } from '../rules/rule-words'
import { refusalWords } from '../words'
import { ClockBar } from './clock-bar'
import { Links } from './links'
import styles from './proposals.module.css'
import { StandingPill } from './standing-pill'
import { useProposalTools } from './tools'
import { useCarryOut, useDecision, useSaying, useWaiting } from './use-decisions'
import type { WaitingEntry } from './use-decisions'
import { useLook } from './use-look'
import { useProposalsUi } from './ui-store'
import { VoiceActs } from './voice-acts'
import { HandFacts, WhatChanges } from './what-changes'
import { askWords, momentWords, outcomeWords, standingOf } from './words'
import type { Saying } from './words'

/** What it would change if it were carried out now, and whether that still builds on what its proposer saw. */
function Effect({ decision }: { decision: Decision }) {
  const { nameOf } = usePlaybookRoom()
  const { proposal } = decision.case
  const { version, applied } = decision.outcome
  const command = commandOf(decision.case, version)
  const isWanted = decision.isOpen || (decision.outcome.state === 'accepted' && !applied)
  const seen = useLook(command, version.args, proposal.by, isWanted)
  const failed = useCarryOut((state) => state.failed.get(version.id))
  if (!command)
    return (
      <>
        <HandFacts act={proposal.act} nameOf={nameOf} />
        {isWanted && <p className={styles.note}>{text('proposals.byHand')}</p>}
      </>
    )
  if (!isWanted) return null
  if (seen === undefined) return null
  if (seen === 'gone' || seen === 'refused' || failed === 'cannot')
    return <p className={styles.warn}>{text(`proposals.look.${seen === 'gone' ? 'gone' : 'refused'}`)}</p>
  const isChanged = failed === 'ground-changed' || changedGround(version.ground, seen.ground).length > 0
  return (
    <>
      {isChanged && <p className={styles.warn}>{text('proposals.changed')}</p>}
      <WhatChanges described={seen.described} />
    </>
  )
}

function Voices({ decision, saying }: { decision: Decision; saying: Saying }) {
  const { team } = usePlaybookRoom()
  const people = useSnapshot(team.directory, (directory) => directory.peopleById)
  const { standing, unheard, version } = decision.outcome
  const { voices } = decision.case
  const late = voices.filter(
    (voice) => voice.version === version.id && !standing.includes(voice) && voice.at > version.expires,
  )
  return (
    <section className={styles.part} aria-label={text('proposals.voices')}>
      <h3>{text('proposals.voices')}</h3>
      <ul className={styles.voices}>
        {[...standing, ...late].map((voice) => {
          const person = people.get(voice.by)
          return (
            <li key={voice.id} data-kind={voice.kind}>
              {person && <Avatar person={person} size={28} isDecorative />}
              <div>
                <strong>{saying.nameOf(voice.by)}</strong>{' '}
                {text(
                  `proposals.voice.${voice.kind === 'advice' && voice.words === '' ? 'noAdvice' : voice.kind}`,
                )}
                <small>{momentWords(voice.at, saying)}</small>
                {voice.words !== '' && <q>{voice.words}</q>}
              </div>
            </li>
          )
        })}
      </ul>
      {unheard.length > 0 && decision.isOpen && (
        <p className={styles.note}>
          {text('proposals.unheard', { names: unheard.map(saying.nameOf).join(', '), count: unheard.length })}
        </p>
      )}
    </section>
  )
}

function Wordings({ decision, saying }: { decision: Decision; saying: Saying }) {
  const { versions } = decision.case
  const { version } = decision.outcome
  if (versions.length < 2) return null
  return (
    <details className={styles.part}>
      <summary>{text('proposals.wordings', { count: versions.length })}</summary>
      <ol className={styles.wordings}>
        {versions.map((one) => (
          <li key={one.id} aria-current={one.id === version.id ? 'true' : undefined}>
            <small>{momentWords(one.at, saying)}</small>
            <strong>{titleOf(decision.case, one)}</strong>
            {one.reason || text('proposals.noReason')}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What can still be said by somebody from whom nothing is wanted: another answer, or a late objection. */
function otherWanted(decision: Decision, me: string): WaitingEntry['wanted'] | undefined {
  const { proposal } = decision.case
  const { level } = proposal
  if (proposal.by === me) return undefined
  // Who was not asked may know something too.
  if (level === 'advice') return decision.isOpen ? 'advise' : undefined
  const isStanding = decision.isOpen || (decision.outcome.state === 'accepted' && level === 'consent')
  if (!isStanding || !VOICES_AT[level].includes(level === 'consent' ? 'object' : 'yes')) return undefined
  if (level === 'consent') return 'consent'
  if (level === 'vote') return proposal.members.includes(me) ? 'vote' : undefined
  if (proposal.yesFrom === null) return 'write-down'
  return proposal.yesFrom.includes(me) ? 'answer' : undefined
}

function Acts({ decision }: { decision: Decision }) {
  const { team, handle, me, canWrite, act } = usePlaybookRoom()
  const tools = useProposalTools()
  const waiting = useWaiting(team, handle)
  const { proposal } = decision.case
  if (!canWrite || me === undefined) return null
  const wanted =
    waiting.find((entry) => entry.decision.case.proposal.id === proposal.id)?.wanted ??
    otherWanted(decision, me)
  const isMine = proposal.by === me
  const { applied, state, version } = decision.outcome
  const mayWithdraw = isMine && !wanted && !applied && state !== 'withdrawn'
  const withdraw = () => {
    const result = act(withdrawProposal, { proposal: proposal.id })
    if (typeof result === 'object') toasts.show(refusalWords(result), { tone: 'stop' })
  }
  const reverse = async () => {
    const came = await tools.reverse(decision.case, version)
    if (came === 'done') toasts.show(text('proposals.reverse.done'))
    if (came === 'done' || came === 'asked') return
    const title = text('proposals.reverse.title', { what: titleOf(decision.case, version) })
    useProposalsUi.getState().show({
      kind: 'propose',
      wish: { kind: 'by-hand', act: proposal.act, title, because: came },
      links: [`decision:${proposal.id}`],
    })
  }
  return (
    <>
      {wanted && <VoiceActs decision={decision} wanted={wanted} isMain />}
      {mayWithdraw && decision.isOpen && <VoiceActs decision={decision} wanted="amend" />}
      {mayWithdraw && !decision.isOpen && (
        <div className={styles.acts}>
          <Button onPress={withdraw}>{text('proposals.withdraw')}</Button>
        </div>
      )}
      {applied && (
        <div className={styles.acts}>
          <Button onPress={() => void reverse()}>{text('proposals.reverse')}</Button>
        </div>
      )}
    </>
  )
}

function Ties({ decision }: { decision: Decision }) {
  const { act, canWrite } = usePlaybookRoom()
  const { proposal, links } = decision.case
  const tie = (isLinked: boolean) => (link: string) => {
    const result = act(linkProposal, { proposal: proposal.id, link, isLinked })
    if (typeof result === 'object') toasts.show(refusalWords(result), { tone: 'stop' })
  }
  return (
    <Links
      links={links}
      canFollow
      without={`decision:${proposal.id}`}
      {...(canWrite && { onAdd: tie(true), onRemove: tie(false) })}
    />
  )
}

function Whole({ decision }: { decision: Decision }) {
  const saying = useSaying()
  const { proposal } = decision.case
  const { version, provisional } = decision.outcome
  const isAsking = standingOf(decision) === 'open'
  return (
    <div className={styles.whole}>
      <div className={styles.head}>
        <StandingPill decision={decision} />
        <span className={styles.note}>
          {text('proposals.by', {
            who: saying.nameOf(proposal.by),
            when: momentWords(proposal.at, saying),
            level: levelWords(proposal.level),
          })}
        </span>
      </div>
      <p className={styles.outcome}>
        {isAsking ? askWords(decision, saying) : outcomeWords(decision, saying)}
      </p>
      {isAsking && <p className={styles.note}>{outcomeWords(decision, saying)}</p>}
      {provisional && <p className={styles.note}>{text('proposals.provisional')}</p>}
      {decision.isOpen && proposal.level !== 'yes' && <ClockBar decision={decision} saying={saying} />}
      {version.reason !== '' && (
        <section className={styles.part} aria-label={text('proposals.reason')}>
          <h3>{text('proposals.reason')}</h3>
          <p>{version.reason}</p>
        </section>
      )}
      <Effect decision={decision} />
      <Acts decision={decision} />
      <Voices decision={decision} saying={saying} />
      <Ties decision={decision} />
      <Wordings decision={decision} saying={saying} />
    </div>
  )
}

/** A sheet on a phone, a dialog on a laptop. */
export function ProposalSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { isPhone } = usePlaybookRoom()
  const decision = useDecision(id)
  const Frame = isPhone ? Sheet : Dialog
  return (
    <Frame
      isOpen
      title={decision ? titleOf(decision.case, decision.outcome.version) : text('proposals.gone')}
      onClose={onClose}
      wide
    >
      {decision && <Whole decision={decision} />}
    </Frame>
  )
}
