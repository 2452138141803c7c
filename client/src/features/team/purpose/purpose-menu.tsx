// What can be done with a customer, a value or a goal that is written down, and those put away with the way back.
import { Archive, Ellipsis, Pencil, RotateCcw } from 'lucide-react'
import {
  archiveCustomer,
  archiveGoal,
  archiveValue,
  restoreCustomer,
  restoreGoal,
  restoreValue,
} from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { Menu } from '../../../design/menu'
import { toasts } from '../../../design/toasts'
import { useReadable } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import section from '../../../design/section.module.css'
import { refusalWords } from '../words'

type Kind = 'customer' | 'value' | 'goal'
type Team = TeamSession<TeamSnapshot>

const ACTS = {
  customer: { archive: archiveCustomer, restore: restoreCustomer },
  value: { archive: archiveValue, restore: restoreValue },
  goal: { archive: archiveGoal, restore: restoreGoal },
} as const

function restore(team: Team, kind: Kind, id: string): void {
  const done =
    kind === 'goal'
      ? team.directory.run(ACTS.goal.restore, { id })
      : team.directory.run(ACTS[kind].restore, { id })
  if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
}

interface PurposeMenuProps {
  readonly team: Team
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly onEdit: () => void
}

export function PurposeMenu({ team, kind, id, name, onEdit }: PurposeMenuProps) {
  const putAway = () => {
    const done = team.directory.run(ACTS[kind].archive, { id })
    if (!done.ok) toasts.show(refusalWords(done.error), { tone: 'stop' })
    else
      toasts.show(text('team.purpose.archived', { name }), {
        action: { label: text('team.undo'), run: () => restore(team, kind, id) },
      })
  }
  return (
    <Menu
      label={text('team.purpose.acts', { name })}
      look="quiet"
      icon={Ellipsis}
      placement="bottom end"
      groups={[
        {
          id: kind,
          entries: [
            { id: 'edit', label: text('team.purpose.edit'), icon: Pencil, run: onEdit },
            {
              id: 'archive',
              label: text('team.purpose.archive'),
              note: text(`team.purpose.archiveNote.${kind}`),
              icon: Archive,
              run: putAway,
            },
          ],
        },
      ]}
    />
  )
}

const archivedOf = (directory: TeamSnapshot, kind: Kind): readonly { id: string; name: string }[] => {
  switch (kind) {
    case 'customer':
      return directory.archivedCustomers.flatMap((id) => directory.customersById.get(id) ?? [])
    case 'value':
      return directory.archivedValues.flatMap((id) => {
        const value = directory.valuesById.get(id)
        return value ? { id, name: value.words } : []
      })
    case 'goal':
      return directory.archivedGoals.flatMap((id) => {
        const goal = directory.goalsById.get(id)
        return goal ? { id, name: goal.what } : []
      })
  }
}

export function RestoreList({ team, kind }: { team: Team; kind: Kind }) {
  const directory = useReadable(team.directory)
  const archived = archivedOf(directory, kind)
  if (archived.length === 0) return null
  return (
    <details className={section.fold}>
      <summary>{text(`team.purpose.putAway.${kind}`, { count: archived.length })}</summary>
      <ul className={section.rows}>
        {archived.map(({ id, name }) => (
          <li key={id} className={section.row}>
            <span className={section.words}>{name}</span>
            {team.mode === 'edit' && (
              <Button
                look="quiet"
                icon={RotateCcw}
                aria-label={text('team.purpose.restoreName', { name })}
                onPress={() => restore(team, kind, id)}
              >
                {text('team.purpose.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
