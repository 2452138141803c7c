import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../kernel'
import { teamWeek } from './capacity'
import { setAway, setUsualWeek } from './capacity-commands'
import { addSkill, archiveSkill, declareSkill, renameSkill, setStepSkill } from './skill-commands'
import { coverOf, riskOf, skillsFor, stepKey, stepOf } from './skills'
import { createSmallTeam } from './test-support/small-team'

const monday = dayFromIso('2026-11-16')
const FULL = [8, 8, 8, 8, 8, 0, 0]

function setup() {
  const small = createSmallTeam('ann', 'bo', 'cy')
  for (const person of ['ann', 'bo', 'cy']) small.run(setUsualWeek, { person, hours: FULL })
  small.run(addSkill, { id: 'die', name: 'Die setting' })
  small.run(declareSkill, { skill: 'die', level: 'can' }, 'ann')
  small.run(declareSkill, { skill: 'die', level: 'teach' }, 'bo')
  small.run(declareSkill, { skill: 'die', level: 'learning' }, 'cy')
  const cover = (from = monday) => coverOf(small.team, teamWeek(small.team, from), 'die')
  const risk = (from = monday) => riskOf(cover(from), teamWeek(small.team, from))
  return { small, cover, risk }
}

describe('a skill in a week', () => {
  it('is covered by those who can, and not by those who learn', () => {
    const { cover, risk } = setup()
    expect(cover()).toMatchObject({
      able: ['ann', 'bo'],
      here: ['ann', 'bo'],
      teachers: ['bo'],
      learners: ['cy'],
    })
    expect(risk()).toBe('covered')
  })
  it('hangs on one when the other is away all week, and on nobody when both are', () => {
    const { small, cover, risk } = setup()
    small.run(setAway, { person: 'bo', from: '2026-11-16', to: '2026-11-22' })
    expect([risk(), cover().here, cover().bareDays]).toEqual(['one', ['ann'], []])
    small.run(setAway, { person: 'ann', from: '2026-11-16', to: '2026-11-22' })
    expect(risk()).toBe('nobody')
    expect(risk(monday + 7)).toBe('covered')
  })
  it('names the days on which others are here and nobody can', () => {
    const { small, cover } = setup()
    for (const person of ['ann', 'bo']) small.run(setAway, { person, from: '2026-11-18', to: '2026-11-19' })
    expect(cover().bareDays).toEqual([monday + 2, monday + 3])
    small.run(setAway, { person: 'cy', from: '2026-11-18', to: '2026-11-18' })
    expect(cover().bareDays).toEqual([monday + 3])
  })
  it('claims nothing while nobody has said that they can, or when they are here', () => {
    const small = createSmallTeam('ann')
    small.run(addSkill, { id: 'die', name: 'Die setting' })
    const risk = () => {
      const week = teamWeek(small.team, monday)
      return riskOf(coverOf(small.team, week, 'die'), week)
    }
    small.run(declareSkill, { skill: 'die', level: 'can' })
    expect(risk()).toBe('unsaid')
    small.run(setUsualWeek, { person: 'ann', hours: FULL })
    expect(risk()).toBe('one')
    small.run(declareSkill, { skill: 'die', level: null })
    expect(risk()).toBe('unsaid')
  })
})

describe('skill commands', () => {
  it('let each say of themselves only', () => {
    const { small } = setup()
    expect(declareSkill.decide(small.team, { skill: 'die', level: 'teach' }, { ...ctx('zoe') }).ok).toBe(
      false,
    )
    const before = small.team.timesById.get('ann')
    small.run(declareSkill, { skill: 'die', level: 'learning' }, 'cy')
    expect(small.team.timesById.get('ann')).toBe(before)
  })
  it('refuse a name twice, and keep what was said when a skill is put away', () => {
    const { small } = setup()
    expect(small.run(addSkill, { name: ' die  SETTING ' })).toMatchObject({
      error: { reason: 'skill-twice' },
    })
    small.run(addSkill, { id: 'weld', name: 'Welding' })
    expect(small.run(renameSkill, { id: 'weld', name: 'Die setting' }).ok).toBe(false)
    small.run(archiveSkill, { id: 'die' })
    expect(small.team.skills).toEqual(['weld'])
    expect(small.team.timesById.get('bo')?.skills['die']?.level).toBe('teach')
    expect(small.run(addSkill, { name: 'Die setting' }).ok).toBe(true)
  })
  it('tie a skill to columns of boards', () => {
    const { small, cover } = setup()
    const step = { board: 'b1', column: 'set:up' }
    small.run(setStepSkill, { skill: 'die', step, isNeeded: true })
    expect(skillsFor(small.team, step)).toEqual(['die'])
    expect(cover().steps).toEqual([step])
    expect(stepOf(stepKey(step))).toEqual(step)
    expect(stepOf('nothing')).toBeUndefined()
    small.run(setStepSkill, { skill: 'die', step, isNeeded: false })
    expect(skillsFor(small.team, step)).toEqual([])
  })
})

const ctx = (person: string) => ({
  person,
  stamp: () => ({ at: 0, order: 0 }),
  id: () => 'x',
  random: (n: number) => new Uint8Array(n),
})
