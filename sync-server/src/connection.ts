// One client's connection: from the challenge to the last message, within its limits and its mode.
import {
  LIMITS,
  PROTOCOL,
  decodeClientMessage,
  encodeRelayMessage,
  parseFrameHeader,
} from '@yokoten/shared/sync'
import type {
  Ack,
  ClientMessage,
  CloseName,
  FrameHeader,
  FrameType,
  Refusal,
  RelayMessage,
} from '@yokoten/shared/sync'
import { createChallenge, judgeHello } from './handshake'
import type { Admitted, HandshakeContext } from './handshake'
import type { Audience, Hub, Member } from './hub'
import type { Appended } from './log/port'
import type { Connection, Count, Transport } from './ports'
import { createRate } from './rate'

export interface ConnectionContext extends HandshakeContext {
  readonly count: Count
  /** Told of exceptions, which are bugs or a broken disk. */
  readonly report: (error: unknown) => void
  /** The hub of a document, held until `release`. */
  acquire(name: { team: string; doc: string }): Hub
  release(name: { team: string; doc: string }): void
}

export interface RelayConnection extends Connection {
  close(reason: CloseName): void
}

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>
/** Why a connection is not read: over its rate, too much waits for the disk, or its answers are not taken. */
type Pause = 'rate' | 'disk' | 'network'
/** How long a connection may take nothing of what waits for it: long enough for one large frame over a slow line. */
const STALLED_MS = 10 * 60 * 1_000

/** A document open on this connection; the member comes once the log has been asked. */
interface Opened {
  readonly hub: Hub
  member: Member | undefined
}

