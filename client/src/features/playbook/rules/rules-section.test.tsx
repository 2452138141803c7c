// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineCommand, ok, PERMIT_LEVELS } from '@yokoten/shared/kernel'
import { addAct, propose, ruleKey, setRule, STARTING_SETS } from '@yokoten/shared/playbook'
import type { Condition, RuleValue } from '@yokoten/shared/playbook'
import { archivePerson } from '@yokoten/shared/team'
import { ProposalToolsContext } from '../proposals/tools'
import type { ProposalTools } from '../proposals/tools'
import { teamAtHand } from '../test-support/team-at-hand'
import { HandOverSection } from './hand-over-section'
import { RulesSection } from './rules-section'

afterEach(cleanup)

const valueAt = (level: RuleValue['level'], more: Partial<RuleValue> = {}): RuleValue => ({
  level,
  hours: 8,
  tells: [],
  review: null,
  why: '',
  ...more,
})

type Team = Awaited<ReturnType<typeof teamAtHand>>
const agree = ({ handle }: Team, act: string, value: RuleValue, condition: Condition = {}) =>
  expect(handle.run(setRule, { act, condition, value }).ok).toBe(true)
const levelOf = ({ handle }: Team, act: string, condition: Condition = {}) =>
  handle.get().rules.get(ruleKey(act, condition))?.value?.level
const row = (act: string) => screen.getByRole('radiogroup', { name: `${act}: how it is done` })
const level = (act: string, name: string) => within(row(act)).getByRole<HTMLInputElement>('radio', { name })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const dialog = async () => within(await screen.findByRole('dialog'))

describe('the beginning', () => {
  it.each(STARTING_SETS)('%s is said in a sentence and taken with one press', async (set) => {
    const at = await teamAtHand(['Ann', 'Bo'])
    at.show(<RulesSection />)
    const [card] = screen.getAllByRole('article').slice(STARTING_SETS.indexOf(set))
    expect(within(card as HTMLElement).getAllByText(/\.$/).length).toBeGreaterThan(0)
    fireEvent.click(within(card as HTMLElement).getByRole('button'))
    expect(at.handle.get().rules.size).toBe(13)
    expect(screen.getAllByRole('radiogroup')).toHaveLength(6)
    press('7 more kinds of acts')
    expect(screen.getAllByRole('radiogroup')).toHaveLength(13)
  })
  it('asks whose yes is still needed, and needs no answer', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    at.show(<RulesSection />)
    fireEvent.change(screen.getByLabelText(/^Whose yes/), { target: { value: 'Plant manager' } })
    press('Begin with this: New to it')
    expect(at.handle.get().rules.get(ruleKey('spend', {}))?.value).toMatchObject({
      level: 'yes',
      yesFrom: { kind: 'outside', id: 'Plant manager' },
    })
  })
  it('says of people and money that nobody consents by silence', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'change-limit', valueAt('consent'))
    agree(at, 'change-limit', valueAt('consent', { hours: 9 }))
    agree(at, 'invite-person', valueAt('consent'))
    agree(at, 'invite-person', valueAt('consent', { hours: 9 }))
    at.show(<RulesSection />)
    const words = (name: RegExp) => screen.getByRole('button', { name }).textContent
    expect(words(/^Change a limit/)).toMatch(/Nobody objects within 9 working hours\.$/)
    expect(words(/^Bring somebody in/)).toMatch(/have said so: silence does not count\.$/)
  })
  it('offers nothing to press to who can only look', async () => {
    const at = await teamAtHand(['Ann'])
    at.show(<RulesSection />, { looking: true })
    expect(screen.queryByRole('button', { name: /^Begin/ })).toBeNull()
    expect(screen.getByText('Nothing is agreed yet, so everybody just does what they see.')).toBeTruthy()
  })
})

