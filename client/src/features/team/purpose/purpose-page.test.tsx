// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCustomer, addGoal, addValue, archiveValue, editCustomer, goalsFor } from '@yokoten/shared/team'
import { joinAs } from '../create-team'
import { createFakeTeam } from '../test-support/fake-device'
import { testPaths } from '../test-support/paths'
import { PurposePage } from './purpose-page'
import { PurposeSection } from './purpose-section'

afterEach(cleanup)
beforeEach(() => history.replaceState(null, '', '/team/purpose'))

async function teamOf(mode: 'edit' | 'view' = 'edit') {
  const team = createFakeTeam({ teamId: 'press-2', mode })
  if (mode === 'edit') await joinAs(team, { name: 'Ann Kowalska' })
  return team
}
const type = (label: string, words: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } })
async function press(name: string | RegExp) {
  fireEvent.click(await screen.findByRole('button', { name }))
}
async function save() {
  await press('Save')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
}

describe('the page on whom the team works for', () => {
  it('teaches where nothing is written, and takes a customer, a value and a goal', async () => {
    const team = await teamOf()
    render(<PurposePage team={team} paths={testPaths} />)
    expect(screen.getByText(/Begin with those who take over what you make/)).toBeTruthy()
    await press('Add a customer')
    await screen.findByRole('dialog')
    type('Customer', 'Press shop')
    type('What they need, and how much', '920 a day')
    await save()
    expect(screen.getByRole('heading', { name: /Press shop.*Needs 920 a day/ })).toBeTruthy()
    await press('Add what they value: Press shop')
    await screen.findByRole('dialog')
    type('What they value', 'A good part, first time')
    await save()
    await press('Add a goal')
    await screen.findByRole('dialog')
    type('What is to become better', 'Scrap')
    type('From', '4 %')
    type('To', '1 %')
    fireEvent.change(screen.getByLabelText('Serves'), { target: { value: team.directory.get().values[0] } })
    await save()
    const goals = within(screen.getByRole('region', { name: 'Goals' }))
    expect(goals.getByText('4 % → 1 %')).toBeTruthy()
    expect(goals.getByText('Serves: A good part, first time')).toBeTruthy()
    expect(goalsFor(team.directory.get(), team.directory.get().values[0] ?? '')).toHaveLength(1)
  })
  it('says what is wrong and keeps what was typed', async () => {
    render(<PurposePage team={await teamOf()} paths={testPaths} />)
    await press('Add a customer')
    await screen.findByRole('dialog')
    type('What they need, and how much', '920 a day')
    await press('Save')
    expect((await screen.findByRole('alert')).textContent).toBe('Type a name.')
    expect((screen.getByLabelText('What they need, and how much') as HTMLInputElement).value).toBe(
      '920 a day',
    )
  })
  it('does not write over what somebody else changed while a form was open', async () => {
    const team = await teamOf()
    team.directory.run(addCustomer, { id: 'shop', name: 'Press shop', demand: '900 a day' })
    render(<PurposePage team={team} paths={testPaths} />)
    await press('Acts on Press shop')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Change' }))
    await screen.findByRole('dialog')
    type('Customer', 'Press shop, early shift')
    act(() => void team.directory.run(editCustomer, { id: 'shop', demand: '920 a day' }))
    await save()
    expect(team.directory.get().customersById.get('shop')).toMatchObject({
      name: 'Press shop, early shift',
      demand: '920 a day',
    })
  })
  it('opens the form that the address asks for, and takes that out of the address', async () => {
    history.replaceState(null, '', '/team/purpose?add=goal')
    render(<PurposePage team={await teamOf()} paths={testPaths} />)
    expect(await screen.findByRole('dialog', { name: 'Add a goal' })).toBeTruthy()
    expect(location.search).toBe('')
  })
  it('says of a goal when it serves nothing, and shows more than three as a talk to have', async () => {
    const team = await teamOf()
    team.directory.run(addValue, { id: 'first', words: 'First time' })
    team.directory.run(addGoal, { id: 'scrap', what: 'Scrap', value: 'first' })
    team.directory.run(archiveValue, { id: 'first' })
    render(<PurposePage team={team} paths={testPaths} />)
    expect(screen.getByText('Serves nothing that is written down')).toBeTruthy()
    fireEvent.click(screen.getByText('1 value put away'))
    await press('Take back First time')
    expect(screen.getByText('Serves: First time')).toBeTruthy()
  })
  it('offers nothing that changes it to a device that may only look', async () => {
    render(<PurposePage team={await teamOf('view')} paths={testPaths} />)
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull()
    cleanup()
    render(<PurposeSection team={await teamOf('view')} paths={testPaths} />)
    expect(screen.queryByRole('region')).toBeNull()
  })
})

it('stands on the team’s page as one sentence and one act until it is written', async () => {
  const team = await teamOf()
  render(<PurposeSection team={team} paths={testPaths} />)
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['Write it down'])
  act(() => {
    team.directory.run(addCustomer, { id: 'shop', name: 'Press shop' })
    team.directory.run(addValue, { words: 'First time', customer: 'shop' })
  })
  expect(screen.getByRole('listitem').textContent).toBe('Press shopFirst time')
  expect(screen.getByRole('link', { name: 'What serves what' }).getAttribute('href')).toBe('/team/line')
})
