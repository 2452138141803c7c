// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { lookAtLeading } from '@yokoten/shared/team'
import { joinAs } from '../create-team'
import { createFakeTeam } from '../test-support/fake-device'
import { testPaths } from '../test-support/paths'
import { LeadingPage } from './leading-page'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function twoPeople() {
  const team = createFakeTeam({ teamId: 'press-2' })
  await joinAs(team, { name: 'Bo Madsen' })
  await joinAs(team, { name: 'Ann Kowalska' })
  return team
}
const card = (name: string) => within(screen.getByRole('article', { name }))
const review = () => within(screen.getByRole('region', { name: 'Look at it again' }))

describe('how we lead here', () => {
  it('takes one’s own words when one leaves the field, and nobody else’s', async () => {
    const team = await twoPeople()
    render(<LeadingPage team={team} paths={testPaths} />)
    expect(card('Bo Madsen').queryByRole('textbox')).toBeNull()
    expect(card('Bo Madsen').getByText('Has not said it yet.')).toBeTruthy()
    const field = card('Ann Kowalska').getByLabelText('I take the lead in…')
    fireEvent.change(field, { target: { value: 'set-ups' } })
    const me = team.person.get() ?? ''
    expect(team.directory.get().leadById.get(me)?.takesLead).toBeNull()
    fireEvent.blur(field)
    expect(team.directory.get().leadById.get(me)?.takesLead?.words).toBe('set-ups')
    await act(() => team.becomePerson(team.directory.get().people[0] ?? ''))
    expect(card('Ann Kowalska').getByText('set-ups')).toBeTruthy()
    expect(card('Ann Kowalska').queryByRole('textbox')).toBeNull()
  })
  it('is agreed once, looked at again when its day has come, and says so calmly', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-03-01T09:00:00Z') })
    const team = await twoPeople()
    render(<LeadingPage team={team} paths={testPaths} />)
    expect(review().getByRole('button', { name: 'We agreed on this today' })).toBeTruthy()
    act(() => void team.directory.run(lookAtLeading, { today: '2026-11-28' }))
    const reminder = /You wanted to look at this page again by Feb 28, 2027/
    expect(screen.getByText(reminder)).toBeTruthy()
    fireEvent.click(review().getByRole('button', { name: 'Looked at today' }))
    expect(screen.queryByText(reminder)).toBeNull()
    expect(review().getByText('You look at this page again on Jun 1, 2027.')).toBeTruthy()
    expect(review().getByText('2 entries so far')).toBeTruthy()
    const next = review().getByLabelText('Next look')
    fireEvent.change(next, { target: { value: '2027-03-01' } })
    fireEvent.blur(next)
    expect(review().getByText('Choose a day after today.')).toBeTruthy()
    fireEvent.change(next, { target: { value: '2027-04-01' } })
    fireEvent.blur(next)
    expect(review().getByText(/Ann Kowalska set the next look to Apr 1, 2027/)).toBeTruthy()
  })
})
