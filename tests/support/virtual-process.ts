// A process in virtual time that can end between any two instructions: its timers and its waits end with it.
import type { VirtualTime } from './virtual-time'

export interface VirtualProcess {
  readonly isAlive: boolean
  /** A timer that never fires once the process is gone. */
  after(ms: number, run: () => void): () => void
  soon(run: () => void): void
  /** Resolves after so many milliseconds; never, once the process is gone. What writes to a disk waits for this first. */
  pass(ms: number): Promise<void>
  /** Runs when the process ends, to let go of what it held outside itself (locks, channels). */
  onKill(run: () => void): void
  kill(): void
}

export function createVirtualProcess(time: VirtualTime): VirtualProcess {
  let isAlive = true
  const endings: (() => void)[] = []
  const after = (ms: number, run: () => void) =>
    time.after(ms, () => {
      if (isAlive) run()
    })
  return {
    get isAlive() {
      return isAlive
    },
    after,
    soon: (run) => void after(0, run),
    pass: (ms) => new Promise((resolve) => void after(ms, resolve)),
    onKill: (run) => void endings.push(run),
    kill() {
      if (!isAlive) return
      isAlive = false
      for (const end of endings) end()
    },
  }
}
