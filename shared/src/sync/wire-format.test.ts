import { expect, it } from 'vitest'
import { bytesToHex } from './bytes'
import { encodeFrameHeader } from './frame-header'
import { formatInvitation } from './invitation'
import { encodeClientMessage, encodeRelayMessage, negotiateVersion } from './messages'
import type { ClientMessage, RelayMessage } from './messages'

const id = (byte: number): string => byte.toString(16).padStart(2, '0').repeat(16)
const fill = (byte: number, length: number): Uint8Array => new Uint8Array(length).fill(byte)
const doc = id(0xd0)
const strand = id(0x57)
const frame = Uint8Array.of(0xf1, 0xf2, 0xf3)
const cursor = { generation: id(0x9e), sequence: 7, mark: id(0xab) }
const time = 1_800_000_000_000
const vector = new Map([
  [id(2), 5],
  [id(1), 9],
])

const clientMessages: readonly ClientMessage[] = [
  {
    type: 'hello',
    version: 1,
    mode: 'view',
    team: id(0x7e),
    writerKey: fill(0x11, 32),
    readerKey: fill(0x22, 32),
    origin: 'https://a.b',
    token: 'let me',
    proof: fill(0x33, 64),
  },
  { type: 'open', doc, cursor },
  { type: 'open', doc, cursor: undefined },
  { type: 'leave', doc },
  { type: 'put', frame },
  { type: 'putSnapshot', covers: 258, vector, frame },
  { type: 'presence', frame },
  { type: 'missing', doc, strand, from: 3, to: 4 },
  { type: 'ping', time },
  { type: 'pong', echo: time, time: time + 1 },
]
const relayMessages: readonly RelayMessage[] = [
  {
    type: 'challenge',
    minVersion: 1,
    maxVersion: 2,
    nonce: fill(0x44, 32),
    time,
    messageBytes: 1 << 24,
    frameBytes: 1 << 20,
    needsToken: true,
  },
  { type: 'welcome', version: 1, generation: id(0x9e), time },
  { type: 'frames', doc, frames: [{ sequence: 1, frame }], mark: id(0xab) },
  { type: 'found', doc, frames: [] },
  { type: 'caughtUp', doc, known: true, cursor },
  { type: 'caughtUp', doc, known: false, cursor: undefined },
  { type: 'acks', doc, acks: [{ strand, seq: 2, sequence: 513 }] },
  { type: 'refused', doc, strand, seq: 2, code: 'other-bytes' },
  { type: 'presence', frame },
  { type: 'joined', doc },
  { type: 'missing', doc, strand, from: 3, to: 4 },
  { type: 'snapshotWanted', doc, upTo: 513 },
  { type: 'closed', doc, code: 'closed' },
  { type: 'ping', time },
  { type: 'pong', echo: time, time: time + 1 },
  { type: 'error', code: 'unknown-message' },
]
/** Hexadecimal, with runs of one byte written as (byte x length). */
const shortened = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => bytesToHex(Uint8Array.of(byte)) + ' ')
    .join('')
    .replace(/(.. )\1{11,}/g, (run: string, byte: string) => `(${byte.trim()}x${run.length / 3}) `)
    .replace(/(?<=[0-9a-f]) (?=[0-9a-f])/g, '')
    .trim()

it('M6 every message of version 2 has these bytes; a change needs another type byte or version', () => {
  expect(clientMessages.map((message) => `${message.type} ${shortened(encodeClientMessage(message))}`))
    .toMatchInlineSnapshot(`
      [
        "hello 02000102 (7ex16) (11x32) (22x32) 000b68747470733a2f2f612e620100066c6574206d65 (33x64)",
        "open 10 (d0x16) 01 (9ex16) 000000000007 (abx16)",
        "open 10 (d0x16) 00",
        "leave 11 (d0x16)",
        "put 2000000003f1f2f3",
        "putSnapshot 2100000000010200000002 (01x16) 00000009 (02x16) 0000000500000003f1f2f3",
        "presence 3000000003f1f2f3",
        "missing 25 (d0x16) (57x16) 0000000300000004",
        "ping 0401a3185c5000",
        "pong 0501a3185c500001a3185c5001",
      ]
    `)
  expect(relayMessages.map((message) => `${message.type} ${shortened(encodeRelayMessage(message))}`))
    .toMatchInlineSnapshot(`
      [
        "challenge 0100010002 (44x32) 01a3185c5000010000000010000001",
        "welcome 030001 (9ex16) 01a3185c5000",
        "frames 23 (d0x16) 0000000100000000000100000003f1f2f3 (abx16)",
        "found 24 (d0x16) 00000000",
        "caughtUp 13 (d0x16) 0101 (9ex16) 000000000007 (abx16)",
        "caughtUp 13 (d0x16) 0000",
        "acks 26 (d0x16) 00000001 (57x16) 00000002000000000201",
        "refused 27 (d0x16) (57x16) 0000000201",
        "presence 3000000003f1f2f3",
        "joined 14 (d0x16)",
        "missing 25 (d0x16) (57x16) 0000000300000004",
        "snapshotWanted 22 (d0x16) 000000000201",
        "closed 12 (d0x16) 07",
        "ping 0401a3185c5000",
        "pong 0501a3185c500001a3185c5001",
        "error 060c",
      ]
    `)
})
it('F10 the header of every type of frame has these bytes', () => {
  const headers = (['update', 'snapshot', 'close', 'presence'] as const).map((type) =>
    shortened(encodeFrameHeader({ type, team: id(0x7e), doc, strand, seq: 258, nonce: fill(0x99, 12) })),
  )
  expect(headers).toMatchInlineSnapshot(`
    [
      "0101 (7ex16) (d0x16) (57x16) 00000102 (99x12)",
      "0102 (7ex16) (d0x16) (57x16) 00000102 (99x12)",
      "0103 (7ex16) (d0x16) (57x16) 00000102 (99x12)",
      "0104 (7ex16) (d0x16) (57x16) 00000102 (99x12)",
    ]
  `)
})
it('I5 invitations have these characters', () => {
  expect([
    formatInvitation({ mode: 'edit', editSecret: fill(0xe1, 32) }),
    formatInvitation({ mode: 'view', viewSecret: fill(0xe2, 32), writerKey: fill(0xe3, 32) }),
  ]).toMatchInlineSnapshot(`
    [
      "#e.4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eG4pk_i",
      "#v.4uLi4uLi4uLi4uLi4uLi4uLi4uLi4uLi4uLi4uLi4uI.4-Pj4-Pj4-Pj4-Pj4-Pj4-Pj4-Pj4-Pj4-Pj4-Pj4-PIK92s",
    ]
  `)
})
it('M7 the highest common version is spoken, or none', () => {
  expect(negotiateVersion({ min: 1, max: 3 }, { min: 2, max: 5 })).toBe(3)
  expect(negotiateVersion({ min: 1, max: 1 }, { min: 1, max: 1 })).toBe(1)
  expect(negotiateVersion({ min: 1, max: 1 }, { min: 2, max: 5 })).toBeUndefined()
})
