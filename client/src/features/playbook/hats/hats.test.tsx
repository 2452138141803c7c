// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addHat, answerTurn, archiveHat, endTurn, offerTurn } from '@yokoten/shared/playbook'
import { teamAtHand } from '../test-support/team-at-hand'
import { sinceTick, turnsOffered } from './hat-turns'
import { OfferedTurns } from './offered-turns'
import { calendarText, turnsToSave } from './save-turns'
import { TurnsPage } from './turns-page'
import { TurnsSection } from './turns-section'

const DAY = 86_400_000
const START = Date.parse('2027-03-01T09:00:00Z')

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function withFacilitator(...people: string[]) {
  const at = await teamAtHand(people)
  at.handle.run(addHat, { id: 'f', kind: 'facilitator', does: '', days: 14 })
  return at
}
const hat = (name = 'Facilitator') => within(screen.getByRole('article', { name }))
const press = (name: RegExp | string, within = hat()) => fireEvent.click(within.getByRole('button', { name }))

describe('hats', () => {
  it('begin with a sentence and one act, and are proposed to who has not had a turn', async () => {
    const { handle, show } = await teamAtHand(['Ann', 'Bo'])
    show(<TurnsPage />)
    fireEvent.click(screen.getByRole('button', { name: 'Begin with a facilitator' }))
    expect(hat().getByText(/sees that everybody is heard/)).toBeTruthy()
    expect(hat().getByText('Next Ann')).toBeTruthy()
    press(/I take it$/)
    expect(hat().getByText(/^until .*28 more days$/)).toBeTruthy()
    expect(hat().getByText('Next Bo')).toBeTruthy()
    expect(screen.getByText('Not had a turn of any hat yet: Bo.')).toBeTruthy()
    press(/Offer to Bo$/)
    const [, offered] = handle.get().turns
    expect(offered).toMatchObject({ person: 'Bo', state: 'offered', from: START + 28 * DAY })
  })

  it('are nobody’s by being offered: only the person accepts, and may say why not now', async () => {
    const { team, handle, show } = await withFacilitator('Ann', 'Bo')
    handle.run(offerTurn, { hat: 'f', person: 'Bo' })
    show(
      <>
        <OfferedTurns />
        <TurnsSection />
      </>,
    )
    expect(screen.queryByRole('button', { name: /Not now$/ })).toBeNull()
    await act(() => team.becomePerson('Bo'))
    expect(turnsOffered(handle.get(), 'Bo', START)).toHaveLength(1)
    press(/Not now$/)
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Away' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Not now' }))
    await waitFor(() => expect(handle.get().turns[0]).toMatchObject({ state: 'declined', words: 'Away' }))
    expect(screen.queryByRole('article')).toBeNull()
    expect(turnsOffered(handle.get(), 'Bo', START)).toEqual([])
  })

  it('that nobody has answered are taken back by who offered them', async () => {
    const { team, handle, show } = await withFacilitator('Ann', 'Bo', 'Cy')
    handle.run(offerTurn, { hat: 'f', person: 'Bo' })
    show(<TurnsPage />)
    await act(() => team.becomePerson('Cy'))
    expect(hat().queryByRole('button', { name: /Take back/ })).toBeNull()
    await act(() => team.becomePerson('Ann'))
    press(/Take back the offer to Bo$/)
    expect(handle.get().turns).toMatchObject([{ state: 'withdrawn' }])
    expect(hat().queryByText(/not answered yet/)).toBeNull()
    expect(hat().queryByRole('button', { name: /Take back/ })).toBeNull()
    expect(turnsOffered(handle.get(), 'Bo', START)).toEqual([])
  })

  it('end by themselves, and what was left for the next one stands before whom it is offered', async () => {
    const { team, handle, show } = await withFacilitator('Ann', 'Bo')
    handle.run(offerTurn, { hat: 'f', person: 'Ann' })
    vi.setSystemTime(START + 15 * DAY)
    show(
      <>
        <OfferedTurns />
        <TurnsPage />
      </>,
    )
    expect(hat().getByText('Nobody’s turn')).toBeTruthy()
    press(/Leave a note/)
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Two stops wait' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(hat().getByText('Ann leaves: “Two stops wait”')).toBeTruthy())
    expect(handle.get().turns[0]?.end).toBe(START + 14 * DAY)
    press(/Offer to Bo$/)
    await act(() => team.becomePerson('Bo'))
    const [offer] = screen.getAllByRole('article', { name: 'Facilitator' })
    expect(within(offer as HTMLElement).getByText('Ann leaves: “Two stops wait”')).toBeTruthy()
    fireEvent.click(within(offer as HTMLElement).getByRole('button', { name: /I take it$/ }))
    expect(handle.get().turns[1]).toMatchObject({ person: 'Bo', state: 'accepted' })
  })

  it('are handed over before their time with a note, learnt beside who has them, put away and brought back', async () => {
    const { team, handle, show } = await withFacilitator('Ann', 'Bo')
    handle.run(offerTurn, { hat: 'f', person: 'Ann' })
    show(<TurnsPage />)
    await act(() => team.becomePerson('Bo'))
    press('More about Facilitator')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Learn it beside them' }))
    expect(hat().getByText(/^learns it, until/)).toBeTruthy()
    await act(() => team.becomePerson('Ann'))
    press(/Hand over$/)
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'End the turn' }))
    await waitFor(() => expect(hat().getByText('Nobody’s turn')).toBeTruthy())
    act(() => void handle.run(archiveHat, { id: 'f' }))
    expect(screen.queryByRole('article')).toBeNull()
    fireEvent.click(screen.getByText('1 hat put away'))
    fireEvent.click(screen.getByRole('button', { name: 'Facilitator: Bring back' }))
    expect(hat().getByText('Nobody’s turn')).toBeTruthy()
  })

  it('can be looked at, and nothing more, with a view invitation', async () => {
    const { handle, show } = await withFacilitator('Ann', 'Bo')
    handle.run(offerTurn, { hat: 'f', person: 'Ann' })
    show(<TurnsPage />, { looking: true })
    expect(screen.getByRole('article', { name: 'Facilitator' })).toBeTruthy()
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual([
      'My turns to a calendar',
      'All turns to a calendar',
    ])
  })

  it('go into a calendar: what is offered is tentative, what is over or declined is left out', async () => {
    const { team, handle } = await withFacilitator('Ann', 'Bo')
    handle.run(offerTurn, { hat: 'f', person: 'Ann' })
    handle.run(offerTurn, { hat: 'f', person: 'Bo', from: START + 14 * DAY })
    handle.run(offerTurn, { hat: 'f', person: 'Bo', turn: 'no' })
    await team.becomePerson('Bo')
    handle.run(answerTurn, { turn: 'no', accept: false })
    const playbook = handle.get()
    const file = calendarText(playbook, turnsToSave(playbook, START), (person) => person, START)
    expect(file.match(/SUMMARY:.*/g)?.map((line) => line.trim())).toEqual([
      'SUMMARY:Facilitator: Ann',
      'SUMMARY:Facilitator: Bo',
    ])
    expect(file.match(/STATUS:\w+/g)).toEqual(['STATUS:CONFIRMED', 'STATUS:TENTATIVE'])
    expect(turnsToSave(playbook, START, 'Bo')).toHaveLength(1)
    expect(turnsToSave(playbook, START + 15 * DAY).map((turn) => turn.person)).toEqual(['Bo'])
  })

  it('have begun and ended when they say so, though the screen’s clock ticks by the minute', async () => {
    const { handle } = await withFacilitator('Ann')
    vi.setSystemTime(START + 20_000)
    handle.run(offerTurn, { hat: 'f', person: 'Ann' })
    expect(sinceTick(handle.get(), START)).toBe(START + 20_000)
    vi.setSystemTime(START + 40_000)
    const [turn] = handle.get().turns
    handle.run(endTurn, { turn: turn?.id ?? '' })
    expect(sinceTick(handle.get(), START)).toBe(START + 40_000)
    expect(sinceTick(handle.get(), START - 2 * 60_000)).toBe(START - 2 * 60_000)
  })
})
