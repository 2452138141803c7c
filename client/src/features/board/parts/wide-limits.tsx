// Over the columns: how full the limits are that hold for more than one of them.
import { scopeKey } from '@yokoten/shared/board'
import type { BoardSnapshot, LimitKind, ScopeLimit } from '@yokoten/shared/board'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { limitName } from '../scope-name'
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

export function WideLimits() {
  const { handle, people, me, canWrite } = useBoard()
  const limits = useSnapshot(handle, (board) => wideLimits(board, me), sameItems)
  if (limits.length === 0) return null
  const nameOf = ({ scope }: ScopeLimit) =>
    scope.kind === 'person' ? text('board.limit.yours') : limitName(handle.get(), people, scope)
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
    </div>
  )
}
