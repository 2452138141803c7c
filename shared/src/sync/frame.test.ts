import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { bytesToHex, concatBytes } from './bytes'
import { bucketSize, packContent, unpackContent } from './content'
import type { Compression, FrameContent } from './content'
import { createFrames } from './frame'
import type { FrameDraft, Frames } from './frame'
import { FRAME_OVERHEAD, HEADER_BYTES, parseFrameHeader } from './frame-header'
import type { FrameType } from './frame-header'
import { createEditSecret, deriveTeamKeys } from './keys'
import type { TeamKeys } from './keys'
import { LIMITS } from './limits'
import { createCheapCrypto } from './test-support/cheap-crypto'
import { seededBytes } from './test-support/seeded-bytes'

const crypto = createCheapCrypto(seededBytes(3))
const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytesToHex)
const version = fc.nat(0xffff)
const content: fc.Arbitrary<FrameContent> = fc.record({
  schema: fc.tuple(version, version).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  body: fc.uint8Array({ maxLength: 400 }),
  vector: fc.option(
    fc
      .array(fc.tuple(id, fc.integer({ min: 1, max: 0xffffffff })), { maxLength: 6 })
      .map((all) => new Map(all)),
    { nil: undefined },
  ),
})
const drafts: fc.Arbitrary<FrameDraft> = fc
  .record({
    type: fc.constantFrom<FrameType>('update', 'snapshot', 'close', 'presence'),
    doc: id,
    strand: id,
    seq: fc.integer({ min: 1, max: 0xffffffff }),
    content,
  })
  .map((draft) => (draft.type === 'presence' ? { ...draft, seq: 0 } : draft))
/** Run-length coding: pairs of count and byte. */
const runs: Compression = {
  async deflate(bytes) {
    const out: number[] = []
    for (const byte of bytes) {
      if (out.at(-1) === byte && (out.at(-2) ?? 255) < 255) out[out.length - 2] = (out.at(-2) ?? 0) + 1
      else out.push(1, byte)
    }
    return Uint8Array.from(out)
  },
  async inflate(bytes, size) {
    const out: number[] = []
    for (let i = 0; i + 1 < bytes.length; i += 2)
      for (let count = 0; count < (bytes[i] ?? 0) && out.length <= size; count++) out.push(bytes[i + 1] ?? 0)
    return out.length === size ? Uint8Array.from(out) : undefined
  },
}

let keys: TeamKeys
let frames: Frames
let readers: Frames
beforeAll(async () => {
  keys = await deriveTeamKeys(crypto, { mode: 'edit', editSecret: createEditSecret(crypto) })
  frames = createFrames(crypto, keys)
  readers = createFrames(crypto, await deriveTeamKeys(crypto, keys.invitations.view))
})
const sealed = async (draft: FrameDraft, by: Frames = frames): Promise<Uint8Array> => {
  const frame = await by.seal(draft)
  if (!frame.ok) throw new Error(frame.error.reason)
  return frame.value
}
const draft: FrameDraft = {
  type: 'update',
  doc: '11'.repeat(16),
  strand: '22'.repeat(16),
  seq: 1,
  content: { schema: { min: 1, max: 1 }, body: Uint8Array.of(1, 2, 3), vector: undefined },
}

