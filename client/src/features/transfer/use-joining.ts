// Bringing a file's cards onto a board that is there: which board, what becomes of the columns, and the one act that does it.
import { useEffect, useRef, useState } from 'react'
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { joinTargetOf, takeIn, takeInPart } from '@yokoten/shared/transfer'
import type { BoardSummary, ColumnChoices, Joining, JoinTarget } from '@yokoten/shared/transfer'
import type { DocumentHandle, TeamSession } from '../../session/api'
import type { ImportWorker } from './import-worker'

/** Between two parts: what leaves for the others is sealed meanwhile, a little at a time, and hands come first. */
const REST_MS = 50

/** In the list of boards: none of them, but a new one. */
export const NEW_BOARD = ''

export interface JoinPreview extends Joining {
  readonly target: JoinTarget
}

export interface JoiningSteps {
  /** The board that the cards come onto, or `NEW_BOARD`. */
  readonly into: string
  /** Undefined while it is being worked out, and for a new board. */
  readonly preview: JoinPreview | undefined
  choose(board: string): void
  place(column: string, to: string): void
  /**
   * Brings everything in, part by part and seen by nobody until all of it stands by one act, which undo takes back; false
   * where the board cannot be written. `onStep` is told after each of `of` steps.
   */
  join(worker: ImportWorker, onStep: (done: number, of: number) => void): Promise<boolean>
  /** Takes that act back; false where it was not the last one, or others have built on it. */
  undo(): boolean
}

/**
 * `read`: what came of the file with its mapping, undefined where it cannot be brought in as it is; matched anew
 * whenever it is another.
 */
export function useJoining(
  team: TeamSession<TeamSnapshot>,
  first: string,
  read: BoardSummary | undefined,
  worker: () => ImportWorker | undefined,
): JoiningSteps {
  const [into, setInto] = useState(first)
  const [choices, setChoices] = useState<ColumnChoices>({})
  const [preview, setPreview] = useState<JoinPreview>()
  const [board, setBoard] = useState<DocumentHandle<BoardSnapshot>>()
  const asking = useRef(worker)
  useEffect(() => {
    asking.current = worker
  })

  useEffect(() => {
    if (into === NEW_BOARD) return
    let isGone = false
    let handle: DocumentHandle<BoardSnapshot> | undefined
    void team.open(boardDocument, `board/${into}`).then((opened) => {
      handle = opened
      if (isGone) opened.release()
      else setBoard(opened)
    })
    return () => {
      isGone = true
      setBoard(undefined)
      handle?.release()
    }
  }, [team, into])

  useEffect(() => {
    // A board that has not reached this device yet has no columns to match.
    if (!board?.get().ready || !read) return
    let isGone = false
    const target = joinTargetOf(board.get())
    void asking
      .current()
      ?.match(target, choices)
      .then(
        (joining) => !isGone && setPreview({ ...joining, target }),
        // The worker has ended: then the file is read anew.
        () => undefined,
      )
    return () => {
      isGone = true
      setPreview(undefined)
    }
  }, [board, read, choices])

  return {
    into,
    preview,
    choose(next) {
      setInto(next)
      setChoices({})
    },
    place: (column, to) => setChoices((before) => ({ ...before, [column]: to })),
    async join(working, onStep) {
      if (!board) return false
      const { parts, ...whole } = await working.join(joinTargetOf(board.get()), choices)
      for (let index = 0; index < parts; index++) {
        const changes = await working.part(index)
        if (!board.run(takeInPart, { changes }).ok) return false
        onStep(index + 1, parts + 1)
        await new Promise((resolve) => setTimeout(resolve, REST_MS))
      }
      return board.run(takeIn, whole).ok
    },
    undo: () => board?.undoState.get().undo === takeIn.name && board.undo().done,
  }
}
