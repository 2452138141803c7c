// Time that passes only when a test lets it: timers run in order, and everything they set off settles in between.

export interface VirtualTime {
  /** True time of the simulated world, milliseconds since 1970. Devices add their own error. */
  now(): number
  /** Runs once after so many milliseconds; the result takes it back. */
  after(ms: number, run: () => void): () => void
  /** Runs after everything that is due now. */
  soon(run: () => void): void
  /** Lets time pass. Throws what a timer threw. */
  run(ms: number): Promise<void>
  /** Lets time pass until the condition holds or `ms` have passed; true where it held. */
  runUntil(condition: () => boolean, ms: number): Promise<boolean>
  /** Marks work outside virtual time (native cryptography, a real disk) as under way; time stands until it ends. */
  hold(): () => void
  /** Lets what is under way settle without time passing. */
  settle(): Promise<void>
}

interface Timer {
  readonly at: number
  /** Timers of one moment run in the order in which they were set. */
  readonly order: number
  run: (() => void) | undefined
}

const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap with the earliest timer first. */
function createTimerHeap() {
  const heap: Timer[] = []
  const at = (index: number) => heap[index] as Timer
  const swap = (a: number, b: number) => ([heap[a], heap[b]] = [at(b), at(a)])
  return {
    first: (): Timer | undefined => heap[0],
    push(timer: Timer) {
      let index = heap.push(timer) - 1
      while (index > 0) {
        const parent = (index - 1) >> 1
        if (!isBefore(at(index), at(parent))) break
        swap(index, parent)
        index = parent
      }
    },
    shift() {
      const last = heap.pop()
      if (!last || heap.length === 0) return
      heap[0] = last
      for (let index = 0; ;) {
        const children = [2 * index + 1, 2 * index + 2].filter((child) => child < heap.length)
        const [left, right] = children
        if (left === undefined) return
        const least = right !== undefined && isBefore(at(right), at(left)) ? right : left
        if (!isBefore(at(least), at(index))) return
        swap(index, least)
        index = least
      }
    },
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** `start` in milliseconds since 1970. */
export function createVirtualTime(start = Date.UTC(2026, 0, 5, 8)): VirtualTime {
  const timers = createTimerHeap()
  let now = start
  let order = 0
  let held = 0

  const settle = async () => {
    // One turn of the event loop empties the queue of microtasks, however long the chains are.
    do await nextTurn()
    while (held > 0)
  }
  const runUntil = async (condition: () => boolean, ms: number) => {
    const end = now + ms
    await settle()
    while (!condition()) {
      const timer = timers.first()
      if (!timer || timer.at > end) {
        now = end
        return condition()
      }
      timers.shift()
      now = Math.max(now, timer.at)
      const { run } = timer
      if (!run) continue
      run()
      await settle()
    }
    return true
  }
  const after = (ms: number, run: () => void) => {
    const timer: Timer = { at: now + Math.max(0, ms), order: order++, run }
    timers.push(timer)
    return () => {
      timer.run = undefined
    }
  }
  return {
    // Whole milliseconds, as the wall clock of a machine gives them; timers may lie in between.
    now: () => Math.floor(now),
    after,
    soon: (run) => void after(0, run),
    async run(ms) {
      await runUntil(() => false, ms)
    },
    runUntil,
    hold() {
      held += 1
      let isHeld = true
      return () => {
        if (isHeld) held -= 1
        isHeld = false
      }
    },
    settle,
  }
}
