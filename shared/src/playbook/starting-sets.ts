// Three sets of rules to begin with: for a team that is new to deciding itself, one used to it, and one that leads itself.
import { ACT_KINDS } from '../kernel'
import type { ActKind, PermitLevel } from '../kernel'
import type { Who } from './record-parts'
import type { RuleValue } from './records'

export const STARTING_SETS = ['new-to-it', 'used-to-it', 'self-led'] as const
export type StartingSet = (typeof STARTING_SETS)[number]

/** New to it, used to it, self-led. */
const LEVELS: Readonly<Record<ActKind, readonly [PermitLevel, PermitLevel, PermitLevel]>> = {
  'raise-blocker': ['free', 'free', 'free'],
  pull: ['free', 'free', 'free'],
  'pull-over-limit': ['consent', 'advice', 'tell'],
  expedite: ['consent', 'advice', 'tell'],
  'change-limit': ['consent', 'consent', 'advice'],
  'change-columns': ['consent', 'consent', 'advice'],
  'change-order': ['tell', 'free', 'free'],
  archive: ['tell', 'tell', 'free'],
  'start-experiment': ['advice', 'tell', 'free'],
  spend: ['yes', 'consent', 'advice'],
  'invite-person': ['yes', 'consent', 'consent'],
  'change-keys': ['consent', 'consent', 'tell'],
  'change-policy': ['consent', 'consent', 'consent'],
}

/** Acts that a beginning shows: the others have their rule too, and are asked about when they come up. */
export const FIRST_ACTS: readonly ActKind[] = [
  'pull',
  'pull-over-limit',
  'change-limit',
  'spend',
  'change-policy',
]

const HOURS = 8

export interface StartingRule {
  readonly act: ActKind
  readonly condition: Readonly<Record<never, never>>
  readonly value: RuleValue
}

/**
 * The rules of a starting set. `yesFrom` says whose yes a team that is new to it still needs, which is somebody outside
 * as a rule; without it the team decides by consent. `review`: when the team looks at them again.
 */
export const startingRules = (
  set: StartingSet,
  review: string | null,
  yesFrom?: Who,
): readonly StartingRule[] =>
  ACT_KINDS.map((act) => {
    const wanted = LEVELS[act][STARTING_SETS.indexOf(set)] ?? 'consent'
    const level = wanted === 'yes' && !yesFrom ? 'consent' : wanted
    const value: RuleValue = { level, hours: HOURS, tells: [], review, why: '' }
    return { act, condition: {}, value: level === 'yes' && yesFrom ? { ...value, yesFrom } : value }
  })
