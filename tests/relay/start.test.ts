// What `npm start` says where it cannot start, and that it needs no terminal.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readConfig } from '@yokoten/sync-server/config'
import { serve } from '@yokoten/sync-server/serve'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const top = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)
const scripts = join(top, 'sync-server', 'scripts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yokoten-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const evaluate = async (code: string): Promise<string> =>
  (await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: scripts })).stdout.trim()

describe('npm start', () => {
  it('says which Node it needs, from 20.19 on', async () => {
    const versions = ['18.20.1', '20.18.9', '20.19.0', '24.1.0']
    const said = await evaluate(
      `import { nodeTooOld } from './ensure-installed.mjs'
       console.log(JSON.stringify(${JSON.stringify(versions)}.map((version) => nodeTooOld(version) ?? '')))`,
    )
    const [first, second, ...others] = JSON.parse(said) as string[]
    expect(first).toBe(
      'Yokoten needs Node 20.19 or later; this is Node 18.20.1. A current one is at https://nodejs.org.',
    )
    expect(second).toContain('this is Node 20.18.9')
    expect(others).toEqual(['', ''])
  })
  it('shows what a step that failed said', async () => {
    const said = await evaluate(
      `import { run } from './run.mjs'
       await run(process.execPath, ['--eval', 'console.log("half"); console.error("broken"); process.exit(3)'])
         .catch((error) => console.log(JSON.stringify([error.message.includes('exit code 3'), error.output])))`,
    )
    expect(JSON.parse(said)).toEqual([true, 'half\nbroken\n'])
  })
  it('does not serve an app that is not built, nor keep the folder', async () => {
    const read = readConfig(['--port', '0', '--data-dir', folder], {})
    if (read.kind !== 'config') throw new Error('no configuration')
    await expect(serve({ ...read.config, filesDir: folder })).rejects.toThrow(/The app is not built/)
    const served = await serve({ ...read.config, filesDir: undefined })
    expect(await (await fetch(`http://127.0.0.1:${served.port}/health`)).json()).toMatchObject({
      status: 'ok',
    })
    await served.stop()
  })
  it.skipIf(process.platform === 'win32')('says when the data folder cannot be used', async () => {
    const read = readConfig(['--dev', '--port', '0', '--data-dir', '/dev/null/data'], {})
    if (read.kind !== 'config') throw new Error('no configuration')
    await expect(serve(read.config)).rejects.toThrow(
      /The data folder \/dev\/null\/data cannot be used: ENOTDIR/,
    )
  })
})
