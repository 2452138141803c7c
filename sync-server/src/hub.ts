// One document's live members: what is durable goes out to each in the log's order, as fast as each can take it.
import { LIMITS, encodeRelayMessage } from '@yokoten/shared/sync'
import type { Cursor, FrameHeader, Mode, RelayMessage } from '@yokoten/shared/sync'
import type { Appended, DocumentName, Log, Place } from './log/port'
import type { Count, Environment } from './ports'
import type { RelaySettings } from './settings'
import { createSnapshotRequests } from './snapshot-requests'

/** A connection as a document sees it. */
export interface Audience {
  readonly mode: Mode
  /** Sends bytes of an encoded message. */
  send(message: Uint8Array): void
  /** False while too much waits for the network: nothing more is sent until it has drained. */
  hasRoom(): boolean
}

export interface Member {
  readonly audience: Audience
  /** Sequence of the last frame sent, and the mark of its place. */
  position: number
  mark: string | undefined
  known: boolean
  /** True once everything durable at some moment has been sent. */
  isCaughtUp: boolean
  isGone: boolean
}

export interface Hub {
  join(audience: Audience, cursor: Cursor | undefined): Promise<Member>
  leave(member: Member): void
  /** Goes on sending to a member whose connection has room again. */
  resume(member: Member): void
  /** `sender` is the connection on which it came. */
  append(header: FrameHeader, bytes: Uint8Array, sender: object): Promise<Appended>
  putSnapshot(member: Member, covers: number, bytes: Uint8Array): Promise<Appended>
  pass(from: Member, presence: Uint8Array): void
  findMissing(
    member: Member,
    wanted: { readonly strand: string; readonly from: number; readonly to: number },
  ): Promise<void>
  readonly members: ReadonlySet<Member>
}

export interface HubContext {
  readonly log: Log
  readonly environment: Environment
  readonly settings: RelaySettings
  readonly count: Count
  readonly report: (error: unknown) => void
}

const CHUNK = { frames: LIMITS.batchFrames, bytes: LIMITS.batchBytes }

interface EncodedChunk {
  readonly message: Uint8Array | undefined
  readonly frames: number
  readonly place: Place | undefined
  readonly isEnd: boolean
}

export function createHub(name: DocumentName, context: HubContext): Hub {
  const { log, environment, count, report } = context
  const { doc } = name
  const members = new Set<Member>()
  const pumping = new Set<Member>()
  const snapshots = createSnapshotRequests(name, context, members)
  /** Raised with every durable change, so that a pump that ends while one comes in looks again. */
  let version = 0
  let isWaking = false
  let shared: { after: number; version: number; chunk: Promise<EncodedChunk> } | undefined

  const tell = (member: Member, message: RelayMessage) => member.audience.send(encodeRelayMessage(message))

  const encodeChunk = async (after: number): Promise<EncodedChunk> => {
    const { frames, place, isEnd } = await log.read(name, after, CHUNK)
    const message = place && encodeRelayMessage({ type: 'frames', doc, frames, mark: place.mark })
    return { message, frames: frames.length, place, isEnd }
  }
  /** Members at the same place, as those who follow live are, share one reading and one encoding. */
  const chunkAfter = (after: number): Promise<EncodedChunk> => {
    if (shared?.after !== after || shared.version !== version)
      shared = { after, version, chunk: encodeChunk(after) }
    return shared.chunk
  }

  const sayCaughtUp = (member: Member) => {
    if (member.isCaughtUp) return
    member.isCaughtUp = true
    const { position: sequence, mark } = member
    const cursor = mark === undefined ? undefined : { generation: log.generation, sequence, mark }
    tell(member, { type: 'caughtUp', doc, known: member.known, cursor })
  }
  const pump = async (member: Member) => {
    if (pumping.has(member)) return
    pumping.add(member)
    try {
      while (!member.isGone && member.audience.hasRoom()) {
        const seen = version
        const { message, frames, place, isEnd } = await chunkAfter(member.position)
        if (member.isGone) return
        if (message && place) {
          member.audience.send(message)
          member.position = place.sequence
          member.mark = place.mark
          count('frames_sent', frames)
        }
        if (!isEnd) continue
        sayCaughtUp(member)
        if (seen === version) break
      }
    } finally {
      pumping.delete(member)
      if (pumping.size === 0) shared = undefined
    }
    snapshots.consider()
  }
  const follow = (member: Member) => void pump(member).catch(report)
  const wake = () => {
    version++
    if (isWaking) return
    isWaking = true
    environment.soon(() => {
      isWaking = false
      for (const member of members) follow(member)
    })
  }

  return {
    members,
    async join(audience, cursor) {
      const member: Member = {
        audience,
        position: 0,
        mark: undefined,
        known: false,
        isCaughtUp: false,
        isGone: false,
      }
      const { known, after } = await log.locate(name, cursor)
      member.known = known
      member.position = after
      if (known) member.mark = cursor?.mark
      const joined = encodeRelayMessage({ type: 'joined', doc })
      for (const other of members) other.audience.send(joined)
      members.add(member)
      follow(member)
      return member
    },
    leave(member) {
      member.isGone = true
      members.delete(member)
      snapshots.left(member)
    },
    resume: follow,
    async append(header, bytes, sender) {
      const { strand, seq } = header
      const kind = header.type === 'close' ? 'close' : 'update'
      const outcome = await log.append(name, { kind, strand, seq, bytes }, sender)
      if (outcome.kind === 'refused') count('frame_refused')
      else count(outcome.isCopy ? 'frame_copied' : 'frame_stored')
      if (outcome.kind === 'stored' && !outcome.isCopy) wake()
      return outcome
    },
    async putSnapshot(member, covers, bytes) {
      if (!snapshots.isAsked(member)) return { kind: 'refused', refusal: 'not-wanted' }
      const outcome = await log.putSnapshot(name, { covers, bytes })
      snapshots.answered(member)
      count(outcome.kind === 'stored' ? 'snapshot_stored' : 'frame_refused')
      return outcome
    },
    pass(from, presence) {
      const message = encodeRelayMessage({ type: 'presence', frame: presence })
      for (const member of members) {
        if (member === from) continue
        const hasRoom = member.audience.hasRoom()
        if (hasRoom) member.audience.send(message)
        count(hasRoom ? 'presence_passed' : 'presence_dropped')
      }
    },
    async findMissing(member, { strand, from, to }) {
      if (to < from || to - from >= LIMITS.missingSpan) {
        tell(member, { type: 'error', code: 'malformed' })
        return
      }
      // A member that takes nothing in asks again; it gets no queue.
      if (!member.audience.hasRoom()) return
      const frames = await log.find(name, strand, { from, to }, CHUNK)
      if (member.isGone) return
      if (frames.length > 0) tell(member, { type: 'found', doc, frames })
      if (frames.length === to - from + 1) return
      const question = encodeRelayMessage({ type: 'missing', doc, strand, from, to })
      for (const other of members)
        if (other !== member && other.audience.mode === 'edit' && other.audience.hasRoom())
          other.audience.send(question)
    },
  }
}
