// The photos and files for a backup: those of this device, and those that its boards name and a meeting point has.
import { boardDocument } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { BackupBlob } from '@yokoten/shared/transfer/backup'
import type { TeamSession } from '../../../session/api'

export interface GatheredFiles {
  readonly files: readonly BackupBlob[]
  /** Their sealed bytes, in the same order; the browser may keep them on its disk. */
  readonly parts: readonly Blob[]
  /** Named on a board, and not to be had. */
  readonly filesMissing: number
}

/** Files asked for at a time. */
const AT_ONCE = 4

/** Addresses of everything that hangs on a board's cards, archived ones too, and on its blockers. */
export function filesNamed(board: BoardSnapshot): readonly string[] {
  const addresses: string[] = []
  board.cards.each((card) => addresses.push(...Object.keys(card.files)))
  board.blockers.each((blocker) => addresses.push(...Object.keys(blocker.files)))
  return addresses
}

async function namedIn(
  team: TeamSession<TeamSnapshot>,
  documents: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  for (const name of documents) {
    if (!name.startsWith('board/')) continue
    const board = await team.open(boardDocument, name)
    for (const address of filesNamed(board.get())) named.add(address)
    board.release()
  }
  return named
}

/** Resolves when the signal says to stop, or never. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/**
 * `documents`: names of the team's documents. Files that are not on this device are fetched first, until `signal` says
 * that they are to be left out; `onProgress` is told after each of them.
 */
export async function gatherFiles(
  team: TeamSession<TeamSnapshot>,
  documents: Iterable<string>,
  signal: AbortSignal,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<GatheredFiles> {
  const named = await namedIn(team, documents)
  const here = new Set(await team.files.held())
  const lacking = [...named].filter((address) => !here.has(address))
  const waiting = [...lacking]
  let done = 0
  if (lacking.length > 0) onProgress(0, lacking.length)
  const fetchOn = async () => {
    for (let next = waiting.pop(); next !== undefined && !signal.aborted; next = waiting.pop()) {
      await team.files.fetch(next)
      if (!signal.aborted) onProgress(++done, lacking.length)
    }
  }
  if (lacking.length > 0)
    await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, fetchOn)), aborted(signal)])

  const files: BackupBlob[] = []
  const parts: Blob[] = []
  for (const address of await team.files.held()) {
    const sealed = await team.files.sealed(address)
    if (!sealed) continue
    files.push({ address, size: sealed.length })
    parts.push(new Blob([sealed]))
  }
  const taken = new Set(files.map(({ address }) => address))
  const filesMissing = [...named].filter((address) => !taken.has(address)).length
  return { files, parts, filesMissing }
}