export function createConnection(transport: Transport, context: ConnectionContext): RelayConnection {
  const { environment, settings, count, log } = context
  const nonce = environment.random(32)
  const start = environment.now()
  const messageRate = createRate(settings.rate.messages, settings.rate.messageBurst, start)
  const byteRate = createRate(settings.rate.bytes, settings.rate.byteBurst, start)
  const opened = new Map<string, Opened>()
  const pausedFor = new Set<Pause>()
  const acks = new Map<string, Ack[]>()
  let admitted: Admitted | undefined
  let isJudging = false
  let isClosed = false
  let heardAt = start
  let waitingBytes = 0
  let cancelTimer = environment.after(LIMITS.helloMs, () => close('handshakeTimeout'))

  const send = (message: RelayMessage) => {
    if (!isClosed) transport.send(encodeRelayMessage(message))
  }
  const close = (reason: CloseName) => {
    if (isClosed) return
    if (reason !== 'restarting') count('rejected')
    transport.close(reason)
    end()
  }
  const end = () => {
    if (isClosed) return
    isClosed = true
    cancelTimer()
    for (const doc of [...opened.keys()]) letGo(doc)
  }
  const letGo = (doc: string) => {
    const entry = opened.get(doc)
    if (!entry || !admitted) return
    opened.delete(doc)
    if (entry.member) entry.hub.leave(entry.member)
    context.release({ team: admitted.team, doc })
  }
  const watchSilence = () => {
    // A connection that is not read cannot be heard: only one that takes nothing either is given up.
    const patience = pausedFor.size > 0 ? STALLED_MS : LIMITS.silenceMs
    const quiet = environment.now() - heardAt
    if (quiet >= patience) return close('silent')
    cancelTimer = environment.after(Math.min(LIMITS.silenceMs, patience - quiet), watchSilence)
  }

  const pause = (reason: Pause) => {
    if (pausedFor.size === 0) {
      count('reading_paused')
      transport.pause()
    }
    pausedFor.add(reason)
  }
  const resume = (reason: Pause) => {
    if (!pausedFor.delete(reason) || pausedFor.size > 0 || isClosed) return
    heardAt = environment.now()
    transport.resume()
  }
  const holdToRate = (messages: number, bytes: number) => {
    const now = environment.now()
    const wait = Math.max(messageRate.take(messages, now), byteRate.take(bytes, now))
    if (wait === 0) return resume('rate')
    if (messages > 0 && pausedFor.has('rate')) return
    pause('rate')
    // What had been read already may have added to the debt meanwhile, so it looks again.
    environment.after(wait, () => holdToRate(0, 0))
  }

  const welcome = async (bytes: Uint8Array) => {
    isJudging = true
    const verdict = await judgeHello(bytes, nonce, transport, context)
    if (isClosed) return
    if ('close' in verdict) return close(verdict.close)
    admitted = verdict
    count('admitted')
    cancelTimer()
    watchSilence()
    const { generation } = log
    send({ type: 'welcome', version: PROTOCOL.max, generation, time: environment.now() })
  }

  const acknowledge = (doc: string, ack: Ack) => {
    if (acks.size === 0) environment.soon(sendAcks)
    const list = acks.get(doc)
    if (list) list.push(ack)
    else acks.set(doc, [ack])
  }
  const sendAcks = () => {
    for (const [doc, list] of acks)
      for (let i = 0; i < list.length; i += LIMITS.batchFrames)
        send({ type: 'acks', doc, acks: list.slice(i, i + LIMITS.batchFrames) })
    acks.clear()
  }
  const refuse = ({ doc, strand, seq }: FrameHeader, code: Refusal) => {
    count('frame_refused')
    send({ type: 'refused', doc, strand, seq, code })
  }
  const settle = (header: FrameHeader, outcome: Appended) => {
    const { doc, strand, seq } = header
    if (outcome.kind === 'stored') acknowledge(doc, { strand, seq, sequence: outcome.sequence })
    else send({ type: 'refused', doc, strand, seq, code: outcome.refusal })
  }

  /** The header of a frame that may pass here, else an answer that says why not. */
  const check = (frame: Uint8Array, types: readonly FrameType[], team: string): FrameHeader | undefined => {
    const parsed = parseFrameHeader(frame)
    if (!parsed.ok || !types.includes(parsed.value.type)) {
      const isLarge = !parsed.ok && parsed.error.reason === 'too-large'
      send({ type: 'error', code: isLarge ? 'too-large' : 'malformed' })
      return undefined
    }
    const header = parsed.value
    const isStored = header.type !== 'presence'
    const code: Refusal | undefined =
      header.team !== team
        ? 'wrong-team'
        : isStored && admitted?.mode !== 'edit'
          ? 'view-only'
          : !opened.has(header.doc)
            ? 'not-open'
            : frame.length > settings.frameBytes
              ? 'too-large'
              : undefined
    if (code === undefined) return header
    if (isStored) refuse(header, code)
    else send({ type: 'error', code })
    return undefined
  }
  /** Counts a frame's bytes as waiting for the disk, and holds the hub, which tells the others, until it is kept. */
  const keep = async (header: FrameHeader, frame: Uint8Array, put: (hub: Hub) => Promise<Appended>) => {
    const name = { team: header.team, doc: header.doc }
    waitingBytes += frame.length
    if (waitingBytes > settings.waitingBytes) pause('disk')
    try {
      settle(header, await put(context.acquire(name)))
    } finally {
      context.release(name)
      waitingBytes -= frame.length
      if (waitingBytes <= settings.waitingBytes / 2) resume('disk')
    }
  }

  const audience = (mode: Admitted['mode']): Audience => ({
    mode,
    send: (message) => {
      if (!isClosed) transport.send(message)
    },
    hasRoom: () => !isClosed && transport.buffered() < settings.sendingBytes,
  })
  const open = async ({ doc, cursor }: Of<'open'>, { team, mode }: Admitted) => {
    letGo(doc)
    if (opened.size >= settings.openDocuments) {
      send({ type: 'closed', doc, code: 'too-many-documents' })
      return
    }
    const entry: Opened = { hub: context.acquire({ team, doc }), member: undefined }
    opened.set(doc, entry)
    const member = await entry.hub.join(audience(mode), cursor)
    // Left or opened anew while the log was asked.
    if (opened.get(doc) === entry) entry.member = member
    else entry.hub.leave(member)
  }
  const dispatch = (message: ClientMessage, to: Admitted) => {
    switch (message.type) {
      case 'open':
        return run(open(message, to))
      case 'leave':
        return letGo(message.doc)
      case 'put': {
        const header = check(message.frame, ['update', 'close'], to.team)
        if (header) run(keep(header, message.frame, (hub) => hub.append(header, message.frame, transport)))
        return
      }
      case 'putSnapshot': {
        const header = check(message.frame, ['snapshot'], to.team)
        const entry = header && opened.get(header.doc)
        if (!header || !entry?.member) return
        const { member } = entry
        return run(
          keep(header, message.frame, (hub) => hub.putSnapshot(member, message.covers, message.frame)),
        )
      }
      case 'presence': {
        const header = check(message.frame, ['presence'], to.team)
        const entry = header && opened.get(header.doc)
        if (entry?.member) entry.hub.pass(entry.member, message.frame)
        return
      }
      case 'missing': {
        const entry = opened.get(message.doc)
        if (entry?.member) run(entry.hub.findMissing(entry.member, message))
        else send({ type: 'error', code: 'not-open' })
        return
      }
      case 'ping':
        return send({ type: 'pong', echo: message.time, time: environment.now() })
      case 'pong':
        return
      case 'hello':
        return close('protocol')
    }
  }

  /** Follows work that nobody waits for: what fails there is a bug or a broken disk, and ends this connection only. */
  const run = (work: Promise<void>) => {
    work.catch((error: unknown) => {
      context.report(error)
      close('storage')
    })
  }

  count('connected')
  send(createChallenge(nonce, context))
  return {
    close,
    receive(bytes) {
      if (isClosed) return
      heardAt = environment.now()
      if (!admitted) {
        // One message is all that a stranger has.
        if (isJudging) close('protocol')
        else run(welcome(bytes))
        return
      }
      holdToRate(1, bytes.length)
      const decoded = decodeClientMessage(bytes, settings.messageBytes)
      if (decoded.ok) dispatch(decoded.value, admitted)
      else if (decoded.error.reason === 'too-large') close('tooLarge')
      else send({ type: 'error', code: decoded.error.reason })
      if (transport.buffered() >= settings.sendingBytes) pause('network')
    },
    drained() {
      heardAt = environment.now()
      if (transport.buffered() < settings.sendingBytes) resume('network')
      for (const { hub, member } of opened.values()) if (member) hub.resume(member)
    },
    heard() {
      heardAt = environment.now()
    },
    closed() {
      if (!isClosed) end()
      count('disconnected')
    },
  }
}
