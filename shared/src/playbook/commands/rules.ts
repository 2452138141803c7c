// What the team agrees: rules, the hand-over plan, acts of its own and its working time.
import { append, create, defineCommand, isEqual, isRank, ok, rankBetween, refused, set } from '../../kernel'
import type { Change, CommandContext, Json, RandomBytes, Result, WorkingTime } from '../../kernel'
import { refuseRule } from '../permit'
import type { Roster, RuleRefused } from '../permit'
import { NAME_LIMIT, WORDS_LIMIT } from '../record-parts'
import { actRows, CONCERNS, hoursLog, planLog, ruleLog } from '../records'
import type { Concern, Condition, PlanEntry, RuleValue } from '../records'
import { ruleKey } from '../rules'
import type { PlaybookSnapshot } from '../snapshot'
import type { HoursRefused, NotThere, WordsRefused } from './refusals'
import { tidyLine, tidyOptional } from './words'

const by = (context: CommandContext) => ({ by: context.person, ...context.stamp() })

/** A rank behind all rows of a list. */
export function rankAtEnd(rows: readonly { readonly rank: string }[], random: RandomBytes): string {
  const ranks = rows.map(({ rank }) => rank).filter(isRank)
  return rankBetween(ranks.sort().at(-1) ?? null, null, random)
}

export interface SetRuleArgs {
  readonly act: string
  readonly condition: Condition
  /** Null takes the rule away. */
  readonly value: RuleValue | null
  /**
   * Who there is and who can do what, to see that somebody can still change it. Left out where it has been seen: a
   * proposal carries the rule, not the team of that day.
   */
  readonly roster?: Roster
}

function ruleChange(
  playbook: PlaybookSnapshot,
  { act, condition, value }: SetRuleArgs,
  context: CommandContext,
): Change[] {
  const rule = playbook.rules.get(ruleKey(act, condition))
  const isAgreed = rule ? !rule.disputed && isEqual(rule.value as Json, value as Json) : value === null
  if (isAgreed) return []
  return [
    append(ruleLog, context.id(), {
      act,
      condition,
      value,
      parents: [...(rule?.heads ?? [])],
      ...by(context),
    }),
  ]
}

/** Sets or takes away the rule for an act under a condition. */
export const setRule = defineCommand(
  'playbook.setRule',
  (playbook: PlaybookSnapshot, args: SetRuleArgs, context): Result<Change[], RuleRefused | WordsRefused> => {
    const why = tidyOptional(args.value?.why, WORDS_LIMIT)
    if (!why.ok) return why
    const value = args.value && { ...args.value, why: why.value }
    const refusal = value && refuseRule(playbook, { ...args, value }, context.stamp().at, args.roster)
    return refusal ? refused(refusal) : ok(ruleChange(playbook, { ...args, value }, context))
  },
)

/** Sets several rules in one act: a starting set, or what a round of poker came to. Rules of other acts stay. */
export const setRules = defineCommand(
  'playbook.setRules',
  (
    playbook: PlaybookSnapshot,
    args: { readonly rules: readonly SetRuleArgs[]; readonly roster?: Roster },
    context,
  ): Result<Change[], RuleRefused | WordsRefused> => {
    const changes: Change[] = []
    for (const rule of args.rules) {
      const one = setRule.decide(playbook, args.roster ? { ...rule, roster: args.roster } : rule, context)
      if (!one.ok) return one
      changes.push(...one.value)
    }
    return ok(changes)
  },
)

/** Says what becomes of a yes that is still needed; null: nothing is planned. */
export const planHandOver = defineCommand(
  'playbook.planHandOver',
  (
    playbook: PlaybookSnapshot,
    args: { readonly act: string; readonly condition: Condition; readonly value: PlanEntry['value'] },
    context,
  ): Result<Change[], never> => {
    const { act, condition, value } = args
    const plan = playbook.plans.get(ruleKey(act, condition))
    const isAgreed = plan ? !plan.disputed && isEqual(plan.value as Json, value as Json) : value === null
    if (isAgreed) return ok([])
    return ok([
      append(planLog, context.id(), {
        act,
        condition,
        value,
        parents: [...(plan?.heads ?? [])],
        ...by(context),
      }),
    ])
  },
)

export const addAct = defineCommand(
  'playbook.addAct',
  (
    playbook: PlaybookSnapshot,
    args: { readonly id?: string; readonly name: string; readonly concern?: Concern | null },
    context,
  ): Result<Change[], WordsRefused> => {
    const name = tidyLine(args.name, NAME_LIMIT)
    if (!name.ok) return name
    const concern = CONCERNS.find((one) => one === args.concern) ?? null
    const rank = rankAtEnd(playbook.acts, context.random)
    return ok([create(actRows, args.id ?? context.id(), { name: name.value, concern, rank })])
  },
)

export const editAct = defineCommand(
  'playbook.editAct',
  (
    playbook: PlaybookSnapshot,
    args: { readonly id: string; readonly name?: string; readonly concern?: Concern | null },
  ): Result<Change[], NotThere | WordsRefused> => {
    if (!playbook.actsById.has(args.id)) return refused({ reason: 'act-gone' })
    const changes: Change[] = []
    if (args.name !== undefined) {
      const name = tidyLine(args.name, NAME_LIMIT)
      if (!name.ok) return name
      changes.push(set(actRows, args.id, 'name', name.value))
    }
    if (args.concern !== undefined && args.concern !== playbook.actsById.get(args.id)?.concern)
      changes.push(set(actRows, args.id, 'concern', args.concern))
    return ok(changes)
  },
)

/** Puts an act of the team's own away; its rules and what was decided stay readable. */
export const archiveAct = defineCommand(
  'playbook.archiveAct',
  (playbook: PlaybookSnapshot, args: { readonly id: string }): Result<Change[], NotThere> =>
    playbook.actsById.has(args.id)
      ? ok([set(actRows, args.id, 'archived', true)])
      : refused({ reason: 'act-gone' }),
)

/** Brings an act of the team's own back, with the rules it had. */
export const restoreAct = defineCommand(
  'playbook.restoreAct',
  (playbook: PlaybookSnapshot, args: { readonly id: string }): Result<Change[], NotThere> =>
    playbook.actsById.has(args.id)
      ? ok([set(actRows, args.id, 'archived', false)])
      : refused({ reason: 'act-gone' }),
)

/** Says when the team works; deadlines that are running stay as they were said. */
export const setWorkingTime = defineCommand(
  'playbook.setWorkingTime',
  (playbook: PlaybookSnapshot, args: WorkingTime, context): Result<Change[], HoursRefused> => {
    const days = [...new Set(args.days)].sort()
    const value = { zone: args.zone, days, from: args.from, to: args.to }
    if (days.length === 0 || !(args.from < args.to)) return refused({ reason: 'not-working-time' })
    const { hours } = playbook
    if (hours && !hours.disputed && isEqual(hours.value as unknown as Json, value)) return ok([])
    return ok([append(hoursLog, context.id(), { value, parents: [...(hours?.heads ?? [])], ...by(context) })])
  },
)
