// The sole reader of flags and environment: what they say becomes one checked configuration, or a sentence.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { DEFAULTS } from './settings'
import type { RelaySettings } from './settings'

export interface Config {
  readonly port: number
  readonly host: string | undefined
  readonly dataDir: string
  /** The app's built files, or undefined where the development server has them. */
  readonly filesDir: string | undefined
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly trustProxy: boolean
  readonly settings: RelaySettings
}

export type ConfigRead =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly sentence: string }

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** Both `src` and `dist` lie two folders below the top. */
const top = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

interface Option {
  readonly env: string
  readonly flag: string
  readonly about: string
}
const OPTIONS = {
  port: { env: 'PORT', flag: 'port', about: 'port to listen on (8787)' },
  host: { env: 'HOST', flag: 'host', about: 'address to listen on (all)' },
  dataDir: { env: 'DATA_DIR', flag: 'data-dir', about: 'folder for what teams keep here (./data)' },
  logLevel: { env: 'LOG_LEVEL', flag: 'log-level', about: `${LOG_LEVELS.join(', ')} (warn)` },
  origins: { env: 'ORIGINS', flag: 'origins', about: 'web origins let in, separated by commas (all)' },
  teamToken: { env: 'TEAM_TOKEN', flag: 'team-token', about: 'asked of who creates a team (none)' },
  connections: {
    env: 'MAX_CONNECTIONS_PER_ADDRESS',
    flag: 'max-connections-per-address',
    about: `0 for no limit; private networks are not counted (${DEFAULTS.connectionsPerAddress})`,
  },
  newTeams: {
    env: 'MAX_NEW_TEAMS_PER_HOUR',
    flag: 'max-new-teams-per-hour',
    about: `for one address; 0 for no limit; private networks are not counted (${DEFAULTS.newTeamsPerHour})`,
  },
  documents: {
    env: 'MAX_DOCUMENTS_PER_TEAM',
    flag: 'max-documents-per-team',
    about: `(${DEFAULTS.documentsPerTeam})`,
  },
  megabytes: {
    env: 'MAX_MEGABYTES_PER_TEAM',
    flag: 'max-megabytes-per-team',
    about: `(${DEFAULTS.bytesPerTeam / 1024 ** 2})`,
  },
} as const satisfies Record<string, Option>

const SWITCHES = ['trust-proxy', 'dev', 'help'] as const

/** The one exception that readers of values throw: a sentence for whoever started the server. */
class WrongValue extends Error {}

const HELP = [
  'Serves Yokoten, the app and its relay, on one port.',
  '',
  ...Object.values<Option>(OPTIONS).map(
    ({ env, flag, about }) => `  --${flag.padEnd(30)} ${env.padEnd(30)} ${about}`,
  ),
  `  --${'trust-proxy'.padEnd(30)} ${'TRUST_PROXY=1'.padEnd(30)} believe X-Forwarded-For`,
  `  --${'dev'.padEnd(30)} ${''.padEnd(30)} the relay alone; the app comes from the development server`,
].join('\n')

/** Reads flags, then the environment, then defaults. */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ConfigRead {
  try {
    return read(argv, env)
  } catch (error) {
    const isArgument = error instanceof TypeError && 'code' in error
    if (!(error instanceof WrongValue) && !isArgument) throw error
    return { kind: 'wrong', sentence: error.message }
  }
}

function read(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): ConfigRead {
  const { values }: { values: Readonly<Record<string, unknown>> } = parseArgs({
    args: [...argv],
    options: {
      ...Object.fromEntries(Object.values<Option>(OPTIONS).map(({ flag }) => [flag, { type: 'string' }])),
      ...Object.fromEntries(SWITCHES.map((flag) => [flag, { type: 'boolean' }])),
    } satisfies NonNullable<ParseArgsConfig['options']>,
  })
  if (values.help === true) return { kind: 'help', text: HELP }
  const text = ({ flag, env: name }: Option) => {
    const value = values[flag] ?? env[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const whole = (option: Option, fallback: number, min: number, max: number) => {
    const value = text(option)
    if (value === undefined) return fallback
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (number >= min && number <= max) return number
    throw new WrongValue(
      `${option.env} (--${option.flag}) must be a whole number from ${min} to ${max}, not “${value}”.`,
    )
  }
  const logLevel = text(OPTIONS.logLevel) ?? 'warn'
  if (!isLogLevel(logLevel))
    throw new WrongValue(
      `LOG_LEVEL (--log-level) must be one of ${LOG_LEVELS.join(', ')}, not “${logLevel}”.`,
    )

  return {
    kind: 'config',
    config: {
      port: whole(OPTIONS.port, 8787, 0, 65_535),
      host: text(OPTIONS.host),
      dataDir: resolve(text(OPTIONS.dataDir) ?? resolve(top, 'data')),
      filesDir: values.dev === true ? undefined : resolve(top, 'client', 'dist'),
      logLevel,
      trustProxy: values['trust-proxy'] === true || env.TRUST_PROXY === '1',
      settings: {
        ...DEFAULTS,
        origins: text(OPTIONS.origins)?.split(',').map(toOrigin),
        teamToken: text(OPTIONS.teamToken),
        connectionsPerAddress: whole(OPTIONS.connections, DEFAULTS.connectionsPerAddress, 0, 1e6),
        newTeamsPerHour: whole(OPTIONS.newTeams, DEFAULTS.newTeamsPerHour, 0, 1e6),
        documentsPerTeam: whole(OPTIONS.documents, DEFAULTS.documentsPerTeam, 1, 1e7),
        bytesPerTeam: whole(OPTIONS.megabytes, DEFAULTS.bytesPerTeam / 1024 ** 2, 1, 1e7) * 1024 ** 2,
      },
    },
  }
}

const isLogLevel = (value: string): value is Config['logLevel'] =>
  (LOG_LEVELS as readonly string[]).includes(value)

function toOrigin(value: string): string {
  const text = value.trim()
  if (URL.canParse(text) && new URL(text).origin === text) return text
  throw new WrongValue(`ORIGINS (--origins) lists origins such as https://example.org, not “${text}”.`)
}
