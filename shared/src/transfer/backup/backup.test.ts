import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKUP_LIMITS } from './format'
import type { Backup, BackupPorts, BackupSource } from './format'
import { checkBackupSize, looksLikeBackup, readBackup } from './read'
import { writeBackup } from './write'

/** A digest that is cheap and notices every change of a byte, and packing that only turns the bytes over. */
const ports: BackupPorts = {
  digest: (bytes) => {
    const sum = new Uint8Array(32)
    let a = 0x811c9dc5
    for (let round = 0; round < 8; round++) {
      for (const byte of bytes) a = Math.imul(a ^ byte ^ round, 0x01000193) >>> 0
      new DataView(sum.buffer).setUint32(round * 4, a)
    }
    return Promise.resolve(sum)
  },
  deflate: (bytes) => bytes.map((byte) => byte ^ 0xff),
  inflate: (bytes, size) => (bytes.length === size ? bytes.map((byte) => byte ^ 0xff) : undefined),
}

const backup: Backup = {
  teamId: 'AbCdEf',
  team: 'Press line 2',
  invitation: 'e.c2VjcmV0',
  madeAt: 1_800_000_000_000,
  app: '0.1.0',
  documents: [
    { name: 'team', title: 'Press line 2', update: Uint8Array.of(1, 2, 3, 4) },
    { name: 'board/x1', title: 'Board “Press 2”', update: new Uint8Array(300).fill(7) },
  ],
  files: [],
  filesMissing: 0,
}
const sourceOf = (file: Uint8Array): BackupSource => ({
  size: file.length,
  bytes: (from, to) => Promise.resolve(file.subarray(from, to)),
})
const fileOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string) => readBackup(sourceOf(fileOf(text)), ports)

