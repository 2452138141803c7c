// Reads a changing value of the session into a component.
import { useSyncExternalStore } from 'react'
import type { Readable } from '../session/api'

/** The current value; renders again when it differs. */
export const useReadable = <T>(readable: Readable<T>): T =>
  useSyncExternalStore(readable.subscribe, readable.get, readable.get)
