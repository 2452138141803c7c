// Values that change, as the session hands them to screens.
import type { Readable } from './api'

export interface Cell<T> extends Readable<T> {
  /** Listeners are told only where the new value differs. */
  set(value: T): void
}

export function createCell<T>(initial: T, isEqual: (a: T, b: T) => boolean = Object.is): Cell<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (isEqual(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      const own = () => listener()
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
  }
}
