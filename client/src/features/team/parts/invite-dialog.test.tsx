// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { refused } from '@yokoten/shared/kernel'
import type { PermitLevel } from '@yokoten/shared/kernel'
import { invitePerson } from '@yokoten/shared/team'
import { joinAs } from '../create-team'
import { createFakeTeam } from '../test-support/fake-device'
import { permitAt } from '../test-support/permits'
import InviteDialog from './invite-dialog'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const EDIT = 'https://yokoten.example/join#e.press-2'

async function show(level: PermitLevel) {
  // The day of the team's clock, so that what is written today can be shown today.
  vi.setSystemTime(1_800_000_000_000)
  const team = createFakeTeam({ teamId: 'press-2' })
  await joinAs(team, { name: 'Ann Kowalska' })
  const onClose = vi.fn()
  const shown = async () => {
    render(<InviteDialog team={team} permit={permitAt(level)} onClose={onClose} />)
    await screen.findByRole('dialog')
  }
  return { team, onClose, shown }
}
const link = () => screen.queryByLabelText<HTMLInputElement>('Link')?.value
const say = (name: string) =>
  fireEvent.change(screen.getByLabelText('Who is it for?'), { target: { value: name } })

describe('the invitation to work together', () => {
  it('is there at once where inviting is free', async () => {
    const { team, shown } = await show('free')
    await shown()
    expect(link()).toBe(EDIT)
    expect(team.directory.get().invited).toEqual([])
  })

  it('is shown, and told, once it is said whom it is for', async () => {
    const { team, shown } = await show('tell')
    await shown()
    expect(link()).toBeUndefined()
    fireEvent.click(screen.getByRole('button', { name: 'Show it and tell the team' }))
    expect(await screen.findByText('Type a name.')).toBeTruthy()
    expect(team.directory.get().invited).toEqual([])
    say('  Bea  Rossi ')
    fireEvent.click(screen.getByRole('button', { name: 'Show it and tell the team' }))
    await waitFor(() => expect(link()).toBe(EDIT))
    expect(team.directory.get().invited).toMatchObject([
      { name: 'Bea Rossi', by: team.person.get(), archived: false },
    ])
  })

  it.each(['advice', 'consent', 'vote', 'yes'] as const)(
    'stays hidden where it needs %s, and the team is asked',
    async (level) => {
      const { team, onClose, shown } = await show(level)
      const act = { kind: 'invite-person' }
      const run = vi
        .spyOn(team.directory, 'run')
        .mockReturnValue(refused({ reason: 'not-free', act, permit: permitAt(level)(act) }))
      await shown()
      say('Bea')
      fireEvent.click(screen.getByRole('button', { name: 'Ask the team' }))
      expect(run).toHaveBeenCalledWith(invitePerson, { name: 'Bea' })
      expect(onClose).toHaveBeenCalledOnce()
      expect(document.body.innerHTML).not.toContain('#e.press-2')
    },
  )

  it('can be shown for whom it was agreed, and is taken back', async () => {
    const { team, shown } = await show('consent')
    team.directory.run(invitePerson, { name: 'Bea' })
    team.directory.run(invitePerson, { name: 'Cem' })
    await shown()
    const made = within(screen.getByRole('region', { name: 'Agreed invitations' }))
    expect(made.getAllByRole('listitem')).toHaveLength(2)
    expect(made.getByText('Bea').textContent).toMatch(/^BeaAsked for by Ann Kowalska, /)
    fireEvent.click(made.getByRole('button', { name: 'Take the invitation for Cem back' }))
    await waitFor(() => expect(made.getAllByRole('listitem')).toHaveLength(1))
    fireEvent.click(made.getByRole('button', { name: 'Show the invitation for Bea' }))
    await waitFor(() => expect(link()).toBe(EDIT))
    expect(screen.getByRole('dialog', { name: 'The invitation for Bea' })).toBeTruthy()
  })

  it('leaves the one to look to everybody', async () => {
    const { shown } = await show('consent')
    await shown()
    fireEvent.click(screen.getByRole('radio', { name: 'To look only' }))
    await waitFor(() => expect(link()).toBe('https://yokoten.example/join#v.press-2'))
  })
})
