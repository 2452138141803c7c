import { describe, expect, it } from 'vitest'
import type { Ack } from '@yokoten/shared/sync'
import type { Outbox, OutboxFrame } from './outbox-port'
import { createRelayDelivery } from './relay-delivery'

const frameOf = (strand: string, seq: number): OutboxFrame => {
  const bytes = new TextEncoder().encode(`${strand}${seq}`)
  return { strand, seq, bytes, update: bytes }
}

function delivery(initial: readonly OutboxFrame[]) {
  const frames = [...initial]
  const sent: string[] = []
  const waits: (() => void)[] = []
  let tell: (frame: OutboxFrame) => void = () => undefined
  const outbox = {
    frames: () => frames,
    onFrame(listener: typeof tell) {
      tell = listener
      return () => undefined
    },
  }
  const nothing = () => undefined
  const one = createRelayDelivery({
    outbox: outbox as unknown as Outbox,
    send: (frame) => sent.push(new TextDecoder().decode(frame)),
    later: (_, run) => {
      waits.push(run)
      return nothing
    },
    randomOf: () => 0,
    onTaken: nothing,
    onCarried: nothing,
    onLost: nothing,
    onState: nothing,
  })
  return {
    one,
    /** What was sent since it was asked last. */
    sent: () => sent.splice(0).join(' '),
    make(strand: string, seq: number) {
      const frame = frameOf(strand, seq)
      frames.push(frame)
      tell(frame)
    },
    forget: (strand: string, seq: number) =>
      frames.splice(
        frames.findIndex((one) => one.strand === strand && one.seq === seq),
        1,
      ),
    ack: (strand: string, seq: number) =>
      one.acknowledged({ strand, seq, sequence: 1, mark: '' } as unknown as Ack),
    refuse: (strand: string, seq: number, code: 'cannot-store' | 'too-large') =>
      one.refused({ strand, seq, code }),
    wait: () => waits.splice(0).forEach((run) => run()),
  }
}

describe('S9 delivery to a relay', () => {
  it('sends a strand as it comes, and another one when all before it is acknowledged', () => {
    const at = delivery([frameOf('a', 1), frameOf('a', 2), frameOf('b', 1)])
    at.one.sendAll()
    expect(at.sent()).toBe('a1 a2')
    at.make('b', 2)
    at.ack('a', 2)
    expect(at.sent()).toBe('')
    at.ack('a', 1)
    expect(at.sent()).toBe('b1 b2')
    at.make('b', 3)
    expect(at.sent()).toBe('b3')
    at.ack('b', 1)
    at.make('c', 1)
    expect(at.sent()).toBe('')
  })
  it('holds back what was made after a frame for which there is no room, and begins with that one again', () => {
    const at = delivery([frameOf('a', 1), frameOf('b', 1)])
    at.one.sendAll()
    at.refuse('a', 1, 'cannot-store')
    at.make('b', 2)
    expect(at.sent()).toBe('a1')
    at.wait()
    expect(at.sent()).toBe('a1')
    at.ack('a', 1)
    expect(at.sent()).toBe('b1 b2')
  })
  it('goes on where what was under way has been forgotten before it was acknowledged again', () => {
    const at = delivery([frameOf('a', 1), frameOf('b', 1)])
    at.one.sendAll()
    at.forget('a', 1)
    at.ack('a', 1)
    expect(at.sent()).toBe('a1 b1')
  })
  it('goes on in a strand where what stood between is acknowledged first', () => {
    const at = delivery([frameOf('a', 1), frameOf('b', 1), frameOf('a', 2)])
    at.one.sendAll()
    at.ack('b', 1)
    expect(at.sent()).toBe('a1 a2')
  })
  it('waits for nothing that will never be taken', () => {
    const at = delivery([frameOf('a', 1), frameOf('b', 1)])
    at.one.sendAll()
    at.refuse('a', 1, 'too-large')
    expect(at.sent()).toBe('a1 b1')
    at.one.connected(true)
    at.one.sendAll()
    expect(at.sent()).toBe('a1')
  })
  it('sends what is made first at once where nothing waits', () => {
    const at = delivery([])
    at.one.sendAll()
    at.make('a', 1)
    at.ack('a', 1)
    at.make('b', 1)
    expect(at.sent()).toBe('a1 b1')
  })
})
