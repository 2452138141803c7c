// Writes what a new document begins with, so that a board or map is never listed before it stands on the device.
import { text } from '../text'
import type { BoardTemplate } from './board-templates'
import type { AppTeam } from './device-context'

export type DocumentKind = 'board' | 'map'
/** A sample and templates are offered for boards here; a map offers its own once it is open. */
export type Beginning = 'empty' | 'sample' | BoardTemplate

/** Whether it was written. The room's code is loaded only here and by the room's own page. */
export async function createContents(
  team: AppTeam,
  kind: DocumentKind,
  id: string,
  name: string,
  beginning: Beginning = 'empty',
): Promise<boolean> {
  if (kind === 'map') {
    const { mapDocument, renameMap } = await import('@yokoten/shared/map')
    const map = await team.open(mapDocument, `map/${id}`)
    const written = map.run(renameMap, { name })
    map.release()
    return written.ok
  }
  const { boardDocument, createBoard, createFromTemplate, createSample, keyFrom } =
    await import('@yokoten/shared/board')
  const { firstReasons, sampleBoard } = await import('./sample-board')
  const board = await team.open(boardDocument, `board/${id}`)
  const begun = { key: keyFrom(name) || 'B', reasons: firstReasons() }
  const write = async () => {
    if (beginning === 'sample') return board.run(createSample, sampleBoard(name))
    if (beginning === 'empty')
      return board.run(createBoard, {
        ...begun,
        columns: [text('app.first.choose'), text('app.first.doing'), text('app.first.done')],
      })
    const { templateLayout } = await import('./board-templates')
    return board.run(createFromTemplate, { ...begun, ...templateLayout(beginning) })
  }
  const written = await write()
  board.release()
  return written.ok
}
