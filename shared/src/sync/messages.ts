// The messages between a client and a relay: their types, and a strict binary codec.
import { ok, refused } from '../kernel/result'
import type { Result } from '../kernel/result'
import { REFUSALS } from './close-codes'
import { LIMITS } from './limits'
import {
  ascii,
  blob,
  createReader,
  createWriter,
  fixed,
  flag,
  id16,
  list,
  oneOf,
  optional,
  record,
  u16,
  u32,
  u48,
} from './wire'
import type { Codec, ValueOf } from './wire'

/** `edit`: proved the writer's key; `view`: the reader's. */
export type Mode = 'edit' | 'view'
const mode = oneOf<Mode>({ edit: 1, view: 2 })
const refusal = oneOf(REFUSALS)
const frame = blob(LIMITS.frameBytes)

const cursor = record({ generation: id16, sequence: u48, mark: id16 })
/** A place in a relay's log: its generation, the sequence, and the mark that the relay gave the place. */
export type Cursor = ValueOf<typeof cursor>

const logged = record({ sequence: u48, frame })
/** A stored frame with its place in the relay's log. */
export type LoggedFrame = ValueOf<typeof logged>
const frames = list(logged, LIMITS.batchFrames)

const ack = record({ strand: id16, seq: u32, sequence: u48 })
export type Ack = ValueOf<typeof ack>

/** Highest seq by strand, gapless from 1. */
export type Vector = ReadonlyMap<string, number>

/** Strands in ascending order, each once: one vector has one encoding. */
export const vectorCodec: Codec<Vector> = {
  write(to, value) {
    if (value.size > LIMITS.vectorStrands) throw new RangeError('too many strands in a vector')
    to.uint(value.size, 4)
    for (const strand of [...value.keys()].sort()) {
      id16.write(to, strand)
      u32.write(to, value.get(strand) ?? 0)
    }
  },
  read(from) {
    const size = from.uint(4)
    if (size > LIMITS.vectorStrands) from.fail()
    const vector = new Map<string, number>()
    let last = ''
    for (let i = 0; i < size && !from.failed; i++) {
      const strand = id16.read(from)
      const seq = u32.read(from)
      if (strand <= last || seq === 0) from.fail()
      last = strand
      vector.set(strand, seq)
    }
    return vector
  },
}

const missing = record({ doc: id16, strand: id16, from: u32, to: u32 })
const presence = record({ frame: blob(LIMITS.presenceBytes) })

const clientCodecs = {
  /** Who the client is. `proof` is a signature over `proofText`, by the writer's key in edit mode, else the reader's. */
  hello: record({
    version: u16,
    mode,
    team: id16,
    writerKey: fixed(32),
    readerKey: fixed(32),
    /** The page's origin; empty outside a browser. */
    origin: ascii(LIMITS.originChars),
    /** Allows creating teams where the relay asks for it. */
    token: optional(ascii(LIMITS.tokenChars)),
    proof: fixed(64),
  }),
  /** Follow a document from a cursor, or from the beginning. */
  open: record({ doc: id16, cursor: optional(cursor) }),
  leave: record({ doc: id16 }),
  /** A frame to be stored: update or close; team, document, strand and seq are in its header. */
  put: record({ frame }),
  /** A snapshot that contains every frame up to relay sequence `covers` and all that `vector` names. */
  putSnapshot: record({ covers: u48, vector: vectorCodec, frame }),
  /** A presence frame, passed on and never stored. */
  presence,
  /** Frames `from` to `to` of a strand, asked of the relay, and by it of the other members. */
  missing,
  ping: record({ time: u48 }),
  pong: record({ echo: u48, time: u48 }),
}

