// What a log stands on: an ordered map of bytes whose writes are durable all at once or not at all.

/** One write: a value, or undefined to take the key out. */
export type Write = readonly [key: Uint8Array, value: Uint8Array | undefined]

export interface Store {
  /** The committed value; the caller does not change it. */
  get(key: Uint8Array): Uint8Array | undefined
  /** Visits committed pairs with `from` <= key < `to` in ascending byte order until `visit` returns false. */
  range(from: Uint8Array, to: Uint8Array, visit: (key: Uint8Array, value: Uint8Array) => boolean | void): void
  /**
   * Writes all or nothing. True once the writes are on the disk; false where there is no room (or the disk fails),
   * and then everything is as before. One commit at a time: the caller awaits before the next.
   */
  commit(writes: readonly Write[]): Promise<boolean>
  close(): Promise<void>
}
