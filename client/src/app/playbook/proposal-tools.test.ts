import { addCard, boardDocument, createBoard, setLimit } from '@yokoten/shared/board'
import type { Act, Command, Permit, PermitLevel } from '@yokoten/shared/kernel'
import { addNode, mapDocument } from '@yokoten/shared/map'
import {
  currentVersion,
  foresee,
  PLAYBOOK_DOCUMENT,
  playbookDocument,
  propose,
  setRule,
} from '@yokoten/shared/playbook'
import type { ProposeArgs } from '@yokoten/shared/playbook'
import { addDocument, addPerson, addValue, teamDocument } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { expect, it } from 'vitest'
import type { Asked, DocumentHandle } from '../../session/api'
import { createDeviceOn } from '../../session'
import { createFakeRelay } from '../../session/test-support/fake-relay'
import { add, testPorts, until } from '../../session/test-support/harness'
import '../../text/rooms'
import { carryOut } from './carry-out'
import { createProposalTools } from './proposal-tools'

const MONTH = 30 * 86_400_000

async function setUp() {
  const team = await createDeviceOn(testPorts(createFakeRelay())).create('Press line')
  await team.becomePerson('ann')
  add(team, 'ann')
  team.directory.run(addDocument, { id: 'b', kind: 'board', name: 'Changeovers' })
  team.directory.run(addDocument, { id: 'm', kind: 'map', name: 'Brackets' })
  const board = await team.open(boardDocument, 'board/b')
  const playbook = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  await until(() => expect(board.sharing.get().caughtUp && playbook.sharing.get().caughtUp).toBe(true))
  const columns = ['To choose from', 'Doing', 'Done'] as const
  board.run(createBoard, { key: 'PL', columns, limit: 3, reasons: ['Safety'] })
  const doing = board.get().columns[1]?.id ?? ''
  let level: PermitLevel = 'consent'
  const asked: { readonly asked: Asked; readonly links: readonly string[] }[] = []
  let links: readonly string[] = []
  const agreed = (): Permit => ({ level, rule: null, tells: [], yesFrom: [] })
  const tools = createProposalTools({
    team,
    playbook,
    agreement: () => ({ permit: agreed, ask: (one) => asked.push({ asked: one, links }) }),
    linking(given, task) {
      links = given
      return task()
    },
  })
  /** Proposes it, and carries it out when its time is over. */
  async function decided<S, A>(
    handle: DocumentHandle<S>,
    command: Command<S, A, unknown>,
    args: A,
    act: Act,
  ) {
    const value = { level: 'consent' as const, hours: 8, tells: [], review: null, why: '' }
    playbook.run(setRule, { act: act.kind, condition: {}, value })
    const seen = foresee(command, handle.get(), args, 'ann', handle.item)
    const proposed: ProposeArgs = {
      id: 'p',
      act,
      title: 'It',
      reason: '',
      command: { name: command.name, version: command.version, document: handle.id },
      args: args as ProposeArgs['args'],
      ground: seen.ok ? seen.value.ground : {},
      roster: { people: ['ann'], skills: {} },
      members: ['ann'],
      zone: 'UTC',
    }
    playbook.run(propose, proposed)
    expect(await carryOut(team, playbook, 'p', Date.now() + MONTH)).toBe('done')
    const one = playbook.get().casesById.get('p')
    if (!one) throw new Error('nothing was proposed')
    return () => tools.reverse(one, currentVersion(one))
  }
  const become = (next: PermitLevel) => void (level = next)
  return { team, board, playbook, doing, tools, asked, decided, become }
}

const CHANGE = { kind: 'change-limit' }

it('a reversal goes by the rule for what is reversed, and can be looked at like every act', async () => {
  const { board, doing, tools, asked, decided, become, team } = await setUp()
  const reverse = await decided(board, setLimit, { column: doing, limit: 5 }, CHANGE)
  expect(await reverse()).toBe('asked')
  expect(asked).toMatchObject([
    { asked: { document: 'board/b', refused: { act: CHANGE } }, links: ['decision:p'] },
  ])
  expect(board.get().columns[1]?.limit).toBe(5)
  const [{ asked: wish }] = asked as [(typeof asked)[number]]
  const args = wish.args as ProposeArgs['args']
  const seen = await tools.look({ ...wish.command, document: wish.document }, args, 'ann')
  expect(seen).toMatchObject({ described: { title: 'Lower the limit of Doing from 5 to 3' } })
  become('free')
  expect(await reverse()).toBe('done')
  expect(board.get().columns[1]?.limit).toBe(3)
  expect(await reverse()).toBe('changed')
  await team.close()
})

