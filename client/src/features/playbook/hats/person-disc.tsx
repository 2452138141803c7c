// A person of the team as a disc with initials, or an empty ring where it is nobody's turn.
import { CircleDashed } from 'lucide-react'
import { Avatar } from '../../../design/avatar'
import { Icon } from '../../../design/icon'
import { useSnapshot } from '../../../react'
import { usePlaybookRoom } from '../playbook-context'
import styles from './hats.module.css'

/** The name stands beside it. */
export function PersonDisc({ id, size = 30 }: { id: string | undefined; size?: number }) {
  const { team } = usePlaybookRoom()
  const person = useSnapshot(team.directory, ({ peopleById }) => peopleById.get(id ?? ''))
  if (person) return <Avatar person={person} size={size} isDecorative />
  return (
    <span className={styles.nobody}>
      <Icon of={CircleDashed} size={size} />
    </span>
  )
}
