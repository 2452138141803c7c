import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config'
import type { Config } from './config'

const configOf = (argv: string[], env: Record<string, string> = {}): Config => {
  const read = readConfig(argv, env)
  if (read.kind !== 'config') throw new Error(JSON.stringify(read))
  return read.config
}
const sentenceOf = (argv: string[], env: Record<string, string> = {}) => {
  const read = readConfig(argv, env)
  return read.kind === 'wrong' ? read.sentence : read.kind
}

describe('configuration', () => {
  it('has defaults: port 8787, data beside the packages, quiet', () => {
    const top = resolve(import.meta.dirname, '..', '..')
    expect(configOf([])).toMatchObject({
      port: 8787,
      dataDir: resolve(top, 'data'),
      filesDir: resolve(top, 'client', 'dist'),
      logLevel: 'warn',
    })
  })
  it('obeys the environment, and flags before it', () => {
    const env = { PORT: '9000', DATA_DIR: '/tmp/a', TEAM_TOKEN: 'please', ORIGINS: 'https://a.example' }
    const config = configOf(['--port', '9001', '--dev', '--max-new-teams-per-hour', '0'], env)
    expect(config).toMatchObject({ port: 9001, dataDir: resolve('/tmp/a'), filesDir: undefined })
    expect(config.settings).toMatchObject({
      teamToken: 'please',
      origins: ['https://a.example'],
      newTeamsPerHour: 0,
    })
  })
  it('takes an empty value for none', () => {
    expect(configOf([], { PORT: '', TEAM_TOKEN: ' ' })).toMatchObject({ port: 8787 })
  })
  it.each([
    [[], { PORT: 'http' }, 'PORT (--port) must be a whole number from 0 to 65535, not “http”.'],
    [['--port', '70000'], {}, 'PORT (--port) must be a whole number from 0 to 65535, not “70000”.'],
    [[], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL (--log-level) must be one of'],
    [[], { ORIGINS: 'example.org' }, 'ORIGINS (--origins) lists origins such as https://example.org'],
    [['--unknown'], {}, "Unknown option '--unknown'"],
    [['--port'], {}, "Option '--port <value>' argument missing"],
  ])('says in a sentence what is wrong with %j %j', (argv, env, sentence) => {
    expect(sentenceOf(argv, env as Record<string, string>)).toContain(sentence)
  })
  it('lists every option when asked for help', () => {
    const read = readConfig(['--help'], {})
    expect(read.kind === 'help' && read.text).toMatch(/--port .*PORT[\s\S]*--trust-proxy[\s\S]*--dev/)
  })
})
