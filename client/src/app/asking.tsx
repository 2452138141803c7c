// Asking the team from any room: what is asked about, and the dialog, loaded when somebody asks.
import { Suspense, lazy, useMemo } from 'react'
import type { Raising } from '../features/playbook'
import { useActions } from '../input'
import type { Action } from '../input'
import { useReadable } from '../react'
import { text } from '../text'
import type { AppTeam } from './device-context'
import { playbookPaths } from './routes'

const RaiseRequest = lazy(async () => ({ default: (await import('../features/playbook')).RaiseRequest }))

interface AskingProps {
  readonly team: AppTeam
  /** What is being asked, or undefined. */
  readonly raising: Raising | undefined
  readonly onRaise: (raising: Raising | undefined) => void
}

/** The dialog, and the acts that open it from anywhere. */
export function Asking({ team, raising, onRaise }: AskingProps) {
  const paths = useMemo(() => playbookPaths(team.teamId), [team.teamId])
  const mayAsk = useMayAsk(team)
  const actions = useMemo(
    (): Action[] =>
      mayAsk
        ? [
            {
              id: 'app.askHelp',
              label: text('voice.askHelp'),
              keys: ['H'],
              group: text('app.room.team'),
              run: () => onRaise({ kind: 'help' }),
            },
            {
              id: 'app.raiseIssue',
              label: text('voice.raiseIssue'),
              keys: ['Shift+H'],
              group: text('app.room.team'),
              run: () => onRaise({ kind: 'issue' }),
            },
          ]
        : [],
    [mayAsk, onRaise],
  )
  useActions(actions, 'app')
  if (!raising) return null
  return (
    <Suspense>
      <RaiseRequest team={team} paths={paths} raising={raising} onClose={() => onRaise(undefined)} />
    </Suspense>
  )
}

export function useMayAsk(team: AppTeam): boolean {
  const person = useReadable(team.person)
  return team.mode === 'edit' && person !== undefined
}
