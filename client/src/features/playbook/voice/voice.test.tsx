// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerRequest, raiseRequest, requestState, resolveRequest } from '@yokoten/shared/playbook'
import { addDocument } from '@yokoten/shared/team'
import { teamAtHand } from '../test-support/team-at-hand'
import { aboutFromWord, aboutToWord } from './about'
import { AskedSection } from './asked-section'

const MINUTE = 60_000
const START = Date.parse('2027-03-01T09:00:00Z')

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }))
const listed = () => screen.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent)

describe('asked of the team', () => {
  it('takes two presses, with or without words', async () => {
    const { handle, show } = await teamAtHand(['Ann', 'Bo'])
    show(<AskedSection />)
    press('Ask for help')
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ask now' }))
    await waitFor(() => expect(screen.getByText(/^1 open/)).toBeTruthy())
    expect([...handle.get().requests.values()]).toMatchObject([
      { kind: 'help', words: 'I need help', by: 'Ann' },
    ])
    expect(screen.getByText(/nobody has answered yet/)).toBeTruthy()
  })

  it('is answered by others, resolved, and opened again; the clocks and figures say so', async () => {
    const { team, handle, show } = await teamAtHand(['Ann', 'Bo'])
    handle.run(raiseRequest, { id: 'r', kind: 'issue', words: 'Sensor drifts' })
    await team.becomePerson('Bo')
    vi.setSystemTime(START + 12 * MINUTE)
    show(<AskedSection />)
    press('I am on it: Sensor drifts')
    expect(screen.getByText('Bo is on it.')).toBeTruthy()
    expect(screen.getByText('The first answer came in 12 min.')).toBeTruthy()
    vi.setSystemTime(START + 60 * MINUTE)
    press('Resolved: Sensor drifts')
    expect(screen.getByText('It was resolved in 1 h.')).toBeTruthy()
    expect(screen.getByText('Nothing is open.')).toBeTruthy()
    press('Open it again: Sensor drifts')
    const row = handle.get().requests.get('r')
    expect(row && requestState(row)).toMatchObject({
      isOpen: true,
      reopened: 1,
      firstResponse: START + 12 * MINUTE,
    })
    expect(screen.getByText('1 was opened again.')).toBeTruthy()
  })

  it('lists the oldest first, and leads to the card it is about', async () => {
    const { team, handle, show } = await teamAtHand(['Ann', 'Bo'])
    team.directory.run(addDocument, { id: 'b1', kind: 'board', name: 'Changeovers' })
    const about = aboutToWord({ kind: 'card', board: 'b1', card: 'c1' })
    handle.run(raiseRequest, { id: 'b', kind: 'help', words: 'First', about })
    vi.setSystemTime(START + MINUTE)
    handle.run(raiseRequest, { id: 'a', kind: 'help', words: 'Second' })
    show(<AskedSection />)
    expect(listed().map((words) => words?.slice(0, 5))).toEqual(['First', 'Secon'])
    expect(screen.getByRole('link', { name: 'Open the card on Changeovers' }).getAttribute('href')).toBe(
      '/board/b1/c1',
    )
  })

  it('offers nothing to who only looks', async () => {
    const { handle, show } = await teamAtHand(['Ann'])
    handle.run(raiseRequest, { id: 'r', kind: 'help', words: 'Lift' })
    handle.run(answerRequest, { request: 'r' })
    handle.run(resolveRequest, { request: 'r' })
    show(<AskedSection />, { looking: true })
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText(/^Lift/)).toBeTruthy()
  })

  it('knows what a request is about, and what it does not know', () => {
    const step = { kind: 'step', map: 'm', step: 's' } as const
    expect(aboutFromWord(aboutToWord(step))).toEqual(step)
    for (const word of [null, '', 'card:', 'card:b', 'value:b/c', 'card:b/c/d'])
      expect(aboutFromWord(word)).toBeUndefined()
  })
})