describe('frames', () => {
  it('F1 open to what was sealed, for writers and readers', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (each) => {
        const frame = await sealed(each)
        const { type, doc, strand, seq } = each
        const opened = { header: { type, team: keys.team, doc, strand, seq }, content: each.content }
        for (const by of [frames, readers])
          expect(await by.open(frame, doc)).toMatchObject({ ok: true, value: opened })
      }),
    )
  })
  it('F2 show a relay their header, and nothing of their contents', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (each) => {
        const frame = await sealed(each)
        const { type, doc, strand, seq } = each
        expect(parseFrameHeader(frame)).toMatchObject({
          ok: true,
          value: { type, team: keys.team, doc, strand, seq },
        })
      }),
    )
    const body = Uint8Array.from('a title that is long enough', (character) => character.charCodeAt(0))
    const frame = await sealed({ ...draft, content: { ...draft.content, body } })
    expect(bytesToHex(frame)).not.toContain(bytesToHex(body.subarray(0, 8)))
  })
  it('F3 are refused when any byte is altered, or one is cut off or added', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.nat(), fc.integer({ min: 1, max: 255 }), async (each, where, by) => {
        const frame = await sealed(each)
        const altered = frame.slice()
        const at = where % frame.length
        altered[at] = (altered[at] ?? 0) ^ by
        expect((await frames.open(altered, each.doc)).ok).toBe(false)
        expect((await frames.open(frame.subarray(0, at), each.doc)).ok).toBe(false)
        expect((await frames.open(concatBytes(frame, Uint8Array.of(by)), each.doc)).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
  it('F3 noise is refused without a throw, by the header and by opening', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (noise, isLike) => {
        if (isLike && noise.length > 2) noise.set([1, 1 + ((noise[1] ?? 0) % 4)])
        parseFrameHeader(noise)
        expect((await frames.open(noise, draft.doc)).ok).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
  it('F4 of another team, another document or a later version are told apart', async () => {
    const frame = await sealed(draft)
    const reason = async (bytes: Uint8Array, doc: string) => {
      const opened = await frames.open(bytes, doc)
      return opened.ok ? 'opened' : opened.error.reason
    }
    expect(await reason(frame, '33'.repeat(16))).toBe('wrong-document')
    const later = frame.slice()
    later[0] = 2
    expect(await reason(later, draft.doc)).toBe('unknown-version')
    const strangers = createFrames(
      crypto,
      await deriveTeamKeys(crypto, { mode: 'edit', editSecret: createEditSecret(crypto) }),
    )
    expect(await reason(await sealed(draft, strangers), draft.doc)).toBe('wrong-team')
  })
  it('F5 a reader can show presence, and nothing else', async () => {
    for (const type of ['update', 'snapshot', 'close'] as const)
      expect(await readers.seal({ ...draft, type })).toEqual({ ok: false, error: { reason: 'view-only' } })
    const presence = await sealed({ ...draft, type: 'presence', seq: 0 }, readers)
    expect((await frames.open(presence, draft.doc)).ok).toBe(true)
  })
  it('F5 an update signed with the reader’s key is refused', async () => {
    const posing = createFrames(crypto, { ...keys, writer: keys.reader })
    expect(await frames.open(await sealed(draft, posing), draft.doc)).toEqual({
      ok: false,
      error: { reason: 'bad-signature' },
    })
  })
  it('F6 presence has no number, everything stored has one', async () => {
    for (const [type, seq] of [
      ['presence', 1],
      ['update', 0],
    ] as const) {
      const odd = await sealed({ ...draft, type, seq })
      expect(parseFrameHeader(odd)).toEqual({ ok: false, error: { reason: 'malformed' } })
    }
  })
  it('F7 hide small differences of size', async () => {
    const sizes = new Set<number>()
    for (let length = 0; length < 90; length++) {
      const body = new Uint8Array(length)
      sizes.add((await sealed({ ...draft, content: { ...draft.content, body } })).length)
    }
    expect([...sizes]).toEqual([FRAME_OVERHEAD + 128])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 27 }), (length) => {
        const bucket = bucketSize(length)
        expect(bucket).toBeGreaterThanOrEqual(length)
        expect(bucketSize(bucket)).toBe(bucket)
        expect(bucket).toBeLessThanOrEqual(Math.max(128, length <= 1024 ? 2 * length : (length * 9) / 8 + 1))
      }),
    )
  })
  it('F8 beyond the limits are refused before they are sealed', async () => {
    const tooLarge = { ok: false, error: { reason: 'too-large' } }
    const ofSize = (length: number) => ({ ...draft.content, body: new Uint8Array(length) })
    expect(await frames.seal({ ...draft, content: ofSize(LIMITS.frameBytes) })).toEqual(tooLarge)
    expect(
      await frames.seal({ ...draft, type: 'presence', seq: 0, content: ofSize(LIMITS.presenceBytes) }),
    ).toEqual(tooLarge)
    const strands = Array.from({ length: LIMITS.vectorStrands + 1 }, (_, n) =>
      n.toString(16).padStart(32, '0'),
    )
    const vector = new Map(strands.map((strand) => [strand, 1]))
    expect(await frames.seal({ ...draft, content: { ...draft.content, vector } })).toEqual(tooLarge)
    expect(parseFrameHeader(new Uint8Array(LIMITS.frameBytes + 1))).toEqual(tooLarge)
    const longPresence = concatBytes(
      (await sealed({ ...draft, type: 'presence', seq: 0 })).subarray(0, HEADER_BYTES),
      new Uint8Array(LIMITS.presenceBytes),
    )
    expect(parseFrameHeader(longPresence)).toEqual(tooLarge)
  })
  it('F9 the same contents sealed twice share no nonce', async () => {
    const [one, other] = [await sealed(draft), await sealed(draft)]
    expect(one).not.toEqual(other)
    expect(one.subarray(0, HEADER_BYTES)).not.toEqual(other.subarray(0, HEADER_BYTES))
  })
})

describe('contents', () => {
  const pack = async (each: FrameContent, compression?: Compression): Promise<Uint8Array> => {
    const packed = await packContent(each, compression)
    if (!packed) throw new Error('within the limits')
    return packed
  }
  it('C1 come out as they went in, compressed where that is smaller', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (each) => {
        expect(await unpackContent(await pack(each, runs), runs)).toEqual({ ok: true, value: each })
      }),
    )
    const long = { ...draft.content, body: new Uint8Array(5_000) }
    expect(await pack(long, runs)).toHaveLength(128)
    expect(await unpackContent(await pack(long, runs), undefined)).toEqual({
      ok: false,
      error: { reason: 'unknown-codec' },
    })
  })
  it('C2 have one encoding: altered contents are refused or are others', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.nat(), fc.integer({ min: 1, max: 255 }), async (each, where, by) => {
        const packed = await pack(each)
        const at = where % packed.length
        packed[at] = (packed[at] ?? 0) ^ by
        const read = await unpackContent(packed, undefined)
        if (read.ok) expect(await pack(read.value)).toEqual(packed)
      }),
      { numRuns: 1_000 },
    )
  })
  it('C3 noise, and a length that lies, are refused without a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        const read = await unpackContent(noise, runs)
        if (read.ok) expect(await pack(read.value)).toBeDefined()
      }),
      { numRuns: 1_000 },
    )
    const bomb = await pack({ ...draft.content, body: new Uint8Array(5_000) }, runs)
    bomb.set([0xff, 0xff, 0xff, 0xff], 5)
    expect(await unpackContent(bomb, runs)).toEqual({ ok: false, error: { reason: 'bad-content' } })
  })
})
