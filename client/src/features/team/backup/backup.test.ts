import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readBackup, writeBackup } from '@yokoten/shared/transfer/backup'
import type { Backup } from '@yokoten/shared/transfer/backup'
import { createTeam, joinAs } from '../create-team'
import { createFakeDevice, createFakeTeam } from '../test-support/fake-device'
import { backupFileName, collectBackup } from './export-team'
import { backupPorts } from './ports'
import { restoreBackup, updatesOf } from './restore'

async function savedTeam(): Promise<Backup> {
  const team = createFakeTeam({ teamId: 'press-2' })
  await joinAs(team, { name: 'Ann' })
  const backup = await collectBackup(team, 1_800_000_000_000, '0.1.0')
  if (!backup) throw new Error('A team that can be edited can be saved.')
  return backup
}

describe('backup of a team', () => {
  it('survives the file, packed and checked for real', async () => {
    const noise = new Uint8Array(randomBytes(200_000))
    const saved = { ...(await savedTeam()) }
    const backup = {
      ...saved,
      documents: [...saved.documents, { name: 'board/b1', title: 'Press 2', update: noise }],
    }
    const file = await writeBackup(backup, backupPorts)
    expect(await readBackup(file, backupPorts)).toEqual({ ok: true, value: backup })
    const flipped = file.replace(/"data":"(.{1000})./, (_, before: string) => `"data":"${before}*`)
    expect((await readBackup(flipped, backupPorts)).ok).toBe(false)
  })

  it('never unpacks more than the file says', () => {
    const packed = backupPorts.deflate(new Uint8Array(1_000_000))
    expect(packed.length).toBeLessThan(10_000)
    expect(backupPorts.inflate(packed, 1_000)).toBeUndefined()
    expect(backupPorts.inflate(packed, 1_000_001)).toBeUndefined()
    expect(backupPorts.inflate(packed, 1_000_000)).toHaveLength(1_000_000)
    expect(backupPorts.inflate(Uint8Array.of(7, 7, 7), 3)).toBeUndefined()
  })

  it('carries the invitation, so that an empty device gets the whole team', async () => {
    const backup = await savedTeam()
    expect(backup.invitation).toBe('e.press-2')
    const empty = createFakeTeam({ teamId: 'press-2' })
    const device = createFakeDevice([empty])
    const restored = await restoreBackup(device, backup)
    expect(restored.ok).toBe(true)
    expect(empty.directory.get().people).toHaveLength(1)
    expect(device.teams.get().map((team) => team.teamId)).toEqual(['press-2'])
  })

  it('leaves nothing behind where merging is refused', async () => {
    const backup = await savedTeam()
    const refusing = createFakeTeam({ teamId: 'press-2', mergeRefused: { reason: 'cannot-store' } })
    const device = createFakeDevice([refusing])
    expect(await restoreBackup(device, backup)).toEqual({ ok: false, error: { reason: 'cannot-store' } })
    expect(device.teams.get()).toEqual([])
  })

  it('leaves a team alone that was there before', async () => {
    const backup = await savedTeam()
    const refusing = createFakeTeam({ teamId: 'press-2', mergeRefused: { reason: 'cannot-store' } })
    const device = createFakeDevice()
    device.hold(refusing)
    await restoreBackup(device, backup)
    expect(device.teams.get()).toHaveLength(1)
  })

  it('does not take an invitation that leads to another team', async () => {
    const backup = { ...(await savedTeam()), teamId: 'another' }
    const device = createFakeDevice([createFakeTeam({ teamId: 'press-2' })])
    expect(await restoreBackup(device, backup)).toEqual({ ok: false, error: { reason: 'wrong-team' } })
    expect(device.teams.get()).toEqual([])
    expect(await restoreBackup(createFakeDevice(), backup)).toMatchObject({ error: { reason: 'wrong-team' } })
  })

  it('merges into a living team without taking anything away', async () => {
    const backup = await savedTeam()
    const made = await createTeam(createFakeDevice(), { team: 'Press line 2', person: 'Dee' })
    if (!made.ok) throw new Error(made.error.reason)
    expect(await made.value.mergeDocuments(updatesOf(backup))).toMatchObject({ value: { changed: ['team'] } })
    const directory = made.value.directory.get()
    const names = directory.people.map((id) => directory.peopleById.get(id)?.name)
    expect(names.sort()).toEqual(['Ann', 'Dee'])
    expect(await made.value.mergeDocuments(updatesOf(backup))).toMatchObject({
      value: { unchanged: ['team'] },
    })
  })

  it('is not offered where there is no invitation to edit', async () => {
    expect(await collectBackup(createFakeTeam({ teamId: 'x', mode: 'view' }), 0, '')).toBeUndefined()
  })

  it('has a name that any file system takes', () => {
    const day = new Date(2026, 10, 2, 12)
    expect(backupFileName('Press line 2 / nights: "A"', day)).toBe(
      'Press-line-2-nights-A-2026-11-02.yokoten.json',
    )
    expect(backupFileName('…', day)).toBe('team-2026-11-02.yokoten.json')
  })
})
