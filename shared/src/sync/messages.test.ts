import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeClientMessage, decodeRelayMessage, encodeClientMessage, encodeRelayMessage } from './messages'
import type { ClientMessage, RelayMessage } from './messages'
import { bytesToHex } from './bytes'
import { REFUSALS } from './close-codes'
import type { Refusal } from './close-codes'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const id = bytes(16).map(bytesToHex)
const u16 = fc.nat(0xffff)
const u32 = fc.nat(0xffffffff)
const u48 = fc.nat(2 ** 48 - 1)
const blob = fc.uint8Array({ maxLength: 300 })
const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 40 })
const cursor = fc.record({ generation: id, sequence: u48, mark: id })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const code = fc.constantFrom(...(Object.keys(REFUSALS) as Refusal[]))
const type = <T extends string>(name: T) => fc.constant(name)
const frames = fc.array(fc.record({ sequence: u48, frame: blob }), { maxLength: 5 })
const vector = fc.array(fc.tuple(id, fc.integer({ min: 1, max: 0xffffffff }))).map((all) => new Map(all))
const ping = fc.record({ type: type('ping'), time: u48 })
const pong = fc.record({ type: type('pong'), echo: u48, time: u48 })
const presence = fc.record({ type: type('presence'), frame: blob })
const missing = fc.record({ type: type('missing'), doc: id, strand: id, from: u32, to: u32 })

const clientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record({
    type: type('hello'),
    version: u16,
    mode: fc.constantFrom('edit' as const, 'view' as const),
    team: id,
    writerKey: bytes(32),
    readerKey: bytes(32),
    origin: ascii,
    token: maybe(ascii),
    proof: bytes(64),
  }),
  fc.record({ type: type('open'), doc: id, cursor: maybe(cursor) }),
  fc.record({ type: type('leave'), doc: id }),
  fc.record({ type: type('put'), frame: blob }),
  fc.record({ type: type('putSnapshot'), covers: u48, vector, frame: blob }),
  presence,
  missing,
  ping,
  pong,
)
const relayMessage: fc.Arbitrary<RelayMessage> = fc.oneof(
  fc.record({
    type: type('challenge'),
    minVersion: u16,
    maxVersion: u16,
    nonce: bytes(32),
    time: u48,
    messageBytes: u32,
    frameBytes: u32,
    needsToken: fc.boolean(),
  }),
  fc.record({ type: type('welcome'), version: u16, generation: id, time: u48 }),
  fc.record({ type: type('frames'), doc: id, frames, mark: id }),
  fc.record({ type: type('found'), doc: id, frames }),
  fc.record({ type: type('caughtUp'), doc: id, known: fc.boolean(), cursor: maybe(cursor) }),
  fc.record({
    type: type('acks'),
    doc: id,
    acks: fc.array(fc.record({ strand: id, seq: u32, sequence: u48 }), { maxLength: 5 }),
  }),
  fc.record({ type: type('refused'), doc: id, strand: id, seq: u32, code }),
  fc.record({ type: type('joined'), doc: id }),
  fc.record({ type: type('snapshotWanted'), doc: id, upTo: u48 }),
  fc.record({ type: type('closed'), doc: id, code }),
  fc.record({ type: type('error'), code }),
  presence,
  missing,
  ping,
  pong,
)

const sides = [
  ['client', clientMessage, encodeClientMessage, decodeClientMessage],
  ['relay', relayMessage, encodeRelayMessage, decodeRelayMessage],
] as const

describe.each(sides)('messages of the %s', (_side, anyMessage, encodeAny, decode) => {
  const message = anyMessage as fc.Arbitrary<ClientMessage | RelayMessage>
  const encode = encodeAny as (message: ClientMessage | RelayMessage) => Uint8Array

  it('M1 come out as they went in', () => {
    fc.assert(
      fc.property(message, (sent) => {
        expect(decode(encode(sent))).toEqual({ ok: true, value: sent })
      }),
    )
  })
  it('M2 have one encoding: whatever is accepted encodes to the same bytes, however it was altered', () => {
    fc.assert(
      fc.property(message, fc.nat(), fc.integer({ min: 1, max: 255 }), (sent, where, by) => {
        const altered = encode(sent)
        const at = where % altered.length
        altered[at] = (altered[at] ?? 0) ^ by
        const read = decode(altered)
        if (read.ok) expect(encode(read.value)).toEqual(altered)
      }),
      { numRuns: 2_000 },
    )
  })
  it('M3 are refused when cut short or lengthened', () => {
    fc.assert(
      fc.property(message, fc.nat(), (sent, cut) => {
        const whole = encode(sent)
        expect(decode(whole.subarray(0, cut % whole.length)).ok).toBe(false)
        expect(decode(Uint8Array.of(...whole, 0))).toEqual({ ok: false, error: { reason: 'malformed' } })
      }),
    )
  })
  it('M3 are refused, without a throw, when they are noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const read = decode(noise)
        if (read.ok) expect(encode(read.value)).toEqual(noise)
      }),
      { numRuns: 5_000 },
    )
  })
  it('M4 are refused by size before they are read', () => {
    fc.assert(
      fc.property(message, (sent) => {
        const whole = encode(sent)
        expect(decode(whole, whole.length - 1)).toEqual({ ok: false, error: { reason: 'too-large' } })
      }),
    )
  })
})

it('M5 a message of the other side or of a later version is unknown', () => {
  const unknown = { ok: false, error: { reason: 'unknown-message' } }
  expect(decodeClientMessage(encodeRelayMessage({ type: 'error', code: 'closed' }))).toEqual(unknown)
  expect(decodeRelayMessage(encodeClientMessage({ type: 'leave', doc: '00'.repeat(16) }))).toEqual(unknown)
  expect(decodeClientMessage(Uint8Array.of(200))).toEqual(unknown)
})
