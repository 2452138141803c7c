import { boardDocument, createBoard, setLimit, setPolicy } from '@yokoten/shared/board'
import {
  amendProposal,
  foresee,
  outcome,
  PLAYBOOK_DOCUMENT,
  playbookDocument,
  propose,
  setRule,
  speak,
} from '@yokoten/shared/playbook'
import { expect, it } from 'vitest'
import { createDeviceOn } from '../../session'
import { createFakeRelay } from '../../session/test-support/fake-relay'
import { add, delivered, joinTeam, testPorts, until } from '../../session/test-support/harness'
import type { Team } from '../../session/test-support/harness'
import { carryOut, finishCarryOut } from './carry-out'

const MONTH = 30 * 86_400_000

async function documentsOf(team: Team) {
  const board = await team.open(boardDocument, 'board/b')
  const playbook = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  await until(() => expect(board.sharing.get().caughtUp && playbook.sharing.get().caughtUp).toBe(true))
  return { board, playbook }
}

/** Ann and Bo on two devices; Ann proposes five slots instead of three, Bo is fine with it. */
async function agreed() {
  const relay = createFakeRelay()
  const ann = await createDeviceOn(testPorts(relay)).create('Press line')
  await ann.becomePerson('ann')
  add(ann, 'ann')
  const { board, playbook } = await documentsOf(ann)
  const columns = ['To choose from', 'Doing', 'Done'] as const
  board.run(createBoard, { key: 'PL', columns, limit: 3, reasons: ['Safety'] })
  const rule = { level: 'consent' as const, hours: 8, tells: [], review: null, why: '' }
  playbook.run(setRule, { act: 'change-limit', condition: {}, value: rule })
  const args = { column: board.get().columns[1]?.id ?? '', limit: 5 }
  const seen = foresee(setLimit, board.get(), args, 'ann', board.item)
  playbook.run(propose, {
    id: 'p',
    act: { kind: 'change-limit' },
    title: 'Five slots',
    reason: '',
    command: { name: setLimit.name, version: setLimit.version, document: 'board/b' },
    args,
    ground: seen.ok ? seen.value.ground : {},
    roster: { people: ['ann', 'bo'], skills: {} },
    members: ['ann', 'bo'],
    zone: 'UTC',
  })
  await delivered(ann)
  const bo = await joinTeam(ann.invitations.edit, testPorts(relay))
  await bo.becomePerson('bo')
  const his = await documentsOf(bo)
  await until(() => expect(his.playbook.get().casesById.has('p')).toBe(true))
  his.playbook.run(speak, { proposal: 'p', version: 'p', kind: 'consent' })
  await until(() => expect(playbook.get().casesById.get('p')?.voices).toHaveLength(1))
  return { ann, bo, hers: { board, playbook }, his, now: Date.now() + MONTH }
}

const limitOf = ({ board }: Awaited<ReturnType<typeof documentsOf>>) => board.get().columns[1]?.limit
const entriesOf = ({ board }: Awaited<ReturnType<typeof documentsOf>>) =>
  [...board.get().basis.tables.settings.values()].filter((entry) => entry.what === 'limit').length
const closingsOf = ({ playbook }: Awaited<ReturnType<typeof documentsOf>>) =>
  playbook
    .get()
    .casesById.get('p')
    ?.closings.map(({ kind }) => kind)

it('two devices carry the same decision out at once, and it is done once', async () => {
  const { ann, bo, hers, his, now } = await agreed()
  expect(await carryOut(ann, hers.playbook, 'p', Date.now())).toBe('done')
  expect(limitOf(hers)).toBe(3)
  const done = await Promise.all([
    carryOut(ann, hers.playbook, 'p', now),
    carryOut(bo, his.playbook, 'p', now),
  ])
  expect(done).toEqual(['done', 'done'])
  await Promise.all([delivered(ann), delivered(bo)])
  for (const of of [hers, his]) {
    await until(() => expect(limitOf(of)).toBe(5))
    expect(entriesOf(of)).toBe(2)
    expect(closingsOf(of)).toEqual(['applied'])
  }
  await ann.close()
  await bo.close()
})

