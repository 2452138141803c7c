// Hangs chosen files on a card or blocker: prepared, sealed and kept on this device first, then named on the board.
import { useCallback, useRef, useState } from 'react'
import { attachFile } from '@yokoten/shared/board'
import type { FileHolder } from '@yokoten/shared/board'
import { toasts } from '../../../design/toasts'
import { useBoard } from '../board-context'
import { refusedWords } from './file-words'
import { prepareFile } from './prepare-file'
import { shrinkPhoto } from './shrink-photo'

export interface Attaching {
  /** Files that are being prepared. */
  readonly busy: number
  attach(to: FileHolder, files: readonly File[]): Promise<void>
}

export function useAttach(): Attaching {
  const { team, acts } = useBoard()
  const [busy, setBusy] = useState(0)
  const before = useRef(Promise.resolve())
  const attachEach = useCallback(
    async (to: FileHolder, files: readonly File[]) => {
      for (const file of files) {
        const prepared = await prepareFile(file, team.files.limit, shrinkPhoto)
        const added = prepared.ok ? await team.files.add(prepared.value.bytes) : prepared
        setBusy((count) => count - 1)
        const refused = !prepared.ok ? prepared.error : !added.ok ? added.error : undefined
        if (refused) toasts.show(refusedWords(refused, file), { tone: 'stop' })
        if (!prepared.ok || !added.ok) continue
        const { name, type, bytes, edges } = prepared.value
        const size = bytes.length
        acts.run(attachFile, { to, file: added.value, name, type, size, ...(edges && { edges }) })
      }
    },
    [team, acts],
  )
  const attach = useCallback(
    (to: FileHolder, files: readonly File[]) => {
      setBusy((count) => count + files.length)
      const next = () => attachEach(to, files)
      // One after another: decoding several photos at once takes more memory than a phone has.
      before.current = before.current.then(next, next)
      return before.current
    },
    [attachEach],
  )
  return { busy, attach }
}
