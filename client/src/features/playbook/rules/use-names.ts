// Names of people, hats, skills and columns, for this room's sentences.
import { useMemo } from 'react'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { hatName } from '../hats/hat-words'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import type { Names } from './rule-words'

export function useNames(): Names {
  const { team, nameOf, columns } = usePlaybookRoom()
  const skills = useReadable(team.directory).skillsById
  const hats = usePlaybook((playbook) => playbook.hatsById)
  return useMemo(
    () => ({
      person: nameOf,
      hat(id) {
        const hat = hats.get(id)
        return hat ? hatName(hat) : text('playbook.hat.gone')
      },
      skill: (id) => skills.get(id)?.name ?? text('playbook.skill.gone'),
      column: (id) => columns.get(id) ?? text('playbook.column.unknown'),
    }),
    [nameOf, hats, skills, columns],
  )
}
