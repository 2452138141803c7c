// What pages need to offer their actions.
export { isEnabled } from './action'
export type { Action } from './action'
export { clashes, showKeys } from './keymap'
export { isMac } from './keyboard'
export { useActions, useOfferedActions } from './use-actions'
