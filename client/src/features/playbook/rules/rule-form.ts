// What the dialog about a rule asks for, as it is typed, and the rule that comes of it.
import type { PermitLevel } from '@yokoten/shared/kernel'
import { USUAL_HOURS } from '@yokoten/shared/playbook'
import type { Condition, RuleValue, Who } from '@yokoten/shared/playbook'

export interface RuleForm {
  readonly level: PermitLevel
  readonly hours: number | undefined
  readonly tells: readonly Who[]
  readonly yesFrom: Who | undefined
  readonly quorum: number | undefined
  readonly review: string
  readonly why: string
}

export const formOf = (value: RuleValue | null | undefined, level?: PermitLevel): RuleForm => ({
  level: level ?? value?.level ?? 'free',
  hours: value?.hours ?? USUAL_HOURS,
  tells: value?.tells ?? [],
  yesFrom: value?.yesFrom,
  quorum: value?.quorum,
  review: value?.review ?? '',
  why: value?.why ?? '',
})

/** Whether a level leads to a proposal, whose time then counts. */
export const hasDeadline = (level: PermitLevel): boolean => level !== 'free' && level !== 'tell'
export const hasQuorum = (level: PermitLevel): boolean => level === 'consent' || level === 'vote'

/** The rule as the form says it. What a level does not ask for stays out of it. */
export function valueOf({ level, hours, tells, yesFrom, quorum, review, why }: RuleForm): RuleValue {
  const named = yesFrom?.kind === 'outside' ? { ...yesFrom, id: yesFrom.id.trim() } : yesFrom
  return {
    level,
    hours: hours ?? USUAL_HOURS,
    tells: level === 'free' ? [] : [...tells],
    ...(level === 'yes' && named && named.id !== '' ? { yesFrom: named } : {}),
    ...(hasQuorum(level) && quorum !== undefined ? { quorum } : {}),
    review: review === '' ? null : review,
    why,
  }
}

export interface ConditionForm {
  readonly moreThan: number | undefined
  readonly upTo: number | undefined
  readonly column: string
  readonly classOfService: string
  readonly touches: string
}

export const NO_CONDITION: ConditionForm = {
  moreThan: undefined,
  upTo: undefined,
  column: '',
  classOfService: '',
  touches: '',
}

/** The condition as the form says it. Empty where nothing is asked. */
export const conditionOf = ({
  moreThan,
  upTo,
  column,
  classOfService,
  touches,
}: ConditionForm): Condition => ({
  ...(moreThan !== undefined && { moreThan }),
  ...(upTo !== undefined && { upTo }),
  ...(column !== '' && { column }),
  ...(classOfService !== '' && { classOfService }),
  ...(touches !== '' && { touches }),
})

/** What acts of a kind say about themselves, so that a condition can be about it. */
export function askable(act: string): {
  readonly amount: boolean
  readonly column: boolean
  readonly classOfService: boolean
  readonly touches: boolean
} {
  const ofCards = [
    'pull',
    'pull-over-limit',
    'change-order',
    'archive',
    'expedite',
    'raise-blocker',
  ].includes(act)
  const isKnown = ofCards || KNOWN.includes(act)
  return {
    amount: act === 'spend' || !isKnown,
    column: ofCards || act === 'change-limit' || act === 'change-columns',
    classOfService: ofCards || act === 'change-limit',
    touches: ofCards || !isKnown,
  }
}

/** Whether a special case can be told from the rest at all. */
export const hasSpecialCases = (act: string): boolean => Object.values(askable(act)).includes(true)

/** Kinds of acts that say nothing about cards; any other is one of the team's own. */
const KNOWN = [
  'change-limit',
  'change-columns',
  'start-experiment',
  'spend',
  'invite-person',
  'change-keys',
  'change-policy',
]
