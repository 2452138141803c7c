// Over the columns: a limit of no single column that a merge broke, which opens the conversation about it.
import { Users } from 'lucide-react'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './pull.module.css'
import { scopeName } from '../scope-name'
import { useBoardUi } from '../ui-store'

const brokenOf = (board: BoardSnapshot) => board.brokenLimits.filter((one) => one.column === null)
type Broken = ReturnType<typeof brokenOf>
const sameBroken = (a: Broken, b: Broken): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

export function BrokenLimits() {
  const { handle, people } = useBoard()
  const broken = useSnapshot(handle, brokenOf, sameBroken)
  const board = handle.get()
  return broken.map(({ scope, used, limit }) => (
    <div key={`${scope.kind} ${scope.id}`} className={styles.band}>
      <Icon of={Users} size={18} />
      <button
        type="button"
        className={styles.said}
        onClick={() => useBoardUi.getState().open({ kind: 'over', scope })}
      >
        <b>{text('board.over.title', { column: scopeName(board, people, scope), used, limit })}</b>{' '}
        <span>{text('board.over.talk')}</span>
      </button>
    </div>
  ))
}
