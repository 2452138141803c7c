// What an empty board says.
import { KanbanSquare } from 'lucide-react'
import { Button } from '../../../design/button'
import { EmptyState } from '../../../design/empty-state'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { useBoardUi } from '../ui-store'
import styles from './boards.module.css'

/** An empty board teaches: what a card is, and the one act that starts it. */
export function FirstCard() {
  const { handle, canWrite } = useBoard()
  const isEmpty = useSnapshot(handle, (board) => board.cards.size === 0)
  const first = useSnapshot(handle, (board) => board.columns[0]?.id)
  if (!isEmpty) return null
  return (
    <div className={styles.first}>
      <EmptyState
        icon={KanbanSquare}
        title={text('board.empty')}
        acts={
          canWrite &&
          first !== undefined && (
            <Button onPress={() => useBoardUi.getState().open({ kind: 'add', column: first })}>
              {text('board.emptyAct')}
            </Button>
          )
        }
      >
        {text('board.emptyWords')}
      </EmptyState>
    </div>
  )
}
