// Repeatable randomness for tests: the same seed gives the same bytes.

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, good enough for tests. */
export function seededBytes(seed: number): (length: number) => Uint8Array<ArrayBuffer> {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let h = Math.imul(state ^ (state >>> 15), state | 1)
    h ^= h + Math.imul(h ^ (h >>> 7), h | 61)
    return (h ^ (h >>> 14)) >>> 0
  }
  return (length) => new Uint8Array(length).map(() => next() & 0xff)
}
