// Base64 (RFC 4648) without the platform: lib0's looks for a window and so fails in a worker.
import { decodeUtf8, encodeUtf8 } from 'lib0/string'

const ALPHABET = encodeUtf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const PADDING = 0x3d
const VALUES = new Uint8Array(256)
ALPHABET.forEach((character, value) => (VALUES[character] = value))

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0
const value = (text: Uint8Array, index: number): number => VALUES[at(text, index)] ?? 0

/** Standard alphabet, padded. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let end = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (at(bytes, i) << 16) | (at(bytes, i + 1) << 8) | at(bytes, i + 2)
    text[end++] = at(ALPHABET, three >>> 18)
    text[end++] = at(ALPHABET, (three >>> 12) & 63)
    text[end++] = i + 1 < bytes.length ? at(ALPHABET, (three >>> 6) & 63) : PADDING
    text[end++] = i + 2 < bytes.length ? at(ALPHABET, three & 63) : PADDING
  }
  return decodeUtf8(text)
}

/** Undoes `toBase64`. Expects what `isBase64` accepts. */
export function fromBase64(text: string): Uint8Array {
  const characters = encodeUtf8(text)
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((characters.length / 4) * 3 - padding)
  let end = 0
  for (let i = 0; i < characters.length; i += 4) {
    const three =
      (value(characters, i) << 18) |
      (value(characters, i + 1) << 12) |
      (value(characters, i + 2) << 6) |
      value(characters, i + 3)
    // A typed array takes no notice of what is written behind its end.
    bytes[end++] = three >>> 16
    bytes[end++] = three >>> 8
    bytes[end++] = three
  }
  return bytes
}

/** Checked without a repeated group: on tens of megabytes that would overflow the regular expression's stack. */
export function isBase64(text: string): boolean {
  const padding = text.indexOf('=')
  return text.length % 4 === 0 && (padding < 0 || padding >= text.length - 2) && !/[^A-Za-z0-9+/=]/.test(text)
}
