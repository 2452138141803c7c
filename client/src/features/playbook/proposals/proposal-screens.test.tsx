// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { PLAYBOOK_DOCUMENT, playbookDocument, propose, setRule } from '@yokoten/shared/playbook'
import type { ProposeArgs } from '@yokoten/shared/playbook'
import { addPerson } from '@yokoten/shared/team'
import { afterEach, expect, it } from 'vitest'
import { createDeviceOn } from '../../../session'
import { testPorts } from '../../../session/test-support/harness'
import { Hats } from '../hats/hats'
import { PlaybookProvider } from '../playbook-page'
import ProposalLayers from './proposal-layers'
import { ProposalToolsContext } from './tools'
import type { ProposalTools, SeenOrNot } from './tools'
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

async function setUp(seen: SeenOrNot = { described: { title: 'Five slots', lines: [] }, ground: {} }) {
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
    linked: () => undefined,
    reverse: async () => false,
  }
  render(
    <ProposalToolsContext value={tools}>
      <PlaybookProvider team={team} handle={handle} paths={paths}>
        <Hats>
          <WaitingSection />
        </Hats>
      </PlaybookProvider>
      <ProposalLayers team={team} handle={handle} paths={paths} />
    </ProposalToolsContext>,
  )
  const voices = () =>
    handle
      .get()
      .casesById.get('p')
      ?.voices.map((voice) => voice.kind) ?? []
  const proposeAsAnn = () => act(() => void handle.run(propose, proposed))
  const become = (person: string) => act(() => team.becomePerson(person))
  return { team, handle, voices, proposeAsAnn, become }
}

afterEach(() => {
  act(() => useProposalsUi.getState().close())
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
