import { bytesFrom, defineDeferred } from '@yokoten/shared/kernel'
import { addPerson, nameTeam, teamDocument } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { expect, it } from 'vitest'
import { createDeviceOn } from './device'
import { createMemoryDevice, createMemoryPorts } from './memory-ports'
import { add, peopleOf, testPorts } from './test-support/harness'

it('creates a team offline, takes commands and undo, and has it all after a reload', async () => {
  const device = createMemoryDevice()
  const first = createDeviceOn(createMemoryPorts({ device }))
  const team = await first.create('Night shift')
  expect(team.directory.get().name).toBe('Night shift')
  expect(team.directory.run(addPerson, { id: 'ada', name: 'Ada' })).toMatchObject({ ok: true })
  await team.becomePerson('ada')
  expect(team.directory.run(nameTeam, { name: 'Day shift' }).ok).toBe(true)
  expect(team.directory.undo()).toEqual({ done: true, command: 'team.nameTeam' })
  expect(team.directory.get().name).toBe('Night shift')
  await team.close()

  const second = createDeviceOn(createMemoryPorts({ device }))
  const again = await second.openTeam(team.teamId)
  expect(again.directory.get().name).toBe('Night shift')
  expect(again.directory.get().people).toEqual(['ada'])
  expect(again.person.get()).toBe('ada')
  expect(second.teams.get()).toMatchObject([{ name: 'Night shift', mode: 'edit', person: 'ada' }])
  await again.close()
})

it('refuses to write with a view invitation', async () => {
  const team = await createDeviceOn(createMemoryPorts()).create('Night shift')
  const joined = await createDeviceOn(createMemoryPorts()).join(team.invitations.view)
  if (!joined.ok) throw new Error('a fresh invitation is one')
  expect(joined.value.invitations.edit).toBeUndefined()
  expect(joined.value.directory.writable).toBe('view-only')
  expect(joined.value.directory.run(nameTeam, { name: 'Ours' })).toEqual({
    ok: false,
    error: { reason: 'view-only' },
  })
  await joined.value.close()
  await team.close()
})

it('knows nonsense and a damaged link from an invitation', async () => {
  const device = createDeviceOn(createMemoryPorts())
  const team = await device.create('Night shift')
  expect(await device.join('hello')).toEqual({ ok: false, error: { reason: 'not-an-invitation' } })
  expect(await device.join(team.invitations.view.slice(0, -3))).toEqual({
    ok: false,
    error: { reason: 'damaged' },
  })
  await team.close()
})

it('forgets a team with everything it kept of it', async () => {
  const disk = createMemoryDevice()
  const device = createDeviceOn(createMemoryPorts({ device: disk }))
  const team = await device.create('Night shift')
  await device.forget(team.teamId)
  expect(device.teams.get()).toEqual([])
  expect([...disk.documents.rows.keys()]).toEqual([])
  expect([...disk.keys.keys()]).toEqual(['device'])
  await expect(device.openTeam(team.teamId)).rejects.toThrow()
})

it('moves a team to an empty device by its documents, and merges them into a living one', async () => {
  const first = createDeviceOn(createMemoryPorts())
  const team = await first.create('Night shift')
  team.directory.run(addPerson, { id: 'ada', name: 'Ada' })
  const documents = await team.exportDocuments()
  expect([...documents.keys()]).toEqual(['team'])
  const joined = await createDeviceOn(createMemoryPorts()).join(team.invitations.edit ?? '')
  if (!joined.ok) throw new Error('a fresh invitation is one')
  expect(joined.value.directory.get().people).toEqual([])
  expect(await joined.value.mergeDocuments(documents)).toMatchObject({
    ok: true,
    value: { changed: ['team'] },
  })
  expect(joined.value.directory.get().people).toEqual(['ada'])
  expect(await joined.value.mergeDocuments(documents)).toMatchObject({ value: { unchanged: ['team'] } })
  const damaged = await joined.value.mergeDocuments(new Map([['team', new Uint8Array([1, 2, 3])]]))
  expect(damaged).toEqual({ ok: false, error: { reason: 'damaged', document: 'team' } })
  const open = await joined.value.open(teamDocument, 'team')
  expect(open).toBe(joined.value.directory)
  open.release()
  await joined.value.close()
  await team.close()
})

it('a deferred act is written and left alone by undo', async () => {
  const team = await createDeviceOn(testPorts(undefined)).create('Alone')
  add(team, 'ann')
  const later = defineDeferred('team.later', (directory: TeamSnapshot) =>
    addPerson.decide(
      directory,
      { id: 'bob', name: 'Bob' },
      { person: '', random: bytesFrom('bob'), id: () => 'bob', stamp: () => ({ at: 0, order: 0 }) },
    ),
  )
  expect(team.directory.run(later, {}).ok).toBe(true)
  expect(peopleOf(team)).toEqual(['ann', 'bob'])
  expect(team.directory.undo()).toEqual({ done: true, command: addPerson.name })
  expect(peopleOf(team)).toEqual(['bob'])
  await team.close()
})
