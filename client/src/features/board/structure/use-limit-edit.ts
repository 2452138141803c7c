// A limit being changed in a dialog: the number typed, why, and writing it when the dialog is saved.
import { useState } from 'react'
import { limitOn, setLimit } from '@yokoten/shared/board'
import type { LimitScope } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { useBoard } from '../board-context'

export interface LimitEdit {
  readonly scope: LimitScope
  readonly limit: number | undefined
  readonly why: string
  readonly isChanged: boolean
  change(limit: number | undefined): void
  explain(why: string): void
  /** Writes what was changed, or asks the team for it; false where it was refused, which is said. */
  save(): boolean
}

export function useLimitEdit(scope: LimitScope): LimitEdit {
  const { handle, acts } = useBoard()
  const now = useSnapshot(handle, (board) => limitOn(board, scope)?.limit)
  // Undefined: not touched, so that a change by somebody else meanwhile is not taken back.
  const [typed, setTyped] = useState<{ readonly limit: number | undefined }>()
  const [why, explain] = useState('')
  const limit = typed ? typed.limit : now
  const isChanged = limit !== now
  return {
    scope,
    limit,
    why,
    isChanged,
    change: (next) => setTyped({ limit: next }),
    explain,
    save: () => !isChanged || acts.settle(setLimit, { scope, limit: limit ?? null, why }),
  }
}