it('somebody who was brought in is taken out again, by words that say so', async () => {
  const { team, tools, asked, decided } = await setUp()
  const directory: DocumentHandle<TeamSnapshot> = await team.open(teamDocument, 'team')
  const reverse = await decided(
    directory,
    addPerson,
    { id: 'bo', name: 'Bo Madsen' },
    { kind: 'invite-person' },
  )
  expect(directory.get().people).toContain('bo')
  expect(await reverse()).toBe('asked')
  const wish = asked[0]?.asked
  const seen = await tools.look(
    { name: wish?.command.name ?? '', version: 1, document: 'team' },
    wish?.args as ProposeArgs['args'],
    'ann',
  )
  expect(seen).toMatchObject({ described: { title: 'Take Bo Madsen out of the team' } })
  await team.close()
})

it('says why there is no act that takes it back', async () => {
  const { board, doing, playbook, tools, decided, team } = await setUp()
  const reverse = await decided(board, setLimit, { column: doing, limit: 5 }, CHANGE)
  board.run(setLimit, { column: doing, limit: 6 })
  expect(await reverse()).toBe('changed')
  const one = playbook.get().casesById.get('p')
  if (!one) throw new Error('nothing was proposed')
  const as = (command: typeof one.proposal.command) =>
    tools.reverse({ ...one, proposal: { ...one.proposal, command } }, currentVersion(one))
  expect(await as(null)).toBe('by-hand')
  expect(await as({ name: 'board.fromTomorrow', version: 1, document: 'board/b' })).toBe('gone')
  expect(await as({ name: 'map.addNode', version: 1, document: 'map/m' })).toBe('gone')
  await team.close()
})

it('knows what a proposal may belong to, what that is called and where it is', async () => {
  const { team, board, tools, decided, doing } = await setUp()
  await decided(board, setLimit, { column: doing, limit: 5 }, CHANGE)
  board.run(addCard, { card: 'c', title: 'Colour-code hoses' })
  const map = await team.open(mapDocument, 'map/m')
  map.run(addNode, { id: 's', kind: 'process', name: 'Stamping', position: { x: 0, y: 0 } })
  team.directory.run(addValue, { id: 'v', words: 'A good part' })
  const things = await tools.things()
  expect(things.map(({ link, note }) => [link, note])).toEqual([
    ['card:b/c', 'Card on Changeovers'],
    ['step:m/s', 'Step on Brackets'],
    ['value:v', 'Value'],
    ['board:b', 'Board'],
    ['decision:p', 'Proposal'],
  ])
  const linked = await Promise.all(things.map(({ link }) => tools.linked(link)))
  expect(linked.map((thing) => thing?.label)).toEqual([
    expect.stringMatching(/^Card: PL-.+ Colour-code hoses$/),
    'Step: Stamping',
    'Value: A good part',
    'Board: Changeovers',
    'Decision: It',
  ])
  expect(linked[0]?.path).toMatch(/\/board\/b\?card=c$/)
  expect(linked[1]?.path).toMatch(/\/map\/m\?step=s$/)
  const unknown = [
    'card:b/no',
    'card:no/c',
    'step:m/no',
    'step:b/c',
    'value:no',
    'board:m',
    'decision:no',
    'x',
  ]
  for (const link of unknown) expect([link, await tools.linked(link)]).toEqual([link, undefined])
  expect([tools.place('board/b'), tools.place('board/no'), tools.place('map/m')]).toEqual([
    expect.stringMatching(/\/board\/b$/),
    undefined,
    undefined,
  ])
  expect(tools.place('playbook')).toMatch(/\/team\/rules$/)
  await team.close()
})

it('a rule for one column is looked at under the column’s name', async () => {
  const { team, doing, tools } = await setUp()
  const value = { level: 'vote' as const, hours: 8, tells: [], review: null, why: '' }
  const command = { name: setRule.name, version: setRule.version, document: PLAYBOOK_DOCUMENT }
  const seen = await tools.look(command, { act: 'pull', condition: { column: doing }, value }, 'ann')
  expect(seen).toMatchObject({
    described: { title: 'Change the rule for “pull the next card, in Doing” to: Vote' },
  })
  await team.close()
})
