// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import {
  decisionsIn,
  PLAYBOOK_DOCUMENT,
  playbookDocument,
  propose,
  recordApplied,
  setRule,
  speak,
  titleOf,
} from '@yokoten/shared/playbook'
import type { ProposeArgs, RuleValue } from '@yokoten/shared/playbook'
import { addPerson } from '@yokoten/shared/team'
import { afterEach, expect, it } from 'vitest'
import { createDeviceOn } from '../../../session'
import { testPorts } from '../../../session/test-support/harness'
import { Hats } from '../hats/hats'
import { PlaybookProvider } from '../playbook-provider'
import { AmendBand } from './amend-band'
import ProposalLayers from './proposal-layers'
import ProposalsHere from './proposals-here'
import ProposedLine from './proposed-line'
import { StandingPill } from './standing-pill'
import { ProposalToolsContext } from './tools'
import type { NotReversed, ProposalTools, SeenOrNot } from './tools'
import { useProposalsUi } from './ui-store'
import { WaitingSection } from './waiting-section'

const paths = {
  rules: '/rules',
  decisions: '/decisions',
  turns: '/turns',
  card: () => '/card',
  step: () => '/step',
}
const ACT = { kind: 'change-limit' }

async function setUp(
  seen: SeenOrNot = { described: { title: 'Five slots', lines: [] }, ground: {} },
  reversed: 'asked' | NotReversed = 'asked',
) {
  const team = await createDeviceOn(testPorts(undefined)).create('Press line')
  await team.becomePerson('ann')
  for (const [id, name] of [
    ['ann', 'Ann'],
    ['bo', 'Bo'],
  ] as const)
    team.directory.run(addPerson, { id, name })
  const handle = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  const value = { level: 'consent' as const, hours: 8, tells: [], review: null, why: 'It touches all of us' }
  handle.run(setRule, { act: ACT.kind, condition: {}, value })
  const proposed: ProposeArgs = {
    id: 'p',
    act: ACT,
    title: 'Five slots',
    reason: 'Two shifts',
    command: null,
    args: {},
    ground: {},
    roster: { people: ['ann', 'bo'], skills: {} },
    members: ['ann', 'bo'],
    zone: 'UTC',
  }
  const tools: ProposalTools = {
    look: async () => seen,
    members: async () => ['ann', 'bo'],
    linked: async (link) => (link === 'card:b/c' ? { label: 'Card: Hoses', path: '/card' } : undefined),
    things: async () => [{ link: 'step:m/s', label: 'Stamping', note: 'Step on Acme' }],
    place: () => '/board',
    reverse: async () => reversed,
  }
  render(
    <ProposalToolsContext value={tools}>
      <PlaybookProvider team={team} handle={handle} paths={paths}>
        <Hats>
          <WaitingSection />
        </Hats>
      </PlaybookProvider>
      <AmendBand handle={handle} />
      <ProposalsHere team={team} paths={paths} link="card:b/c" />
      <ProposedLine team={team} paths={paths} link="board:b" />
      <ProposalLayers team={team} handle={handle} paths={paths} />
    </ProposalToolsContext>,
  )
  const voices = () =>
    handle
      .get()
      .casesById.get('p')
      ?.voices.map((voice) => voice.kind) ?? []
  const proposeAsAnn = (more: Partial<ProposeArgs> = {}) =>
    act(() => void handle.run(propose, { ...proposed, ...more }))
  const become = (person: string) => act(() => team.becomePerson(person))
  return { team, handle, voices, proposeAsAnn, become }
}

afterEach(() => {
  act(() => {
    useProposalsUi.getState().endAmending()
    useProposalsUi.getState().close()
  })
  cleanup()
})

it('shows what waits, writes nothing by showing it, and says once that it was opened', async () => {
  const { voices, proposeAsAnn, become } = await setUp()
  expect(screen.getByText(/you are asked here/)).toBeTruthy()
  proposeAsAnn()
  expect(screen.queryByRole('article')).toBeNull()
  await become('bo')
  const entry = screen.getByRole('article', { name: 'Five slots' })
  expect(entry.textContent).toMatch(/Ann proposes it\. Goes ahead .+ unless someone objects\./)
  expect(entry.textContent).toContain('Two shifts')
  expect(voices()).toEqual([])
  for (let times = 0; times < 2; times++) {
    fireEvent.click(within(entry).getByRole('button', { name: 'Five slots' }))
    const dialog = await screen.findByRole('dialog', { name: 'Five slots' })
    expect(dialog.textContent).toContain('Bo has seen it')
    expect(dialog.textContent).toContain('What follows from it is done by hand.')
    expect(voices()).toEqual(['seen'])
    act(() => useProposalsUi.getState().close())
  }
})

