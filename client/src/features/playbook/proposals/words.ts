// Sentences about proposals: what is asked, until when, what became of it, and what was said.
import { ACT_KINDS, isoFromDay, calendarOf } from '@yokoten/shared/kernel'
import type { PermitLevel } from '@yokoten/shared/kernel'
import { askedIn } from '@yokoten/shared/playbook'
import type { Decision, PlaybookSnapshot, VoiceEntry, WaitingItem } from '@yokoten/shared/playbook'
import { text } from '../../../text'
import { listWords } from '../rules/rule-words'

/** What sentences need to name people and moments. */
export interface Saying {
  readonly nameOf: (person: string) => string
  /** The zone in which the team works. */
  readonly zone: string
  /** ms since 1970. */
  readonly now: number
}

/** What a kind of act is called after "Can I": "change a limit"; one of the team's own by its name. */
export function actWords(playbook: Pick<PlaybookSnapshot, 'actsById'>, kind: string): string {
  const known = ACT_KINDS.find((one) => one === kind)
  return known
    ? text(`proposals.act.${known}`)
    : (playbook.actsById.get(kind)?.name ?? text('proposals.act.other'))
}

export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

const NEAR_DAYS = 6
/** Well within what a Date holds, since a calendar looks around a day too; a device may have written anything. */
const MOST_MS = 8e15
const dateOf = (at: number): Date => new Date(Math.min(Math.max(at, -MOST_MS), MOST_MS))

/** "today 14:00", "tomorrow 14:00", "Monday 14:00", "14 Dec 14:00". */
export function momentWords(at: number, { zone, now }: Pick<Saying, 'zone' | 'now'>): string {
  const calendar = calendarOf(zone)
  const days = calendar.dayOf(dateOf(at).getTime()) - calendar.dayOf(now)
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(undefined, { ...parts, timeZone: zone }).format(dateOf(at))
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const day =
    Math.abs(days) <= 1
      ? new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(days, 'day')
      : days > 0 && days <= NEAR_DAYS
        ? format({ weekday: 'long' })
        : format({ day: 'numeric', month: 'short' })
  return text('proposals.moment', { day, time })
}

/** `YYYY-MM-DD` in the team's zone. */
export const isoDayOf = (at: number, zone: string): string =>
  isoFromDay(calendarOf(zone).dayOf(dateOf(at).getTime()))

export const namesOf = (people: readonly string[], { nameOf }: Pick<Saying, 'nameOf'>): string =>
  listWords(people.map(nameOf))

/** Days with one decimal where there are few, as words: "2 days", "5 hours". */
export function spanWords(days: number): string {
  const hours = Math.round(days * 24)
  if (hours < 1) return text('proposals.span.minutes', { count: Math.max(1, Math.round(days * 24 * 60)) })
  if (hours < 48) return text('proposals.span.hours', { count: hours })
  return text('proposals.span.days', { count: Math.round(days) })
}

/** What a proposal asks of the others, in a sentence: who, how, until when. */
export function askWords(decision: Decision, saying: Saying): string {
  const { proposal } = decision.case
  const who = saying.nameOf(proposal.by)
  const when = momentWords(decision.outcome.version.deadline, saying)
  if (proposal.level === 'yes') {
    const whom = proposal.yesFrom
    return whom === null
      ? text('proposals.ask.outside', { who })
      : text('proposals.ask.yes', { who, whom: namesOf(whom, saying) })
  }
  if (proposal.level === 'advice')
    return proposal.tells.length > 0
      ? text('proposals.ask.adviceOf', { who, whom: namesOf(askedIn(decision), saying), when })
      : text('proposals.ask.advice', { who, when })
  if (proposal.level === 'consent' && !proposal.silence)
    return text('proposals.ask.consentSpoken', { who, when })
  return text(`proposals.ask.${proposal.level}`, { who, when })
}

const count = (voices: readonly VoiceEntry[], kind: string): number =>
  voices.filter((voice) => voice.kind === kind).length

/** The first objection that stands, where objections are what decides. */
const objectionTo = ({ case: { proposal }, outcome }: Decision): VoiceEntry | undefined =>
  proposal.level === 'consent' ? outcome.standing.find((voice) => voice.kind === 'object') : undefined

