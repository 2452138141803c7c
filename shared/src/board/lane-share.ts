// How much of what a team finishes is of one lane.
import { laneIn } from './columns'
import type { BoardSnapshot } from './snapshot'

export interface LaneShare {
  /** Cards finished in the time. */
  readonly all: number
  /** Those of them that are shown in the lane. */
  readonly ofLane: number
}

/** Cards finished from a moment on (ms since 1970), those put away since included. */
export function laneShare(board: BoardSnapshot, lane: string, since: number): LaneShare {
  let all = 0
  let ofLane = 0
  board.journeys.each((journey) => {
    if (journey.finishedAt === null || journey.finishedAt < since) return
    all += 1
    if (laneIn(board.basis.frame, journey) === lane) ofLane += 1
  })
  return { all, ofLane }
}
