import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readBackup, writeBackup } from '@yokoten/shared/transfer/backup'
import type { Backup, BackupRead } from '@yokoten/shared/transfer/backup'
import { createTeam, joinAs } from '../create-team'
import { createFakeDevice, createFakeTeam } from '../test-support/fake-device'
import type { FakeTeam, FakeTeamOptions } from '../test-support/fake-device'
import { backupFileName, collectBackup } from './export-team'
import type { CollectedBackup } from './export-team'
import { backupPorts, sourceOf } from './ports'
import { filesIn, restoreBackup, updatesOf } from './restore'

const collect = (team: FakeTeam) =>
  collectBackup(team, 1_800_000_000_000, '0.1.0', new AbortController().signal)

async function collectedTeam(files?: FakeTeamOptions['files']): Promise<CollectedBackup> {
  const team = createFakeTeam({ teamId: 'press-2', ...(files && { files }) })
  await joinAs(team, { name: 'Ann' })
  const collected = await collect(team)
  if (!collected) throw new Error('A team that can be edited can be saved.')
  return collected
}
const savedTeam = async (): Promise<BackupRead> => ({
  ...(await collectedTeam()).backup,
  files: [],
  filesDamaged: 0,
})
const NO_FILE = new Blob([])
const readText = (text: string) => readBackup(sourceOf(new Blob([text])), backupPorts)

const photo = new Uint8Array(randomBytes(5_000))
const drawing = Uint8Array.of(1, 2, 10, 4)
const addressOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const twoFiles = new Map([photo, drawing].map((bytes) => [addressOf(bytes), bytes]))
/** The file as it is saved, without the worker. */
const fileOf = async ({ backup, parts }: CollectedBackup): Promise<Blob> =>
  new Blob([await writeBackup(backup, backupPorts), ...parts])
async function readFile(file: Blob): Promise<BackupRead> {
  const read = await readBackup(sourceOf(file), backupPorts)
  if (!read.ok) throw new Error(read.error.reason)
  return read.value
}

/** A file of version 1, as it was written before photos and files were in it. */
const VERSION_1 = `{"format":"yokoten-backup","version":1,"app":"0.1.0","madeAt":1800000000000,"teamId":"press-2","team":"Press line 2","invitation":"e.press-2","checksum":"gSIfbL4CN5Ck+jZYlC6Gz4TkhSSpprEz/Yh9jvCw2Z8=","documents":[{"name":"team","title":"Press line 2","size":32,"checksum":"MzSHQOaRS+I706l0/pd2KzpqmpFjUVa7FIknk0ysggA=","data":"Y2RkZ9BgZClJTcxlyUvMTWUs5wkoSi0uVsjJzEtVMGIAAA=="},{"name":"board/b1","title":"Changeovers","size":40,"checksum":"8bKKwQ0wsHoSpdG5fpofwsyTdJ6vecHFr9dwPs51+HY=","data":"Y2BkYmYhggAA"}]}`

