// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addSkill, declareSkill, setUsualWeek } from '@yokoten/shared/team'
import { joinAs } from '../create-team'
import { createFakeTeam } from '../test-support/fake-device'
import { SkillsSection } from './skills-section'
import { WeekSection } from './week-section'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const WEDNESDAY = new Date('2026-11-18T10:00:00Z')

async function twoPeople() {
  vi.useFakeTimers({ now: WEDNESDAY, toFake: ['Date'] })
  const team = createFakeTeam({ teamId: 'press-2' })
  await joinAs(team, { name: 'Dee Rohan' })
  await joinAs(team, { name: 'Ann Keller' })
  return { team, dee: team.directory.get().people[0] ?? '', ann: team.directory.get().people[1] ?? '' }
}
const region = (name: string) => within(screen.getByRole('region', { name }))

describe('who is here', () => {
  it('is said in one press, for oneself and for another, and taken back by the next', async () => {
    const { team } = await twoPeople()
    render(<WeekSection team={team} />)
    expect(region('Who is here').getByText(/Nobody has said yet/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'I am here today' }))
    expect(screen.getByText('1 of 2 here today. 8 hours this week. One person has not said.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Dee Rohan, today: not said' }))
    expect(screen.getByText('2 of 2 here today. 16 hours this week.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Dee Rohan, today: 8 hours' }))
    expect(screen.getByText('1 of 2 here today. 8 hours this week.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Dee Rohan, today: away' })).toBeTruthy()
  })
  it('turns the weeks, and today is pressed in this one only', async () => {
    const { team, ann } = await twoPeople()
    team.directory.run(setUsualWeek, { person: ann, hours: [8, 8, 8, 8, 4, 0, 0] })
    render(<WeekSection team={team} />)
    expect(screen.getByText(/\b16\b.* to .*\b22\b/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'The week after' }))
    expect(screen.getByText(/\b23\b.* to .*\b29\b/)).toBeTruthy()
    expect(screen.getByText('36 hours this week. One person has not said.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /today:/ })).toBeNull()
  })
})

describe('who can do what', () => {
  it('lets one choose for oneself only, and says on whom the work hangs', async () => {
    const { team, ann, dee } = await twoPeople()
    team.directory.run(addSkill, { id: 'die', name: 'Die setting' })
    for (const person of [ann, dee])
      team.directory.run(setUsualWeek, { person, hours: [8, 8, 8, 8, 8, 0, 0] })
    render(<SkillsSection team={team} />)
    const section = region('Who can do what')
    expect(section.getByText('Nobody has said that they can do it.')).toBeTruthy()
    expect(section.getAllByRole('combobox')).toHaveLength(1)
    fireEvent.change(section.getByLabelText('Die setting, you'), { target: { value: 'can' } })
    expect(section.getByText('Only Ann Keller can do it this week.')).toBeTruthy()
    await team.becomePerson(dee)
    team.directory.run(declareSkill, { skill: 'die', level: 'teach' })
    expect(await screen.findByLabelText('Die setting, you')).toHaveProperty('value', 'teach')
    expect(section.queryByText(/^Only/)).toBeNull()
  })
  it('is not shown to who can only look', () => {
    const { container } = render(<SkillsSection team={createFakeTeam({ teamId: 'a', mode: 'view' })} />)
    expect(container.textContent).toBe('')
  })
})