describe('the table', () => {
  const SAYS = {
    free: 'Anyone, any time.',
    tell: 'Anyone; then Bo can read it.',
    advice: 'Asks Bo first, then decides alone.',
    consent: 'Nobody objects within 8 working hours, and enough have said so: silence does not count.',
    vote: 'More yes than no within 8 working hours.',
    yes: 'Waits for a yes from Bo.',
  } as const
  it.each(PERMIT_LEVELS)('says what %s means', async (one) => {
    const at = await teamAtHand(['Ann', 'Bo'])
    const bo = { kind: 'person', id: 'Bo' } as const
    agree(at, 'spend', valueAt(one, { tells: [bo], ...(one === 'yes' && { yesFrom: bo }) }))
    at.show(<RulesSection />)
    expect(screen.getByRole('button', { name: /^Spend money/ }).textContent).toBe(`Spend money${SAYS[one]}`)
  })
  it('says where nobody is left who could give the yes', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'spend', valueAt('yes', { yesFrom: { kind: 'person', id: 'Bo' } }))
    agree(at, 'pull', valueAt('yes', { yesFrom: { kind: 'outside', id: 'Owner' } }))
    at.show(<RulesSection />)
    const words = 'Nobody on the team can give this yes at the moment.'
    expect(screen.queryByText(words)).toBeNull()
    act(() => void at.team.directory.run(archivePerson, { id: 'Bo' }))
    expect(screen.getByRole('button', { name: /^Spend money/ }).textContent).toContain(words)
    expect(screen.getAllByText(words)).toHaveLength(1)
  })
  it('chooses first, and changes the rule only when that is said', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'change-limit', valueAt('consent', { why: 'May', hours: 16 }))
    at.show(<RulesSection />)
    fireEvent.click(level('Change a limit', 'Ask advice'))
    expect(levelOf(at, 'change-limit')).toBe('consent')
    press('Leave it')
    expect(level('Change a limit', 'Unless someone objects').checked).toBe(true)
    fireEvent.click(level('Change a limit', 'Ask advice'))
    press('Change to “Ask advice”')
    expect(at.handle.get().rules.get(ruleKey('change-limit', {}))?.value).toMatchObject({
      level: 'advice',
      why: 'May',
      hours: 16,
    })
  })
  it('never lets stopping the line wait', async () => {
    const at = await teamAtHand(['Ann'])
    agree(at, 'raise-blocker', valueAt('free'))
    agree(at, 'raise-blocker', valueAt('tell'))
    at.show(<RulesSection />)
    const disabled = PERMIT_LEVELS.map((_, index) => {
      const radio = within(row('Stop the line, raise a blocker')).getAllByRole<HTMLInputElement>('radio')[
        index
      ]
      return radio?.disabled
    })
    expect(disabled).toEqual([false, false, true, true, true, true])
  })
  it('asks whose yes before it asks for one', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'change-policy', valueAt('free'))
    at.show(<RulesSection />)
    fireEvent.click(level('Change one of these rules', 'Needs a yes'))
    press('Change to “Needs a yes”')
    const form = await dialog()
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByRole('alert').textContent).toBe('Choose whose yes it needs.')
    fireEvent.change(form.getByLabelText('Whose yes'), { target: { value: 'person:Bo' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(levelOf(at, 'change-policy')).toBe('yes'))
  })
  it('refuses, with whom it is about, what nobody could change again', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'change-policy', valueAt('yes', { yesFrom: { kind: 'person', id: 'Left' } }))
    at.show(<RulesSection />)
    press(/^Change one of these rules/)
    const form = await dialog()
    fireEvent.change(form.getByLabelText('Why'), { target: { value: 'Always was' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByRole('alert').textContent).toMatch(/^Nobody on the team could change the rules again/)
  })
  it('takes a special case with its condition, names two that clash, and takes one away', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'spend', valueAt('tell'))
    agree(at, 'spend', valueAt('vote'), { touches: 'others' })
    at.show(<RulesSection />)
    press(/^Spend money(?!,)/)
    fireEvent.click((await dialog()).getByRole('button', { name: 'Add a special case' }))
    await screen.findByLabelText('More than')
    const form = await dialog()
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByRole('alert').textContent).toBe('Say when the special case holds.')
    const amount = form.getByLabelText('More than')
    fireEvent.change(amount, { target: { value: '200' } })
    fireEvent.blur(amount)
    fireEvent.change(form.getByLabelText('How it is done'), { target: { value: 'consent' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(levelOf(at, 'spend', { moreThan: 200 })).toBe('consent'))
    expect(screen.getByText(/^Spend money: two rules can hold at once/).textContent).toContain(
      '“Unless someone objects” (more than 200)',
    )
    fireEvent.click(await screen.findByRole('button', { name: /^Spend money, more than 200.+objects/ }))
    fireEvent.click((await dialog()).getByRole('button', { name: 'Take this case away' }))
    await waitFor(() => expect(levelOf(at, 'spend', { moreThan: 200 })).toBeUndefined())
    expect(screen.queryByText(/two rules can hold at once/)).toBeNull()
  })
  it('shows what two people set apart, the stricter holding, until somebody saves what holds', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'spend', valueAt('tell', { why: 'We know the prices' }))
    const entry = { act: 'spend', condition: {}, value: valueAt('vote', { why: 'Not in May' }), parents: [] }
    const apart = defineCommand('test.apart', () =>
      ok([{ kind: 'append', in: 'rules', id: 'apart', entry: { ...entry, by: 'Bo', at: 1, order: 1 } }]),
    )
    expect(at.handle.run(apart, undefined).ok).toBe(true)
    at.show(<RulesSection />)
    expect(level('Spend money', 'Vote').checked).toBe(true)
    const line = screen.getByRole('button', { name: /^Spend money/ })
    expect(line.textContent).toContain('Set apart by two of you')
    fireEvent.click(line)
    const form = await dialog()
    const notice = within(form.getByText(/^Two of you set this while apart/).parentElement as HTMLElement)
    expect(notice.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^Vote.+Not in MayBo, /),
      expect.stringMatching(/^Do it, then tell.+We know the pricesAnn, /),
    ])
    fireEvent.change(form.getByLabelText('How it is done'), { target: { value: 'tell' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(at.handle.get().rules.get(ruleKey('spend', {}))?.disputed).toBe(false))
    expect(level('Spend money', 'Do it, then tell').checked).toBe(true)
    expect(screen.getByRole('button', { name: /^Spend money/ }).textContent).not.toContain('Set apart')
  })
  it('names rules that are to be looked at again, and shows what was said before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-03-01T09:00:00Z') })
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'spend', valueAt('vote', { why: 'We never agreed' }))
    agree(at, 'spend', valueAt('consent', { review: '2027-02-28' }))
    at.show(<RulesSection />)
    expect(screen.getByText(/^A rule is to be looked at again since/)).toBeTruthy()
    press('Spend money')
    const form = await dialog()
    expect(form.getByText('What was said: 2 entries')).toBeTruthy()
    expect(form.getByText('We never agreed')).toBeTruthy()
    vi.useRealTimers()
  })
  it('shows who can only look the rule, and no way to change it', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'spend', valueAt('vote', { why: 'It is ours' }))
    at.show(<RulesSection />, { looking: true })
    fireEvent.click(level('Spend money', 'Just do it'))
    expect(screen.queryByRole('button', { name: /^Change to/ })).toBeNull()
    press(/^Spend money/)
    const form = await dialog()
    expect(form.getAllByText(/It is ours/)).toHaveLength(2)
    expect(form.queryByRole('button', { name: 'Save' })).toBeNull()
    expect(form.queryByRole('textbox')).toBeNull()
  })
})

