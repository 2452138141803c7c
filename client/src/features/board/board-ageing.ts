// What is usual on this board, worked out when the browser has nothing else to do: never before the first paint or within a pull.
import { createAgeing } from '@yokoten/shared/board'
import type { Ageing, BoardSnapshot, Calendar, Figures } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import type { Readable } from '../../session/api'

const UNKNOWN: Figures = { bands: new Map(), cycle: null, finished: [], left: new Map() }
/** After this many ms it is done even if the browser is never idle. */
const LATEST_MS = 2_000

/** Finished cards looked at in one go: a board that is opened has thousands, and hands come first. */
const AT_ONCE = 500

/** Runs something once, later; returns how to call it off. */
export type Later = (run: () => void) => () => void

/** Afterwards the page is left alone for so many times as long as it took: on a large board cards finish all the time. */
const REST = 20

/** When the browser is idle, and has rested from the time before. */
function createWhenIdle(): Later {
  let restsUntil = 0
  return (run) => {
    const timed = () => {
      const start = performance.now()
      run()
      const end = performance.now()
      restsUntil = end + REST * (end - start)
    }
    let callOff = () => clearTimeout(timer)
    const whenIdle = () => {
      const handle = requestIdleCallback(timed, { timeout: LATEST_MS })
      callOff = () => cancelIdleCallback(handle)
    }
    const hasIdle = typeof requestIdleCallback !== 'undefined'
    const wait = Math.max(restsUntil - performance.now(), hasIdle ? 0 : LATEST_MS / 10)
    const timer = setTimeout(hasIdle ? whenIdle : timed, wait)
    return () => callOff()
  }
}

/** What a card's age is held against; how many cards are behind a percentile changes with each one that is finished. */
const asJson = ({ bands, cycle }: Ageing): Json => {
  const plain = ({ p50, p70, p85, p95 }: NonNullable<Ageing['cycle']>): Json => [p50, p70, p85, p95]
  return [
    [...bands].map(([column, band]): Json => [column, plain(band)]),
    cycle && plain(cycle),
  ] as unknown as Json
}

/** The percentiles alone: a finished card that leaves them as they are lets no other card be drawn again. */
export interface BoardAgeing extends Readable<Ageing> {
  /** The same with the finished cards behind it, new with each of them. */
  readonly figures: Readable<Figures>
}

/** Nothing is usual until it has been worked out. The same object stays while the figures do. */
export function createBoardAgeing(
  board: Readable<BoardSnapshot>,
  calendar: Calendar,
  later: Later = createWhenIdle(),
  atOnce = AT_ONCE,
): BoardAgeing {
  const figuresOf = createAgeing(calendar)
  const ageingListeners = new Set<() => void>()
  const figureListeners = new Set<() => void>()
  let ageing: Ageing = UNKNOWN
  let figures = UNKNOWN
  let callOff: (() => void) | undefined
  let stop: (() => void) | undefined
  const tell = (listeners: ReadonlySet<() => void>) => {
    for (const listener of [...listeners]) listener()
  }
  function workOut(): void {
    callOff = undefined
    if (!figuresOf.learn(board.get(), atOnce)) return plan()
    const next = figuresOf(board.get())
    if (next === figures) return
    figures = next
    const isSame = isEqual(asJson(next), asJson(ageing))
    if (!isSame) ageing = next
    tell(figureListeners)
    if (!isSame) tell(ageingListeners)
  }
  function plan(): void {
    callOff ??= later(workOut)
  }
  const listening = () => ageingListeners.size + figureListeners.size
  const subscribeTo = (listeners: Set<() => void>) => (listener: () => void) => {
    if (listening() === 0) {
      stop = board.subscribe(plan)
      plan()
    }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listening() > 0) return
      stop?.()
      callOff?.()
      callOff = undefined
    }
  }
  return {
    get: () => ageing,
    subscribe: subscribeTo(ageingListeners),
    figures: { get: () => figures, subscribe: subscribeTo(figureListeners) },
  }
}
