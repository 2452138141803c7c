// A finished board into the team: its contents first, whole, then its place in the directory.
import { createId, ok } from '@yokoten/shared/kernel'
import type { NotFree, Result } from '@yokoten/shared/kernel'
import { addDocument, tidyName } from '@yokoten/shared/team'
import type { IdRefused, NameRefused, TeamSnapshot } from '@yokoten/shared/team'
import type { MergeRefused, TeamSession, Unwritable } from '../../session/api'

export type AddBoardRefused = MergeRefused | NameRefused | IdRefused | Unwritable | NotFree

export const freshId = (): string => createId((length) => crypto.getRandomValues(new Uint8Array(length)))

/** The new board's id. Where it is refused, the team lists nothing new. */
export async function addBoard(
  team: TeamSession<TeamSnapshot>,
  wanted: string,
  update: Uint8Array,
): Promise<Result<string, AddBoardRefused>> {
  const name = tidyName(wanted)
  if (!name.ok) return name
  const id = freshId()
  const merged = await team.mergeDocuments(new Map([[`board/${id}`, update]]))
  if (!merged.ok) return merged
  const listed = team.directory.run(addDocument, { id, kind: 'board', name: name.value })
  return listed.ok ? ok(id) : listed
}
