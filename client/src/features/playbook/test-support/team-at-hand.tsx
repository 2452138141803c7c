// A team with a playbook for component tests: a real session in memory, with no network, and the people given.
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { PLAYBOOK_DOCUMENT, playbookDocument } from '@yokoten/shared/playbook'
import { addPerson } from '@yokoten/shared/team'
import { createDeviceOn, createMemoryPorts } from '../../../session'
import { Hats } from '../hats/hats'
import { PlaybookProvider } from '../playbook-provider'

const path = (...parts: readonly string[]): string => `/${parts.join('/')}`
const paths = {
  rules: path('rules'),
  decisions: path('decisions'),
  turns: path('turns'),
  card: (board: string, card: string) => path('board', board, card),
  step: (map: string, step: string) => path('map', map, step),
}

/**
 * Everybody's id is their name. The first one is at the device; `looking` shows it as a view invitation would, `newer` as
 * where a newer version of the app wrote it.
 */
export async function teamAtHand(people: readonly string[]) {
  const team = await createDeviceOn(createMemoryPorts()).create('Press line 2')
  for (const name of people) team.directory.run(addPerson, { id: name, name })
  await team.becomePerson(people[0] ?? '')
  const handle = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  return {
    team,
    handle,
    show(children: ReactNode, { looking = false, newer = false } = {}): void {
      const writable = looking ? 'view-only' : newer ? 'newer-version' : handle.writable
      render(
        <PlaybookProvider team={team} handle={{ ...handle, writable }} paths={paths}>
          <Hats>{children}</Hats>
        </PlaybookProvider>,
      )
    },
  }
}
