// Limits that the people who are here could work with: a suggestion with its reckoning, for the team to decide on.
import type { TeamWeek } from './capacity'
import { canDo } from './skills'
import type { TeamSnapshot } from './snapshot'

/** A column in which work is done, with the skills it needs. */
export interface WorkStep {
  readonly column: string
  /** Skill ids; none: everybody can do it. */
  readonly skills: readonly string[]
}

export interface Share {
  readonly person: string
  /** Hours in the week. */
  readonly hours: number
  /** Work columns among which they divide their time, this one counted. */
  readonly among: number
}

export interface SuggestedLimit {
  readonly column: string
  /** Slots where each works on a card of their own. */
  readonly alone: number
  /** Slots where two share a card. */
  readonly pairs: number
  /** People of one open hour, on average, whose hands are free for this column; not rounded. */
  readonly hands: number
  /** Hours in which the team works in the week. */
  readonly openHours: number
  /** Those who are here and can do it, with what they have for it. */
  readonly shares: readonly Share[]
  /** Here and learning it: they work along with one who can and take no slot of their own. */
  readonly learners: readonly string[]
  /** People who have not said when they are here, and are left out. */
  readonly unsaid: readonly string[]
}

/** Rounding up must not make a slot of a rest that only division left. */
const SLACK = 1e-9

/**
 * Suggested limits for the work columns of a board.
 *
 * The reasoning: a card in work without hands on it only waits, and by Little's law (average time = average WIP /
 * throughput) each such card makes all others later; so a column should hold no more cards than hands are free for
 * it, which is also the usual first limit of the practice: about one card a person, or one for two where they pair.
 *
 * hands(column) = sum over the people who are here and can do all that the column needs of
 *   (their hours / the team's open hours) / (number of work columns they can do)
 * alone = hands, rounded up; pairs = hands / 2, rounded up; both at least 1.
 *
 * Rounded up, so that a limit never sends somebody away who is here; hence the sum over the columns exceeds the
 * people by less than one slot a column. A column for which nobody is here gets none.
 */
export function suggestLimits(
  team: Pick<TeamSnapshot, 'people' | 'timesById'>,
  week: TeamWeek,
  steps: readonly WorkStep[],
): ReadonlyMap<string, SuggestedLimit> {
  const suggested = new Map<string, SuggestedLimit>()
  if (week.openHours === 0) return suggested
  const here = week.people.filter((one) => one.hours > 0)
  const isAble = (person: string, step: WorkStep): boolean =>
    step.skills.every((skill) => canDo(team.timesById.get(person), skill))
  const among = new Map(
    here.map((one) => [one.person, steps.filter((step) => isAble(one.person, step)).length]),
  )
  for (const step of steps) {
    const shares = here
      .filter((one) => isAble(one.person, step))
      .map((one) => ({ person: one.person, hours: one.hours, among: among.get(one.person) ?? 1 }))
    if (shares.length === 0) continue
    const hands = shares.reduce((sum, share) => sum + share.hours / week.openHours / share.among, 0)
    const slots = (people: number) => Math.max(1, Math.ceil(people - SLACK))
    suggested.set(step.column, {
      column: step.column,
      alone: slots(hands),
      pairs: slots(hands / 2),
      hands,
      openHours: week.openHours,
      shares,
      learners: here
        .map((one) => one.person)
        .filter(
          (person) =>
            !isAble(person, step) &&
            step.skills.every((skill) => team.timesById.get(person)?.skills[skill] !== undefined),
        ),
      unsaid: week.people.filter((one) => !one.isSaid).map((one) => one.person),
    })
  }
  return suggested
}
