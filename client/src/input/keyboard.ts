// Listens to the keyboard for the whole window and runs the action that a press means.
import { actionFor } from './keymap'
import type { KeyPlace } from './keymap'
import type { Registry } from './registry'

export const isMac = (): boolean => /mac|iphone|ipad/iu.test(navigator.platform)

/** Whether the focus is somewhere letters are typed, a text editor included. */
export function isTypingIn(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  if (element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true
  const type = element instanceof HTMLInputElement ? element.type : undefined
  return type !== undefined && !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(type)
}

const LAYERS = '[role="dialog"],[role="alertdialog"],[role="menu"],[data-trigger]'

/** Returns how to stop listening. `letters` is asked at each press. */
export function listenToKeyboard(registry: Registry, letters: () => boolean): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    // A key held down moves on, it does not act twice.
    if (event.repeat && !event.key.startsWith('Arrow')) return
    const focused = document.activeElement
    const place: KeyPlace = {
      isTyping: isTypingIn(focused),
      isCovered: focused?.closest(LAYERS) != null,
      isMac: isMac(),
      letters: letters(),
    }
    const action = actionFor(registry.list(), event, place)
    if (!action) return
    event.preventDefault()
    action.run()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