const relayCodecs = {
  /** The first message of a connection. */
  challenge: record({
    minVersion: u16,
    maxVersion: u16,
    nonce: fixed(32),
    /** The relay's clock, milliseconds since 1970. */
    time: u48,
    messageBytes: u32,
    frameBytes: u32,
    /** True where a new team needs a token. */
    needsToken: flag,
  }),
  /** The handshake is over. `generation` names the relay's log; only loss or restore changes it. */
  welcome: record({ version: u16, generation: id16, time: u48 }),
  /** The log in its order. The cursor moves to the last of them, a place that has this mark. */
  frames: record({ doc: id16, frames, mark: id16 }),
  /** An answer to `missing`; the cursor does not move. */
  found: record({ doc: id16, frames }),
  /**
   * Everything that is durable has been sent. `known` is false where the client's cursor was none or not recognised,
   * so that all was sent from the beginning; `cursor` is undefined where the log is empty.
   */
  caughtUp: record({ doc: id16, known: flag, cursor: optional(cursor) }),
  /** These frames are durable here. */
  acks: record({ doc: id16, acks: list(ack, LIMITS.batchFrames) }),
  /** This frame is not kept. */
  refused: record({ doc: id16, strand: id16, seq: u32, code: refusal }),
  presence,
  /** Someone opened the document: show yourself. */
  joined: record({ doc: id16 }),
  missing,
  /** Please seal the whole document as it is with all frames up to relay sequence `upTo`. */
  snapshotWanted: record({ doc: id16, upTo: u48 }),
  /** The relay no longer sends or takes this document on this connection. */
  closed: record({ doc: id16, code: refusal }),
  ping: record({ time: u48 }),
  pong: record({ echo: u48, time: u48 }),
  /** A message without a strand and seq of its own was refused. */
  error: record({ code: refusal }),
}

type MessageOf<C extends Readonly<Record<string, unknown>>> = {
  [K in keyof C & string]: { readonly type: K } & ValueOf<C[K]>
}[keyof C & string]

export type ClientMessage = MessageOf<typeof clientCodecs>
export type RelayMessage = MessageOf<typeof relayCodecs>

/** The first byte of a message. A number is never given to another message. */
const TYPES = {
  challenge: 1,
  hello: 2,
  welcome: 3,
  ping: 4,
  pong: 5,
  error: 6,
  open: 16,
  leave: 17,
  closed: 18,
  caughtUp: 19,
  joined: 20,
  put: 32,
  putSnapshot: 33,
  snapshotWanted: 34,
  frames: 35,
  found: 36,
  missing: 37,
  acks: 38,
  refused: 39,
  presence: 48,
} as const

/** `unknown-message`: a type of a later version or of the other side. */
export type DecodeRefused = { readonly reason: 'malformed' | 'too-large' | 'unknown-message' }

function createMessageCodec<M extends { readonly type: string }>(codecs: Readonly<Record<string, unknown>>) {
  const byName = codecs as Readonly<Record<string, Codec<unknown>>>
  const byByte = new Map(
    Object.entries<number>(TYPES).flatMap(([name, byte]) => {
      const codec = byName[name]
      return codec ? [[byte, { name, codec }] as const] : []
    }),
  )
  return {
    encode(message: M): Uint8Array<ArrayBuffer> {
      const writer = createWriter()
      writer.u8(TYPES[message.type as keyof typeof TYPES])
      byName[message.type]?.write(writer, message)
      return writer.finish()
    },
    decode(bytes: Uint8Array, maxBytes: number = LIMITS.messageBytes): Result<M, DecodeRefused> {
      if (bytes.length > maxBytes) return refused({ reason: 'too-large' })
      const reader = createReader(bytes)
      const known = byByte.get(reader.u8())
      if (reader.failed) return refused({ reason: 'malformed' })
      if (!known) return refused({ reason: 'unknown-message' })
      const fields = known.codec.read(reader) as object
      if (reader.failed || reader.left > 0) return refused({ reason: 'malformed' })
      return ok({ type: known.name, ...fields } as unknown as M)
    },
  }
}

const client = createMessageCodec<ClientMessage>(clientCodecs)
const relay = createMessageCodec<RelayMessage>(relayCodecs)

/** Throws a RangeError for values outside the codec's range: that is a bug of the caller. */
export const encodeClientMessage = client.encode
/** What a relay reads. Frames inside are views into `bytes`. Never throws. */
export const decodeClientMessage = client.decode
export const encodeRelayMessage = relay.encode
/** What a client reads. Frames inside are views into `bytes`. Never throws. */
export const decodeRelayMessage = relay.decode

/** The highest version both sides speak, or undefined. */
export function negotiateVersion(
  a: { readonly min: number; readonly max: number },
  b: { readonly min: number; readonly max: number },
): number | undefined {
  const version = Math.min(a.max, b.max)
  return version >= Math.max(a.min, b.min) ? version : undefined
}