describe('backup of a team', () => {
  it('survives the file, packed and checked for real', async () => {
    const noise = new Uint8Array(randomBytes(200_000))
    const saved = await savedTeam()
    const backup: Backup = {
      ...saved,
      documents: [...saved.documents, { name: 'board/b1', title: 'Press 2', update: noise }],
    }
    const file = await writeBackup(backup, backupPorts)
    expect(await readText(file)).toEqual({ ok: true, value: backup })
    const flipped = file.replace(/"data":"(.{1000})./, (_, before: string) => `"data":"${before}*`)
    expect((await readText(flipped)).ok).toBe(false)
  })

  it('of the first version is still read, whole or not at all', async () => {
    const read = await readText(VERSION_1)
    if (!read.ok) throw new Error(read.error.reason)
    const { documents, ...facts } = read.value
    expect(facts).toEqual({
      teamId: 'press-2',
      team: 'Press line 2',
      invitation: 'e.press-2',
      madeAt: 1_800_000_000_000,
      app: '0.1.0',
      files: [],
      filesMissing: 0,
      filesDamaged: 0,
    })
    expect(documents.map(({ name, title }) => [name, title])).toEqual([
      ['team', 'Press line 2'],
      ['board/b1', 'Changeovers'],
    ])
    expect(documents[1]?.update).toEqual(Uint8Array.from({ length: 40 }, (_, index) => index % 5))
    expect(await readText(VERSION_1.slice(0, -1))).toEqual({ ok: false, error: { reason: 'truncated' } })
  })

  it('of this version begins with one line of known form, and the sealed files follow it', async () => {
    const fixed = {
      ...(await savedTeam()),
      files: [{ address: addressOf(drawing), size: 4 }],
      filesMissing: 2,
    }
    const backup = { ...fixed, documents: [{ name: 'team', title: 'T', update: Uint8Array.of(0, 0) }] }
    expect(await writeBackup(backup, backupPorts)).toMatchInlineSnapshot(`
      "{"format":"yokoten-backup","version":2,"app":"0.1.0","madeAt":1800000000000,"teamId":"press-2","team":"","invitation":"e.press-2","checksum":"uhWBfEHE49DpNupjpf3zV3U+niFRqIokZHknXKvw8fY=","filesMissing":2,"files":[{"address":"0fde5fdf3a56659507c7e87bb9f89ec34046190c97120a14e99e3e8f3a5f5752","size":4}],"documents":[{"name":"team","title":"T","size":2,"checksum":"lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=","data":"Y2AAAA=="}]}
      "
    `)
  })

  it('carries photos and files onto an empty device', async () => {
    const file = await fileOf(await collectedTeam(twoFiles))
    const backup = await readFile(file)
    expect(backup).toMatchObject({ filesMissing: 0, filesDamaged: 0 })
    const empty = createFakeTeam({ teamId: 'press-2' })
    const restored = await restoreBackup(createFakeDevice([empty]), backup, file)
    expect(restored).toMatchObject({ value: { summary: { files: { added: 2, known: 0 } } } })
    expect(await empty.files.sealed(addressOf(photo))).toEqual(photo)
    expect(await empty.files.sealed(addressOf(drawing))).toEqual(drawing)
    expect(await empty.mergeDocuments(updatesOf(backup), filesIn(file, backup))).toMatchObject({
      value: { files: { added: 0, known: 2 } },
    })
  })

  it('leaves nothing behind where the file is gone before it was read to its end', async () => {
    const file = await fileOf(await collectedTeam(twoFiles))
    const device = createFakeDevice([createFakeTeam({ teamId: 'press-2', mergeFails: true })])
    await expect(restoreBackup(device, await readFile(file), file)).rejects.toThrow('The file is gone.')
    expect(device.teams.get()).toEqual([])
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
    const restored = await restoreBackup(device, backup, NO_FILE)
    expect(restored.ok).toBe(true)
    expect(empty.directory.get().people).toHaveLength(1)
    expect(device.teams.get().map((team) => team.teamId)).toEqual(['press-2'])
  })

  it('leaves nothing behind where merging is refused', async () => {
    const backup = await savedTeam()
    const refusing = createFakeTeam({ teamId: 'press-2', mergeRefused: { reason: 'cannot-store' } })
    const device = createFakeDevice([refusing])
    expect(await restoreBackup(device, backup, NO_FILE)).toEqual({
      ok: false,
      error: { reason: 'cannot-store' },
    })
    expect(device.teams.get()).toEqual([])
  })

  it('leaves a team alone that was there before', async () => {
    const backup = await savedTeam()
    const refusing = createFakeTeam({ teamId: 'press-2', mergeRefused: { reason: 'cannot-store' } })
    const device = createFakeDevice()
    device.hold(refusing)
    await restoreBackup(device, backup, NO_FILE)
    expect(device.teams.get()).toHaveLength(1)
  })

  it('does not take an invitation that leads to another team', async () => {
    const backup = { ...(await savedTeam()), teamId: 'another' }
    const device = createFakeDevice([createFakeTeam({ teamId: 'press-2' })])
    expect(await restoreBackup(device, backup, NO_FILE)).toEqual({
      ok: false,
      error: { reason: 'wrong-team' },
    })
    expect(device.teams.get()).toEqual([])
    expect(await restoreBackup(createFakeDevice(), backup, NO_FILE)).toMatchObject({
      error: { reason: 'wrong-team' },
    })
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
    expect(await collect(createFakeTeam({ teamId: 'x', mode: 'view' }))).toBeUndefined()
  })

  it('has a name that any file system takes', () => {
    const day = new Date(2026, 10, 2, 12)
    expect(backupFileName('Press line 2 / nights: "A"', day)).toBe('Press-line-2-nights-A-2026-11-02.yokoten')
    expect(backupFileName('…', day)).toBe('team-2026-11-02.yokoten')
  })
})
