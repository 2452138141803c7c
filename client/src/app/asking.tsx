// Asking the team from any room: what is asked about, and the dialog, loaded when somebody asks.
import { useMemo } from 'react'
import type { Raising } from '../features/playbook'
import { useActions } from '../input'
import type { Action } from '../input'
import { useReadable } from '../react'
import { text } from '../text'
import type { AppTeam } from './device-context'
import { usePlaybookAtHand } from './playbook/at-hand'

interface AskingProps {
  readonly team: AppTeam
  /** What is being asked, or undefined. */
  readonly raising: Raising | undefined
  readonly onRaise: (raising: Raising | undefined) => void
}

/** The dialog, and the acts that open it from anywhere. */
export function Asking({ team, raising, onRaise }: AskingProps) {
  const { raise } = usePlaybookAtHand()
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
  return raising ? raise(raising, () => onRaise(undefined)) : null
}

export function useMayAsk(team: AppTeam): boolean {
  const person = useReadable(team.person)
  return team.mode === 'edit' && person !== undefined
}
