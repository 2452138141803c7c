import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, isBase64, toBase64 } from './base64'

describe('base64', () => {
  it('is that of RFC 4648, section 10', () => {
    const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
    const vectors = {
      '': '',
      f: 'Zg==',
      fo: 'Zm8=',
      foo: 'Zm9v',
      foob: 'Zm9vYg==',
      fooba: 'Zm9vYmE=',
      foobar: 'Zm9vYmFy',
    }
    for (const [plain, coded] of Object.entries(vectors)) {
      expect(toBase64(ascii(plain))).toBe(coded)
      expect(fromBase64(coded)).toEqual(ascii(plain))
    }
    expect(toBase64(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('+//+')
  })
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64(bytes)
        expect(isBase64(text)).toBe(true)
        expect(fromBase64(text)).toEqual(bytes)
      }),
    )
  })
  it('knows other texts', () => {
    for (const text of ['Zg=', 'Zg', 'Z===', '=Zg=', 'Zm9-', 'Zm9 ']) expect(isBase64(text)).toBe(false)
    expect(isBase64('A'.repeat(40_000_000))).toBe(true)
  })
})
