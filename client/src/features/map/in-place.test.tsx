// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { InPlace } from './in-place'

afterEach(cleanup)

function show(onKeep: (typed: string) => string | undefined, canEdit = true) {
  render(
    <InPlace label="Uptime" typed="85 %" onKeep={onKeep} canEdit={canEdit} isReachable>
      85 %
    </InPlace>,
  )
}
const open = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Uptime: 85 %' }))
  return screen.getByRole('textbox', { name: 'Uptime' })
}

describe('a value filled in place', () => {
  it('keeps what was typed on Enter and shows the value again', () => {
    const keep = vi.fn(() => undefined)
    show(keep)
    const field = open()
    fireEvent.change(field, { target: { value: '90 %' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(keep).toHaveBeenCalledExactlyOnceWith('90 %')
    expect(screen.queryByRole('textbox')).toBeNull()
  })
  it('keeps on leaving too, once', () => {
    const keep = vi.fn(() => undefined)
    show(keep)
    const field = open()
    fireEvent.change(field, { target: { value: '90' } })
    fireEvent.blur(field)
    expect(keep).toHaveBeenCalledExactlyOnceWith('90')
  })
  it('leaves it as it was on Escape, and writes nothing where nothing was changed', () => {
    const keep = vi.fn(() => undefined)
    show(keep)
    const field = open()
    fireEvent.change(field, { target: { value: '12' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    fireEvent.keyDown(open(), { key: 'Enter' })
    expect(keep).not.toHaveBeenCalled()
  })
  it('stays open with a sentence where it cannot be kept', () => {
    show(() => 'The most is 100.')
    const field = open()
    fireEvent.change(field, { target: { value: '850' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toBe('The most is 100.')
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
  })
  it('keys typed in it do not reach the canvas', () => {
    const heard = vi.fn()
    window.addEventListener('keydown', heard)
    show(() => undefined)
    fireEvent.keyDown(open(), { key: 'Delete' })
    window.removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
  })
  it('is plain words for who only looks', () => {
    show(() => undefined, false)
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('85 %')).toBeTruthy()
  })
})
