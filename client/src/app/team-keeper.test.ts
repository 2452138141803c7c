import { expect, it, vi } from 'vitest'
import type { AppTeam } from './device-context'
import { createTeamKeeper } from './team-keeper'

const teamOf = (teamId: string, changed = 0) => {
  const close = vi.fn(async () => undefined)
  const sharing = { get: () => ({ changed }), subscribe: () => () => undefined }
  return { team: { teamId, close, sharing } as unknown as AppTeam, close }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

it('opens a team once, however many screens ask for it', async () => {
  const openTeam = vi.fn(async (id: string) => teamOf(id).team)
  const keeper = createTeamKeeper({ openTeam })
  const [one, other] = await Promise.all([keeper.take('a'), keeper.take('a')])
  expect(one).toBe(other)
  expect(openTeam).toHaveBeenCalledTimes(1)
})
it('closes a team when another takes its place, and not when the same session is handed over', async () => {
  const a = teamOf('a', 2)
  const b = teamOf('b')
  const keeper = createTeamKeeper({ openTeam: async (id) => (id === 'a' ? a.team : b.team) })
  await keeper.take('a')
  expect(keeper.changed()).toBe(2)
  keeper.adopt(a.team)
  await settled()
  expect(a.close).not.toHaveBeenCalled()
  await keeper.take('b')
  await settled()
  expect(a.close).toHaveBeenCalledTimes(1)
  expect(keeper.changed()).toBe(0)
})
it('tries again after a team could not be opened', async () => {
  let fails = true
  const keeper = createTeamKeeper({
    openTeam: async (id) => {
      if (fails) throw new Error('no storage')
      return teamOf(id).team
    },
  })
  await expect(keeper.take('a')).rejects.toThrow('no storage')
  await settled()
  fails = false
  expect((await keeper.take('a')).teamId).toBe('a')
})
