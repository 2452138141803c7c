// `pnpm simulate [--seeds 2000] [--from 1]`: many simulated worlds on all cores; `--trace` tells one seed line by line.
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { suspendIntervals } from '../support/suspend-intervals'
import { cheapCrypto } from './crypto'
import { OPERATIONS, runSeed } from './run-seed'
import { KEPT_SEEDS, REAL_SEEDS } from './seeds'
import type { Order, Report } from './simulate-worker'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    trace: { type: 'boolean', default: false },
  },
})
const from = Number(values.from)
const count = Number(values.seeds)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Worlds that one process runs before a fresh one takes its place, since libraries keep some of each. */
const PER_PROCESS = 200

async function trace(): Promise<void> {
  suspendIntervals()
  const { failures } = await runSeed(from, { crypto: cheapCrypto, tell: say })
  for (const failure of failures) say(`FAILED ${failure}`)
  process.exit(failures.length > 0 ? 1 : 0)
}

async function simulate(): Promise<void> {
  const cheap = [...KEPT_SEEDS, ...Array.from({ length: count }, (_, index) => from + index)]
  const orders: Order[] = [
    ...REAL_SEEDS.map((seed) => ({ seed, isReal: true })),
    ...[...new Set(cheap)].map((seed) => ({ seed, isReal: false })),
  ]
  const failed: Report[] = []
  let done = 0
  let edits = 0
  let ms = 0
  const take = (report: Report) => {
    done += 1
    edits += report.edits
    ms += report.ms
    if (report.failures.length > 0) {
      failed.push(report)
      say(`seed ${report.seed}${report.isReal ? ' (real cryptography)' : ''}`)
      for (const failure of report.failures.slice(0, 5)) say(`  ${failure}`)
    }
    if (done % 100 === 0) say(`${done} of ${orders.length + done} worlds, ${failed.length} failed`)
  }
  const start = performance.now()
  await Promise.all(
    Array.from({ length: Number(values.workers) }, async () => {
      while (orders.length > 0) await workThrough(orders, take)
    }),
  )
  const seconds = ((performance.now() - start) / 1_000).toFixed(0)
  say(
    `${done} worlds of ${OPERATIONS} operations in ${seconds} s, ${(ms / done).toFixed(0)} ms of processor time each; ` +
      `${edits} edits; ${failed.length} failed`,
  )
  if (failed.length === 0) return
  say(`Keep in seeds.ts: ${failed.map(({ seed }) => seed).join(', ')}`)
  process.exitCode = 1
}

/** One process that takes orders until it is used up. */
function workThrough(orders: Order[], take: (report: Report) => void): Promise<void> {
  return new Promise((resolve) => {
    const worker = fork(fileURLToPath(new URL('./simulate-worker.ts', import.meta.url)))
    let left = PER_PROCESS
    let current: Order | undefined
    const next = () => {
      current = left-- > 0 ? orders.shift() : undefined
      if (current) worker.send(current)
      else worker.kill()
    }
    worker.on('message', (report: Report) => {
      take(report)
      next()
    })
    worker.on('exit', () => {
      if (current) take({ ...current, failures: ['the process ended'], edits: 0, ms: 0 })
      resolve()
    })
    next()
  })
}

await (values.trace ? trace() : simulate())
