import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder } from './folder-lock'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'yokoten-lock-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('names the living process that has the folder', () => {
  writeFileSync(join(folder, 'relay.pid'), String(process.ppid))
  expect(lockFolder(folder)).toEqual({ heldBy: process.ppid })
})
it('takes over from a process that is gone, and from nonsense', () => {
  for (const left of ['2147483646', 'nonsense']) {
    writeFileSync(join(folder, 'relay.pid'), left)
    const lock = lockFolder(folder)
    expect(readFileSync(join(folder, 'relay.pid'), 'utf8')).toBe(String(process.pid))
    if ('unlock' in lock) lock.unlock()
  }
})
