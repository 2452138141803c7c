// At most one call a while, the last one always made: for pointers that others follow.

export interface Throttle<A extends readonly unknown[]> {
  call(...args: A): void
  /** Forgets a call that is still waiting. */
  cancel(): void
}

export function createThrottle<A extends readonly unknown[]>(
  everyMs: number,
  run: (...args: A) => void,
): Throttle<A> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: A | undefined
  const rest = () => {
    timer = undefined
    if (!waiting) return
    const args = waiting
    waiting = undefined
    timer = setTimeout(rest, everyMs)
    run(...args)
  }
  return {
    call(...args) {
      if (timer !== undefined) {
        waiting = args
        return
      }
      timer = setTimeout(rest, everyMs)
      run(...args)
    },
    cancel() {
      waiting = undefined
    },
  }
}
