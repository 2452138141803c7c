// Seals what this device shows and sends it, at most some twenty times a second.
import type { Frames } from '@yokoten/shared/sync'
import { bytesToHex } from '@yokoten/shared/sync'
import type { Ports } from './ports'

export interface PresenceSender {
  /** `tab` tells apart what the tabs of this device show. */
  send(update: Uint8Array, tab: number): void
  /** Sends what waits, such as that this device has gone. */
  close(): Promise<void>
}

const PAUSE_MS = 50

/** `deliver` is given sealed frames. What comes faster than it may go out is replaced by the latest. */
export function createPresenceSender(options: {
  readonly doc: string
  readonly frames: Frames
  readonly ports: Pick<Ports, 'after' | 'random'>
  readonly deliver: (frame: Uint8Array) => void
}): PresenceSender {
  const { doc, frames, ports, deliver } = options
  const strand = bytesToHex(ports.random(16))
  const latest = new Map<number, Uint8Array>()
  let isPausing = false
  let closed = false
  let sealing: Promise<void> = Promise.resolve()

  const seal = async (body: Uint8Array): Promise<void> => {
    const content = { schema: { min: 1, max: 1 }, body, vector: undefined }
    const sealed = await frames.seal({ type: 'presence', doc, strand, seq: 0, content })
    if (sealed.ok) deliver(sealed.value)
  }
  const flush = () => {
    for (const body of latest.values()) sealing = sealing.then(() => seal(body))
    latest.clear()
  }
  const go = () => {
    if (latest.size === 0 || closed) return
    isPausing = true
    flush()
    ports.after(PAUSE_MS, () => {
      isPausing = false
      go()
    })
  }
  return {
    send(update, tab) {
      latest.set(tab, update)
      if (!isPausing) go()
    },
    async close() {
      flush()
      closed = true
      await sealing
    },
  }
}
