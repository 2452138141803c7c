// A sheet: from below on phones, at the side on laptops, for looking at one thing and working on it.
import { Suspense, lazy } from 'react'
import type { ModalProps } from './modal-panel'

const ModalPanel = lazy(() => import('./modal-panel'))

/** Children are built only while it is open. */
export const Sheet = ({ isOpen, ...rest }: ModalProps & { isOpen: boolean }) =>
  isOpen ? (
    <Suspense>
      <ModalPanel {...rest} shape="sheet" />
    </Suspense>
  ) : null
