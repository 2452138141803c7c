// When screens are told of what came from elsewhere: at a frame, though not at every one.
import type { After, NextFrame } from './ports'

/** Twenty times a second at most, and less where drawing takes long: the time between is for the hands at this screen. */
const REST_MS = 50
/** The rest is at least so many times as long as it took to tell and to draw. */
const REST_TIMES = 2
/** A page that is not in sight draws no frames: what waits for one comes by the clock then. */
const UNSEEN_MS = 250

/** `now` in ms; `frame` runs something at the page's next frame and returns how to call it off. */
export function createNextFrame(options: {
  readonly now: () => number
  readonly after: After
  readonly frame: (run: () => void) => () => void
}): NextFrame {
  const { now, after, frame } = options
  let restsUntil = -Infinity
  return (run) => {
    let callOffFrame: (() => void) | undefined
    const callOff = () => {
      callOffFrame?.()
      callOffRest?.()
      callOffUnseen()
    }
    const once = () => {
      callOff()
      const start = now()
      run()
      restsUntil = now() + REST_MS
      // The page's next task comes when it has drawn.
      after(0, () => {
        restsUntil = now() + Math.max(REST_MS, REST_TIMES * (now() - start))
      })
    }
    const atFrame = () => {
      callOffFrame = frame(once)
    }
    const wait = restsUntil - now()
    const callOffRest = wait > 0 ? after(wait, atFrame) : undefined
    if (!callOffRest) atFrame()
    const callOffUnseen = after(UNSEEN_MS, once)
    return callOff
  }
}
