// Makes a board or a map: first its own document with what a new one has, then its row in the team's directory.
import { createId } from '@yokoten/shared/kernel'
import { addDocument, tidyName } from '@yokoten/shared/team'
import { createContents } from './document-contents'
import type { Beginning, DocumentKind } from './document-contents'
import type { AppTeam } from './device-context'

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

export type MakeFailure = 'name-empty' | 'name-too-long' | 'not-written'

/** Returns the new document's id, or why there is none; nothing half made is listed. */
export async function makeDocument(
  team: AppTeam,
  kind: DocumentKind,
  wanted: string,
  beginning: Beginning = 'empty',
): Promise<{ id: string } | { failure: MakeFailure }> {
  const name = tidyName(wanted)
  if (!name.ok) return { failure: name.error.reason }
  const id = createId(randomBytes)
  if (!(await createContents(team, kind, id, name.value, beginning))) return { failure: 'not-written' }
  const listed = team.directory.run(addDocument, { id, kind, name: name.value })
  return listed.ok ? { id } : { failure: 'not-written' }
}