const sealed = [new Uint8Array(400).fill(10), Uint8Array.of(1, 10, 3)]
const addressOf = async (bytes: Uint8Array) =>
  Array.from(await ports.digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
/** A backup with two files, as it lies on a disk. */
async function withFiles(): Promise<{ readonly saved: Backup; readonly file: Uint8Array }> {
  const files = await Promise.all(
    sealed.map(async (bytes) => ({ address: await addressOf(bytes), size: bytes.length })),
  )
  const saved = { ...backup, files, filesMissing: 3 }
  const parts = [fileOf(await writeBackup(saved, ports)), ...sealed]
  return { saved, file: Uint8Array.from(parts.flatMap((part) => [...part])) }
}

type Loose = Record<string, unknown> & { documents: Record<string, unknown>[]; files: unknown[] }
const altered = async (change: (file: Loose) => void): Promise<string> => {
  const file = JSON.parse(await writeBackup(backup, ports)) as Loose
  change(file)
  return `${JSON.stringify(file)}\n`
}
const refusalOf = async (text: string) => {
  const read = await readText(text)
  return read.ok ? undefined : read.error
}

describe('backup file', () => {
  it('gives back what was saved', async () => {
    const entry = fc.record({
      title: fc.string({ maxLength: 30 }),
      update: fc.uint8Array({ maxLength: 200 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), async (entries) => {
        const saved = { ...backup, documents: entries.map((one, at) => ({ ...one, name: `board/b${at}` })) }
        expect(await readText(await writeBackup(saved, ports))).toEqual({
          ok: true,
          value: { ...saved, filesDamaged: 0 },
        })
      }),
    )
  })
  it('is never taken in part: any beginning of a file is refused', async () => {
    const text = await writeBackup(backup, ports)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length - 1 }), async (length) => {
        const refusal = await refusalOf(text.slice(0, length))
        expect(['empty', 'truncated', 'not-a-backup']).toContain(refusal?.reason)
        if (length > 40) expect(refusal).toEqual({ reason: 'truncated' })
      }),
    )
  })
  it('is refused with any one character changed, or read as it was saved', async () => {
    const text = await writeBackup(backup, ports)
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('0', 'A', '"', '9'),
        async (at, as) => {
          const read = await readText(text.slice(0, at) + as + text.slice(at + 1))
          if (read.ok) expect(read.value).toEqual({ ...backup, filesDamaged: 0 })
        },
      ),
      { numRuns: 500 },
    )
  })
  it('carries photos and files behind its documents, each in its place', async () => {
    const { saved, file } = await withFiles()
    const read = await readBackup(sourceOf(file), ports)
    if (!read.ok) throw new Error(read.error.reason)
    const { files, ...rest } = read.value
    expect(rest).toEqual({ ...saved, files: undefined, filesDamaged: 0 })
    expect(files.map(({ at, size }) => file.subarray(at, at + size))).toEqual(sealed)
    expect(files.map(({ address, size }) => ({ address, size }))).toEqual(saved.files)
  })
  it('is refused without the end of its last file', async () => {
    const { file } = await withFiles()
    for (const cut of [1, 3, 4, 403, 404])
      expect(await readBackup(sourceOf(file.subarray(0, -cut)), ports)).toEqual({
        ok: false,
        error: { reason: 'truncated' },
      })
  })
  it('loses no document to a photo that was damaged: that one is left out and counted', async () => {
    const { saved, file } = await withFiles()
    const damaged = file.slice()
    damaged[file.length - 200] = 11
    const read = await readBackup(sourceOf(damaged), ports)
    expect(read).toMatchObject({
      ok: true,
      value: { documents: saved.documents, files: [{ ...saved.files[1] }], filesDamaged: 1 },
    })
  })
  it('reads no more of a foreign file than its beginning, however large it is', async () => {
    let most = 0
    const huge: BackupSource = {
      size: 4_000_000_000,
      bytes: (from, to) => {
        most = Math.max(most, to)
        return Promise.resolve(new Uint8Array(to - from).fill(65))
      },
    }
    expect(await readBackup(huge, ports)).toEqual({ ok: false, error: { reason: 'not-a-backup' } })
    expect(most).toBeLessThan(1_000)
  })
  it('is told from other files', async () => {
    expect(await refusalOf('')).toEqual({ reason: 'empty' })
    expect(await refusalOf(' \n ')).toEqual({ reason: 'empty' })
    expect(await refusalOf('{"name":"A Trello board","lists":[]}')).toEqual({ reason: 'not-a-backup' })
    expect(await refusalOf('[1,2,3]')).toEqual({ reason: 'not-a-backup' })
    expect(await refusalOf('<html>')).toEqual({ reason: 'not-a-backup' })
    expect(looksLikeBackup('\uFEFF{ "format": "yokoten-backup", "ver')).toBe(true)
    expect(looksLikeBackup('{"id":"5f","format":"yokoten-backup"')).toBe(false)
  })
  it('of a newer version is refused before its content is looked at', async () => {
    expect(
      await refusalOf('{"format":"yokoten-backup","version":3,"app":"3.0.0","documents":"new"}'),
    ).toEqual({
      reason: 'newer-version',
      app: '3.0.0',
    })
  })
  it('names the document whose bytes are not those saved', async () => {
    const damaged = { reason: 'document-damaged', document: 'Board “Press 2”' }
    expect(await refusalOf(await altered((file) => (file.documents[1]!['data'] = 'AAAA')))).toEqual(damaged)
    expect(await refusalOf(await altered((file) => (file.documents[1]!['size'] = 299)))).toEqual(damaged)
    const swapped = await altered((file) => {
      const other = file.documents[0]!['checksum']
      file.documents[1]!['checksum'] = other
    })
    expect(await refusalOf(swapped)).toEqual(damaged)
  })
  it('is refused where what it says about the documents was changed', async () => {
    const damaged = { reason: 'damaged' }
    expect(await refusalOf(await altered((file) => (file['invitation'] = 'e.b3RoZXI=')))).toEqual(damaged)
    expect(await refusalOf(await altered((file) => (file.documents[0]!['name'] = 'board/x2')))).toEqual(
      damaged,
    )
    expect(await refusalOf(await altered((file) => file.documents.pop()))).toEqual(damaged)
    expect(await refusalOf(await altered((file) => (file['filesMissing'] = 1)))).toEqual(damaged)
    expect(await refusalOf(`{"format":"yokoten-backup",}\n`)).toEqual(damaged)
  })
  it('names the field that is missing or wrong', async () => {
    expect(await refusalOf(await altered((file) => delete file['teamId']))).toEqual({
      reason: 'malformed',
      field: 'teamId',
    })
    expect(await refusalOf(await altered((file) => (file.documents[1]!['size'] = -1)))).toEqual({
      reason: 'malformed',
      field: 'documents.1.size',
    })
    expect(await refusalOf(await altered((file) => (file.documents[0]!['name'] = '../x')))).toMatchObject({
      reason: 'malformed',
    })
    expect(await refusalOf(await altered((file) => (file.documents[1]!['name'] = 'team')))).toEqual({
      reason: 'malformed',
      field: 'documents',
    })
  })
  it('is measured before it is read, and before it is unpacked', async () => {
    expect(checkBackupSize(BACKUP_LIMITS.fileBytes)).toEqual({ ok: true, value: undefined })
    const bytes = BACKUP_LIMITS.fileBytes + 1
    expect(checkBackupSize(bytes)).toEqual({
      ok: false,
      error: { reason: 'too-large', bytes, limit: BACKUP_LIMITS.fileBytes },
    })
    const bomb = await altered((file) => (file.documents[0]!['size'] = BACKUP_LIMITS.unpackedBytes))
    expect(await refusalOf(bomb)).toMatchObject({ reason: 'too-large' })
  })
})
