// Libraries' own intervals, put to rest while a simulation runs: a killed tab cannot clear its intervals, and each
// would keep the tab's documents in memory for as long as the process lives.

/**
 * From now on `setInterval` does nothing in this process; the result restores it. y-websocket and y-protocols use
 * intervals to watch a connection that here is always there, and to renew presence, which the session does itself.
 */
export function suspendIntervals(): () => void {
  const { setInterval, clearInterval } = globalThis
  const resting = new Set<unknown>()
  const rest = () => {
    const handle = { unref: () => handle, ref: () => handle, hasRef: () => false }
    resting.add(handle)
    return handle
  }
  Object.assign(globalThis, {
    setInterval: rest,
    clearInterval: (handle: Parameters<typeof clearInterval>[0]) => {
      if (!resting.delete(handle)) clearInterval(handle)
    },
  })
  return () => {
    Object.assign(globalThis, { setInterval, clearInterval })
  }
}
