// What is usual on this board, worked out when the browser has nothing else to do: never before the first paint or within a pull.
import { createAgeing } from '@yokoten/shared/board'
import type { Ageing, BoardSnapshot, Calendar } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import type { Readable } from '../../session/api'

const UNKNOWN: Ageing = { bands: new Map(), cycle: null }
/** After this many ms it is done even if the browser is never idle. */
const LATEST_MS = 2_000

/** Runs something once, later; returns how to call it off. */
export type Later = (run: () => void) => () => void

const whenIdle: Later = (run) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, LATEST_MS / 10)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run, { timeout: LATEST_MS })
  return () => cancelIdleCallback(handle)
}

const asJson = ({ bands, cycle }: Ageing): Json => [[...bands], cycle] as unknown as Json

/** Nothing is usual until it has been worked out. The same object stays while the figures do. */
export function createBoardAgeing(
  board: Readable<BoardSnapshot>,
  calendar: Calendar,
  later: Later = whenIdle,
): Readable<Ageing> {
  const ageingOf = createAgeing(calendar)
  const listeners = new Set<() => void>()
  let ageing = UNKNOWN
  let callOff: (() => void) | undefined
  let stop: (() => void) | undefined
  const workOut = () => {
    callOff = undefined
    const next = ageingOf(board.get())
    if (isEqual(asJson(next), asJson(ageing))) return
    ageing = next
    for (const listener of [...listeners]) listener()
  }
  const plan = () => {
    callOff ??= later(workOut)
  }
  return {
    get: () => ageing,
    subscribe(listener) {
      if (listeners.size === 0) {
        stop = board.subscribe(plan)
        plan()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        callOff?.()
        callOff = undefined
      }
    },
  }
}
