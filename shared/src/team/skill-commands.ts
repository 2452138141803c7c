// The skills grid: anyone names a skill or says what needs it; what one can do, each says only of oneself.
import { create, defineCommand, ok, put, rankBetween, refused, set } from '../kernel'
import type { Change, Result } from '../kernel'
import { lastRank, tidyName } from './commands'
import type { IdRefused, NameRefused, UnknownRefused } from './commands'
import { LEVELS, peopleRows, skillRows } from './records'
import type { SkillLevel } from './records'
import { levelOf, stepKey } from './skills'
import type { Step } from './skills'
import type { TeamSnapshot } from './snapshot'

export type TwiceRefused = { readonly reason: 'skill-twice' }

const isTaken = (team: TeamSnapshot, name: string, but?: string): boolean =>
  team.skills.some((id) => id !== but && team.skillsById.get(id)?.name.toLowerCase() === name.toLowerCase())

export const addSkill = defineCommand(
  'team.addSkill',
  (
    team: TeamSnapshot,
    args: { readonly name: string; readonly id?: string },
    context,
  ): Result<Change[], NameRefused | IdRefused | TwiceRefused> => {
    const name = tidyName(args.name)
    if (!name.ok) return name
    const id = args.id ?? context.id()
    if (team.skillsById.has(id)) return refused({ reason: 'id-taken' })
    if (isTaken(team, name.value)) return refused({ reason: 'skill-twice' })
    const rank = rankBetween(lastRank(team.skillsById), null, context.random)
    return ok([create(skillRows, id, { name: name.value, rank })])
  },
)

export const renameSkill = defineCommand(
  'team.renameSkill',
  (
    team: TeamSnapshot,
    args: { readonly id: string; readonly name: string },
  ): Result<Change[], NameRefused | UnknownRefused | TwiceRefused> => {
    const name = tidyName(args.name)
    if (!name.ok) return name
    if (!team.skillsById.has(args.id)) return refused({ reason: 'unknown' })
    if (isTaken(team, name.value, args.id)) return refused({ reason: 'skill-twice' })
    return ok([set(skillRows, args.id, 'name', name.value)])
  },
)

const archive = (name: string, archived: boolean) =>
  defineCommand(
    name,
    (team: TeamSnapshot, args: { readonly id: string }): Result<Change[], UnknownRefused> =>
      team.skillsById.has(args.id)
        ? ok([set(skillRows, args.id, 'archived', archived)])
        : refused({ reason: 'unknown' }),
  )

/** The team speaks of it no more; what people said of themselves is kept. */
export const archiveSkill = archive('team.archiveSkill', true)
export const restoreSkill = archive('team.restoreSkill', false)

/** What the person at this device says of themselves; null takes it back. There is no way to say it of another. */
export const declareSkill = defineCommand(
  'team.declareSkill',
  (
    team: TeamSnapshot,
    args: { readonly skill: string; readonly level: SkillLevel | null },
    context,
  ): Result<Change[], UnknownRefused> => {
    const times = team.timesById.get(context.person)
    const isLevel = args.level === null || LEVELS.includes(args.level)
    if (!times || !isLevel || !team.skillsById.has(args.skill)) return refused({ reason: 'unknown' })
    if (levelOf(times, args.skill) === args.level) return ok([])
    const item = args.level === null ? null : { level: args.level, at: context.stamp().at }
    return ok([put(peopleRows, context.person, 'skills', args.skill, item)])
  },
)

/** Says that a column needs a skill, or no longer does. */
export const setStepSkill = defineCommand(
  'team.setStepSkill',
  (
    team: TeamSnapshot,
    args: { readonly skill: string; readonly step: Step; readonly isNeeded: boolean },
    context,
  ): Result<Change[], UnknownRefused> => {
    const skill = team.skillsById.get(args.skill)
    if (!skill) return refused({ reason: 'unknown' })
    const key = stepKey(args.step)
    if ((skill.steps[key] !== undefined) === args.isNeeded) return ok([])
    const item = args.isNeeded ? { by: context.person, at: context.stamp().at } : null
    return ok([put(skillRows, args.skill, 'steps', key, item)])
  },
)