const fromMenu = async (entry: string) => {
  press('More about the rules')
  fireEvent.click(await screen.findByRole('menuitem', { name: entry }))
  return dialog()
}

describe('acts of the team’s own', () => {
  it('are added, changed, put away and brought back', async () => {
    const at = await teamAtHand(['Ann', 'Bo'])
    agree(at, 'spend', valueAt('vote'))
    at.show(<RulesSection />)
    const form = await fromMenu('Add an act of your own')
    fireEvent.change(form.getByLabelText('When someone wants to…'), { target: { value: ' Swap  shifts ' } })
    fireEvent.change(form.getByLabelText('What it is about'), { target: { value: 'people' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    const added = await screen.findByRole('button', { name: /^Swap shifts/ })
    expect(at.handle.get().acts[0]).toMatchObject({ name: 'Swap shifts', concern: 'people' })
    fireEvent.click(added)
    fireEvent.click((await dialog()).getByRole('button', { name: 'Rename or put away' }))
    await screen.findByRole('heading', { name: 'Rename or put away' })
    fireEvent.click((await dialog()).getByRole('button', { name: 'Put away' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Swap shifts/ })).toBeNull())
    fireEvent.click(
      (await fromMenu('Add an act of your own')).getByRole('button', { name: 'Bring back “Swap shifts”' }),
    )
    expect(await screen.findByRole('button', { name: /^Swap shifts/ })).toBeTruthy()
  })
  it('say why a name is not taken', async () => {
    const at = await teamAtHand(['Ann'])
    agree(at, 'spend', valueAt('vote'))
    at.show(<RulesSection />)
    const form = await fromMenu('Add an act of your own')
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByText('Write a few words first.')).toBeTruthy()
    expect(at.handle.run(addAct, { name: '' }).ok).toBe(false)
  })
})

it('keeps when the team works, and refuses a week without a day', async () => {
  const at = await teamAtHand(['Ann'])
  agree(at, 'spend', valueAt('vote'))
  at.show(<RulesSection />)
  const form = await fromMenu('When the team works')
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    fireEvent.click(form.getByRole('checkbox', { name: day }))
  fireEvent.click(form.getByRole('button', { name: 'Save' }))
  expect(form.getByRole('alert').textContent).toMatch(/^Choose at least one day/)
  fireEvent.click(form.getByRole('checkbox', { name: 'Saturday' }))
  fireEvent.change(form.getByLabelText('From'), { target: { value: '06:30' } })
  fireEvent.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(at.handle.get().hours?.value).toMatchObject({ days: [5], from: 390, to: 960 }))
})

