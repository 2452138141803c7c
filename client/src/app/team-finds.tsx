// What the palette can do and find in a team, whatever room is shown: boards, maps, people, and inviting somebody.
import { Suspense, lazy, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useActions, useFinder } from '../input'
import type { Action, Finder } from '../input'
import { text } from '../text'
import type { TextId } from '../text'
import type { AppTeam } from './device-context'
import type { DocumentKind } from './document-contents'
import { usePermit } from './playbook/at-hand'
import { documentPath, roomPath, teamPath } from './routes'
import { useDocuments } from './use-documents'

const InviteDialog = lazy(async () => ({ default: (await import('../features/team')).InviteDialog }))

const MOST = 8

export function TeamFinds({ team, here }: { team: AppTeam; here: string | undefined }) {
  const [, navigate] = useLocation()
  const boards = useDocuments(team, 'board')
  const maps = useDocuments(team, 'map')
  const [isInviting, setInviting] = useState(false)
  const permit = usePermit()
  const mayWrite = team.directory.writable === true
  const actions = useMemo((): Action[] => {
    const go = (kind: DocumentKind, group: string, list: typeof boards): Action[] =>
      list
        .filter((document) => document.id !== here)
        .map((document) => ({
          id: `app.go.${document.id}`,
          label: document.name,
          group,
          run: () => navigate(documentPath(team.teamId, kind, document.id)),
        }))
    const inTeam = (id: string, label: TextId, path: string): Action => ({
      id: `app.${id}`,
      label: text(label),
      group: text('app.room.team'),
      run: () => navigate(path),
    })
    const purpose = teamPath(team.teamId, 'purpose')
    return [
      inTeam('purpose', 'team.purpose', purpose),
      inTeam('leading', 'team.leading', teamPath(team.teamId, 'leading')),
      inTeam('line', 'team.line', teamPath(team.teamId, 'line')),
      inTeam('turns', 'playbook.turns', teamPath(team.teamId, 'turns')),
      ...(mayWrite
        ? [
            inTeam('addCustomer', 'team.purpose.addCustomer', `${purpose}?add=customer`),
            inTeam('addValue', 'team.purpose.addValue', `${purpose}?add=value`),
            inTeam('addGoal', 'team.purpose.addGoal', `${purpose}?add=goal`),
          ]
        : []),
      ...(mayWrite
        ? [
            {
              id: 'app.invite',
              label: text('app.act.invite'),
              group: text('app.group.go'),
              run: () => setInviting(true),
            },
          ]
        : []),
      ...go('board', text('app.boards'), boards),
      ...go('map', text('app.maps'), maps),
    ]
  }, [boards, maps, here, mayWrite, navigate, team.teamId])
  useActions(actions, 'app')
  const people = useMemo(
    (): Finder => ({
      id: 'people',
      label: text('app.palette.people'),
      find(words, answer) {
        const { people: ids, peopleById } = team.directory.get()
        const asked = words.toLocaleLowerCase()
        const found = ids.flatMap((id) => {
          const person = peopleById.get(id)
          return person?.name.toLocaleLowerCase().includes(asked) ? [person] : []
        })
        answer(
          found.slice(0, MOST).map(({ id, name }) => ({
            id: `person ${id}`,
            label: name,
            note: text('app.palette.inTeam'),
            run: () => navigate(roomPath(team.teamId, 'team')),
          })),
        )
        return () => undefined
      },
    }),
    [team, navigate],
  )
  useFinder(people)
  return (
    <Suspense>
      {isInviting && <InviteDialog team={team} permit={permit} onClose={() => setInviting(false)} />}
    </Suspense>
  )
}
