// Over the columns: what stands in a removed column, or comes again into it, where nobody would see it.
import { leaveRemovedColumn, restoreColumn, strayColumns } from '@yokoten/shared/board'
import type { BoardSnapshot, StrayColumn } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './lanes.module.css'

const listFormat = new Intl.ListFormat(undefined, { type: 'conjunction' })

const sameStrays = (a: readonly StrayColumn[], b: readonly StrayColumn[]): boolean =>
  a.length === b.length &&
  a.every(
    (one, index) =>
      one.column === b[index]?.column &&
      one.into === b[index].into &&
      one.recurring.length === b[index].recurring.length &&
      one.recurring.every((row, at) => row === b[index]?.recurring[at]),
  )

/** What is there, in one or two sentences. */
function strayWords(board: BoardSnapshot, { column, recurring }: StrayColumn): string {
  const names = recurring.map(({ template }) => board.basis.tables.templates.get(template)?.name ?? '')
  return [
    column.used > 0 && text('board.stray', { count: column.used, column: column.name }),
    names.length > 0 &&
      text('board.strayAgain', {
        count: names.length,
        names: listFormat.format(names),
        column: column.name,
      }),
  ]
    .filter(Boolean)
    .join(' ')
}

export function StrayColumns() {
  const { handle, acts, canWrite } = useBoard()
  const strays = useSnapshot(handle, strayColumns, sameStrays)
  if (strays.length === 0) return null
  return (
    <div className={styles.wide}>
      {strays.map((stray) => (
        <div key={stray.column.id} className={styles.stray}>
          <p>{strayWords(handle.get(), stray)}</p>
          {canWrite && (
            <span className={styles.strayActs}>
              {stray.into && (
                <Button
                  onPress={() =>
                    acts.enter(leaveRemovedColumn, { column: stray.column.id, to: stray.into?.id ?? '' })
                  }
                >
                  {text('board.strayTo', { column: stray.into.name })}
                </Button>
              )}
              <Button onPress={() => acts.run(restoreColumn, { column: stray.column.id })}>
                {text('board.strayBack')}
              </Button>
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
