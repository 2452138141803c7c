// Runs commands on a document from a component.
import { useCallback } from 'react'
import type { Command, NotFree, Result } from '@yokoten/shared/kernel'
import type { DocumentHandle, Unwritable } from '../session/api'

export type RunCommand<S> = <A, R>(
  command: Command<S, A, R>,
  args: A,
) => Result<void, R | Unwritable | NotFree>

/** The document's `run`, the same reference as long as the document is the same. */
export const useCommand = <S>(handle: DocumentHandle<S>): RunCommand<S> =>
  useCallback((command, args) => handle.run(command, args), [handle])
