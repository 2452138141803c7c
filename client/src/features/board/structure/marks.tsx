// Where work starts and where it is finished, set on this column with one press; and whether cards only wait in it.
import { Flag, Play } from 'lucide-react'
import { marksOf, phaseOf, rolesIn, setMark, setRole } from '@yokoten/shared/board'
import type { Column, ColumnRole, Mark } from '@yokoten/shared/board'
import { Button } from '../../../design/button'
import { Explain } from '../../../design/explain'
import { Icon } from '../../../design/icon'
import { Select } from '../../../design/select'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import dialogStyles from '../dialogs/dialogs.module.css'
import styles from './structure.module.css'

const SIGNS = { start: Play, finish: Flag } as const
const HERE = { start: 'board.mark.startsHere', finish: 'board.mark.finishedHere' } as const
const SET = { start: 'board.mark.setStart', finish: 'board.mark.setFinish' } as const

export function Marks({ column }: { column: Column }) {
  const { handle, acts } = useBoard()
  const columns = useSnapshot(handle, (board) => board.columns)
  const marks = marksOf(columns)
  const roles = rolesIn(phaseOf(column.role))
  const isStart = marks.start === column.id
  return (
    <div className={dialogStyles.group}>
      <div className={dialogStyles.labelled}>
        <h3>{text('board.mark.title')}</h3>
        <Explain term={text('board.mark.title')}>{text('board.mark.explain')}</Explain>
      </div>
      <div className={styles.marks}>
        {(['start', 'finish'] as const satisfies readonly Mark[]).map((mark) =>
          marks[mark] === column.id ? (
            <p key={mark}>
              <Icon of={SIGNS[mark]} size={16} /> {text(HERE[mark])}
            </p>
          ) : (
            <Button
              key={mark}
              icon={SIGNS[mark]}
              onPress={() => acts.run(setMark, { mark, column: column.id })}
            >
              {text(SET[mark])}
            </Button>
          ),
        )}
        {roles.length > 1 && !isStart && (
          <Select<ColumnRole>
            label={text('board.column.role')}
            value={column.role}
            onChange={(role) => acts.run(setRole, { column: column.id, role })}
            choices={roles.map((role) => ({ id: role, label: text(`board.role.${role}`) }))}
          />
        )}
      </div>
    </div>
  )
}
