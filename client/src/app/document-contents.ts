// Writes what a new document begins with, so that a board or map is never listed before it stands on the device.
import { text } from '../text'
import type { AppTeam } from './device-context'

export type DocumentKind = 'board' | 'map'

/** Whether it was written. The room's code is loaded only here and by the room's own page. */
export async function createContents(
  team: AppTeam,
  kind: DocumentKind,
  id: string,
  name: string,
): Promise<boolean> {
  if (kind === 'map') {
    const { mapDocument, renameMap } = await import('@yokoten/shared/map')
    const map = await team.open(mapDocument, `map/${id}`)
    const written = map.run(renameMap, { name })
    map.release()
    return written.ok
  }
  const { boardDocument, createBoard, keyFrom } = await import('@yokoten/shared/board')
  const board = await team.open(boardDocument, `board/${id}`)
  const written = board.run(createBoard, {
    key: keyFrom(name) || 'B',
    columns: [text('app.first.choose'), text('app.first.doing'), text('app.first.done')],
    reasons: [
      text('app.first.safety'),
      text('app.first.tool'),
      text('app.first.material'),
      text('app.first.person'),
      text('app.first.quality'),
    ],
  })
  board.release()
  return written.ok
}
