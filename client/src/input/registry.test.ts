import { expect, it, vi } from 'vitest'
import { createRegistry } from './registry'

const action = (id: string) => ({ id, label: id, run: () => undefined })

it('lists the app first and the page last, in whatever order they came', () => {
  const registry = createRegistry()
  const takeBack = registry.offer([action('page')])
  registry.offer([action('app')], 'app')
  expect(registry.list().map(({ id }) => id)).toEqual(['app', 'page'])
  takeBack()
  takeBack()
  expect(registry.list().map(({ id }) => id)).toEqual(['app'])
})
it('gives the same list until something changes, and tells when it does', () => {
  const registry = createRegistry()
  const listener = vi.fn()
  registry.subscribe(listener)
  const before = registry.list()
  expect(registry.list()).toBe(before)
  registry.offer([action('a')])
  expect(listener).toHaveBeenCalledTimes(1)
  expect(registry.list()).not.toBe(before)
})
