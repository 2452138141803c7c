// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { PLAYBOOK_DOCUMENT, playbookDocument, setRule } from '@yokoten/shared/playbook'
import { addPerson } from '@yokoten/shared/team'
import { afterEach, expect, it, vi } from 'vitest'
import { createAgreement } from '../features/playbook'
import { createDeviceOn } from '../session'
import { testPorts } from '../session/test-support/harness'
import { ImportBoard } from './import-board'
import { PlaybookAtHandProvider } from './playbook/at-hand'
import type { PlaybookAtHand } from './playbook/at-hand'

vi.mock('../features/transfer', () => ({
  ImportDialog: ({ permit }: Pick<PlaybookAtHand, 'permit'>) => <p>{permit({ kind: 'expedite' }).level}</p>,
}))
afterEach(cleanup)

it('asks the rules anew that change while the dialog is open', async () => {
  const team = await createDeviceOn(testPorts(undefined)).create('Press line')
  await team.becomePerson('ann')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  const handle = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  const ignore = () => undefined
  const { permit } = createAgreement({
    team,
    handle,
    onAsked: ignore,
    wordsOf: async () => '',
    onTold: ignore,
  })
  render(
    <PlaybookAtHandProvider value={{ permit, subscribe: handle.subscribe } as PlaybookAtHand}>
      <ImportBoard team={team} onClose={ignore} />
    </PlaybookAtHandProvider>,
  )
  expect(await screen.findByText('free')).toBeTruthy()
  const value = { level: 'consent' as const, hours: 8, tells: [], review: null, why: '' }
  act(() => void handle.run(setRule, { act: 'expedite', condition: {}, value }))
  await waitFor(() => expect(screen.getByText('consent')).toBeTruthy())
  await team.close()
})
