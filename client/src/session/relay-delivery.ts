// What one relay is still to get of a document: this device's own frames, and those carried from other relays.
import { parseFrameHeader, refusalSentence } from '@yokoten/shared/sync'
import type { Ack, Refusal } from '@yokoten/shared/sync'
import type { Outbox, OutboxFrame } from './outbox-port'
import { mayPass } from './passing-refusals'

export interface RelayDelivery {
  /** True while the relay has not acknowledged all frames of other relays. */
  readonly isCarrying: boolean
  /** A connection stands; `isOtherLog` where it is to a log that may lack what was acknowledged. */
  connected(isOtherLog: boolean): void
  /** The relay may have lost what it once acknowledged: it is sent again. */
  doubt(): void
  /** In the order in which they were made: a relay that has no room for one takes none of those after it. */
  sendAll(): void
  acknowledged(ack: Ack): void
  refused(refusal: { readonly strand: string; readonly seq: number; readonly code: Refusal }): void
  /** Frames of another relay, unchanged; copies are harmless. */
  carry(frames: readonly Uint8Array[]): void
  /** The id of the sentence that says why own frames are not taken. Only what still waits is worth a word. */
  whyRefused(): string | undefined
  close(): void
}

/** Frames of other relays kept for a relay that is away; what is beyond is found by healing. */
const CARRIED = 5_000
/** After a refusal that may pass a frame is sent again. */
const RESEND_MS = 10_000

const nameOf = ({ strand, seq }: { readonly strand: string; readonly seq: number }) => `${strand}/${seq}`

export function createRelayDelivery(options: {
  /** Undefined where this device may only read. */
  readonly outbox: Outbox | undefined
  /** Sends a frame where there is a connection. */
  readonly send: (frame: Uint8Array) => void
  readonly later: (ms: number, run: () => void) => () => void
  readonly randomOf: (ms: number) => number
  /** An own frame is durable at the relay, under this sequence. */
  readonly onTaken: (frame: OutboxFrame, sequence: number) => void
  /** A carried frame waits no more. */
  readonly onCarried: () => void
  /** Too much is carried: some of it must be found by healing. */
  readonly onLost: () => void
  readonly onState: () => void
}): RelayDelivery {
  const { outbox, send, later, randomOf } = options
  const acked = new Set<string>()
  /** Sentences by strand and seq. */
  const whys = new Map<string, string>()
  /** Frames of other relays that this one has not acknowledged, by strand and seq. */
  const carried = new Map<string, Uint8Array>()
  /** Refused for a reason that does not pass: nothing waits for them. */
  const hopeless = new Set<string>()
  /** Sent, and neither acknowledged nor to be sent again, by strand and seq. */
  const underWay = new Set<string>()
  let cancelResend: (() => void) | undefined

  const isAcked = (frame: { readonly strand: string; readonly seq: number }) => acked.has(nameOf(frame))
  const own = ({ strand, seq }: { readonly strand: string; readonly seq: number }) =>
    outbox?.frames().find((one) => one.strand === strand && one.seq === seq)

  /**
   * Own frames that may go now: the oldest, and all of its strand that follow. A relay keeps the order within a strand
   * only, so one of another strand waits until those made before it are there.
   */
  const ready = (): readonly OutboxFrame[] => {
    const waiting = outbox?.frames().filter((frame) => !isAcked(frame) && !hopeless.has(nameOf(frame))) ?? []
    const next = waiting.findIndex(({ strand }) => strand !== waiting[0]?.strand)
    return next < 0 ? waiting : waiting.slice(0, next)
  }
  const goOn = () => {
    for (const frame of ready()) {
      if (underWay.has(nameOf(frame))) continue
      underWay.add(nameOf(frame))
      send(frame.bytes)
    }
  }
  const stopFrames = outbox?.onFrame(goOn)

  const sendAll = () => {
    underWay.clear()
    goOn()
    for (const frame of carried.values()) send(frame)
  }
  return {
    get isCarrying() {
      return carried.size > 0
    },
    connected(isOtherLog) {
      whys.clear()
      hopeless.clear()
      if (isOtherLog) acked.clear()
    },
    doubt() {
      if (acked.size === 0) return
      acked.clear()
      sendAll()
    },
    sendAll,
    acknowledged(ack) {
      if (carried.delete(nameOf(ack))) options.onCarried()
      const frame = own(ack)
      if (frame) {
        acked.add(nameOf(ack))
        if (whys.delete(nameOf(ack))) options.onState()
        options.onTaken(frame, ack.sequence)
      }
      goOn()
    },
    refused({ strand, seq, code }) {
      if (mayPass(code))
        cancelResend ??= later(RESEND_MS + randomOf(RESEND_MS), () => {
          cancelResend = undefined
          sendAll()
        })
      else if (carried.delete(nameOf({ strand, seq }))) options.onCarried()
      if (code === 'other-bytes' || code === 'pruned') {
        outbox?.refusedNumber(strand, seq)
        return
      }
      // What is not this device's own, a snapshot or a copy, harms nobody by being refused.
      if (!own({ strand, seq })) return
      if (!mayPass(code)) {
        hopeless.add(nameOf({ strand, seq }))
        goOn()
      }
      whys.set(nameOf({ strand, seq }), refusalSentence(code))
      options.onState()
    },
    carry(frames) {
      for (const frame of frames) {
        const header = parseFrameHeader(frame)
        if (!header.ok) continue
        if (carried.size < CARRIED) carried.set(nameOf(header.value), frame)
        else options.onLost()
        send(frame)
      }
    },
    whyRefused() {
      for (const [name, sentence] of whys)
        if (outbox?.frames().some((frame) => nameOf(frame) === name && !isAcked(frame))) return sentence
      return undefined
    },
    close: () => stopFrames?.(),
  }
}
