// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ToastRegion } from './toast-region'
import { toasts } from './toasts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  for (const toast of toasts.get()) toasts.dismiss(toast.id)
  vi.useRealTimers()
})
it('takes the act back once and is gone', () => {
  const run = vi.fn()
  render(<ToastRegion />)
  act(() => void toasts.show('PL-62 is put away', { action: { label: 'Undo', run } }))
  const button = screen.getByRole('button', { name: 'Undo' })
  fireEvent.click(button)
  expect(run).toHaveBeenCalledTimes(1)
  expect(screen.queryByText('PL-62 is put away')).toBeNull()
})
it('waits while it is looked at', () => {
  render(<ToastRegion />)
  act(() => void toasts.show('said'))
  const region = screen.getByRole('log')
  fireEvent.pointerEnter(region)
  act(() => void vi.advanceTimersByTime(60_000))
  expect(screen.queryByText('said')).not.toBeNull()
  fireEvent.pointerLeave(region)
  act(() => void vi.advanceTimersByTime(60_000))
  expect(screen.queryByText('said')).toBeNull()
})
