// Long work in short slices, so that typing, pulls and what others do come in between.
const SLICE_MS = 6

/** Goes on until told to stop; true when there is nothing left to do. */
export type Work = (isOver: () => boolean) => boolean

/** Runs something once, soon; returns how to call it off. */
export type Soon = (run: () => void) => () => void

export const soon: Soon = (run) => {
  const timer = setTimeout(run, 0)
  return () => clearTimeout(timer)
}

/** Does the first slice at once and the rest later; returns how to call it off. `onDone` is called unless it is. */
export function inSlices(
  work: Work,
  onDone: () => void,
  later: Soon = soon,
  clock: () => number = () => performance.now(),
): () => void {
  let callOff: (() => void) | undefined
  let isCalledOff = false
  const slice = () => {
    callOff = undefined
    const end = clock() + SLICE_MS
    const isDone = work(() => clock() >= end)
    if (isCalledOff) return
    if (isDone) onDone()
    else callOff = later(slice)
  }
  slice()
  return () => {
    isCalledOff = true
    callOff?.()
  }
}
