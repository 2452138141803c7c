import { boardDocument, createBoard, setLimit } from '@yokoten/shared/board'
import type { PermitLevel } from '@yokoten/shared/kernel'
import { addDocument, addPerson, archiveDocument } from '@yokoten/shared/team'
import { expect, it } from 'vitest'
import { createDeviceOn } from './device'
import { add, peopleOf, testPorts } from './test-support/harness'

it('commands ask what the team has agreed: free goes on, told is told, and what is neither writes nothing', async () => {
  const team = await createDeviceOn(testPorts(undefined)).create('Alone')
  await team.becomePerson('ann')
  add(team, 'ann')
  const told: string[] = []
  const asked: unknown[] = []
  const answers = { level: 'free' as PermitLevel }
  team.agree({
    permit: () => ({ ...answers, rule: 'r', tells: [], yesFrom: [] }),
    ask: ({ document, command, args }) => asked.push({ document, name: command.name, args }),
    tell: ({ act }, { document, command }) => told.push(`${act.kind} ${document} ${command}`),
  })
  expect(team.directory.run(addPerson, { id: 'bob', name: 'Bob' }).ok).toBe(true)
  expect(told).toEqual([])
  answers.level = 'tell'
  expect(team.directory.run(addPerson, { id: 'cem', name: 'Cem' }).ok).toBe(true)
  expect(told).toEqual(['invite-person team team.addPerson'])
  answers.level = 'consent'
  const refused = team.directory.run(addPerson, { id: 'dee', name: 'Dee' })
  expect(refused).toMatchObject({
    ok: false,
    error: { reason: 'not-free', act: { kind: 'invite-person' }, permit: { level: 'consent', rule: 'r' } },
  })
  expect(asked).toEqual([{ document: 'team', name: 'team.addPerson', args: { id: 'dee', name: 'Dee' } }])
  expect(peopleOf(team)).toEqual(['ann', 'bob', 'cem'])
  expect(team.directory.item('people', 'bob')).toMatchObject({ name: 'Bob' })
  expect(team.directory.item('people', 'dee')).toBeUndefined()
  team.agree(undefined)
  expect(team.directory.run(addPerson, { id: 'dee', name: 'Dee' }).ok).toBe(true)
  await team.close()
})

/** Ann's directory, asked about by answers that the test gives. */
async function asked() {
  const team = await createDeviceOn(testPorts(undefined)).create('Alone')
  await team.becomePerson('ann')
  add(team, 'ann')
  const told: string[] = []
  const wished: unknown[] = []
  const answers = { level: 'free' as PermitLevel }
  team.agree({
    permit: () => ({ ...answers, rule: 'r', tells: [], yesFrom: [] }),
    ask: ({ command, args }) => wished.push({ name: command.name, args }),
    tell: ({ act }, { command }) => told.push(`${act.kind} ${command}`),
  })
  return { team, told, wished, answers }
}

it('T1: what one did oneself is taken back as freely as it was done, whatever has been agreed since', async () => {
  const { team, told, wished, answers } = await asked()
  const board = { id: 'b', kind: 'board' as const, name: 'Board' }
  team.directory.run(addDocument, board)
  expect(team.directory.run(archiveDocument, { id: 'b' }).ok).toBe(true)
  answers.level = 'vote'
  // Putting a board away is an act, and so is what undo would write of its making.
  expect(team.directory.undo()).toEqual({ done: true, command: archiveDocument.name })
  expect(team.directory.undo()).toEqual({ done: true, command: addDocument.name })
  expect(team.directory.get().documents).toEqual([])
  expect([told, wished]).toEqual([[], []])
  await team.close()
})

it('T2: where the act was told, what taking it back comes to is told', async () => {
  const { team, told, answers } = await asked()
  const board = await team.open(boardDocument, 'board/b')
  const columns = ['To choose from', 'Doing', 'Done'] as const
  board.run(createBoard, { key: 'PL', columns, limit: 3, reasons: ['Safety'] })
  const limits = () => board.get().columns.map(({ limit }) => limit)
  const set = (at: number) => board.run(setLimit, { column: board.get().columns[at]?.id ?? '', limit: 5 })
  set(0)
  answers.level = 'tell'
  set(1)
  const change = 'change-limit board.setLimit'
  expect([told, limits().slice(0, 2)]).toEqual([[change], [5, 5]])
  board.undo()
  expect([told, limits().slice(0, 2)]).toEqual([
    [change, change],
    [5, 3],
  ])
  // The one before it was nobody's to know of; done again it is.
  board.undo()
  expect([told, limits().slice(0, 2)]).toEqual([
    [change, change],
    [null, 3],
  ])
  board.redo()
  expect([told, limits().slice(0, 2)]).toEqual([
    [change, change, change],
    [5, 3],
  ])
  await team.close()
})

it('T3: doing again asks as the act itself does by now, and proposes the very command', async () => {
  const { team, wished, answers } = await asked()
  team.directory.run(addDocument, { id: 'b', kind: 'board', name: 'Board' })
  team.directory.run(archiveDocument, { id: 'b' })
  team.directory.undo()
  for (const level of ['advice', 'consent', 'vote', 'yes'] as const) {
    answers.level = level
    expect(team.directory.redo()).toEqual({ done: false, reason: 'not-free' })
    expect(team.directory.get().documents).toEqual(['b'])
  }
  expect(wished).toEqual(Array(4).fill({ name: archiveDocument.name, args: { id: 'b' } }))
  answers.level = 'free'
  expect(team.directory.redo()).toEqual({ done: true, command: archiveDocument.name })
  expect(team.directory.get().documents).toEqual([])
  await team.close()
})

it('T1: who takes the device over finds nothing of the other to take back', async () => {
  const { team } = await asked()
  team.directory.run(addDocument, { id: 'b', kind: 'board', name: 'Board' })
  await team.becomePerson('bob')
  expect(team.directory.undoState.get()).toEqual({ undo: undefined, redo: undefined })
  expect(team.directory.undo()).toEqual({ done: false, reason: 'nothing' })
  expect(team.directory.get().documents).toEqual(['b'])
  await team.close()
})
