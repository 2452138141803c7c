// A process that runs the seeds it is sent, one after the other.
import { suspendIntervals } from '../support/suspend-intervals'
import { cheapCrypto, realCrypto } from './crypto'
import { runSeed } from './run-seed'

export interface Order {
  readonly seed: number
  readonly isReal: boolean
}
export interface Report extends Order {
  readonly failures: readonly string[]
  readonly edits: number
  /** Of processor time. */
  readonly ms: number
}

suspendIntervals()
const strays: string[] = []
const note = (error: unknown) =>
  strays.push(`nobody handled ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
process.on('unhandledRejection', note)
process.on('uncaughtException', note)

process.on('message', (order: Order) => {
  const start = process.cpuUsage()
  void runSeed(order.seed, { crypto: order.isReal ? realCrypto : cheapCrypto }).then(
    ({ failures, edits }) => {
      const { user, system } = process.cpuUsage(start)
      const report: Report = {
        ...order,
        failures: [...failures, ...strays.splice(0)],
        edits,
        ms: (user + system) / 1_000,
      }
      process.send?.(report)
    },
  )
})
