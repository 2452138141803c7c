// Which skills a column needs; nothing as long as the team names none.
import { setStepSkill, skillsFor } from '@yokoten/shared/team'
import { Checkbox } from '../../../design/checkbox'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import styles from './capacity.module.css'
import { stepOfColumn } from './use-capacity'

export function StepSkills({ column }: { column: string }) {
  const { handle, team } = useBoard()
  const directory = useReadable(team.directory)
  if (directory.skills.length === 0) return null
  const step = stepOfColumn(handle.id, column)
  const needed = new Set(skillsFor(directory, step))
  return (
    <fieldset className={styles.skills}>
      <legend>{text('board.suggest.skills')}</legend>
      {directory.skills.map((skill) => (
        <Checkbox
          key={skill}
          isSelected={needed.has(skill)}
          onChange={(isNeeded) => {
            const done = team.directory.run(setStepSkill, { skill, step, isNeeded })
            if (!done.ok) toasts.show(text('board.suggest.skillGone'), { tone: 'stop' })
          }}
        >
          {directory.skillsById.get(skill)?.name ?? ''}
        </Checkbox>
      ))}
    </fieldset>
  )
}