it('breaking off between the effect and the word does no harm: the next one adds the word', async () => {
  const { ann, bo, hers, his, now } = await agreed()
  const torn = {
    ...hers.playbook,
    get: hers.playbook.get,
    run: (): never => {
      throw new Error('gone')
    },
  }
  await expect(carryOut(ann, torn, 'p', now)).rejects.toThrow('gone')
  expect(limitOf(hers)).toBe(5)
  expect(closingsOf(hers)).toEqual([])
  await delivered(ann)
  await until(() => expect(limitOf(his)).toBe(5))
  expect(await carryOut(bo, his.playbook, 'p', now)).toBe('done')
  expect(entriesOf(his)).toBe(2)
  expect(closingsOf(his)).toEqual(['applied'])
  await ann.close()
  await bo.close()
})

it('carries out the act of the wording that was accepted, not that of the first', async () => {
  const { ann, bo, hers, his, now } = await agreed()
  const column = hers.board.get().columns[1]?.id ?? ''
  const args = { column, policy: 'Two people' }
  const seen = foresee(setPolicy, hers.board.get(), args, 'ann', hers.board.item)
  const amended = hers.playbook.run(amendProposal, {
    proposal: 'p',
    args,
    ground: seen.ok ? seen.value.ground : {},
    reason: '',
    zone: 'UTC',
    instead: {
      act: { kind: 'change-limit', column },
      command: { name: setPolicy.name, version: setPolicy.version, document: 'board/b' },
      roster: { people: ['ann', 'bo'], skills: {} },
    },
  })
  expect(amended.ok).toBe(true)
  const version = hers.playbook.get().casesById.get('p')?.versions[1]?.id ?? ''
  await until(() => expect(his.playbook.get().casesById.get('p')?.versions).toHaveLength(2))
  his.playbook.run(speak, { proposal: 'p', version, kind: 'consent' })
  await until(() => expect(hers.playbook.get().casesById.get('p')?.voices).toHaveLength(2))
  expect(await carryOut(ann, hers.playbook, 'p', now)).toBe('done')
  expect(hers.board.get().columns[1]).toMatchObject({ policy: 'Two people', limit: 3 })
  expect(closingsOf(hers)).toEqual(['applied'])
  await ann.close()
  await bo.close()
})

it('broken off there, and objected to before anybody came back to it, it is said to stand and to be contested', async () => {
  const { ann, bo, hers, his, now } = await agreed()
  const torn = {
    ...hers.playbook,
    get: hers.playbook.get,
    run: (): never => {
      throw new Error('gone')
    },
  }
  await expect(carryOut(ann, torn, 'p', now)).rejects.toThrow('gone')
  his.playbook.run(speak, { proposal: 'p', version: 'p', kind: 'object', words: 'Four are enough' })
  await until(() => expect(hers.playbook.get().casesById.get('p')?.voices).toHaveLength(2))
  expect(await carryOut(ann, hers.playbook, 'p', now)).toBe('done')
  expect(closingsOf(hers)).toEqual([])
  await finishCarryOut(ann, hers.playbook)
  await finishCarryOut(ann, hers.playbook)
  expect([closingsOf(hers), limitOf(hers)]).toEqual([['applied'], 5])
  const one = hers.playbook.get().casesById.get('p')
  expect(one && outcome(one, { at: now, isSure: true })).toMatchObject({ state: 'accepted', contested: true })
  // A device that has carried out nothing has nothing to say.
  await finishCarryOut(bo, his.playbook)
  await until(() => expect(closingsOf(his)).toEqual(['applied']))
  await ann.close()
  await bo.close()
})

it('a changed ground is not applied', async () => {
  const { ann, bo, hers, now } = await agreed()
  hers.board.run(setLimit, { column: hers.board.get().columns[1]?.id ?? '', limit: 4 })
  expect(await carryOut(ann, hers.playbook, 'p', now)).toBe('ground-changed')
  expect(limitOf(hers)).toBe(4)
  expect(closingsOf(hers)).toEqual([])
  await ann.close()
  await bo.close()
})
