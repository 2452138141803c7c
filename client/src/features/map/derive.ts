// A part of a changing value that tells its listeners only when the part differs: thirty pointers move, few things care.
import type { Readable } from '../../session/api'

export function derive<S, T>(
  source: Readable<S>,
  compute: (value: S) => T,
  isEqual: (a: T, b: T) => boolean,
): Readable<T> {
  let known: { readonly from: S; readonly value: T } | undefined
  const listeners = new Set<() => void>()
  let stop: (() => void) | undefined
  const get = (): T => {
    const from = source.get()
    if (known?.from === from) return known.value
    const fresh = compute(from)
    known = { from, value: known && isEqual(known.value, fresh) ? known.value : fresh }
    return known.value
  }
  return {
    get,
    subscribe(listener) {
      listeners.add(listener)
      if (!stop) {
        let told = get()
        stop = source.subscribe(() => {
          const now = get()
          if (now === told) return
          told = now
          for (const tell of [...listeners]) tell()
        })
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
  }
}
