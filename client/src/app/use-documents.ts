// The team's boards or maps, in their order.
import type { DocumentEntry, TeamSnapshot } from '@yokoten/shared/team'
import { useCallback } from 'react'
import { useSnapshot } from '../react'
import type { DocumentKind } from './document-contents'
import type { AppTeam } from './device-context'

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

export function useDocuments(team: AppTeam, kind: DocumentKind): readonly DocumentEntry[] {
  const select = useCallback(
    (directory: TeamSnapshot) =>
      directory.documents
        .map((id) => directory.documentsById.get(id))
        .filter((document): document is DocumentEntry => document?.kind === kind),
    [kind],
  )
  return useSnapshot(team.directory, select, isSameList)
}
