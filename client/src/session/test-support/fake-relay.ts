// A relay in memory for tests of the session alone: keeps frames in one log a document and tells its members.
import {
  decodeClientMessage,
  encodeRelayMessage,
  equalBytes,
  parseFrameHeader,
  PROTOCOL,
} from '@yokoten/shared/sync'
import type { ClientMessage, Refusal, RelayMessage } from '@yokoten/shared/sync'
import type { OpenSocket, SocketEvents } from '../ports'

interface Member {
  readonly events: SocketEvents
  readonly docs: Set<string>
}

export interface FakeRelay {
  readonly openSocket: OpenSocket
  /** Frames by document, in the order in which they came. */
  readonly logs: ReadonlyMap<string, readonly Uint8Array[]>
  readonly connections: number
  /** Sends bytes to every client. */
  say(bytes: Uint8Array): void
  sendTo(message: RelayMessage): void
  /** Decides about a put; undefined: it is kept. */
  refuse: (header: { readonly strand: string; readonly seq: number }) => Refusal | undefined
  /** False: puts are neither kept nor answered. */
  answers: boolean
  /** Ends all connections; further ones fail until `isUp` again. */
  isUp: boolean
  cut(code?: number): void
  /** Forgets everything, as after the loss of its disk. */
  wipe(): void
}

const hex = (byte: string) => byte.repeat(16)

export function createFakeRelay(): FakeRelay {
  const members = new Set<Member>()
  const logs = new Map<string, Uint8Array[]>()
  const marks = new Map<Uint8Array, string>()
  const markOf = (frame: Uint8Array | undefined) => (frame && marks.get(frame)) ?? hex('00')
  let generation = 0
  const generationId = () => hex((10 + generation).toString(16).padStart(2, '0'))

  const tell = (member: Member, message: RelayMessage) => {
    const bytes = encodeRelayMessage(message)
    queueMicrotask(() => {
      if (members.has(member)) member.events.message(bytes)
    })
  }
  const framesFrom = (doc: string, after: number) =>
    (logs.get(doc) ?? []).map((frame, index) => ({ sequence: index + 1, frame })).slice(after)

  function hear(member: Member, message: ClientMessage): void {
    switch (message.type) {
      case 'hello':
        return tell(member, {
          type: 'welcome',
          version: PROTOCOL.max,
          generation: generationId(),
          time: Date.now(),
        })
      case 'open': {
        const { doc, cursor } = message
        const log = logs.get(doc) ?? []
        const at = cursor && log[cursor.sequence - 1]
        const known = !!at && cursor.generation === generationId() && markOf(at) === cursor.mark
        const frames = framesFrom(doc, known ? cursor.sequence : 0)
        for (const other of members)
          if (other !== member && other.docs.has(doc)) tell(other, { type: 'joined', doc })
        member.docs.add(doc)
        const last = log.at(-1)
        if (frames.length > 0) tell(member, { type: 'frames', doc, frames, mark: markOf(last) })
        const end = last && { generation: generationId(), sequence: log.length, mark: markOf(last) }
        return tell(member, { type: 'caughtUp', doc, known, cursor: end })
      }
      case 'leave':
        member.docs.delete(message.doc)
        return
      case 'put':
        return put(member, message.frame)
      case 'presence': {
        const header = parseFrameHeader(message.frame)
        for (const other of members)
          if (header.ok && other !== member && other.docs.has(header.value.doc)) tell(other, message)
        return
      }
      case 'missing':
        for (const other of members) if (other !== member && other.docs.has(message.doc)) tell(other, message)
        return
      case 'ping':
        return tell(member, { type: 'pong', echo: message.time, time: Date.now() })
    }
  }

  function put(member: Member, frame: Uint8Array): void {
    const header = parseFrameHeader(frame)
    if (!header.ok || !relay.answers) return
    const { doc, strand, seq } = header.value
    const code = relay.refuse(header.value)
    if (code) return tell(member, { type: 'refused', doc, strand, seq, code })
    const log = logs.get(doc) ?? []
    logs.set(doc, log)
    let at = log.findIndex((kept) => equalBytes(kept, frame))
    if (at < 0) {
      const kept = frame.slice()
      at = log.push(kept) - 1
      const mark = marks.size.toString(16).padStart(32, '0')
      marks.set(kept, mark)
      for (const other of members)
        if (other.docs.has(doc))
          tell(other, { type: 'frames', doc, frames: [{ sequence: at + 1, frame }], mark })
    }
    tell(member, { type: 'acks', doc, acks: [{ strand, seq, sequence: at + 1 }] })
  }

  const relay: FakeRelay = {
    logs,
    refuse: () => undefined,
    answers: true,
    isUp: true,
    get connections() {
      return members.size
    },
    openSocket(_url, events) {
      if (!relay.isUp) {
        queueMicrotask(() => events.close(1006))
        return { send: () => undefined, close: () => undefined }
      }
      const member: Member = { events, docs: new Set() }
      members.add(member)
      tell(member, {
        type: 'challenge',
        minVersion: PROTOCOL.min,
        maxVersion: PROTOCOL.max,
        nonce: new Uint8Array(32),
        time: Date.now(),
        messageBytes: 1_000_000,
        frameBytes: 1_000_000,
        needsToken: false,
      })
      return {
        send(bytes) {
          const message = decodeClientMessage(bytes.slice())
          if (!message.ok) throw new Error('a client sends messages')
          queueMicrotask(() => {
            if (members.has(member)) hear(member, message.value)
          })
        },
        close() {
          members.delete(member)
        },
      }
    },
    say(bytes) {
      for (const member of members) member.events.message(bytes)
    },
    sendTo(message) {
      for (const member of members) tell(member, message)
    },
    cut(code = 1006) {
      for (const member of [...members]) {
        members.delete(member)
        member.events.close(code)
      }
    },
    wipe() {
      logs.clear()
      generation++
      relay.cut()
    },
  }
  return relay
}
