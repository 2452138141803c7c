// Time that stands still until it is told to pass, for tests of timeouts and rates.
import { nodeEnvironment } from '../node-environment'
import type { Environment } from '../ports'

export interface VirtualTime {
  readonly environment: Environment
  /** Lets all work that needs no time come to rest. */
  settle(): Promise<void>
  /** Passes so many milliseconds, running what falls due in its order. */
  pass(ms: number): Promise<void>
}

const ROUNDS = 20

export function createVirtualTime(start = 1_800_000_000_000): VirtualTime {
  let now = start
  let timers: { at: number; run: () => void }[] = []
  const settle = async () => {
    for (let round = 0; round < ROUNDS; round++) await new Promise(setImmediate)
  }
  return {
    settle,
    environment: {
      ...nodeEnvironment,
      now: () => now,
      after(ms, run) {
        const timer = { at: now + ms, run }
        timers.push(timer)
        return () => (timers = timers.filter((other) => other !== timer))
      },
    },
    async pass(ms) {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        now = next.at
        timers = timers.filter((other) => other !== next)
        next.run()
        await settle()
      }
      now = end
      await settle()
    },
  }
}
