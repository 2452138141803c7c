// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import ModalPanel from './modal-panel'

afterEach(cleanup)

it('says at the root that something is open, until the last of several is closed', () => {
  const isSaid = () => document.documentElement.hasAttribute('data-modal')
  const panel = (title: string) => (
    <ModalPanel key={title} shape="dialog" title={title} onClose={() => undefined}>
      words
    </ModalPanel>
  )
  const { rerender } = render(<>{[panel('One')]}</>)
  expect(isSaid()).toBe(true)
  rerender(<>{[panel('One'), panel('Two')]}</>)
  rerender(<>{[panel('One')]}</>)
  expect(isSaid()).toBe(true)
  rerender(<>{[]}</>)
  expect(isSaid()).toBe(false)
})
