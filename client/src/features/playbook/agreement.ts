// The team's agreement as commands ask it: by the playbook that is loaded, for the person at this device, at the team's time.
import type { Away } from '@yokoten/shared/kernel'
import { permit, permitWithoutRules, tellOthers } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Agreement, Asked, DocumentHandle, Done, TeamSession } from '../../session/api'
import { rosterOf } from './roster'

/** The time by the meeting point's clock, where one has told it, else by this device's. */
export const teamTime = (team: Pick<TeamSession<TeamSnapshot>, 'relayOffset'>): number =>
  Date.now() + (team.relayOffset.get() ?? 0)

/** Why the team's rules cannot be read on this device, if they cannot. */
export function rulesAway(
  { hasRules }: Pick<TeamSnapshot, 'hasRules'>,
  { get, writable }: Pick<DocumentHandle<PlaybookSnapshot>, 'get' | 'writable'>,
): Away | undefined {
  if (writable === 'newer-version') return writable
  return hasRules && get().rules.size === 0 ? 'not-here' : undefined
}

interface AgreementNeeds {
  readonly team: TeamSession<TeamSnapshot>
  readonly handle: DocumentHandle<PlaybookSnapshot>
  /** What is not free, to be proposed. */
  onAsked(asked: Asked): void
  /** What was done, in words for those who are told; empty where there are none. */
  wordsOf(done: Done): Promise<string>
  /** Others have been told of something. */
  onTold(): void
}

export function createAgreement({ team, handle, onAsked, wordsOf, onTold }: AgreementNeeds): Agreement {
  return {
    permit(act) {
      const [playbook, directory] = [handle.get(), team.directory.get()]
      const away = rulesAway(directory, handle)
      if (away) return permitWithoutRules(act, away, handle.sharing.get().caughtUp)
      return permit(playbook, act, team.person.get() ?? '', teamTime(team), rosterOf(directory))
    },
    tell({ act, permit: agreed }, done) {
      const { document, command } = done
      const tell = (words: string) =>
        handle.run(tellOthers, { act, permit: agreed, document, command, words })
      void wordsOf(done)
        .catch(() => '')
        .then((words) => {
          // Words that are too long are better left out than the note.
          if (tell(words).ok || tell('').ok) onTold()
        })
    },
    ask: onAsked,
  }
}
