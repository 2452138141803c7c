// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { createUpdates } from '../pwa/updates'
import { UpdatePrompt } from './update-prompt'

afterEach(cleanup)

it('asks without taking the focus, and says what it waits for after the answer', () => {
  let found = () => undefined as void
  const takeOver = vi.fn()
  const updates = createUpdates({
    worker: {
      onWaiting: (listener) => (found = listener),
      onControlling: vi.fn(),
      onReady: vi.fn(),
      onFailed: vi.fn(),
      takeOver,
    },
    offline: 'preparing',
    work: () => ({ isEditing: false, changed: 1 }),
    reload: vi.fn(),
    later: vi.fn(),
  })
  render(
    <>
      <input aria-label="title" />
      <UpdatePrompt updates={updates} />
    </>,
  )
  screen.getByLabelText('title').focus()
  act(() => found())
  expect(document.activeElement).toBe(screen.getByLabelText('title'))
  fireEvent.click(screen.getByRole('button', { name: 'Start it' }))
  expect(takeOver).not.toHaveBeenCalled()
  expect(screen.getByRole('status').textContent).toContain('when your last change is kept')
})
it('leaves the person alone after "Later"', () => {
  let found = () => undefined as void
  const updates = createUpdates({
    worker: {
      onWaiting: (listener) => (found = listener),
      onControlling: vi.fn(),
      onReady: vi.fn(),
      onFailed: vi.fn(),
      takeOver: vi.fn(),
    },
    offline: 'preparing',
    work: () => ({ isEditing: false, changed: 0 }),
    reload: vi.fn(),
    later: vi.fn(),
  })
  render(<UpdatePrompt updates={updates} />)
  act(() => found())
  fireEvent.click(screen.getByRole('button', { name: 'Later' }))
  expect(screen.queryByRole('button')).toBeNull()
})
