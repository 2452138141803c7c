// What the team can do this week: for each skill who is here that can, and where one absence would stop it.
import type { TeamWeek } from './capacity'
import type { SkillLevel } from './records'
import type { TeamSnapshot, Times } from './snapshot'

/** A column of a board, as skills name it. */
export interface Step {
  /** The board's id, without the kind before it. */
  readonly board: string
  readonly column: string
}

export const stepKey = ({ board, column }: Step): string => `${board}:${column}`

/** The step of a key, or undefined where it is none. A board's id has no colon. */
export function stepOf(key: string): Step | undefined {
  const colon = key.indexOf(':')
  return colon > 0 ? { board: key.slice(0, colon), column: key.slice(colon + 1) } : undefined
}

export const levelOf = (times: Times | undefined, skill: string): SkillLevel | null =>
  times?.skills[skill]?.level ?? null

/** Whether someone does it without help. Who is learning works along with one who can. */
export const canDo = (times: Times | undefined, skill: string): boolean => {
  const level = levelOf(times, skill)
  return level === 'can' || level === 'teach'
}

export interface SkillCover {
  readonly skill: string
  /** People of the team who can do it, here this week or not. */
  readonly able: readonly string[]
  /** Those of them who are here at least one day of the week. */
  readonly here: readonly string[]
  /** Who says that they can teach it. */
  readonly teachers: readonly string[]
  readonly learners: readonly string[]
  /** Days (numbers) on which somebody of the team is here and nobody who can do it. */
  readonly bareDays: readonly number[]
  /** The columns it is needed for. */
  readonly steps: readonly Step[]
}

/** How a skill is covered in a week. */
export function coverOf(
  team: Pick<TeamSnapshot, 'people' | 'timesById' | 'skillsById'>,
  week: TeamWeek,
  skill: string,
): SkillCover {
  const at = (level: SkillLevel) =>
    team.people.filter((id) => levelOf(team.timesById.get(id), skill) === level)
  const able = team.people.filter((id) => canDo(team.timesById.get(id), skill))
  const weeks = new Map(week.people.map((one) => [one.person, one]))
  const hoursOf = (person: string, index: number) => weeks.get(person)?.days[index]?.hours ?? 0
  const bareDays = [0, 1, 2, 3, 4, 5, 6].flatMap((index) => {
    const isOpen = team.people.some((id) => hoursOf(id, index) > 0)
    return isOpen && !able.some((id) => hoursOf(id, index) > 0) ? [week.monday + index] : []
  })
  return {
    skill,
    able,
    here: able.filter((id) => (weeks.get(id)?.hours ?? 0) > 0),
    teachers: at('teach'),
    learners: at('learning'),
    bareDays,
    steps: Object.keys(team.skillsById.get(skill)?.steps ?? {}).flatMap((key) => stepOf(key) ?? []),
  }
}

/**
 * What one absence would do: `nobody` is here who can; only `one` is; or it is `covered`. `unsaid` where no one has
 * said that they can do it, or nobody has said when they are here, so that nothing is claimed.
 */
export function riskOf(cover: SkillCover, week: TeamWeek): 'nobody' | 'one' | 'covered' | 'unsaid' {
  if (cover.able.length === 0 || week.hours === 0) return 'unsaid'
  if (cover.here.length === 0) return 'nobody'
  return cover.here.length === 1 ? 'one' : 'covered'
}

/** Skills that a column needs, in the team's order; those put away are needed nowhere. */
export const skillsFor = (team: Pick<TeamSnapshot, 'skills' | 'skillsById'>, step: Step): string[] => {
  const key = stepKey(step)
  return team.skills.filter((id) => team.skillsById.get(id)?.steps[key] !== undefined)
}
