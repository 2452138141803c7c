// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { addAct, propose, recordApplied, setRule, speak, tellOthers } from '@yokoten/shared/playbook'
import { valueAt } from '@yokoten/shared/playbook/test-support'
import { afterEach, beforeEach, expect, it } from 'vitest'
import '../../../text/rooms'
import { teamAtHand } from '../test-support/team-at-hand'
import { CanIDialog } from './can-i-dialog'
import { ToldSection } from './told-section'
import { useProposalsUi } from './ui-store'

beforeEach(() => useProposalsUi.getState().close())
afterEach(cleanup)

const nothing = () => undefined
const type = (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
  fireEvent.blur(screen.getByLabelText(label))
}
const dialog = () => within(screen.getByRole('dialog'))

async function spending() {
  const at = await teamAtHand(['Ann', 'Bo'])
  at.handle.run(setRule, { act: 'spend', condition: {}, value: valueAt('consent') })
  at.handle.run(setRule, { act: 'spend', condition: { upTo: 200 }, value: valueAt('tell') })
  at.show(
    <>
      <ToldSection />
      <CanIDialog act={{ kind: 'spend' }} facts={{}} onClose={nothing} />
    </>,
  )
  await screen.findByRole('dialog')
  return at
}

it('money: how much decides by which rule, and what is not free is put to the others in words', async () => {
  await spending()
  expect(dialog().getByRole('status').textContent).toMatch(/^Yes, once enough have said/)
  type('How much', '200')
  expect(dialog().getByRole('status').textContent).toBe('Yes. Do it, and the team is told.')
  type('How much', '201')
  fireEvent.click(dialog().getByRole('button', { name: 'Propose it' }))
  expect(useProposalsUi.getState().layer).toMatchObject({
    kind: 'propose',
    wish: { kind: 'by-hand', act: { kind: 'spend', amount: 201 }, title: 'Spend money: 201' },
  })
})

it('what may be done and told is told in words, and the others read it', async () => {
  const { handle, team } = await spending()
  type('How much', '40')
  fireEvent.click(dialog().getByRole('button', { name: 'I did it: tell them' }))
  type('What did you do?', 'Two shadow boards, 40')
  fireEvent.click(dialog().getByRole('button', { name: 'Tell them' }))
  expect(handle.get().tells).toMatchObject([
    { act: { kind: 'spend', amount: 40 }, words: 'Two shadow boards, 40', by: 'Ann' },
  ])
  await act(() => team.becomePerson('Bo'))
  const told = screen.getByRole('region', { name: 'Done and told' })
  expect(told.textContent).toMatch(/Two shadow boards, 40Ann · today/)
})

it('what was told to somebody is shown to them and to who told it, and to nobody else', async () => {
  const at = await teamAtHand(['Ann', 'Bo', 'Cy'])
  const permit = { level: 'tell' as const, rule: null, tells: ['Bo'], yesFrom: [] }
  at.handle.run(tellOthers, {
    act: { kind: 'archive' },
    permit,
    document: 'board/b',
    command: 'board.archive',
  })
  at.show(<ToldSection />)
  const sees = async (person: string) => {
    await act(() => at.team.becomePerson(person))
    return screen.queryByText('Archive something') !== null
  }
  expect([await sees('Ann'), await sees('Bo'), await sees('Cy')]).toEqual([true, true, false])
})

it('what was decided together is told to whom the rule names, and leads to what was said', async () => {
  const at = await teamAtHand(['Ann', 'Bo', 'Cy'])
  const tells = [{ kind: 'person' as const, id: 'Bo' }]
  const yesFrom = { kind: 'outside' as const, id: 'Owner' }
  at.handle.run(setRule, { act: 'spend', condition: {}, value: valueAt('yes', { tells, yesFrom }) })
  at.handle.run(propose, {
    id: 'p',
    act: { kind: 'spend' },
    title: 'A second rack',
    reason: '',
    command: null,
    args: {},
    ground: {},
    roster: { people: ['Ann', 'Bo', 'Cy'], skills: {} },
    members: ['Ann', 'Bo', 'Cy'],
    zone: 'UTC',
  })
  at.show(<ToldSection />)
  expect(screen.queryByRole('region')).toBeNull()
  await act(async () => {
    at.handle.run(speak, { proposal: 'p', version: 'p', kind: 'yes' })
    at.handle.run(recordApplied, { proposal: 'p', now: Date.now() })
  })
  const sees = async (person: string) => {
    await act(() => at.team.becomePerson(person))
    return screen.queryByRole('button', { name: 'A second rack' }) !== null
  }
  expect([await sees('Ann'), await sees('Cy'), await sees('Bo')]).toEqual([true, false, true])
  fireEvent.click(screen.getByRole('button', { name: 'A second rack' }))
  expect(useProposalsUi.getState().layer).toEqual({ kind: 'proposal', id: 'p' })
})

it('an act of the team’s own says whom it touches, and one that a room does is done there', async () => {
  const at = await teamAtHand(['Ann', 'Bo'])
  at.handle.run(addAct, { id: 'swap', name: 'Swap shifts' })
  at.handle.run(setRule, { act: 'swap', condition: { touches: 'others' }, value: valueAt('vote') })
  at.handle.run(setRule, { act: 'archive', condition: {}, value: valueAt('vote') })
  at.show(<CanIDialog act={{ kind: 'swap' }} facts={{}} onClose={nothing} />)
  await screen.findByRole('dialog')
  expect(dialog().getByRole('status').textContent).toBe('Yes. Just do it.')
  expect(dialog().queryByRole('button', { name: 'Propose it' })).toBeNull()
  type('Who is touched', 'Bo')
  expect(dialog().getByRole('status').textContent).toBe('If most of the team vote for it.')
  expect(dialog().getByRole('button', { name: 'Propose it' })).toBeTruthy()
  type('What do you want to do?', 'archive')
  expect(dialog().getByRole('status').textContent).toBe('If most of the team vote for it.')
  expect(dialog().queryByRole('button', { name: 'Propose it' })).toBeNull()
  expect(dialog().queryByLabelText('How much')).toBeNull()
})

it('says of two rules that contradict which holds, and whether a change of it would be asked', async () => {
  const at = await teamAtHand(['Ann', 'Bo'])
  at.handle.run(setRule, { act: 'archive', condition: { column: 'c' }, value: valueAt('advice') })
  at.handle.run(setRule, {
    act: 'archive',
    condition: { classOfService: 'standard' },
    value: valueAt('vote'),
  })
  const facts = { column: 'c', classOfService: 'standard' }
  at.show(<CanIDialog act={{ kind: 'archive' }} facts={facts} onClose={nothing} />)
  await screen.findByRole('dialog')
  expect(
    dialog().getByText('Two rules say different things about this. The stricter one holds.'),
  ).toBeTruthy()
  expect(dialog().getByRole('button', { name: 'Change it to “Unless someone objects”' })).toBeTruthy()
  const value = valueAt('vote')
  act(() => void at.handle.run(setRule, { act: 'change-policy', condition: {}, value }))
  expect(dialog().getByRole('button', { name: 'Ask to change it to “Unless someone objects”' })).toBeTruthy()
})
