// Telling JSON from whatever else a document may hold, since readers trust nothing.
import type { Json } from '../kernel'

/** Deeper values are refused, so that no hostile nesting exhausts the stack of a reader. */
const DEEPEST = 64

const isPlainObject = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** True for what JSON knows and needs no look inside. */
export const isScalar = (value: unknown): value is null | boolean | number | string =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  value === null ||
  (typeof value === 'number' && Number.isFinite(value))

/**
 * A copy of `raw` with own members only, or undefined where it is not JSON.
 * The decoder of Yjs turns a member named `__proto__` into a prototype; the copy leaves that out.
 */
export function cleanJson(raw: unknown, depth = 0): Json | undefined {
  if (isScalar(raw)) return raw
  if (typeof raw !== 'object' || raw === null || depth > DEEPEST) return undefined
  if (Array.isArray(raw)) {
    const items: Json[] = []
    for (const item of raw as unknown[]) {
      const clean = cleanJson(item, depth + 1)
      if (clean === undefined) return undefined
      items.push(clean)
    }
    return items
  }
  if (isInstance(raw)) return undefined
  const clean: Record<string, Json> = {}
  for (const [key, item] of Object.entries(raw)) {
    if (key === '__proto__' || item === undefined) continue
    const value = cleanJson(item, depth + 1)
    if (value === undefined) return undefined
    clean[key] = value
  }
  return clean
}

/** True for a Yjs type or another class's object, as opposed to one whose prototype came out of data. */
function isInstance(value: object): boolean {
  let prototype = Object.getPrototypeOf(value) as object | null
  while (prototype !== null && prototype !== Object.prototype && prototype !== Array.prototype) {
    const maker = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value as unknown
    if (typeof maker === 'function') return true
    prototype = Object.getPrototypeOf(prototype) as object | null
  }
  return false
}

const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text)

/** Text as it will arrive at the others: UTF-8 knows no half of a surrogate pair. */
export const wellFormed = (text: string): string =>
  hasLoneSurrogate(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text

/**
 * `value` as it may be written: the same reference where nothing had to be mended.
 * Mended are null prototypes (Yjs refuses them) and halves of surrogate pairs.
 * @throws TypeError where it is not JSON, or has a member that the decoder would not give back.
 */
export function writableJson(value: unknown, where: string, depth = 0): Json {
  if (typeof value === 'string') return wellFormed(value)
  if (isScalar(value)) return value
  if (typeof value !== 'object' || depth > DEEPEST) throw new TypeError(`${where} is not JSON`)
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map((item, index) =>
      writableJson(item, `${where}[${index}]`, depth + 1),
    )
    return items.every((item, index) => item === value[index]) ? (value as Json) : items
  }
  if (!isPlainObject(value as object)) throw new TypeError(`${where} is not JSON`)
  let same = Object.getPrototypeOf(value) !== null
  const mended: Record<string, Json> = {}
  for (const [key, item] of Object.entries(value as object)) {
    if (key === '__proto__' || key === 'constructor') throw new TypeError(`${where} has a member ${key}`)
    const name = wellFormed(key)
    const clean = writableJson(item, `${where}.${key}`, depth + 1)
    same &&= name === key && clean === item
    mended[name] = clean
  }
  return same ? (value as Json) : mended
}

/** Freezes plain objects and arrays to the bottom, for development; stops at what is frozen already. */
export function deepFreeze<T>(value: T): T {
  const open: unknown[] = [value]
  for (let item = open.pop(); item !== undefined || open.length > 0; item = open.pop()) {
    if (typeof item !== 'object' || item === null || Object.isFrozen(item)) continue
    if (!Array.isArray(item) && !isPlainObject(item)) continue
    Object.freeze(item)
    open.push(...Object.values(item as object))
  }
  return value
}
