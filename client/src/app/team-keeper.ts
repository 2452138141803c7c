// Keeps the one open team of this tab: screens that come and go share its session, another team takes its place.
import type { AppDevice, AppTeam } from './device-context'

export interface TeamKeeper {
  /** The session of a team; what was open of another team is closed. */
  take(teamId: string): Promise<AppTeam>
  /** A session that another screen opened. */
  adopt(team: AppTeam): void
  /** Edits of the open team that are not on this device's disk yet. */
  changed(): number
}

export function createTeamKeeper(device: Pick<AppDevice, 'openTeam'>): TeamKeeper {
  let held: { readonly teamId: string; readonly team: Promise<AppTeam> } | undefined
  let open: AppTeam | undefined

  const hold = (teamId: string, team: Promise<AppTeam>) => {
    const before = held
    const mine = { teamId, team }
    held = mine
    open = undefined
    if (before)
      void before.team.then(
        async (old) => {
          // The same session may have been handed over again, then it is not another's to close.
          if (old !== (await team)) await old.close()
        },
        () => undefined,
      )
    void team.then(
      (fresh) => {
        if (held === mine) open = fresh
      },
      () => {
        // The next attempt starts anew.
        if (held === mine) held = undefined
      },
    )
    return team
  }

  return {
    take: (teamId) => (held?.teamId === teamId ? held.team : hold(teamId, device.openTeam(teamId))),
    adopt(team) {
      if (team !== open) void hold(team.teamId, Promise.resolve(team))
    },
    changed: () => open?.sharing.get().changed ?? 0,
  }
}
