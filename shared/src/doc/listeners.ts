// Telling listeners, so that what one of them throws never reaches an edit nor the listeners after it.

export interface Listeners {
  add(listener: () => void): () => void
  notify(): void
}

/** A bug in a listener or a projection shows as an unhandled rejection: seen by tests and the app's error report. */
export const surface = (error: unknown): void => {
  void Promise.reject(error instanceof Error ? error : new Error(String(error)))
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    add(listener) {
      // A wrapper of its own, so that the same function added twice is told twice and removed once.
      const own = () => listener()
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    notify() {
      for (const listener of [...listeners]) {
        try {
          listener()
        } catch (error) {
          surface(error)
        }
      }
    },
  }
}
