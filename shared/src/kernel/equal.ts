// Structural equality of JSON values, so that an equal value is never written.
import type { Json } from './json'
import { isJsonObject } from './json'

/** True when two JSON values are the same, key order aside. `undefined` equals only itself. */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item as Json, b[index] as Json))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  )
}
