// A failing seed told line by line: every message that arrives, with its frames by strand and seq.
import {
  decodeClientMessage,
  bytesToHex,
  decodeRelayMessage,
  parseFrameHeader,
  SIGNATURE_BYTES,
} from '@yokoten/shared/sync'
import type { ClientMessage, RelayMessage } from '@yokoten/shared/sync'
import type { VirtualNetwork } from './virtual-network'
import type { VirtualTime } from './virtual-time'

const short = (id: string) => id.slice(0, 4)

/** The beginning of the signature tells frames of one number apart. */
const signatureWords = (frame: Uint8Array) => bytesToHex(frame.subarray(-SIGNATURE_BYTES).subarray(0, 2))

function frameWords(frame: Uint8Array): string {
  const header = parseFrameHeader(frame)
  if (!header.ok) return header.error.reason
  const { type, doc, strand, seq } = header.value
  return `${type} ${short(doc)} ${short(strand)}/${seq} ${signatureWords(frame)}`
}

/** One line for a message: its type, and the ids and numbers that decide what becomes of it. */
export function messageWords(message: ClientMessage | RelayMessage): string {
  const { type } = message
  switch (type) {
    case 'put':
    case 'presence':
      return `${type} ${frameWords(message.frame)}`
    case 'putSnapshot':
      return `${type} covers ${message.covers} ${frameWords(message.frame)}`
    case 'frames':
    case 'found':
      return `${type} ${message.frames.map(({ sequence, frame }) => `${sequence} = ${frameWords(frame)}`).join(', ')}`
    case 'acks':
      return `${type} ${message.acks.map(({ strand, seq, sequence }) => `${short(strand)}/${seq} = ${sequence}`).join(', ')}`
    case 'refused':
      return `${type} ${short(message.doc)} ${short(message.strand)}/${message.seq} ${message.code}`
    case 'missing':
      return `${type} ${short(message.doc)} ${short(message.strand)}/${message.from}-${message.to}`
    case 'open':
    case 'caughtUp': {
      const { cursor } = message
      const place = cursor
        ? `${short(cursor.generation)} ${cursor.sequence} ${short(cursor.mark)}`
        : 'nowhere'
      return `${type} ${short(message.doc)} ${type === 'caughtUp' ? `known ${message.known}` : 'from'} ${place}`
    }
    case 'welcome':
      return `${type} ${short(message.generation)}`
    case 'closed':
      return `${type} ${short(message.doc)} ${message.code}`
    case 'error':
      return `${type} ${message.code}`
    case 'leave':
    case 'joined':
      return `${type} ${short(message.doc)}`
    case 'snapshotWanted':
      return `${type} ${short(message.doc)} up to ${message.upTo}`
    default:
      return type
  }
}

/** Tells every message from now on, `quiet` types left out, with the seconds since the tracing began. */
export function traceMessages(
  network: VirtualNetwork,
  time: VirtualTime,
  tell: (line: string) => void,
  quiet: readonly string[] = ['ping', 'pong', 'presence', 'challenge', 'hello'],
): void {
  const start = time.now()
  network.tap = (device, direction, bytes) => {
    const decoded = direction === 'up' ? decodeClientMessage(bytes) : decodeRelayMessage(bytes)
    if (decoded.ok && quiet.includes(decoded.value.type)) return
    const words = decoded.ok ? messageWords(decoded.value) : decoded.error.reason
    const seconds = ((time.now() - start) / 1_000).toFixed(3)
    tell(`${seconds} ${device} ${direction === 'up' ? '->' : '<-'} ${words}`)
  }
}
