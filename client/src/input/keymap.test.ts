import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from './action'
import { actionFor, clashes, matches, showKeys } from './keymap'
import type { KeyPlace, KeyPress } from './keymap'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const place = (part: Partial<KeyPlace> = {}): KeyPlace => ({
  isTyping: false,
  isCovered: false,
  isMac: false,
  letters: true,
  ...part,
})
const action = (id: string, ...keys: string[]): Action => ({ id, label: id, keys, run: () => undefined })
const ran = (actions: Action[], pressed: KeyPress, at = place()) => actionFor(actions, pressed, at)?.id

describe('matching', () => {
  it('takes Mod as Ctrl, and as Command on a Mac', () => {
    expect(matches(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true)
    expect(matches(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false)
    expect(matches(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true)
    expect(matches(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false)
  })
  it('takes a sign as it is typed, whatever keys it needs', () => {
    expect(matches(press('?', { shiftKey: true }), '?', false)).toBe(true)
    expect(matches(press('?'), '?', false)).toBe(true)
    expect(matches(press('+', { shiftKey: true, ctrlKey: true }), 'Mod++', false)).toBe(true)
  })
  it('tells a letter from the same letter with Shift', () => {
    expect(matches(press('N', { shiftKey: true }), 'N', false)).toBe(false)
    expect(matches(press('N', { shiftKey: true }), 'Shift+N', false)).toBe(true)
  })
})

describe('typing', () => {
  it('never takes a plain key from a field', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.boolean(), (key, shiftKey) => {
        const actions = [action('a', key, `Shift+${key}`, 'ArrowUp', 'Delete', 'Enter')]
        for (const pressed of [key, 'ArrowUp', 'Delete', 'Enter'])
          expect(ran(actions, press(pressed, { shiftKey }), place({ isTyping: true }))).toBeUndefined()
      }),
    )
  })
  it("leaves a field its own undo, and takes the palette's key even there", () => {
    const actions = [action('undo', 'Mod+Z'), action('palette', 'Mod+K')]
    const typing = place({ isTyping: true })
    expect(ran(actions, press('z', { ctrlKey: true }), typing)).toBeUndefined()
    expect(ran(actions, press('z', { ctrlKey: true }))).toBe('undo')
    expect(ran(actions, press('k', { ctrlKey: true }), typing)).toBe('palette')
  })
})

it('does nothing under a dialog', () => {
  expect(
    ran([action('a', 'Mod+K')], press('k', { ctrlKey: true }), place({ isCovered: true })),
  ).toBeUndefined()
})
it('leaves single letters alone where the person turned them off, and arrows as they are', () => {
  const actions = [action('new', 'N'), action('up', 'ArrowUp')]
  expect(ran(actions, press('n'), place({ letters: false }))).toBeUndefined()
  expect(ran(actions, press('ArrowUp'), place({ letters: false }))).toBe('up')
})
it('prefers what was offered last, and skips what is not enabled', () => {
  const page: Action = { ...action('page', 'N'), isEnabled: () => false }
  expect(ran([action('app', 'N'), action('page', 'N')], press('n'))).toBe('page')
  expect(ran([action('app', 'N'), page], press('n'))).toBe('app')
})
it('shows keys as the system writes them', () => {
  expect(showKeys('Mod+Shift+z', false)).toBe('Ctrl Shift Z')
  expect(showKeys('Mod+Shift+z', true)).toBe('⇧⌘Z')
  expect(showKeys('ArrowUp', false)).toBe('↑')
})
it('finds two actions on one shortcut', () => {
  expect(clashes([action('a', 'N', 'Mod+K'), action('b', 'mod+k')])).toEqual([['a', 'b']])
  expect(clashes([action('a', 'N'), action('a', 'N')])).toEqual([])
})