it('an objection is not sent without its reason, and the proposal is then to be talked about', async () => {
  const { voices, proposeAsAnn, become } = await setUp()
  proposeAsAnn()
  await become('bo')
  fireEvent.click(screen.getByRole('button', { name: 'I object, because…' }))
  const send = screen.getByRole('button', { name: 'I object, because…' })
  expect(send.hasAttribute('disabled')).toBe(true)
  fireEvent.change(screen.getByLabelText('What speaks against it'), { target: { value: 'One press only' } })
  fireEvent.click(screen.getByRole('button', { name: 'I object, because…' }))
  expect(voices()).toEqual(['object'])
  expect(screen.queryByRole('article')).toBeNull()
  await become('ann')
  const mine = screen.getByRole('article', { name: 'Five slots' })
  expect(mine.textContent).toContain('Bo objects: “One press only”')
  expect(within(mine).getByRole('button', { name: 'Change it' })).toBeTruthy()
})

const asked = {
  document: 'board/b',
  command: { name: 'board.setLimit', version: 1 },
  args: { column: 'c', limit: 5, why: undefined },
  refused: {
    reason: 'not-free' as const,
    act: ACT,
    permit: { level: 'consent' as const, rule: null, tells: [], yesFrom: [] },
  },
}

it('proposes the very command with its arguments and what it builds on', async () => {
  const ground = { 'settings#0': ['e'] }
  const { handle } = await setUp({ described: { title: 'Limit Doing to 5', lines: [] }, ground })
  act(() =>
    useProposalsUi.getState().show({ kind: 'propose', wish: { kind: 'act', asked }, links: ['board:b'] }),
  )
  const dialog = await screen.findByRole('dialog', { name: 'Limit Doing to 5' })
  expect(dialog.textContent).toContain('It touches all of us')
  fireEvent.change(within(dialog).getByLabelText('Why'), { target: { value: 'Two shifts' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Propose' }))
  await act(async () => undefined)
  expect(handle.get().cases.map((one) => one.proposal)).toMatchObject([
    {
      title: 'Limit Doing to 5',
      reason: 'Two shifts',
      command: { name: 'board.setLimit', version: 1, document: 'board/b' },
      args: { column: 'c', limit: 5 },
      ground,
      level: 'consent',
      links: ['board:b'],
      members: ['ann', 'bo'],
    },
  ])
  expect(useProposalsUi.getState().layer).toBeUndefined()
})

it('does not propose what cannot be done, and asks several wishes one after the other', async () => {
  const { handle } = await setUp('refused')
  const show = (limit: number) =>
    useProposalsUi.getState().show({
      kind: 'propose',
      wish: { kind: 'act', asked: { ...asked, args: { limit } } },
      links: [],
    })
  act(() => {
    show(5)
    show(6)
  })
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('This cannot be done as things are now.')).toBeTruthy()
  expect(within(dialog).getByRole('button', { name: 'Propose' }).hasAttribute('disabled')).toBe(true)
  expect(useProposalsUi.getState().next).toHaveLength(1)
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
  expect(useProposalsUi.getState().layer).toMatchObject({ wish: { asked: { args: { limit: 6 } } } })
  act(() => useProposalsUi.getState().close())
  expect(handle.get().cases).toHaveLength(0)
})

const LIMIT = { name: 'board.setLimit', version: 1, document: 'board/b' }
const show = (id = 'p') => act(() => useProposalsUi.getState().show({ kind: 'proposal', id }))
const sheet = (name = 'Five slots') => screen.findByRole('dialog', { name })

it('the next act of the same kind in its document becomes the next wording, another one a proposal', async () => {
  const { handle, proposeAsAnn } = await setUp({
    described: { title: 'Limit Doing to 6', lines: [] },
    ground: { a: 1 },
  })
  proposeAsAnn({ command: LIMIT, args: { column: 'c', limit: 5 } })
  show()
  fireEvent.click(within(await sheet()).getByRole('button', { name: 'Change it' }))
  fireEvent.click(screen.getByRole('button', { name: 'Change what it would do' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  const band = 'Do it the way it should be. It becomes wording 2 of “Five slots”.'
  expect(screen.getByText(band)).toBeTruthy()
  const doIt = (more: Partial<typeof asked>) =>
    act(() => useProposalsUi.getState().ask({ ...asked, ...more }, []))

  doIt({ document: 'board/other' })
  expect(useProposalsUi.getState().layer?.kind).toBe('propose')
  act(() => useProposalsUi.getState().close())

  doIt({ args: { column: 'c', limit: 6, why: undefined } })
  const dialog = await screen.findByRole('dialog', { name: 'Limit Doing to 6' })
  expect(dialog.textContent).toContain('Becomes wording 2, in the place of the last.')
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Why').value).toBe('Two shifts')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Propose this instead' }))
  await act(async () => undefined)
  const one = handle.get().casesById.get('p')
  expect(one?.versions[1]).toMatchObject({
    title: 'Limit Doing to 6',
    command: { name: 'board.setLimit', version: 1, document: 'board/b' },
    args: { column: 'c', limit: 6 },
    ground: { a: 1 },
  })
  expect(handle.get().cases).toHaveLength(1)
  expect(screen.queryByText(band)).toBeNull()
  expect(useProposalsUi.getState().amending).toBeUndefined()
})

it('an act under another rule is not taken as a wording, and the band leads back', async () => {
  const { handle, proposeAsAnn } = await setUp()
  proposeAsAnn({ command: LIMIT })
  act(() => useProposalsUi.getState().amend({ proposal: 'p', document: 'board/b', act: ACT.kind }))
  const value = { level: 'vote' as const, hours: 8, tells: [], review: null, why: '' }
  act(() => void handle.run(setRule, { act: ACT.kind, condition: { column: 'x' }, value }))
  const elsewhere = { ...asked.refused, act: { ...ACT, column: 'x' } }
  act(() => useProposalsUi.getState().ask({ ...asked, refused: elsewhere }, []))
  fireEvent.click(within(await sheet()).getByRole('button', { name: 'Propose this instead' }))
  await act(async () => undefined)
  expect(handle.get().casesById.get('p')?.versions).toHaveLength(1)
  fireEvent.click(within(await sheet()).getByRole('button', { name: 'Cancel' }))
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(useProposalsUi.getState()).toMatchObject({
    amending: undefined,
    layer: { kind: 'proposal', id: 'p' },
  })
})

it('what is done by hand gets another wording in words', async () => {
  const { handle, proposeAsAnn } = await setUp()
  proposeAsAnn({ act: { ...ACT, amount: 300, touches: ['bo'] } })
  show()
  expect((await sheet()).textContent).toContain('How much300Who is touchedBo')
  fireEvent.click(within(await sheet()).getByRole('button', { name: 'Change it' }))
  expect(screen.queryByRole('button', { name: 'Change what it would do' })).toBeNull()
  fireEvent.change(screen.getByLabelText('What do you want to do?'), { target: { value: 'Six slots' } })
  fireEvent.click(screen.getByRole('button', { name: 'Propose this instead' }))
  await act(async () => undefined)
  expect(await sheet('Six slots')).toBeTruthy()
  const one = handle.get().casesById.get('p')
  expect(one && one.versions.map((version) => titleOf(one, version))).toEqual(['Five slots', 'Six slots'])
})

it('is tied to things, leads to them, and is said there', async () => {
  const { handle, proposeAsAnn } = await setUp()
  proposeAsAnn({ links: ['card:b/c'] })
  const here = await screen.findByRole('region', { name: 'Proposed here' })
  fireEvent.click(within(here).getByRole('button', { name: 'Five slots' }))
  const dialog = within(await sheet())
  expect((await dialog.findByRole('link', { name: 'Card: Hoses' })).getAttribute('href')).toBe('/card')
  fireEvent.click(dialog.getByRole('button', { name: 'Tie it to something' }))
  fireEvent.change(dialog.getByRole('searchbox'), { target: { value: 'acme stamp' } })
  fireEvent.click(await dialog.findByRole('button', { name: /^Stamping/ }))
  expect(handle.get().casesById.get('p')?.links).toEqual(['card:b/c', 'step:m/s'])
  expect(await dialog.findByText('Something that is not on this device')).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Take out Card: Hoses' }))
  expect(handle.get().casesById.get('p')?.links).toEqual(['step:m/s'])
  expect(screen.queryByRole('region', { name: 'Proposed here' })).toBeNull()
})

it('says over a board that a change of it is proposed, and leads to it, or of several to the list', async () => {
  const { proposeAsAnn } = await setUp()
  proposeAsAnn({ links: ['board:other'] })
  expect(screen.queryByRole('button', { name: /this board/ })).toBeNull()
  proposeAsAnn({ id: 'q', title: 'Six slots', links: ['board:b'] })
  fireEvent.click(await screen.findByRole('button', { name: 'Proposed for this board: Six slots' }))
  expect(await sheet('Six slots')).toBeTruthy()
  act(() => useProposalsUi.getState().close())
  proposeAsAnn({ id: 'r', title: 'Seven slots', links: ['board:b'] })
  fireEvent.click(await screen.findByRole('button', { name: '2 changes of this board are proposed' }))
  expect(location.pathname).toBe(paths.rules)
})

it.each([
  ['changed', /Somebody has changed it since/],
  ['by-hand', /was done by hand/],
  ['gone', /^What it did is not on this device/],
  ['no-way-back', /^It cannot be taken back by itself/],
] as const)('says why it cannot be taken back by itself, and offers words: %s', async (why, words) => {
  const { handle, proposeAsAnn } = await setUp(undefined, why)
  proposeAsAnn({ members: ['ann'] })
  act(() => {
    handle.run(speak, { proposal: 'p', version: 'p', kind: 'consent' })
    handle.run(recordApplied, {
      proposal: 'p',
      now: (handle.get().casesById.get('p')?.proposal.deadline ?? 0) + 1,
    })
  })
  show()
  fireEvent.click(within(await sheet()).getByRole('button', { name: 'Reverse it' }))
  await act(async () => undefined)
  const dialog = await screen.findByRole('dialog', { name: 'You want to change a limit' })
  expect(within(dialog).getByText(words)).toBeTruthy()
  expect(within(dialog).getByLabelText<HTMLInputElement>('What do you want to do?').value).toBe(
    'Reverse: Five slots',
  )
})

it('anyone writes down what somebody outside has answered, and advises where they were not asked', async () => {
  const { handle, voices, proposeAsAnn, become } = await setUp()
  const agree = (value: Partial<RuleValue>) =>
    act(() => {
      const usual = { level: 'yes' as const, hours: 8, tells: [], review: null, why: '' }
      handle.run(setRule, { act: ACT.kind, condition: {}, value: { ...usual, ...value } })
    })
  agree({ level: 'advice', tells: [{ kind: 'person', id: 'ann' }] })
  proposeAsAnn({ id: 'q', title: 'Six slots' })
  agree({ yesFrom: { kind: 'outside', id: 'Plant manager' } })
  proposeAsAnn()
  await become('bo')
  expect(screen.queryByRole('article')).toBeNull()
  show('q')
  expect(within(await sheet('Six slots')).getByRole('button', { name: 'Give advice' })).toBeTruthy()
  show()
  fireEvent.click(within(await sheet()).getByRole('button', { name: 'They said yes' }))
  expect(voices()).toEqual(['yes'])
})

it('what only this device’s clock has decided is said not to be the last word', async () => {
  const { handle, proposeAsAnn } = await setUp()
  proposeAsAnn({ members: ['ann'], links: ['card:b/c'] })
  const deadline = handle.get().casesById.get('p')?.proposal.deadline ?? 0
  cleanup()
  const decided = decisionsIn(handle.get(), { at: deadline + 1, isSure: false })
  render(decided.map((one) => <StandingPill key={one.case.proposal.id} decision={one} />))
  expect(screen.getByText('Accepted, not the last word yet')).toBeTruthy()
})
