// Decisions as a flow: their age and latency, what waiting for a yes has cost, and what was decided before.
import { nearestRank } from '../kernel'
import { outcome } from './outcome'
import type { Now, Outcome } from './outcome'
import type { Case } from './proposals'
import type { Act } from '../kernel'
import type { ProposalLevel } from './records'
import { isHeld, ruleKey } from './rules'
import type { Rules } from './rules'
import type { PlaybookSnapshot } from './snapshot'

const DAY = 86_400_000

/** A proposal and what became of it by a time. */
export interface Decision {
  readonly case: Case
  readonly outcome: Outcome
  /** From being put to the team first to being decided, or to now where it is still open (days); null: it just ended. */
  readonly days: number | null
  readonly isOpen: boolean
}

const OPEN: ReadonlySet<Outcome['state']> = new Set(['open', 'objected', 'needs-quorum'])

/** All proposals with what became of them, the oldest first. */
export const decisionsIn = (playbook: Pick<PlaybookSnapshot, 'cases'>, now: Now): readonly Decision[] =>
  playbook.cases.map((one) => {
    const decided = outcome(one, now)
    const isOpen = OPEN.has(decided.state)
    const end = isOpen ? now.at : decided.decidedAt
    return {
      case: one,
      outcome: decided,
      days: end === null ? null : Math.max(0, end - one.proposal.at) / DAY,
      isOpen,
    }
  })

/** Times of decisions in days. P85 and median by nearest rank; null where there is none. */
export interface Latency {
  readonly decided: number
  readonly median: number | null
  readonly p85: number | null
}

/** How long the decided ones of some decisions took (days). */
export const latencyOf = (decisions: readonly Decision[]): Latency => {
  const days = decisions
    .flatMap((one) => (one.isOpen || one.days === null ? [] : one.days))
    .sort((a, b) => a - b)
  const at = (percent: number) => (days.length === 0 ? null : nearestRank(days, percent))
  return { decided: days.length, median: at(50), p85: at(85) }
}

/** How long decisions took (days), by kind of act and level. */
export function latencyBy(
  decisions: readonly Decision[],
): ReadonlyMap<string, ReadonlyMap<ProposalLevel, Latency>> {
  const groups = new Map<string, Map<ProposalLevel, Decision[]>>()
  for (const one of decisions) {
    const { act, level } = one.case.proposal
    const levels = groups.get(act.kind) ?? new Map<ProposalLevel, Decision[]>()
    groups.set(act.kind, levels)
    levels.set(level, [...(levels.get(level) ?? []), one])
  }
  const latencies = (levels: ReadonlyMap<ProposalLevel, Decision[]>) =>
    new Map([...levels].map(([level, of]) => [level, latencyOf(of)]))
  return new Map([...groups].map(([kind, levels]) => [kind, latencies(levels)]))
}

/** Proposals that needed somebody's yes. */
const needsYes = (one: Decision): boolean => one.case.proposal.level === 'yes'

/** Days spent waiting for a yes: until it came or was refused, was given up, or now. */
export function daysWaited(one: Decision, now: number): number {
  if (!needsYes(one)) return 0
  const { proposal, closings } = one.case
  const { state, decidedAt, version } = one.outcome
  const withdrawn = closings.filter((closing) => closing.kind === 'withdrawn').map((closing) => closing.at)
  const end = one.isOpen
    ? now
    : state === 'withdrawn'
      ? Math.min(...withdrawn)
      : (decidedAt ?? version.expires)
  return Math.max(0, Math.min(end, now) - proposal.at) / DAY
}

export interface Waiting {
  readonly yeses: number
  readonly days: number
}

const sumWaiting = (decisions: readonly Decision[], now: number): Waiting => ({
  yeses: decisions.length,
  days: decisions.reduce((sum, one) => sum + daysWaited(one, now), 0),
})

/** What waiting for a yes has cost (days), by what a proposal is counted under; those counted under nothing are left out. */
export function waitingBy(
  decisions: readonly Decision[],
  now: number,
  keysOf: (one: Case) => readonly string[],
): ReadonlyMap<string, Waiting> {
  const groups = new Map<string, Decision[]>()
  for (const one of decisions.filter(needsYes))
    for (const key of keysOf(one.case)) groups.set(key, [...(groups.get(key) ?? []), one])
  return new Map([...groups].map(([key, of]) => [key, sumWaiting(of, now)]))
}

/** Counts under the kind of act. */
export const byKind = (one: Case): readonly string[] => [one.proposal.act.kind]

/** Counts under the map steps that a proposal is linked to, `<map>/<step>`. */
export const byStep = (one: Case): readonly string[] =>
  one.links.filter((link) => link.startsWith('step:')).map((link) => link.slice('step:'.length))

/** Counts under the month in which the yes was asked for, `YYYY-MM`, in the calendar of `dayOf`. */
export const byMonth =
  (isoDayOf: (time: number) => string) =>
  (one: Case): readonly string[] => [isoDayOf(one.proposal.at).slice(0, 'YYYY-MM'.length)]

/** What a rule has cost in waiting (days), over all its wordings. */
export function costOfRule(rules: Rules, key: string, decisions: readonly Decision[], now: number): Waiting {
  const entries = new Set(rules.get(key)?.history.map((entry) => entry.id))
  return sumWaiting(
    decisions.filter((one) => needsYes(one) && entries.has(one.case.proposal.rule ?? '')),
    now,
  )
}

/** What was decided about acts of the same kind, those most like it first, then the latest. */
export function precedentsOf(decisions: readonly Decision[], act: Act): readonly Decision[] {
  const likeness = ({ case: { proposal } }: Decision): number =>
    Number(act.column !== undefined && proposal.act.column === act.column) +
    Number(act.classOfService !== undefined && proposal.act.classOfService === act.classOfService) +
    Number(act.about !== undefined && proposal.act.about === act.about)
  const decided = decisions.filter(
    (one) => one.case.proposal.act.kind === act.kind && one.outcome.decidedAt !== null,
  )
  return decided.sort(
    (a, b) => likeness(b) - likeness(a) || (b.outcome.decidedAt ?? 0) - (a.outcome.decidedAt ?? 0),
  )
}

export interface HandOverLine {
  readonly key: string
  readonly act: string
  /** The entry of the rule that asks for a yes. */
  readonly rule: string
  readonly plan: ReturnType<PlaybookSnapshot['plans']['get']>
  readonly cost: Waiting
}

/** The hand-over plan: every rule that still asks for a yes, with what becomes of it and what it has cost. */
export const handOver = (
  playbook: Pick<PlaybookSnapshot, 'rules' | 'plans' | 'cases'>,
  now: Now,
): readonly HandOverLine[] => {
  const decisions = decisionsIn(playbook, now)
  return [...playbook.rules.values()]
    .filter(isHeld)
    .filter((rule) => rule.value.level === 'yes')
    .map((rule) => {
      const key = ruleKey(rule.act, rule.condition)
      const cost = costOfRule(playbook.rules, key, decisions, now.at)
      return { key, act: rule.act, rule: rule.entry, plan: playbook.plans.get(key), cost }
    })
}
