// One direction of a connection: messages in flight, in order unless a fault says otherwise.
import type { Chance } from './virtual-chance'
import type { VirtualTime } from './virtual-time'

export interface PipeFaults {
  /** Milliseconds that a message takes, from and to. */
  readonly delay: readonly [number, number]
  /** Bytes a millisecond; Infinity: only the delay counts. */
  readonly bytesPerMs: number
  /**
   * Probability, a message, that it and everything after it on this connection never arrives, either way, and nobody
   * is told: what a lost packet is to a stream whose retries fail, since what comes back confirms what went out.
   */
  readonly lose: number
  /** Probability, a message, that it arrives twice. A WebSocket never does this; a hostile relay may. */
  readonly duplicate: number
  /** Probability, a message, that it overtakes the one before it. As above. */
  readonly reorder: number
}

export const CALM: PipeFaults = { delay: [1, 20], bytesPerMs: Infinity, lose: 0, duplicate: 0, reorder: 0 }

export interface Pipe {
  send(bytes: Uint8Array): void
  /** Runs when everything sent before has been delivered; never on a dead pipe. */
  end(run: () => void): void
  /** While blocked by anyone nothing is delivered; what is sent waits. */
  block(by: string): void
  unblock(by: string): void
  /** Nothing is delivered any more, what is in flight is lost. */
  kill(): void
  readonly bytesInFlight: number
}

interface InFlight {
  readonly due: number
  readonly size: number
  readonly arrive: () => void
}

/** What the two directions of a connection share. */
export interface Wire {
  isLost: boolean
}

export function createPipe(options: {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly faults: () => PipeFaults
  readonly deliver: (bytes: Uint8Array) => void
  /** Everything that was in flight has arrived. */
  readonly drained: () => void
  readonly wire?: Wire
}): Pipe {
  const { time, chance, faults, deliver, drained, wire = { isLost: false } } = options
  const blockers = new Set<string>()
  let queue: InFlight[] = []
  let bytesInFlight = 0
  let lastDue = 0
  let isDead = false

  const pump = () => {
    for (;;) {
      const [first] = queue
      if (isDead || blockers.size > 0 || !first || first.due > time.now()) return
      queue.shift()
      bytesInFlight -= first.size
      first.arrive()
      if (bytesInFlight === 0 && first.size > 0 && !isDead) drained()
    }
  }
  const enqueue = (size: number, arrive: () => void, isEarly = false) => {
    const { delay, bytesPerMs } = faults()
    const due = Math.max(lastDue, time.now() + chance.between(...delay)) + Math.ceil(size / bytesPerMs)
    lastDue = due
    bytesInFlight += size
    const last = queue.at(-1)
    // Overtaking: it takes the place of the one before, which then arrives when this one would have.
    if (isEarly && last && last.size > 0)
      queue.splice(-1, 1, { due: last.due, size, arrive }, { ...last, due })
    else queue.push({ due, size, arrive })
    time.after(due - time.now(), pump)
  }
  return {
    send(bytes) {
      if (isDead) return
      const copy = bytes.slice()
      const { lose, duplicate, reorder } = faults()
      wire.isLost ||= chance.happens(lose)
      if (wire.isLost) return
      enqueue(copy.length, () => deliver(copy), chance.happens(reorder))
      if (chance.happens(duplicate)) enqueue(copy.length, () => deliver(copy.slice()))
    },
    end(run) {
      if (!isDead && !wire.isLost) enqueue(0, run)
    },
    block(by) {
      blockers.add(by)
    },
    unblock(by) {
      blockers.delete(by)
      time.soon(pump)
    },
    kill() {
      isDead = true
      queue = []
      bytesInFlight = 0
    },
    get bytesInFlight() {
      return bytesInFlight
    },
  }
}
