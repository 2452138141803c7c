// Names of people, hats, skills and columns, for this room's sentences.
import { useMemo } from 'react'
import { concernOf } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot, RuleValue } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { hatName } from '../hats/hat-words'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import { ruleWords } from './rule-words'
import type { Names } from './rule-words'

interface Named {
  readonly person: (id: string) => string
  readonly hats: PlaybookSnapshot['hatsById']
  readonly skills: TeamSnapshot['skillsById']
  /** By id, as far as they are known. */
  readonly columns: ReadonlyMap<string, string>
}

/** What names stand for; what is not known here is said to be so. */
export const namesFrom = ({ person, hats, skills, columns }: Named): Names => ({
  person,
  hat(id) {
    const hat = hats.get(id)
    return hat ? hatName(hat) : text('playbook.hat.gone')
  },
  skill: (id) => skills.get(id)?.name ?? text('playbook.skill.gone'),
  column: (id) => columns.get(id) ?? text('playbook.column.unknown'),
})

export function useNames(): Names {
  const { team, nameOf, columns } = usePlaybookRoom()
  const skills = useReadable(team.directory).skillsById
  const hats = usePlaybook((playbook) => playbook.hatsById)
  return useMemo(() => namesFrom({ person: nameOf, hats, skills, columns }), [nameOf, hats, skills, columns])
}

/** What a rule about an act means, in a sentence. */
export function useRuleWords(act: string): (value: RuleValue | null) => string {
  const names = useNames()
  const isSilent = usePlaybook((playbook) => concernOf(playbook.actsById, { kind: act }) === null)
  return (value) => ruleWords(value, names, isSilent)
}
