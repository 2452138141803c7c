// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { isTypingIn, listenToKeyboard } from './keyboard'
import { createRegistry } from './registry'

afterEach(() => document.body.replaceChildren())

const put = (html: string): HTMLElement => {
  document.body.innerHTML = html
  const element = document.body.querySelector<HTMLElement>('[data-it]')
  if (!element) throw new Error('nothing to look at')
  return element
}
it.each(['<input data-it>', '<textarea data-it></textarea>', '<input type="search" data-it>'])(
  'knows that one types in %s',
  (html) => expect(isTypingIn(put(html))).toBe(true),
)
it.each(['<button data-it></button>', '<input type="checkbox" data-it>', '<div data-it></div>'])(
  'knows that one does not type in %s',
  (html) => expect(isTypingIn(put(html))).toBe(false),
)
it('runs an action once for a key held down, and not inside a dialog', () => {
  const registry = createRegistry()
  const run = vi.fn()
  registry.offer([{ id: 'a', label: 'a', keys: ['n'], run }])
  const stop = listenToKeyboard(registry, () => true)
  const press = (repeat: boolean) => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', repeat }))
  press(false)
  press(true)
  expect(run).toHaveBeenCalledTimes(1)
  put('<div role="dialog"><button data-it></button></div>').focus()
  press(false)
  expect(run).toHaveBeenCalledTimes(1)
  document.body.replaceChildren()
  stop()
  press(false)
  expect(run).toHaveBeenCalledTimes(1)
})
