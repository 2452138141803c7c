// Rules as folds of their log: what holds for an act under a condition, its history, and which rules contradict.
import { compareLevels, headsOf } from '../kernel'
import type { Act, PermitLevel } from '../kernel'
import type { Condition, PlanEntry, RuleEntry, RuleValue } from './records'

export interface Rule {
  readonly key: string
  readonly act: string
  readonly condition: Condition
  /** Null: it was taken away. */
  readonly value: RuleValue | null
  /** The entry that says so. */
  readonly entry: string
  /** The parents of the next entry. */
  readonly heads: readonly string[]
  /** The oldest first. */
  readonly history: readonly RuleEntry[]
  /** Two people set it apart, to different values: the stricter holds until somebody says which. */
  readonly disputed: boolean
}

export type Rules = ReadonlyMap<string, Rule>

const PARTS = ['moreThan', 'upTo', 'column', 'classOfService', 'touches'] as const

/** What a rule is found by. */
export const ruleKey = (act: string, condition: Condition): string =>
  `${act}\n${JSON.stringify(PARTS.map((part) => condition[part] ?? null))}`

const strictness = (value: RuleValue | null): PermitLevel | undefined => value?.level

/** Stricter last; a rule that was taken away asks for nothing. */
function compareValues(a: RuleValue | null, b: RuleValue | null): number {
  const [one, other] = [strictness(a), strictness(b)]
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined)
  return compareLevels(one, other)
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fold of one rule's entries, which must not be empty. Of heads that differ the stricter holds, then the later. */
export function foldRule(entries: RuleEntry[]): Rule {
  const { history, heads } = headsOf(entries)
  const holds = heads.reduce((held, head) => (compareValues(head.value, held.value) >= 0 ? head : held))
  const { act, condition } = holds
  return {
    key: ruleKey(act, condition),
    act,
    condition,
    value: holds.value,
    entry: holds.id,
    heads: heads.map((head) => head.id),
    history,
    disputed: heads.some((head) => !isSame(head.value, holds.value)),
  }
}

export interface Plan {
  readonly value: PlanEntry['value']
  readonly heads: readonly string[]
  readonly disputed: boolean
}

/** What becomes of a yes that is still needed, by the rule's key. */
export function foldPlan(entries: PlanEntry[]): Plan {
  const { heads } = headsOf(entries)
  const holds = heads[heads.length - 1] as PlanEntry
  return {
    value: holds.value,
    heads: heads.map((head) => head.id),
    disputed: heads.some((head) => !isSame(head.value, holds.value)),
  }
}

/** Whether an act is one of those that a condition names. What the act does not say is not given. */
export function meets(act: Act, condition: Condition): boolean {
  const { moreThan, upTo, column, classOfService, touches } = condition
  const { amount, touches: people = [] } = act
  if (moreThan !== undefined && !(amount !== undefined && amount > moreThan)) return false
  if (upTo !== undefined && !(amount !== undefined && amount <= upTo)) return false
  if (column !== undefined && act.column !== column) return false
  if (classOfService !== undefined && act.classOfService !== classOfService) return false
  if (touches === 'others') return people.length > 0
  return touches === undefined || people.includes(touches)
}

/** Whether everything that meets `a` meets `b` too. */
export function isWithin(a: Condition, b: Condition): boolean {
  if (b.moreThan !== undefined && !(a.moreThan !== undefined && a.moreThan >= b.moreThan)) return false
  if (b.upTo !== undefined && !(a.upTo !== undefined && a.upTo <= b.upTo)) return false
  if (b.column !== undefined && a.column !== b.column) return false
  if (b.classOfService !== undefined && a.classOfService !== b.classOfService) return false
  if (b.touches === 'others') return a.touches !== undefined
  return b.touches === undefined || a.touches === b.touches
}

const isNarrower = (a: Condition, b: Condition): boolean => isWithin(a, b) && !isWithin(b, a)

/** A rule that is in force. */
export type HeldRule = Rule & { readonly value: RuleValue }

export const isHeld = (rule: Rule): rule is HeldRule => rule.value !== null

export interface Holding {
  /** The rule that holds for the act; undefined where nothing was agreed. */
  readonly rule: HeldRule | undefined
  /** Others that hold as well and say something else: the stricter was taken. */
  readonly contradicting: readonly HeldRule[]
}

const strictFirst = (a: HeldRule, b: HeldRule): number =>
  compareLevels(b.value.level, a.value.level) || (a.entry < b.entry ? -1 : 1)

/** The rule for an act: a narrower one goes before a wider one; of two that are neither, the stricter. */
export function ruleFor(rules: Rules, act: Act): Holding {
  const held = [...rules.values()]
    .filter(isHeld)
    .filter((rule) => rule.act === act.kind && meets(act, rule.condition))
  const nearest = held
    .filter((rule) => !held.some((other) => isNarrower(other.condition, rule.condition)))
    .sort(strictFirst)
  const [rule, ...others] = nearest
  return { rule, contradicting: others.filter((other) => other.value.level !== rule?.value.level) }
}

const overlaps = (a: Condition, b: Condition): boolean => {
  const floor = Math.max(a.moreThan ?? -Infinity, b.moreThan ?? -Infinity)
  const ceiling = Math.min(a.upTo ?? Infinity, b.upTo ?? Infinity)
  if (floor >= ceiling) return false
  if (a.column !== undefined && b.column !== undefined && a.column !== b.column) return false
  return !(
    a.classOfService !== undefined &&
    b.classOfService !== undefined &&
    a.classOfService !== b.classOfService
  )
}

/** Pairs of rules that may hold for the same act and say different things, neither being the narrower one. */
export function contradictionsIn(rules: Rules): readonly (readonly [HeldRule, HeldRule])[] {
  const held = [...rules.values()].filter(isHeld).sort((a, b) => (a.key < b.key ? -1 : 1))
  return held.flatMap((a, index) =>
    held
      .slice(index + 1)
      .filter(
        (b) =>
          a.act === b.act &&
          a.value.level !== b.value.level &&
          overlaps(a.condition, b.condition) &&
          !isNarrower(a.condition, b.condition) &&
          !isNarrower(b.condition, a.condition),
      )
      .map((b) => [a, b] as const),
  )
}
