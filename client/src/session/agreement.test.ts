import type { PermitLevel } from '@yokoten/shared/kernel'
import { addPerson } from '@yokoten/shared/team'
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
    tell: ({ act }, document, command) => told.push(`${act.kind} ${document} ${command}`),
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
  expect(asked).toEqual([
    { document: 'team', name: 'team.addPerson', args: { id: 'dee', name: 'Dee' } },
  ])
  expect(peopleOf(team)).toEqual(['ann', 'bob', 'cem'])
  expect(team.directory.item('people', 'bob')).toMatchObject({ name: 'Bob' })
  expect(team.directory.item('people', 'dee')).toBeUndefined()
  team.agree(undefined)
  expect(team.directory.run(addPerson, { id: 'dee', name: 'Dee' }).ok).toBe(true)
  await team.close()
})
