// Updates in this browser: none where the page is not in a secure context, and the reason is kept for settings.
import { isTypingIn } from '../input/keyboard'
import { createBrowserWorker } from './browser-worker'
import { createUpdates } from './updates'
import type { Updates } from './updates'

const LOOK_AGAIN_MS = 500

/** `changed` gives the number of edits that are not on the disk yet. */
export function startUpdates(changed: () => number): Updates {
  const isPossible = window.isSecureContext && 'serviceWorker' in navigator && import.meta.env.PROD
  return createUpdates({
    worker: isPossible ? createBrowserWorker() : undefined,
    offline: isPossible ? 'preparing' : window.isSecureContext ? 'unsupported' : 'insecure',
    work: () => ({ isEditing: isTypingIn(document.activeElement), changed: changed() }),
    reload: () => location.reload(),
    later: (look) => void setTimeout(look, LOOK_AGAIN_MS),
  })
}
