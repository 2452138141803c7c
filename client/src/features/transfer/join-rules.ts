// What the team's rules say about an import onto a board, asked before anything is written.
import type { BoardSnapshot } from '@yokoten/shared/board'
import { compareLevels } from '@yokoten/shared/kernel'
import type { PermitFor } from '@yokoten/shared/kernel'
import { actsToTakeIn } from '@yokoten/shared/transfer'
import type { ToTakeIn } from '@yokoten/shared/transfer'

/** `away`: what was agreed cannot be read on this device. */
export type HeldUp = 'agreement' | 'away'

export interface JoinRules {
  /** What holds up new columns or their limits. */
  readonly columns: { readonly what: 'columns' | 'limits'; readonly why: HeldUp } | undefined
  /** What holds up the rush that comes in. */
  readonly rush: HeldUp | undefined
}

/** Asks about every act that the import comes to; what others are only told of holds up nothing. */
export function rulesOfJoining(
  board: BoardSnapshot,
  plan: ToTakeIn,
  person: string,
  permit: PermitFor,
): JoinRules {
  const held = new Map(
    actsToTakeIn(board, plan, person).flatMap((act): [string, HeldUp][] => {
      const { level, away } = permit(act)
      return compareLevels(level, 'tell') > 0 ? [[act.kind, away ? 'away' : 'agreement']] : []
    }),
  )
  const [shape, limits] = [held.get('change-columns'), held.get('change-limit')]
  const columns = shape
    ? { what: 'columns' as const, why: shape }
    : limits && { what: 'limits' as const, why: limits }
  return { columns, rush: held.get('expedite') }
}
