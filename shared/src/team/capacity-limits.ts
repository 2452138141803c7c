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
  /** Work columns among which they divide their time, this one counted; 1 for a whole board. */
  readonly among: number
}

export interface SuggestedLimit {
  /** Slots where each works on a card of their own. */
  readonly alone: number
  /** Slots where two share a card. */
  readonly pairs: number
  /** People of one open hour, on average, whose hands are free for it; not rounded. */
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

type Team = Pick<TeamSnapshot, 'people' | 'timesById'>

/** Rounding up must not make a slot of a rest that only division left. */
const SLACK = 1e-9
const slotsFor = (people: number): number => Math.max(1, Math.ceil(people - SLACK))

const isAble = (team: Team, person: string, step: WorkStep): boolean =>
  step.skills.every((skill) => canDo(team.timesById.get(person), skill))

/** Has all that the step needs at least begun to learn, and cannot do it yet. */
const isLearning = (team: Team, person: string, step: WorkStep): boolean =>
  !isAble(team, person, step) &&
  step.skills.every((skill) => team.timesById.get(person)?.skills[skill] !== undefined)

const hereIn = (week: TeamWeek) => week.people.filter((one) => one.hours > 0)

function limitFrom(
  week: TeamWeek,
  shares: readonly Share[],
  learners: readonly string[],
): SuggestedLimit | undefined {
  if (shares.length === 0 || week.openHours === 0) return undefined
  const hands = shares.reduce((sum, share) => sum + share.hours / week.openHours / share.among, 0)
  return {
    alone: slotsFor(hands),
    pairs: slotsFor(hands / 2),
    hands,
    openHours: week.openHours,
    shares,
    learners,
    unsaid: week.people.filter((one) => !one.isSaid).map((one) => one.person),
  }
}

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
  team: Team,
  week: TeamWeek,
  steps: readonly WorkStep[],
): ReadonlyMap<string, SuggestedLimit> {
  const here = hereIn(week)
  const among = new Map(
    here.map((one) => [one.person, steps.filter((step) => isAble(team, one.person, step)).length]),
  )
  const suggested = new Map<string, SuggestedLimit>()
  for (const step of steps) {
    const shares = here
      .filter((one) => isAble(team, one.person, step))
      .map((one) => ({ person: one.person, hours: one.hours, among: among.get(one.person) ?? 1 }))
    const learners = here.map((one) => one.person).filter((person) => isLearning(team, person, step))
    const limit = limitFrom(week, shares, learners)
    if (limit) suggested.set(step.column, limit)
  }
  return suggested
}

/**
 * A suggested limit for all cards in work on a board, which are also those that wait after their start: as many as
 * there are hands, each person counted once however many columns they can do. Undefined where nobody is here who can
 * do any of it.
 *
 * The limits of the columns, each rounded up, may add up to more: this one then holds the whole down.
 */
export function suggestWhole(
  team: Team,
  week: TeamWeek,
  steps: readonly WorkStep[],
): SuggestedLimit | undefined {
  const here = hereIn(week)
  const isOfUse = (person: string) => steps.some((step) => isAble(team, person, step))
  const shares = here
    .filter((one) => isOfUse(one.person))
    .map((one) => ({ person: one.person, hours: one.hours, among: 1 }))
  const learners = here
    .map((one) => one.person)
    .filter((person) => !isOfUse(person) && steps.some((step) => isLearning(team, person, step)))
  return limitFrom(week, shares, learners)
}

/** The part of a whole board's limit for a kind of work that takes a share (0 to 1) of what the team finishes. */
export function suggestPart(whole: SuggestedLimit, share: number): SuggestedLimit {
  const hands = whole.hands * share
  return { ...whole, hands, alone: slotsFor(hands), pairs: slotsFor(hands / 2) }
}
