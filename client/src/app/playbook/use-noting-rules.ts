// Says in the team's directory that there are rules, so that a device without the playbook waits for them.
import { useEffect } from 'react'
import { noteRules } from '@yokoten/shared/team'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { useSnapshot } from '../../react'
import type { DocumentHandle } from '../../session/api'
import type { AppTeam } from '../device-context'

/** Any device that has rules may do so, since all would write the same; one that cannot write leaves it to others. */
export function useNotingRules(team: AppTeam, playbook: DocumentHandle<PlaybookSnapshot>): void {
  const hasRules = useSnapshot(playbook, ({ rules }) => rules.size > 0)
  const isNoted = useSnapshot(team.directory, (directory) => directory.hasRules || !directory.named)
  useEffect(() => {
    if (hasRules && !isNoted) team.directory.run(noteRules, undefined)
  }, [team, hasRules, isNoted])
}
