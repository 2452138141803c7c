import { afterEach, expect, it } from 'vitest'
import { toasts } from './toasts'

afterEach(() => {
  for (const toast of toasts.get()) toasts.dismiss(toast.id)
})
it('says the same sentence once, and keeps the three newest', () => {
  for (const words of ['one', 'two', 'two', 'three', 'four']) toasts.show(words)
  expect(toasts.get().map((toast) => toast.words)).toEqual(['two', 'three', 'four'])
})
it('gives more time where there is something to press', () => {
  toasts.show('said')
  toasts.show('done', { action: { label: 'Undo', run: () => undefined } })
  toasts.show('lasting', { stays: true })
  const [said, done, lasting] = toasts.get()
  expect(done?.lastsMs).toBeGreaterThan(said?.lastsMs ?? Infinity)
  expect(lasting?.lastsMs).toBeUndefined()
})
