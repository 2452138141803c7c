// Writing an import onto a board that is there: in parts that nobody sees, then the one act that lets them stand.
import { append, defineCommand, defineDeferred, ok } from '../../kernel'
import type { Act, Change, Result } from '../../kernel'
import { boardActs, importLog, RUSH_BROUGHT } from '../../board'
import type { BoardSnapshot } from '../../board'

interface TakeInPart {
  readonly changes: readonly Change[]
}

/**
 * Writes a part of an import onto a board: cards that nobody sees before `takeIn`. It follows from the file, and is no act
 * by itself.
 */
export const takeInPart = defineDeferred(
  'transfer.takeInPart',
  (_board: BoardSnapshot, { changes }: TakeInPart): Result<Change[], never> => ok([...changes]),
)

export interface TakeInArgs {
  /** What the import's cards bear. */
  readonly import: string
  /** What they need on the board that is not there: columns, types, tags and the like. */
  readonly frame: readonly Change[]
}

/** Lets an import stand whose parts are all written. Undo takes back this, and so all of it. */
export const takeIn = defineCommand(
  'transfer.takeIn',
  (_board: BoardSnapshot, args: TakeInArgs, context): Result<Change[], never> => {
    const stands = { import: args.import, stands: true, by: context.person, ...context.stamp() }
    return ok([...args.frame, append(importLog, context.id(), stands)])
  },
)

/** What is known of an import before any of it is written. */
export interface ToTakeIn extends Pick<TakeInArgs, 'frame'> {
  /** Cards that come in as a rush. */
  readonly rush: number
}

/** The acts that `takeIn` will come to, known before the first part is written. */
export const actsToTakeIn = (
  board: BoardSnapshot,
  { frame, rush }: ToTakeIn,
  person: string,
): readonly Act[] => [...boardActs(board, frame, person), ...(rush > 0 ? [RUSH_BROUGHT] : [])]
