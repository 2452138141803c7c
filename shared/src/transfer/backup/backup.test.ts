import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKUP_LIMITS } from './format'
import type { Backup, BackupPorts } from './format'
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
}
type Loose = Record<string, unknown> & { documents: Record<string, unknown>[] }
const altered = async (change: (file: Loose) => void): Promise<string> => {
  const file = JSON.parse(await writeBackup(backup, ports)) as Loose
  change(file)
  return JSON.stringify(file)
}
const refusalOf = async (text: string) => {
  const read = await readBackup(text, ports)
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
        expect(await readBackup(await writeBackup(saved, ports), ports)).toEqual({ ok: true, value: saved })
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
          const read = await readBackup(text.slice(0, at) + as + text.slice(at + 1), ports)
          if (read.ok) expect(read.value).toEqual(backup)
        },
      ),
      { numRuns: 500 },
    )
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
      await refusalOf('{"format":"yokoten-backup","version":2,"app":"3.0.0","documents":"new"}'),
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
    expect(checkBackupSize(100_000_000)).toEqual({
      ok: false,
      error: { reason: 'too-large', bytes: 100_000_000, limit: BACKUP_LIMITS.fileBytes },
    })
    const bomb = await altered((file) => (file.documents[0]!['size'] = BACKUP_LIMITS.unpackedBytes))
    expect(await refusalOf(bomb)).toMatchObject({ reason: 'too-large' })
  })
})
