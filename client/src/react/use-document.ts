// Opens a document of a team for as long as a component shows it.
import { useEffect, useState } from 'react'
import type { DocumentOf } from '@yokoten/shared/kernel'
import type { DocumentHandle, TeamSession } from '../session/api'

/** The handle, or undefined while the document is being loaded from the device. */
export function useDocument<D, S>(
  team: TeamSession<D>,
  spec: DocumentOf<S>,
  documentId: string,
): DocumentHandle<S> | undefined {
  const [opened, setOpened] = useState<{ key: unknown; handle: DocumentHandle<S> }>()
  useEffect(() => {
    let gone = false
    let handle: DocumentHandle<S> | undefined
    void team.open(spec, documentId).then((fresh) => {
      handle = fresh
      if (gone) fresh.release()
      else setOpened({ key: documentId, handle: fresh })
    })
    return () => {
      gone = true
      handle?.release()
    }
  }, [team, spec, documentId])
  return opened?.key === documentId ? opened.handle : undefined
}
