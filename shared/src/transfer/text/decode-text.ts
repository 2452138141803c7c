// A file's bytes as text, with the encoding found out: what spreadsheets and other tools save is not always UTF-8.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export const ENCODINGS: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']

/** Windows-1252 from 0x80 to 0x9f, where it differs from Latin-1. The five that it leaves open stay control codes. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const REPLACEMENT = 0xfffd
/** Code units put together at once: more would be too many arguments. */
const CHUNK = 8_192

/** Collects code units into a text. */
function createText() {
  let text = ''
  let units: number[] = []
  const flush = () => {
    text += String.fromCharCode(...units)
    units = []
  }
  return {
    add(unit: number) {
      units.push(unit)
      if (units.length >= CHUNK) flush()
    },
    end(): string {
      flush()
      return text
    },
  }
}

/** UTF-8 as RFC 3629 has it; what is none of it becomes a replacement character each and is counted. */
function fromUtf8(bytes: Uint8Array, start: number) {
  const text = createText()
  let bad = 0
  let several = 0
  const length = bytes.length
  const tail = (at: number): number => {
    const byte = bytes[at]
    return byte !== undefined && (byte & 0xc0) === 0x80 ? byte & 0x3f : -1
  }
  for (let i = start; i < length;) {
    const first = bytes[i] as number
    if (first < 0x80) {
      text.add(first)
      i++
      continue
    }
    const size =
      first >= 0xc2 && first < 0xe0
        ? 2
        : first >= 0xe0 && first < 0xf0
          ? 3
          : first >= 0xf0 && first < 0xf5
            ? 4
            : 0
    let code = size === 2 ? first & 0x1f : size === 3 ? first & 0x0f : first & 0x07
    let isWhole = size > 0
    for (let at = 1; at < size; at++) {
      const more = tail(i + at)
      if (more < 0) isWhole = false
      code = (code << 6) | more
    }
    if (size === 3 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) isWhole = false
    if (size === 4 && (code < 0x10000 || code > 0x10ffff)) isWhole = false
    if (!isWhole) {
      bad++
      text.add(REPLACEMENT)
      i++
      continue
    }
    several++
    if (code >= 0x10000) {
      text.add(0xd800 + ((code - 0x10000) >> 10))
      text.add(0xdc00 + ((code - 0x10000) & 0x3ff))
    } else text.add(code)
    i += size
  }
  return { text: text.end(), bad, several }
}

function fromUtf16(bytes: Uint8Array, start: number, isLittle: boolean): string {
  const text = createText()
  for (let i = start; i + 1 < bytes.length; i += 2) {
    const one = bytes[i] as number
    const two = bytes[i + 1] as number
    text.add(isLittle ? one | (two << 8) : (one << 8) | two)
  }
  return text.end()
}

function fromWindows(bytes: Uint8Array): string {
  const text = createText()
  for (const byte of bytes) text.add(byte >= 0x80 && byte < 0xa0 ? WINDOWS.charCodeAt(byte - 0x80) : byte)
  return text.end()
}

/** How many bytes the mark at the beginning has, and which encoding it stands for. */
function markOf(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/** In text of the West every second byte of UTF-16 is zero. */
function looksLikeUtf16(bytes: Uint8Array): Encoding | undefined {
  const seen = Math.min(bytes.length & ~1, 1_000)
  if (seen < 4) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < seen; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (odd > seen / 4 && even === 0) return 'utf-16le'
  return even > seen / 4 && odd === 0 ? 'utf-16be' : undefined
}

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Said by a mark at the beginning, and not guessed. */
  readonly isMarked: boolean
}

/**
 * The text of a file, without its mark. Without `wanted` the encoding is found: a mark says it; else bytes that are
 * UTF-8 throughout, or but for a few broken characters, are; the rest is Windows-1252, which takes any byte.
 */
export function decodeText(bytes: Uint8Array, wanted?: Encoding): Decoded {
  const mark = markOf(bytes)
  const start = mark && (wanted ?? mark.encoding) === mark.encoding ? mark.length : 0
  const known = wanted ?? mark?.encoding ?? looksLikeUtf16(bytes)
  const isMarked = mark !== undefined && mark.encoding === known
  if (known === 'utf-16le' || known === 'utf-16be')
    return { text: fromUtf16(bytes, start, known === 'utf-16le'), encoding: known, isMarked }
  if (known === 'windows-1252') return { text: fromWindows(bytes), encoding: known, isMarked }
  const { text, bad, several } = fromUtf8(bytes, start)
  if (known === 'utf-8' || bad === 0 || bad * 10 < several) return { text, encoding: 'utf-8', isMarked }
  return { text: fromWindows(bytes), encoding: 'windows-1252', isMarked: false }
}
