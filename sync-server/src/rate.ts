// A token bucket: how long a sender must wait, given what it has sent.

export interface Rate {
  /** Takes `amount` and says how many milliseconds to wait until the bucket is out of debt; 0: go on. */
  take(amount: number, now: number): number
}

/** `perSecond` flows in, up to `burst`. One large amount may go into debt, so that it is slow but never stuck. */
export function createRate(perSecond: number, burst: number, start: number): Rate {
  let level = burst
  let last = start
  return {
    take(amount, now) {
      level = Math.min(burst, level + (Math.max(0, now - last) / 1_000) * perSecond)
      last = now
      level -= amount
      return level >= 0 ? 0 : Math.ceil((-level / perSecond) * 1_000)
    },
  }
}
