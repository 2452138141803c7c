// Who else is looking at a document.
import type { DocumentHandle, Presence } from '../session/api'
import { useReadable } from './use-readable'

/** Everybody else's presence, one entry a device. */
export const usePeers = <S>(handle: DocumentHandle<S>): ReadonlyMap<number, Presence> =>
  useReadable(handle.peers)