function openWords(decision: Decision, saying: Saying): string {
  const { case: one, outcome } = decision
  const { level, members, quorum } = one.proposal
  const when = momentWords(outcome.version.deadline, saying)
  const heard = { heard: outcome.heard.length, of: members.length }
  const against = objectionTo(decision)
  if (against)
    return text('proposals.open.objected', { who: saying.nameOf(against.by), words: against.words })
  if (level === 'consent')
    return heard.heard < quorum
      ? text('proposals.open.consentMissing', { when, quorum, ...heard })
      : text('proposals.open.consent', { when, ...heard })
  if (level === 'vote')
    return text('proposals.open.vote', {
      when,
      yes: count(outcome.standing, 'yes'),
      no: count(outcome.standing, 'no'),
      heard: outcome.heard.length,
      quorum,
    })
  if (level === 'advice') return text('proposals.open.advice', { count: count(outcome.standing, 'advice') })
  return text('proposals.open.yes')
}

/** What became of a proposal, in a sentence. */
export function outcomeWords(decision: Decision, saying: Saying): string {
  const { case: one, outcome } = decision
  const { proposal } = one
  const { version, standing } = outcome
  const at = outcome.decidedAt === null ? '' : momentWords(outcome.decidedAt, saying)
  switch (outcome.state) {
    case 'open':
      return openWords(decision, saying)
    case 'needs-quorum':
      return text('proposals.outcome.quorum', {
        missing: Math.max(0, proposal.quorum - outcome.heard.length),
        when: momentWords(version.expires, saying),
      })
    case 'objected': {
      const voice = standing.find((said) => said.kind === 'object')
      return text('proposals.outcome.objected', {
        who: saying.nameOf(voice?.by ?? ''),
        words: voice?.words ?? '',
      })
    }
    case 'accepted':
      if (!outcome.applied)
        return text(outcome.provisional ? 'proposals.outcome.provisional' : 'proposals.outcome.accepted', {
          at,
        })
      return text(outcome.contested ? 'proposals.outcome.contested' : 'proposals.outcome.applied', { at })
    case 'rejected':
      return proposal.level === 'vote'
        ? text('proposals.outcome.voted', { at, yes: count(standing, 'yes'), no: count(standing, 'no') })
        : text('proposals.outcome.rejected', { at })
    case 'expired':
      return text('proposals.outcome.expired')
    case 'withdrawn': {
      const closing = one.closings.find(({ kind }) => kind === 'withdrawn')
      return closing?.words
        ? text('proposals.outcome.withdrawnWhy', { who: saying.nameOf(proposal.by), words: closing.words })
        : text('proposals.outcome.withdrawn', { who: saying.nameOf(proposal.by) })
    }
  }
}

/** What is wanted of somebody, in a sentence; once its time is over, what is missing. */
export function waitingWords(
  wanted: WaitingItem['wanted'] | 'changed',
  decision: Decision,
  saying: Saying,
): string {
  if (wanted === 'changed') return text('proposals.changed')
  const isAsked = decision.outcome.state === 'open' && wanted !== 'decide' && wanted !== 'amend'
  return isAsked ? askWords(decision, saying) : outcomeWords(decision, saying)
}

export type Standing = 'open' | 'stuck' | 'accepted' | 'contested' | 'ended'

/** Where a proposal stands, in the few ways that a list tells apart. */
export function standingOf(decision: Decision): Standing {
  const { outcome } = decision
  if (outcome.contested) return 'contested'
  if (outcome.state === 'open') return objectionTo(decision) ? 'stuck' : 'open'
  if (outcome.state === 'objected' || outcome.state === 'needs-quorum') return 'stuck'
  return outcome.state === 'accepted' ? 'accepted' : 'ended'
}

/** How an act may be done, as the answer to "Can I?". */
export function permitWords(
  answer: {
    readonly level: PermitLevel
    readonly tells: readonly string[]
    readonly yesFrom: readonly string[]
    /** Whether silence counts. */
    readonly isSilent: boolean
  },
  outside: string | undefined,
  saying: Pick<Saying, 'nameOf'>,
): string {
  const { level, tells, yesFrom, isSilent } = answer
  if (level === 'consent' && !isSilent) return text('proposals.may.consentSpoken')
  if (level === 'yes') {
    if (outside !== undefined) return text('proposals.may.outside', { whom: outside })
    return yesFrom.length > 0
      ? text('proposals.may.yes', { whom: namesOf(yesFrom, saying) })
      : text('proposals.may.nobody')
  }
  if ((level === 'tell' || level === 'advice') && tells.length > 0)
    return text(`proposals.may.${level}Them`, { whom: namesOf(tells, saying) })
  return text(`proposals.may.${level}`)
}
