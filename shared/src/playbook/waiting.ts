// What waits for somebody: proposals that want their voice, and their own that want a word of theirs.
import { decisionsIn } from './measures'
import type { Decision } from './measures'
import type { Now } from './outcome'
import type { VoiceKind } from './records'
import type { PlaybookSnapshot } from './snapshot'

/**
 * What is wanted of a person. Of others' proposals: advice, a word on a consent, a vote, a yes. Of one's own: the
 * decision after advice, an answer to an objection, and writing down what somebody outside has said.
 */
export type Wanted = 'advise' | 'consent' | 'vote' | 'answer' | 'decide' | 'amend' | 'write-down'

export interface WaitingItem {
  readonly wanted: Wanted
  readonly decision: Decision
}

const SAID: Readonly<Record<'consent' | 'vote' | 'yes' | 'advice', readonly VoiceKind[]>> = {
  consent: ['consent', 'object', 'abstain'],
  vote: ['yes', 'no', 'abstain'],
  yes: ['yes', 'no'],
  advice: ['advice'],
}
const WANTED = { consent: 'consent', vote: 'vote', yes: 'answer', advice: 'advise' } as const

/** People whose voice a proposal asks for. Advice is asked of whom the rule names, or of everybody. */
export function askedIn({ case: { proposal } }: Decision): readonly string[] {
  const { level, members, tells, yesFrom } = proposal
  if (level === 'yes') return yesFrom ?? []
  return level === 'advice' && tells.length > 0 ? tells : members
}

/** What somebody's voice says by now, if they have said anything. */
export const voiceOf = ({ outcome }: Decision, person: string) =>
  outcome.standing.find((voice) => voice.by === person)

function wantedOfOthers(one: Decision, person: string): Wanted | undefined {
  const { level } = one.case.proposal
  if (one.outcome.state !== 'open' && one.outcome.state !== 'needs-quorum') return undefined
  const own = voiceOf(one, person)
  if (!askedIn(one).includes(person) || (own && SAID[level].includes(own.kind))) return undefined
  return WANTED[level]
}

function wantedOfMine(one: Decision, person: string, now: number): Wanted | undefined {
  const { level, yesFrom } = one.case.proposal
  const { state, standing, version } = one.outcome
  if (!one.isOpen) return undefined
  const has = (kind: VoiceKind) => standing.some((voice) => voice.kind === kind && voice.by !== person)
  if (level === 'advice' && (has('advice') || now >= version.deadline)) return 'decide'
  if (level === 'consent' && has('object')) return 'amend'
  if (level === 'yes' && yesFrom === null) return 'write-down'
  // A vote is the proposer's too.
  const isVote = level === 'vote' && (state === 'open' || state === 'needs-quorum')
  return isVote ? wantedOfOthers(one, person) : undefined
}

/** What waits for a person, what ends first before the rest. */
export function waitingFor(
  playbook: Pick<PlaybookSnapshot, 'cases'>,
  person: string,
  now: Now,
): readonly WaitingItem[] {
  const items = decisionsIn(playbook, now).flatMap((decision): WaitingItem[] => {
    const isMine = decision.case.proposal.by === person
    const wanted = isMine ? wantedOfMine(decision, person, now.at) : wantedOfOthers(decision, person)
    return wanted ? [{ wanted, decision }] : []
  })
  return items.sort((a, b) => a.decision.outcome.version.deadline - b.decision.outcome.version.deadline)
}
