// Who may act when: the team's answer about an act, from its rules, on the device.
import { compareLevels } from '../kernel'
import type { Act, Away, Permit } from '../kernel'
import type { Who } from './record-parts'
import { wearersOf } from './hats'
import type { Turns } from './hats'
import type { ActRow, Concern, RuleValue } from './records'
import { ruleFor } from './rules'
import type { HeldRule, Rules } from './rules'
import type { Table } from '../kernel'

/** The people of today, and who of them can do what: from the team's directory. */
export interface Roster {
  readonly people: readonly string[]
  /** By skill id. */
  readonly skills: Readonly<Record<string, readonly string[]>>
}

/** What the answer is found in; a whole playbook snapshot fits. */
export interface Agreed {
  readonly rules: Rules
  readonly turns: Turns
}

export interface Answer extends Permit {
  readonly agreed: HeldRule | undefined
  /** Rules that hold as well and say something else. */
  readonly contradicting: readonly HeldRule[]
  /** The rule's text asks for a yes that nobody can give any more, so that the team decides by consent instead. */
  readonly unlocked: boolean
}

/** People of today whom somebody named stands for; an outsider is none. */
export function peopleFor(named: Who, turns: Turns, roster: Roster, now: number): readonly string[] {
  const found: Record<Who['kind'], () => readonly string[]> = {
    person: () => [named.id],
    hat: () => wearersOf(turns, named.id, now),
    skill: () => (Object.hasOwn(roster.skills, named.id) ? (roster.skills[named.id] ?? []) : []),
    outside: () => [],
  }
  return found[named.kind]().filter((person) => roster.people.includes(person))
}

/** Whether nobody could ever give the yes that a rule asks for. */
const isLocked = (value: RuleValue, { turns }: Agreed, roster: Roster, now: number): boolean =>
  value.level === 'yes' &&
  (!value.yesFrom ||
    (value.yesFrom.kind !== 'outside' && peopleFor(value.yesFrom, turns, roster, now).length === 0))

/**
 * How a person may do something at a time. Nothing agreed: they just do it. Raising a blocker is never held up, and
 * changing a policy stays possible when nobody is left to say yes. Whose yes it needs has it already.
 */
export function permit(agreed: Agreed, act: Act, person: string, now: number, roster: Roster): Answer {
  const { rule, contradicting } = ruleFor(agreed.rules, act)
  if (!rule)
    return {
      level: 'free',
      rule: null,
      tells: [],
      yesFrom: [],
      agreed: undefined,
      contradicting,
      unlocked: false,
    }
  const { value } = rule
  const yesFrom = value.yesFrom ? peopleFor(value.yesFrom, agreed.turns, roster, now) : []
  const unlocked = act.kind === 'change-policy' && isLocked(value, agreed, roster, now)
  const tells = value.tells.flatMap((named) => peopleFor(named, agreed.turns, roster, now))
  let { level } = value
  if (unlocked) level = 'consent'
  if (level === 'yes' && yesFrom.includes(person)) level = 'free'
  if (act.kind === 'raise-blocker' && compareLevels(level, 'tell') > 0) level = 'tell'
  return {
    level,
    rule: rule.entry,
    tells: [...new Set(tells)],
    yesFrom: level === 'yes' ? yesFrom : [],
    agreed: rule,
    contradicting,
    unlocked,
  }
}

/** Work goes on, and nobody waits with a stop: these acts only say where things stand, or can be put back at once. */
const FLOWING: readonly string[] = ['raise-blocker', 'pull', 'change-order']

/**
 * The answer as long as the team is known to have rules that cannot be read here: work flows, and everything else waits
 * until it can be known. Where a meeting point has given all that it has, and no rule was there, the team can agree
 * anew: rules that nobody has any more lock nobody out.
 */
export function permitWithoutRules(act: Act, away: Away, isCaughtUp: boolean): Permit {
  const isFree = FLOWING.includes(act.kind) || (isCaughtUp && act.kind === 'change-policy')
  const answer = { rule: null, tells: [], yesFrom: [] }
  return isFree ? { ...answer, level: 'free' } : { ...answer, level: 'yes', away }
}

const CONCERN_OF: Readonly<Record<string, Concern>> = {
  'raise-blocker': 'safety',
  spend: 'money',
  'invite-person': 'people',
  'change-keys': 'people',
}

/** What an act is about that silence never decides; of a change of policy, what the policy is about. */
export function concernOf(acts: Table<ActRow>, act: Act): Concern | null {
  const kind = act.kind === 'change-policy' ? (act.about ?? act.kind) : act.kind
  return acts.get(kind)?.concern ?? (Object.hasOwn(CONCERN_OF, kind) ? (CONCERN_OF[kind] ?? null) : null)
}

/** Why a rule cannot be set. */
export type RuleRefused =
  | { readonly reason: 'safety-first' }
  | { readonly reason: 'nobody-named' }
  | { readonly reason: 'locks-itself'; readonly named: Who }
  | { readonly reason: 'empty-range' }

/**
 * Refuses a rule that would hold up a blocker, could never be met, or that nobody could change again, the last only
 * where it is known who there is.
 */
export function refuseRule(
  agreed: Agreed,
  rule: {
    readonly act: string
    readonly condition: { moreThan?: number; upTo?: number }
    readonly value: RuleValue
  },
  now: number,
  roster: Roster | undefined,
): RuleRefused | undefined {
  const { act, value, condition } = rule
  if (
    condition.moreThan !== undefined &&
    condition.upTo !== undefined &&
    condition.moreThan >= condition.upTo
  )
    return { reason: 'empty-range' }
  if (act === 'raise-blocker' && compareLevels(value.level, 'tell') > 0) return { reason: 'safety-first' }
  if (value.level === 'yes' && !value.yesFrom) return { reason: 'nobody-named' }
  if (act === 'change-policy' && value.yesFrom && roster && isLocked(value, agreed, roster, now))
    return { reason: 'locks-itself', named: value.yesFrom }
  return undefined
}
