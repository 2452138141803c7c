// Proposals with what became of them by now, and what waits for the person at this device.
import { useMemo } from 'react'
import { decisionsIn, waitingFor } from '@yokoten/shared/playbook'
import type { Decision, Now, PlaybookSnapshot, WaitingItem } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { create } from 'zustand'
import { useNow, useReadable, useSnapshot } from '../../../react'
import type { DocumentHandle, TeamSession } from '../../../session/api'
import { teamTime } from '../agreement'
import { usePlaybookRoom, useTeamNow } from '../playbook-context'
import type { Saying } from './words'

/** Why a decision could not be carried out on this device, by the id of its wording. */
export type NotCarriedOut = 'ground-changed' | 'cannot'

interface CarryOut {
  readonly failed: ReadonlyMap<string, NotCarriedOut>
  fail(version: string, why: NotCarriedOut): void
}

/** Learnt by trying: nothing of it is written anywhere. */
export const useCarryOut = create<CarryOut>((set) => ({
  failed: new Map(),
  fail: (version, why) => set(({ failed }) => ({ failed: new Map([...failed, [version, why]]) })),
}))

/**
 * A time that is no earlier than what was just said: the one that screens share is a minute old, and a voice that is
 * dated after it would not count yet.
 */
export const freshen = (now: Now, team: Pick<TeamSession<TeamSnapshot>, 'relayOffset'>): Now => ({
  ...now,
  at: Math.max(now.at, teamTime(team)),
})

/** All proposals, the oldest first. */
export function useDecisions(): readonly Decision[] {
  const { handle, team } = usePlaybookRoom()
  const cases = useSnapshot(handle, (playbook) => playbook.cases)
  const now = useTeamNow()
  return useMemo(() => decisionsIn({ cases }, freshen(now, team)), [cases, now, team])
}

/** One proposal; undefined where it has not reached this device. */
export function useDecision(id: string): Decision | undefined {
  const { handle, team } = usePlaybookRoom()
  const found = useSnapshot(handle, (playbook) => playbook.casesById.get(id))
  const now = useTeamNow()
  return useMemo(
    () => (found ? decisionsIn({ cases: [found] }, freshen(now, team))[0] : undefined),
    [found, now, team],
  )
}

/** What is wanted of somebody; `changed`: what their accepted proposal was built on is not so any more. */
export type WaitingEntry = Omit<WaitingItem, 'wanted'> & {
  readonly wanted: WaitingItem['wanted'] | 'changed'
}

function waitingEntries(
  playbook: Pick<PlaybookSnapshot, 'cases'>,
  person: string,
  now: Now,
  failed: ReadonlyMap<string, NotCarriedOut>,
): readonly WaitingEntry[] {
  const changed = decisionsIn(playbook, now)
    .filter(({ case: { proposal }, outcome }) => {
      const isMine = proposal.by === person && outcome.state === 'accepted' && !outcome.applied
      return isMine && failed.get(outcome.version.id) === 'ground-changed'
    })
    .map((decision) => ({ wanted: 'changed' as const, decision }))
  return [...changed, ...waitingFor(playbook, person, now)]
}

const NOBODY: readonly WaitingEntry[] = []

/** What waits for the person at this device, also where no page of the playbook is shown. */
export function useWaiting(
  team: TeamSession<TeamSnapshot>,
  handle: DocumentHandle<PlaybookSnapshot>,
): readonly WaitingEntry[] {
  const me = useReadable(team.person)
  const cases = useSnapshot(handle, (playbook) => playbook.cases)
  const here = useNow()
  const offset = useReadable(team.relayOffset)
  const failed = useCarryOut((state) => state.failed)
  const canWrite = team.mode === 'edit'
  return useMemo(
    () =>
      me === undefined || !canWrite || cases.length === 0
        ? NOBODY
        : waitingEntries(
            { cases },
            me,
            freshen({ at: here + (offset ?? 0), isSure: offset !== undefined }, team),
            failed,
          ),
    [me, canWrite, cases, here, offset, failed, team],
  )
}

/** What sentences on this room's pages need. */
export function useSaying(): Saying {
  const { nameOf, zone, handle } = usePlaybookRoom()
  const { at } = useTeamNow()
  const teamZone = useSnapshot(handle, (playbook) => playbook.hours?.value.zone)
  return useMemo(() => ({ nameOf, zone: teamZone ?? zone, now: at }), [nameOf, teamZone, zone, at])
}
