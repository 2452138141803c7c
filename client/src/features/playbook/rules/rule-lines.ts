// Which rules the table shows, and what became of each kind of act lately: everything selected, nothing kept.
import { ACT_KINDS } from '@yokoten/shared/kernel'
import { FIRST_ACTS, decisionsIn, isHeld, latencyOf, ruleKey } from '@yokoten/shared/playbook'
import type { Condition, Now, PlaybookSnapshot, Rule } from '@yokoten/shared/playbook'

/** A line of the table: what holds for an act, in general or under a condition. */
export interface RuleLine {
  readonly key: string
  readonly act: string
  readonly condition: Condition
  /** Undefined where nothing was ever agreed. */
  readonly rule: Rule | undefined
  readonly isSpecial: boolean
}

export interface RuleLines {
  /** What the team has met so far. */
  readonly shown: readonly RuleLine[]
  /** The rest, for whoever asks. */
  readonly folded: readonly RuleLine[]
}

const lineOf = (act: string, condition: Condition, rule: Rule | undefined): RuleLine => ({
  key: ruleKey(act, condition),
  act,
  condition,
  rule,
  isSpecial: Object.keys(condition).length > 0,
})

/** The lines of one act: the general one first, then its special cases. */
function linesOf(playbook: Pick<PlaybookSnapshot, 'rules'>, act: string): readonly RuleLine[] {
  const general = lineOf(act, {}, playbook.rules.get(ruleKey(act, {})))
  const special = [...playbook.rules.values()]
    .filter((rule) => rule.act === act && rule.key !== general.key && isHeld(rule))
    .map((rule) => lineOf(act, rule.condition, rule))
  return [general, ...special]
}

/** Acts that somebody has asked or told about, or whose rule was talked over after the beginning. */
function metActs(playbook: PlaybookSnapshot): ReadonlySet<string> {
  // That anybody may stop the line is the first thing to know.
  const met = new Set<string>(['raise-blocker', ...FIRST_ACTS])
  for (const { proposal } of playbook.cases) met.add(proposal.act.kind)
  for (const { act } of playbook.tells) met.add(act.kind)
  for (const rule of playbook.rules.values())
    if (rule.history.length > 1 || Object.keys(rule.condition).length > 0) met.add(rule.act)
  return met
}

export function ruleLines(playbook: PlaybookSnapshot): RuleLines {
  const met = metActs(playbook)
  const own = playbook.acts.map((act) => act.id)
  const all = [...ACT_KINDS.filter((kind) => kind !== 'change-policy'), ...own, 'change-policy']
  const isShown = (act: string) => met.has(act) || own.includes(act)
  return {
    shown: all.filter(isShown).flatMap((act) => linesOf(playbook, act)),
    folded: all.filter((act) => !isShown(act)).flatMap((act) => linesOf(playbook, act)),
  }
}

/** What a kind of act came to in the days before. */
export interface Lately {
  /** Times it was asked about or told of. */
  readonly times: number
  /** The middle time to a decision (days), by nearest rank; null where none was taken. */
  readonly median: number | null
}

const DAY = 86_400_000
export const LATELY_DAYS = 30

/** By kind of act. What is simply done leaves no trace in the playbook, and is not counted. */
export function latelyByAct(playbook: PlaybookSnapshot, now: Now): ReadonlyMap<string, Lately> {
  const since = now.at - LATELY_DAYS * DAY
  const times = new Map<string, number>()
  const count = (kind: string) => times.set(kind, (times.get(kind) ?? 0) + 1)
  for (const tell of playbook.tells) if (tell.at > since) count(tell.act.kind)
  const decisions = decisionsIn(playbook, now).filter((one) => one.case.proposal.at > since)
  for (const one of decisions) count(one.case.proposal.act.kind)
  return new Map(
    [...times].map(([kind, many]) => {
      const { median } = latencyOf(decisions.filter((one) => one.case.proposal.act.kind === kind))
      return [kind, { times: many, median }]
    }),
  )
}

/** Kinds of acts for which a change of the rule is proposed and open. */
export const actsProposed = (playbook: PlaybookSnapshot, now: Now): ReadonlySet<string> =>
  new Set(
    decisionsIn(playbook, now).flatMap(({ isOpen, case: { proposal } }) =>
      isOpen && proposal.act.kind === 'change-policy' ? (proposal.act.about ?? []) : [],
    ),
  )

/** Rules whose day to be looked at again has come, by the team's day. */
export const dueForReview = (playbook: Pick<PlaybookSnapshot, 'rules'>, today: string): readonly Rule[] =>
  [...playbook.rules.values()].filter(
    (rule) => isHeld(rule) && rule.value.review !== null && rule.value.review <= today,
  )
