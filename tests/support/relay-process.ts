// The real relay in a process of its own, to be killed, wiped and set back.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const top = join(import.meta.dirname, '..', '..')
const shiftedClock = join(import.meta.dirname, 'shifted-clock.mjs')

export interface RelayProcess {
  readonly port: number
  readonly pid: number
  /** `ws://…/sync` */
  readonly url: string
  /** What it printed so far, both streams. */
  output(): string
  /** Ends it, by default without a warning; resolves with its exit code, null where a signal ended it. */
  kill(signal?: NodeJS.Signals): Promise<number | null>
}

export interface RelayProcessOptions {
  readonly dataDir: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  /** Starts the built relay, which also serves the built app; else the sources, without the app's files. */
  readonly withApp?: boolean
  /** Its clock is so many hours ahead: what waits for a deadline need not be waited for. */
  readonly hoursAhead?: number
  /** Largest file it may write, in KiB: a full disk for whoever writes one large file. Needs bash. */
  readonly maxFileKiB?: number
}

/** Starts the relay. Rejects with its output where it does not start. */
export function startRelayProcess(options: RelayProcessOptions): Promise<RelayProcess> {
  const { dataDir, port = 0, env = {}, hoursAhead, maxFileKiB, withApp = false } = options
  const node = [
    process.execPath,
    ...(hoursAhead === undefined ? [] : ['--import', shiftedClock]),
    ...(withApp
      ? [join(top, 'sync-server', 'dist', 'main.js')]
      : ['--import', 'tsx', join(top, 'sync-server', 'src', 'main.ts'), '--dev']),
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--data-dir',
    dataDir,
  ]
  // Beyond the limit a write fails with EFBIG once the signal that comes with it is ignored.
  const limited = `trap '' XFSZ; ulimit -f ${maxFileKiB}; exec "$@"`
  const [command = '', ...args] = maxFileKiB === undefined ? node : ['bash', '-c', limited, 'bash', ...node]
  const ahead = hoursAhead === undefined ? {} : { TEST_HOURS_AHEAD: String(hoursAhead) }
  const child = spawn(command, args, { cwd: top, env: { ...process.env, ...ahead, ...env } })
  return started(child)
}

function started(child: ChildProcess): Promise<RelayProcess> {
  let output = ''
  const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return new Promise((resolve, reject) => {
    const take = (data: Buffer) => {
      output += data.toString()
      const port = /(?:listens on port |On this machine: .*:)(\d+)/.exec(output)?.[1]
      if (port === undefined) return
      resolve({
        port: Number(port),
        pid: child.pid ?? 0,
        url: `ws://127.0.0.1:${port}/sync`,
        output: () => output,
        kill(signal = 'SIGKILL') {
          child.kill(signal)
          return exited
        },
      })
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    void exited.then((code) => reject(new Error(`the relay ended with ${code}: ${output}`)))
  })
}
