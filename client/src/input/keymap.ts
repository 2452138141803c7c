// Shortcuts: how they are written, when a key press means one, and how they are shown.
// Written as `Mod+K`, `Shift+ArrowUp`, `N`, `?`: `Mod` is Command on a Mac and Ctrl elsewhere.
import { isEnabled } from './action'
import type { Action } from './action'

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Where the press happened. */
export interface KeyPlace {
  /** The focus is where letters are typed. */
  readonly isTyping: boolean
  /** A dialog, menu or other layer is on top; it has the keyboard to itself. */
  readonly isCovered: boolean
  readonly isMac: boolean
  /** False: single letters do nothing (chosen in settings). */
  readonly letters: boolean
}

interface Shortcut {
  readonly key: string
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
}

function parse(written: string): Shortcut {
  const parts = written.split('+')
  const key = parts.pop() || '+'
  return { key, mod: parts.includes('Mod'), alt: parts.includes('Alt'), shift: parts.includes('Shift') }
}

const isLetterLike = (key: string): boolean => Array.from(key).length === 1
const isLetter = (key: string): boolean => key.toLowerCase() !== key.toUpperCase() && isLetterLike(key)

/** Whether a press is this shortcut, leaving aside where it happened. */
export function matches(press: KeyPress, written: string, isMac: boolean): boolean {
  const shortcut = parse(written)
  const mod = isMac ? press.metaKey : press.ctrlKey
  const otherMod = isMac ? press.ctrlKey : press.metaKey
  if (mod !== shortcut.mod || otherMod || press.altKey !== shortcut.alt) return false
  // A sign such as ? needs Shift on one layout and not on another; the sign itself says enough.
  const shiftCounts = isLetter(shortcut.key) || !isLetterLike(shortcut.key)
  if (shiftCounts && press.shiftKey !== shortcut.shift) return false
  return press.key.toLowerCase() === shortcut.key.toLowerCase()
}

/** What typing a letter would also do: such a shortcut is no shortcut in a field. */
const isPlain = (written: string): boolean => {
  const { mod, alt, key } = parse(written)
  return !mod && !alt && (isLetterLike(key) || key.startsWith('Arrow') || editingKeys.has(key))
}
const editingKeys = new Set([
  'Backspace',
  'Delete',
  'Enter',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Tab',
  'Space',
])
/** In a field these belong to the field: its own undo, selection and clipboard. */
const fieldOwns = new Set(['z', 'y', 'a', 'c', 'x', 'v', 'b', 'i', 'u'])

const mayRun = (written: string, place: KeyPlace): boolean => {
  if (place.isCovered) return false
  const { key, mod } = parse(written)
  if (place.isTyping && (isPlain(written) || (mod && fieldOwns.has(key.toLowerCase())))) return false
  return place.letters || !(isPlain(written) && isLetterLike(key))
}

/** The action a press means. Of several, the last in the list wins: the page before the app. */
export function actionFor(actions: readonly Action[], press: KeyPress, place: KeyPlace): Action | undefined {
  for (let index = actions.length - 1; index >= 0; index--) {
    const action = actions[index]
    if (!action?.keys) continue
    for (const written of action.keys)
      if (matches(press, written, place.isMac) && mayRun(written, place) && isEnabled(action)) return action
  }
  return undefined
}

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

/** A shortcut as it is shown: `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function showKeys(written: string, isMac: boolean): string {
  const { key, mod, alt, shift } = parse(written)
  const shown = symbols[key] ?? (isLetterLike(key) ? key.toUpperCase() : key)
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${shown}`
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', shown].filter(Boolean).join(' ')
}

/** Pairs of actions that would fight over one shortcut; for tests of a page's list. */
export function clashes(actions: readonly Action[]): [string, string][] {
  const owners = new Map<string, string>()
  const found: [string, string][] = []
  for (const action of actions)
    for (const written of action.keys ?? []) {
      const owner = owners.get(written.toLowerCase())
      if (owner !== undefined && owner !== action.id) found.push([owner, action.id])
      owners.set(written.toLowerCase(), action.id)
    }
  return found
}
