// Bringing a file's cards onto a board that is there: which board, what becomes of the columns, and the one act that does it.
import { useEffect, useMemo, useRef, useState } from 'react'
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { PermitFor } from '@yokoten/shared/kernel'
import { joinTargetOf, takeIn, takeInPart } from '@yokoten/shared/transfer'
import type { BoardSummary, ColumnChoices, JoiningPlan, JoinTarget, ToTakeIn } from '@yokoten/shared/transfer'
import type { DocumentHandle, TeamSession } from '../../session/api'
import type { ImportWorker } from './import-worker'
import { rulesOfJoining } from './join-rules'
import type { JoinRules } from './join-rules'

/** Between two parts: what leaves for the others is sealed meanwhile, a little at a time, and hands come first. */
const REST_MS = 50

const isSame = (a: JoinTarget | undefined, b: JoinTarget): boolean => JSON.stringify(a) === JSON.stringify(b)

/** In the list of boards: none of them, but a new one. */
export const NEW_BOARD = ''

export interface JoinPreview extends JoiningPlan {
  readonly target: JoinTarget
}

/**
 * What came of bringing cards in. `asks`: the rules have to be looked at first, and nothing is written. `rules-changed`:
 * rules that arrived meanwhile do not let them stand, and nobody sees them. `failed`: the board cannot be written.
 */
export type Joined = 'done' | 'asks' | 'rules-changed' | 'failed'

export interface JoiningSteps {
  /** The board that the cards come onto, or `NEW_BOARD`. */
  readonly into: string
  /** Undefined until it is first worked out, and for a new board. */
  readonly preview: JoinPreview | undefined
  /** Whether the preview is of a moment ago, and the one of now still being worked out. */
  readonly isLooking: boolean
  /** What the team's rules say about that; undefined as long as there is no preview. */
  readonly rules: JoinRules | undefined
  /** Whether a rush that the rules hold up comes in as ordinary cards. */
  readonly isCalm: boolean
  calm(isCalm: boolean): void
  choose(board: string): void
  place(column: string, to: string): void
  /**
   * Brings everything in, part by part and seen by nobody until all of it stands by one act, which undo takes back. The
   * rules are asked before the first part and once more before that act. `onStep` is told after each of `of` steps.
   */
  join(worker: ImportWorker, onStep: (done: number, of: number) => void): Promise<Joined>
  /** Takes that act back; false where it was not the last one, or others have built on it. */
  undo(): boolean
}

/**
 * `read`: what came of the file with its mapping, undefined where it cannot be brought in as it is; matched anew
 * whenever it is another. `permit`: another function whenever what was agreed may be another.
 */
export function useJoining(
  team: TeamSession<TeamSnapshot>,
  first: string,
  read: BoardSummary | undefined,
  worker: () => ImportWorker | undefined,
  permit: PermitFor,
): JoiningSteps {
  const [into, setInto] = useState(first)
  const [choices, setChoices] = useState<ColumnChoices>({})
  const [wantsCalm, setCalm] = useState(false)
  const [board, setBoard] = useState<DocumentHandle<BoardSnapshot>>()
  const [target, setTarget] = useState<JoinTarget>()
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

  // The board as it is now: others go on working on it. Not while cards are being brought in, which asks the board itself.
  const isShown = read !== undefined
  useEffect(() => {
    if (!board || !isShown) return
    const look = () => {
      // A board that has not reached this device yet has no columns to match.
      if (!board.get().ready) return
      const now = joinTargetOf(board.get())
      setTarget((before) => (isSame(before, now) ? before : now))
    }
    look()
    const stop = board.subscribe(look)
    return () => {
      stop()
      setTarget(undefined)
    }
  }, [board, isShown])

  const question = useMemo(
    () => (board && target && read ? { board, target, read, choices } : undefined),
    [board, target, read, choices],
  )
  const [answer, setAnswer] = useState<{ readonly to: typeof question; readonly preview: JoinPreview }>()
  useEffect(() => {
    if (!question) return
    let isGone = false
    void asking
      .current()
      ?.match(question.target, question.choices)
      .then(
        (joining) => !isGone && setAnswer({ to: question, preview: { ...joining, target: question.target } }),
        // The worker has ended: then the file is read anew.
        () => undefined,
      )
    return () => {
      isGone = true
    }
  }, [question])
  // The one before stays in its place meanwhile, with the focus that is in it.
  const preview = question && answer?.to?.board === question.board ? answer.preview : undefined

  const ask = (on: DocumentHandle<BoardSnapshot>, plan: ToTakeIn): JoinRules =>
    rulesOfJoining(on.get(), plan, team.person.get() ?? '', permit)
  const isFree = (on: DocumentHandle<BoardSnapshot>, plan: ToTakeIn): boolean => {
    const { columns, rush } = ask(on, plan)
    return columns === undefined && rush === undefined
  }
  const rules = board && preview && ask(board, preview)
  const isCalm = wantsCalm && rules?.rush !== undefined

  return {
    into,
    preview,
    isLooking: answer?.to !== question,
    rules,
    isCalm,
    calm: setCalm,
    choose(next) {
      setInto(next)
      setChoices({})
    },
    place: (column, to) => setChoices((before) => ({ ...before, [column]: to })),
    async join(working, onStep) {
      if (!board) return 'failed'
      const { parts, ...plan } = await working.join(joinTargetOf(board.get()), choices, isCalm)
      if (!isFree(board, plan)) return 'asks'
      for (let index = 0; index < parts; index++) {
        const changes = await working.part(index)
        if (!board.run(takeInPart, { changes }).ok) return 'failed'
        onStep(index + 1, parts + 1)
        await new Promise((resolve) => setTimeout(resolve, REST_MS))
      }
      // Asked here and not by the command, whose refusal would open a proposal that nobody could carry out.
      if (!isFree(board, plan)) return 'rules-changed'
      return board.run(takeIn, { import: plan.import, frame: plan.frame }).ok ? 'done' : 'failed'
    },
    undo: () => board?.undoState.get().undo === takeIn.name && board.undo().done,
  }
}
