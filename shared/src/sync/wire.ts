// Codecs for fixed-width binary fields: one value has one encoding, reading never throws, every length is bounded.
import { bytesToHex, hexToBytes } from './bytes'

export interface Writer {
  u8(value: number): void
  /** An unsigned big-endian number of `width` bytes, at most 6. */
  uint(value: number, width: number): void
  bytes(value: Uint8Array): void
  /** The bytes, where they fit exactly without a copy: nothing is to be written afterwards. */
  finish(): Uint8Array<ArrayBuffer>
}

/** Reading past the end or an impossible value sets `failed`; what is read afterwards is meaningless zeros. */
export interface Reader {
  readonly failed: boolean
  readonly left: number
  fail(): void
  u8(): number
  uint(width: number): number
  /** A view into the input, not a copy. */
  bytes(length: number): Uint8Array
}

export interface Codec<T> {
  /** Throws a RangeError for a value outside the type's range: that is a bug of the caller. */
  write(to: Writer, value: T): void
  read(from: Reader): T
}

export type ValueOf<C> = C extends Codec<infer T> ? T : never

export function createWriter(): Writer {
  let buffer = new Uint8Array(256)
  let at = 0
  const reserve = (length: number) => {
    if (at + length <= buffer.length) return
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + length))
    larger.set(buffer)
    buffer = larger
  }
  const writer: Writer = {
    u8: (value) => writer.uint(value, 1),
    uint(value, width) {
      if (!Number.isInteger(value) || value < 0 || value >= 256 ** width)
        throw new RangeError(`${value} does not fit ${width} bytes`)
      reserve(width)
      let rest = value
      for (let i = width - 1; i >= 0; i--) {
        buffer[at + i] = rest % 256
        rest = Math.floor(rest / 256)
      }
      at += width
    },
    bytes(value) {
      reserve(value.length)
      buffer.set(value, at)
      at += value.length
    },
    finish: () => (at === buffer.length ? buffer : buffer.slice(0, at)),
  }
  return writer
}

const NOTHING = new Uint8Array(0)

export function createReader(input: Uint8Array): Reader {
  let at = 0
  let failed = false
  const reader: Reader = {
    get failed() {
      return failed
    },
    get left() {
      return failed ? 0 : input.length - at
    },
    fail() {
      failed = true
    },
    u8: () => reader.uint(1),
    uint(width) {
      if (reader.left < width) {
        failed = true
        return 0
      }
      let value = 0
      for (let i = 0; i < width; i++) value = value * 256 + (input[at + i] ?? 0)
      at += width
      return value
    },
    bytes(length) {
      if (reader.left < length) {
        failed = true
        return NOTHING
      }
      at += length
      return input.subarray(at - length, at)
    },
  }
  return reader
}

const uint = (width: number): Codec<number> => ({
  write: (to, value) => to.uint(value, width),
  read: (from) => from.uint(width),
})

export const u8 = uint(1)
export const u16 = uint(2)
export const u32 = uint(4)
/** Relay sequences and times in milliseconds since 1970. */
export const u48 = uint(6)

export const flag: Codec<boolean> = {
  write: (to, value) => to.u8(value ? 1 : 0),
  read(from) {
    const byte = from.u8()
    if (byte > 1) from.fail()
    return byte === 1
  },
}

/** A closed set of names, written as the byte that stands for each. */
export function oneOf<T extends string>(names: Readonly<Record<T, number>>): Codec<T> {
  const byByte = new Map(Object.entries<number>(names).map(([name, byte]) => [byte, name as T]))
  const [fallback] = byByte.values()
  return {
    write: (to, value) => to.u8(names[value]),
    read(from) {
      const name = byByte.get(from.u8())
      if (name === undefined) from.fail()
      return name ?? (fallback as T)
    },
  }
}

/** `length` bytes as they are. */
export const fixed = (length: number): Codec<Uint8Array> => ({
  write(to, value) {
    if (value.length !== length) throw new RangeError(`${value.length} bytes where ${length} belong`)
    to.bytes(value)
  },
  read: (from) => from.bytes(length),
})

/** A 16-byte id, outside the wire as 32 lowercase hexadecimal characters. */
export const id16: Codec<string> = {
  write(to, value) {
    const bytes = hexToBytes(value)
    if (bytes?.length !== 16) throw new RangeError('not an id of 16 bytes')
    to.bytes(bytes)
  },
  read: (from) => bytesToHex(from.bytes(16)),
}

/** Bytes with their length before them. */
export const blob = (max: number): Codec<Uint8Array> => ({
  write(to, value) {
    if (value.length > max) throw new RangeError(`${value.length} bytes where at most ${max} belong`)
    to.uint(value.length, 4)
    to.bytes(value)
  },
  read(from) {
    const length = from.uint(4)
    if (length > max) from.fail()
    return from.bytes(length)
  },
})

/** Printable ASCII with its length before it. */
export const ascii = (max: number): Codec<string> => ({
  write(to, value) {
    if (value.length > max || !/^[ -~]*$/.test(value)) throw new RangeError('not short printable ASCII')
    to.uint(value.length, 2)
    for (let i = 0; i < value.length; i++) to.u8(value.charCodeAt(i))
  },
  read(from) {
    const length = from.uint(2)
    if (length > max) from.fail()
    let text = ''
    for (const byte of from.bytes(length)) {
      if (byte < 32 || byte > 126) from.fail()
      text += String.fromCharCode(byte)
    }
    return text
  },
})

export const optional = <T>(codec: Codec<T>): Codec<T | undefined> => ({
  write(to, value) {
    flag.write(to, value !== undefined)
    if (value !== undefined) codec.write(to, value)
  },
  read: (from) => (flag.read(from) ? codec.read(from) : undefined),
})

export const list = <T>(codec: Codec<T>, max: number): Codec<readonly T[]> => ({
  write(to, value) {
    if (value.length > max) throw new RangeError(`${value.length} items where at most ${max} belong`)
    to.uint(value.length, 4)
    for (const item of value) codec.write(to, item)
  },
  read(from) {
    const length = from.uint(4)
    if (length > max) from.fail()
    const items: T[] = []
    for (let i = 0; i < length && !from.failed; i++) items.push(codec.read(from))
    return items
  },
})

/** Fields in the order in which they are declared. */
export function record<T extends object>(fields: {
  readonly [K in keyof T]: Codec<T[K]>
}): Codec<{ readonly [K in keyof T]: T[K] }> {
  const names = Object.keys(fields) as (keyof T)[]
  return {
    write(to, value) {
      for (const name of names) fields[name].write(to, value[name])
    },
    read(from) {
      const value: Partial<T> = {}
      for (const name of names) value[name] = fields[name].read(from)
      return value as T
    },
  }
}
