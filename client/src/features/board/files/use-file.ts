// A file's bytes on this device as React sees them: where they are, and an address for showing them as a picture.
import { useEffect, useMemo, useState } from 'react'
import type { FileState } from '../../../session/api'
import { useReadable } from '../../../react'
import { useBoard } from '../board-context'
import { isShown } from './prepare-file'

/** Where the file is. While `isWanted`, it is asked for. */
export function useFile(address: string, isWanted: boolean): FileState {
  const { files } = useBoard().team
  useEffect(() => (isWanted ? files.want(address) : undefined), [files, address, isWanted])
  return useReadable(useMemo(() => files.state(address), [files, address]))
}

/** An object address for the picture, taken back when nobody shows it; undefined while it is not here or no picture. */
export function usePicture(address: string, type: string, state: FileState): string | undefined {
  const { files } = useBoard().team
  const [shown, setShown] = useState<{ readonly of: string; readonly url: string }>()
  const isReady = state.kind === 'here' && isShown(type)
  useEffect(() => {
    if (!isReady) return
    let url: string | undefined
    let isGone = false
    void files.read(address).then((bytes) => {
      if (!bytes || isGone) return
      // The type is one of a few that hold no script, whatever the bytes are.
      url = URL.createObjectURL(new Blob([bytes], { type }))
      setShown({ of: address, url })
    })
    return () => {
      isGone = true
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [files, address, type, isReady])
  return isReady && shown?.of === address ? shown.url : undefined
}
