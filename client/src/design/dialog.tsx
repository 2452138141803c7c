// A dialog in the middle of the screen: for a question with an answer.
import { Suspense, lazy } from 'react'
import type { ModalProps } from './modal-panel'

const ModalPanel = lazy(() => import('./modal-panel'))

/** Children are built only while it is open. */
export const Dialog = ({ isOpen, ...rest }: ModalProps & { isOpen: boolean }) =>
  isOpen ? (
    <Suspense>
      <ModalPanel {...rest} shape="dialog" />
    </Suspense>
  ) : null
