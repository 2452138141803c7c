// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addPerson } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { TeamSession } from '../../session/api'
import { createTeam } from './create-team'
import { StartPage } from './start-page'
import { createFakeDevice, createFakeTeam } from './test-support/fake-device'

const entered = () => vi.fn<(team: TeamSession<TeamSnapshot>) => void>()
const NO_PLACES = { placeIn: () => undefined, onPlace: () => undefined }
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  window.history.replaceState(null, '', '/')
})

describe('start page', () => {
  it('makes a team in one step, with its name and its first person', async () => {
    const onEnter = entered()
    render(<StartPage device={createFakeDevice()} onEnter={onEnter} {...NO_PLACES} />)
    type('Name of the team', '  Press   line 2')
    type('Your name', 'Ann Kowalska')
    press('Start the team')
    await waitFor(() => expect(onEnter).toHaveBeenCalledOnce())
    const team = onEnter.mock.calls[0]?.[0]
    const directory = team?.directory.get()
    expect(directory?.name).toBe('Press line 2')
    expect(directory?.people).toEqual([team?.person.get()])
    expect(directory?.peopleById.get(team?.person.get() ?? '')?.initials).toBe('AK')
  })

  it('makes nothing while a name is missing, and says which', async () => {
    const device = createFakeDevice()
    const onEnter = entered()
    render(<StartPage device={device} onEnter={onEnter} {...NO_PLACES} />)
    type('Name of the team', 'Press line 2')
    press('Start the team')
    expect(await screen.findByText('Type a name.')).toBeTruthy()
    expect(device.teams.get()).toEqual([])
    expect(onEnter).not.toHaveBeenCalled()
  })

  it('joins by a pasted link, then asks who is there', async () => {
    const team = createFakeTeam({ teamId: 'press-2' })
    team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
    const onEnter = entered()
    render(<StartPage device={createFakeDevice([team])} onEnter={onEnter} {...NO_PLACES} />)
    type('Paste the link', 'https://yokoten.example/join#e.press-2')
    press('Join')
    fireEvent.click(await screen.findByRole('button', { name: 'Ann' }))
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith(team))
    expect(team.person.get()).toBe('ann')
  })

  it('lets someone who is not listed add themselves', async () => {
    const team = createFakeTeam({ teamId: 'press-2' })
    const onEnter = entered()
    render(<StartPage device={createFakeDevice([team])} onEnter={onEnter} {...NO_PLACES} />)
    type('Paste the link', '#e.press-2')
    press('Join')
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Dee' } })
    press('That is me')
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith(team))
    expect(team.directory.get().peopleById.get(team.person.get() ?? '')?.name).toBe('Dee')
  })

  it('says what is wrong with a link, and stays', async () => {
    const onEnter = entered()
    render(<StartPage device={createFakeDevice()} onEnter={onEnter} {...NO_PLACES} />)
    type('Paste the link', 'https://example.com/')
    press('Join')
    expect(await screen.findByText(/^This is not an invitation/)).toBeTruthy()
    type('Paste the link', '#e.unknown')
    press('Join')
    expect(await screen.findByText(/^This invitation is cut short/)).toBeTruthy()
    expect(onEnter).not.toHaveBeenCalled()
  })

  it('joins by the link the page was opened with, and takes the secret out of the address', async () => {
    window.history.replaceState(null, '', '/join#v.press-2')
    const team = createFakeTeam({ teamId: 'press-2', mode: 'view' })
    const onEnter = entered()
    render(<StartPage device={createFakeDevice([team])} onEnter={onEnter} {...NO_PLACES} />)
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith(team))
    expect(window.location.hash).toBe('')
    await waitFor(() => expect(sessionStorage.length).toBe(0))
  })

  it('says so where the device cannot store a team', async () => {
    const device = createFakeDevice()
    render(
      <StartPage
        device={{ ...device, create: () => Promise.reject(new Error('no storage')) }}
        onEnter={entered()}
        {...NO_PLACES}
      />,
    )
    type('Name of the team', 'Press line 2')
    type('Your name', 'Ann')
    press('Start the team')
    expect(await screen.findByText(/^This device could not open the team/)).toBeTruthy()
  })

  it('goes back to a team of this device', async () => {
    const device = createFakeDevice()
    const made = await createTeam(device, { team: 'Press line 2', person: 'Ann' })
    const onEnter = entered()
    render(<StartPage device={device} onEnter={onEnter} {...NO_PLACES} />)
    press('Press line 2')
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith(made.ok && made.value))
  })
})
