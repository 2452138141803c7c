// @vitest-environment happy-dom
import { addPerson, nameTeam, teamDocument } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { act, cleanup, render, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { TeamSession } from '../session'
import { createDeviceOn, createMemoryPorts } from '../session'
import { useCommand } from './use-command'
import { useDocument } from './use-document'
import { usePeers } from './use-peers'
import { useReadable } from './use-readable'
import { useSnapshot } from './use-snapshot'

afterEach(cleanup)

type Team = TeamSession<TeamSnapshot>
const createTeam = (): Promise<Team> => createDeviceOn(createMemoryPorts()).create('Night shift')

it('renders again when the selected part differs, and only then', async () => {
  const team = await createTeam()
  let renders = 0
  function Name() {
    renders++
    const name = useSnapshot(team.directory, (snapshot) => snapshot.name)
    return <p>{name}</p>
  }
  const { container } = render(<Name />)
  expect(container.textContent).toBe('Night shift')
  act(() => void team.directory.run(addPerson, { id: 'ada', name: 'Ada' }))
  expect(renders).toBe(1)
  act(() => void team.directory.run(nameTeam, { name: 'Day shift' }))
  expect(container.textContent).toBe('Day shift')
  expect(renders).toBe(2)
  await team.close()
})

it('keeps the earlier reference where a selector makes a new value that is equal', async () => {
  const team = await createTeam()
  const seen = new Set<readonly string[]>()
  const isSame = (a: readonly string[], b: readonly string[]) => a.join() === b.join()
  let renders = 0
  function People({ label }: { readonly label: string }) {
    renders++
    const people = useSnapshot(team.directory, (snapshot) => snapshot.people.map((id) => id), isSame)
    seen.add(people)
    return <p>{label}</p>
  }
  const { rerender } = render(<People label="a" />)
  act(() => void team.directory.run(nameTeam, { name: 'Day shift' }))
  rerender(<People label="b" />)
  expect(renders).toBe(2)
  expect(seen.size).toBe(1)
  act(() => void team.directory.run(addPerson, { id: 'ada', name: 'Ada' }))
  expect(seen.size).toBe(2)
  await team.close()
})

it('opens a document while it is shown, runs commands on it, and lives through strict mode', async () => {
  const team = await createTeam()
  function Board({ name }: { readonly name: string }) {
    const document = useDocument(team, teamDocument, name)
    return document ? <Opened document={document} /> : <p>loading</p>
  }
  function Opened({
    document,
  }: {
    readonly document: NonNullable<ReturnType<typeof useDocument<TeamSnapshot, TeamSnapshot>>>
  }) {
    const run = useCommand(document)
    const name = useSnapshot(document, (snapshot) => snapshot.name)
    const peers = usePeers(document)
    const person = useReadable(team.person)
    return (
      <button onClick={() => run(nameTeam, { name: `${document.id} named` })}>
        {name}, {peers.size} others, {person ?? 'nobody'}
      </button>
    )
  }
  const screen = render(
    <StrictMode>
      <Board name="board/1" />
    </StrictMode>,
  )
  expect(screen.container.textContent).toBe('loading')
  const button = await screen.findByRole('button')
  act(() => button.click())
  await waitFor(() => expect(button.textContent).toBe('board/1 named, 0 others, nobody'))
  screen.rerender(
    <StrictMode>
      <Board name="board/2" />
    </StrictMode>,
  )
  expect(screen.container.textContent).toBe('loading')
  expect((await screen.findByRole('button')).textContent).toBe(', 0 others, nobody')
  await team.close()
})
