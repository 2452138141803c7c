// Runs a program quietly: its output is kept, and shown only when it fails.
import { spawn } from 'node:child_process'

/** What a program that failed said. */
export class RunFailed extends Error {
  constructor(command, outcome, output) {
    super(`${command} failed (${outcome})`)
    this.output = output
  }
}

const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (running.size === 0) return
    for (const child of running) child.kill(signal)
    process.exit(1)
  })
}

/** Resolves with the output of a program that ended well, rejects with RunFailed otherwise. */
export function run(command, args, { cwd, env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let output = ''
    const keep = (data) => (output += data)
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => {
      running.delete(child)
      reject(new RunFailed(command, error.message, output))
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      if (code === 0) resolve(output)
      else reject(new RunFailed([command, ...args].join(' '), signal ?? `exit code ${code}`, output))
    })
  })
}
