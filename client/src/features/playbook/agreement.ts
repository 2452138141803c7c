// The team's agreement as commands ask it: by the playbook that is loaded, for the person at this device, at the team's time.
import { permit, permitWithoutRules, tellOthers } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Agreement, Asked, DocumentHandle, TeamSession } from '../../session/api'
import { rosterOf } from './roster'

/** The time by the meeting point's clock, where one has told it, else by this device's. */
export const teamTime = (team: Pick<TeamSession<TeamSnapshot>, 'relayOffset'>): number =>
  Date.now() + (team.relayOffset.get() ?? 0)

/** Whether the team has rules and none of them has ever been on this device. */
export const areRulesAway = (
  { hasRules }: Pick<TeamSnapshot, 'hasRules'>,
  { rules }: Pick<PlaybookSnapshot, 'rules'>,
): boolean => hasRules && rules.size === 0

interface AgreementNeeds {
  readonly team: TeamSession<TeamSnapshot>
  readonly handle: DocumentHandle<PlaybookSnapshot>
  /** What is not free, to be proposed. */
  onAsked(asked: Asked): void
  /** Others have been told of something. */
  onTold(): void
}

export function createAgreement({ team, handle, onAsked, onTold }: AgreementNeeds): Agreement {
  return {
    permit(act) {
      const [playbook, directory] = [handle.get(), team.directory.get()]
      if (areRulesAway(directory, playbook)) return permitWithoutRules(act, handle.sharing.get().caughtUp)
      return permit(playbook, act, team.person.get() ?? '', teamTime(team), rosterOf(directory))
    },
    tell({ act, permit: agreed }, document, command) {
      if (handle.run(tellOthers, { act, permit: agreed, document, command }).ok) onTold()
    },
    ask: onAsked,
  }
}
