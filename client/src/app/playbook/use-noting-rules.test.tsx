// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { PLAYBOOK_DOCUMENT, playbookDocument, setRule } from '@yokoten/shared/playbook'
import { addPerson } from '@yokoten/shared/team'
import { afterEach, expect, it } from 'vitest'
import { createDeviceOn, createMemoryPorts } from '../../session'
import { useNotingRules } from './use-noting-rules'

afterEach(cleanup)

it('the first rule is noted in the directory, once, and is nothing to take back', async () => {
  const team = await createDeviceOn(createMemoryPorts()).create('Press line')
  await team.becomePerson('ann')
  team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
  const handle = await team.open(playbookDocument, PLAYBOOK_DOCUMENT)
  renderHook(() => useNotingRules(team, handle))
  expect(team.directory.get().hasRules).toBe(false)
  const value = { level: 'tell' as const, hours: 8, tells: [], review: null, why: '' }
  const set = (kind: string) => act(async () => void handle.run(setRule, { act: kind, condition: {}, value }))
  await set('spend')
  expect(team.directory.get().hasRules).toBe(true)
  const noted = team.directory.get()
  await set('pull')
  expect(team.directory.get()).toBe(noted)
  expect(team.directory.undoState.get().undo).toBe(addPerson.name)
  await team.close()
})