describe('what still needs a yes', () => {
  const boss = { kind: 'outside', id: 'Plant manager' } as const
  it('shows nothing where nothing does', async () => {
    const at = await teamAtHand(['Ann'])
    agree(at, 'spend', valueAt('vote'))
    at.show(<HandOverSection />)
    expect(screen.queryByRole('region')).toBeNull()
  })
  it('says at which steps a yes was waited for, the dearest first', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-03-01T09:00:00Z') })
    const at = await teamAtHand(['Ann'])
    agree(at, 'spend', valueAt('yes', { yesFrom: boss }))
    const asks = (id: string, links: readonly string[]) => {
      const roster = { people: ['Ann'], skills: {} }
      const more = { command: null, args: {}, ground: {}, roster, members: ['Ann'], zone: 'UTC', links }
      const asked = { id, act: { kind: 'spend' }, title: id, reason: '', ...more }
      expect(at.handle.run(propose, asked).ok).toBe(true)
    }
    asks('a glove box', ['step:m/weld'])
    vi.setSystemTime(Date.parse('2027-03-05T09:00:00Z'))
    asks('a rack', ['step:m/stamp', 'step:m/weld'])
    vi.setSystemTime(Date.parse('2027-03-08T09:00:00Z'))
    const tools: Pick<ProposalTools, 'linked'> = {
      linked: async (link) =>
        link === 'step:m/weld' ? { label: 'Step: Weld', path: '/map/m/weld' } : undefined,
    }
    at.show(
      <ProposalToolsContext value={tools as ProposalTools}>
        <HandOverSection />
      </ProposalToolsContext>,
    )
    const steps = within(screen.getByRole('region', { name: 'Where we waited for a yes' }))
    const weld = await steps.findByRole('link', { name: 'Step: Weld' })
    expect(weld.getAttribute('href')).toBe('/map/m/weld')
    expect(steps.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'Step: Weld2 yeses asked for, 10 days of waiting.',
      'A step that is not on this device1 yes asked for, 3 days of waiting.',
    ])
    vi.useRealTimers()
  })
  it('plans a day or a reason for each, and says when the day has passed', async () => {
    const at = await teamAtHand(['Ann'])
    agree(at, 'spend', valueAt('yes', { yesFrom: boss }))
    at.show(<HandOverSection />)
    const line = () => screen.getByRole('listitem').textContent
    expect(line()).toContain('Nothing planned yet')
    press('Plan: Spend money')
    let form = await dialog()
    fireEvent.change(form.getByLabelText('What becomes of it'), { target: { value: 'ours' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByRole('alert').textContent).toBe('Choose the day.')
    fireEvent.change(form.getByLabelText('Ours by'), { target: { value: '2020-01-31' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(line()).toContain('Was to be ours by'))
    press('Plan: Spend money')
    form = await dialog()
    fireEvent.change(form.getByLabelText('What becomes of it'), { target: { value: 'law' } })
    fireEvent.change(form.getByLabelText('What it says'), { target: { value: 'annex 1' } })
    fireEvent.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(line()).toContain('Stays, because of the law: annex 1'))
  })
})
