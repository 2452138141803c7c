// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDocument } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { BarPlaces } from '../../design/page-bar'
import type { TeamSession } from '../../session/api'
import { joinAs } from './create-team'
import { forgetWarning } from './parts/forget-dialog'
import { isOnlyHere } from './parts/invitation-panel'
import { TeamPage } from './team-page'
import { createFakeDevice, createFakeTeam } from './test-support/fake-device'
import { freeToAll } from './test-support/permits'
import { testPaths } from './test-support/paths'

afterEach(cleanup)

function show(team: TeamSession<TeamSnapshot>) {
  const handlers = { onOpenDocument: vi.fn(), onNewDocument: vi.fn(), onLeave: vi.fn() }
  const device = createFakeDevice()
  const forget = vi.spyOn(device, 'forget')
  render(
    <BarPlaces value={{ acts: document.body }}>
      <TeamPage team={team} device={device} paths={testPaths} permit={freeToAll} {...handlers} />
    </BarPlaces>,
  )
  return { ...handlers, device, forget }
}
const region = (name: string) => within(screen.getByRole('region', { name }))

async function pressLine() {
  const team = createFakeTeam({ teamId: 'press-2', sharing: { kept: 3, otherDevices: 2 } })
  await joinAs(team, { name: 'Dee Rohan' })
  await joinAs(team, { name: 'Ann Kowalska' })
  team.directory.run(addDocument, { id: 'b1', kind: 'board', name: 'Press 2' })
  return team
}

describe('team page', () => {
  it('lists people in the order they joined and marks who is here', async () => {
    show(await pressLine())
    const items = region('People').getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual(['DRDee Rohan', 'AKAnn KowalskaAt this device now'])
  })

  it('opens a document', async () => {
    const { onOpenDocument } = show(await pressLine())
    fireEvent.click(region('Boards and maps').getByRole('button', { name: /^Press 2/ }))
    expect(onOpenDocument).toHaveBeenCalledWith('board', 'b1')
  })

  it('switches the person in one press', async () => {
    const team = await pressLine()
    show(team)
    fireEvent.click(region('This device').getByRole('button', { name: 'Switch person' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: /Dee Rohan/ }))
    await waitFor(() => expect(team.person.get()).toBe(team.directory.get().people[0]))
  })

  it('says what is lost before it forgets the team, and forgets only when told', async () => {
    const { forget, onLeave } = show(await pressLine())
    fireEvent.click(screen.getByRole('button', { name: 'Take it off this device' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(dialog.getByText('3 changes have not been shared yet and will be lost.')).toBeTruthy()
    expect(forget).not.toHaveBeenCalled()
    fireEvent.click(dialog.getByRole('button', { name: 'Take it off' }))
    await waitFor(() => expect(onLeave).toHaveBeenCalledWith(undefined))
    expect(forget).toHaveBeenCalledWith('press-2')
  })

  it('offers nothing that changes the team to a device that may only look', async () => {
    const team = createFakeTeam({ teamId: 'press-2', mode: 'view' })
    show(team)
    expect(screen.queryByRole('button', { name: 'New board' })).toBeNull()
    expect(screen.queryByRole('region', { name: 'Backup' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Rename the team' })).toBeNull()
  })

  it('shows the invitation to work together first, and the one to look on request', async () => {
    show(await pressLine())
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }))
    const dialog = within(await screen.findByRole('dialog'))
    const link = () => (dialog.getByLabelText('Link') as HTMLInputElement).value
    expect(link()).toBe('https://yokoten.example/join#e.press-2')
    fireEvent.click(dialog.getByRole('radio', { name: 'To look only' }))
    await waitFor(() => expect(link()).toBe('https://yokoten.example/join#v.press-2'))
  })
})

describe('warnings', () => {
  it('tell what forgetting a team loses', () => {
    const words = (changed: number, kept: number, otherDevices: number, files = 0) =>
      forgetWarning({ changed, kept, files, otherDevices })
    expect(words(0, 0, 0)).toMatch(/^No other device is known to have this team\./)
    expect(words(1, 2, 0)).toMatch(/3 changes have not been shared/)
    expect(words(0, 1, 4)).toBe('1 change has not been shared yet and will be lost.')
    expect(words(0, 0, 4, 1)).toBe('1 file has not been shared yet and will be lost.')
    expect(words(0, 1, 4, 1)).toBe('2 changes or files have not been shared yet and will be lost.')
    expect(words(0, 0, 4)).toBe('Everything is on 4 other devices too.')
  })
  it('know an address that only this computer can open', () => {
    expect(isOnlyHere('http://localhost:8787/join#e.x')).toBe(true)
    expect(isOnlyHere('http://127.0.0.1/join#e.x')).toBe(true)
    expect(isOnlyHere('http://[::1]:80/join#e.x')).toBe(true)
    expect(isOnlyHere('http://192.168.1.4:8787/join#e.x')).toBe(false)
    expect(isOnlyHere('https://localhost.example.com/join#e.x')).toBe(false)
  })
})
