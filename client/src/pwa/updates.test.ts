import * as fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { mayReload } from './update-rule'
import { createUpdates } from './updates'
import type { Work } from './update-rule'

function setUp(work: Work = { isEditing: false, changed: 0 }) {
  const told: {
    waiting?: () => void
    controlling?: (isUpdate: boolean) => void
    ready?: () => void
    failed?: () => void
  } = {}
  const looks: (() => void)[] = []
  const reload = vi.fn()
  const takeOver = vi.fn()
  const now = { ...work }
  const updates = createUpdates({
    worker: {
      onWaiting: (listener) => (told.waiting = listener),
      onControlling: (listener) => (told.controlling = listener),
      onReady: (listener) => (told.ready = listener),
      onFailed: (listener) => (told.failed = listener),
      takeOver,
    },
    offline: 'preparing',
    work: () => now,
    reload,
    later: (look) => looks.push(look),
  })
  const lookAgain = () => looks.splice(0).forEach((look) => look())
  return { updates, told, reload, takeOver, now, lookAgain }
}

it('reloads only when nobody types and nothing waits for the disk', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.nat(5), (isEditing, changed) => {
      expect(mayReload({ isEditing, changed })).toBe(!isEditing && changed === 0)
    }),
  )
})
it('asks, and does nothing until the person agrees', () => {
  const { updates, told, reload, takeOver } = setUp()
  told.waiting?.()
  expect(updates.get()).toBe('ready')
  expect(takeOver).not.toHaveBeenCalled()
  updates.agree()
  expect(takeOver).toHaveBeenCalledTimes(1)
  expect(reload).not.toHaveBeenCalled()
  told.controlling?.(true)
  expect(reload).toHaveBeenCalledTimes(1)
})
it('after the answer waits for the last edit, and for the field to be left', () => {
  const { updates, told, takeOver, now, lookAgain } = setUp({ isEditing: true, changed: 2 })
  told.waiting?.()
  updates.agree()
  expect(updates.get()).toBe('agreed')
  now.isEditing = false
  lookAgain()
  expect(takeOver).not.toHaveBeenCalled()
  now.changed = 0
  lookAgain()
  expect(takeOver).toHaveBeenCalledTimes(1)
  expect(updates.get()).toBe('reloading')
})
it('never reloads because another tab agreed: it asks here too, and then only loads again', () => {
  const { updates, told, reload, takeOver, now, lookAgain } = setUp({ isEditing: true, changed: 0 })
  told.waiting?.()
  told.controlling?.(true)
  expect(reload).not.toHaveBeenCalled()
  expect(updates.get()).toBe('ready')
  updates.agree()
  expect(reload).not.toHaveBeenCalled()
  now.isEditing = false
  lookAgain()
  expect(reload).toHaveBeenCalledTimes(1)
  expect(takeOver).not.toHaveBeenCalled()
})
it('is silent at the first installation', () => {
  const { updates, told, reload } = setUp()
  told.controlling?.(false)
  expect(updates.get()).toBe('current')
  expect(reload).not.toHaveBeenCalled()
})
it('says whether the app can start offline, and why not', () => {
  const { updates, told } = setUp()
  expect(updates.offlineStart.get()).toBe('preparing')
  told.ready?.()
  expect(updates.offlineStart.get()).toBe('ready')
  told.failed?.()
  expect(updates.offlineStart.get()).toBe('ready')
  const other = setUp()
  other.told.failed?.()
  expect(other.updates.offlineStart.get()).toBe('failed')
  const needs = { work: () => ({ isEditing: false, changed: 0 }), reload: vi.fn(), later: vi.fn() }
  const without = createUpdates({ ...needs, worker: undefined, offline: 'insecure' })
  expect(without.offlineStart.get()).toBe('insecure')
  without.agree()
  expect(without.get()).toBe('current')
})
