// Over the columns: how full the limits are that hold for more than one of them, and cards whose column was removed.
import { restoreColumn, scopeKey } from '@yokoten/shared/board'
import type { BoardSnapshot, LimitKind, ScopeLimit } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { scopeName } from '../scope-name'
import { useBoardUi } from '../ui-store'
import { LimitShown } from './limit-shown'
import styles from './lanes.module.css'

const sameItems = <T,>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

const WIDE: readonly LimitKind[] = ['board', 'class', 'person']

/** Of lanes and groups it is said in their headings; what others set themselves is theirs. */
const wideLimits = (board: BoardSnapshot, me: string | undefined): ScopeLimit[] =>
  [...board.limits.values()]
    .filter(({ scope: { kind, id } }) => WIDE.includes(kind) && (kind !== 'person' || id === me))
    .sort((a, b) => WIDE.indexOf(a.scope.kind) - WIDE.indexOf(b.scope.kind))

const strayColumns = (board: BoardSnapshot) => board.archivedColumns.filter((column) => column.used > 0)

export function WideLimits() {
  const { handle, acts, people, me, canWrite } = useBoard()
  const limits = useSnapshot(handle, (board) => wideLimits(board, me), sameItems)
  const stray = useSnapshot(handle, strayColumns, sameItems)
  if (limits.length === 0 && stray.length === 0) return null
  const nameOf = ({ scope }: ScopeLimit) =>
    scope.kind === 'person' ? text('board.limit.yours') : scopeName(handle.get(), people, scope)
  return (
    <div className={styles.wide}>
      {limits.map((limit) => (
        <button
          key={scopeKey(limit.scope)}
          type="button"
          className={styles.wideLimit}
          disabled={!canWrite}
          onClick={() => useBoardUi.getState().open({ kind: 'structure' })}
        >
          <span>{nameOf(limit)}</span>
          <LimitShown limit={limit} />
        </button>
      ))}
      {stray.map((column) => (
        <p key={column.id} className={styles.stray}>
          {text('board.stray', { count: column.used, column: column.name })}
          {canWrite && (
            <Button onPress={() => acts.run(restoreColumn, { column: column.id })}>
              {text('board.strayBack')}
            </Button>
          )}
        </p>
      ))}
    </div>
  )
}
