// What pages need to offer their actions.
export { isEnabled } from './action'
export type { Action } from './action'
export { clashes, showKeys } from './keymap'
export { isMac } from './keyboard'
export type { Finder, FoundThing } from './finders'
export { useActions, useFinder, useOfferedActions, useOfferedFinders } from './use-actions'
export type { DescribedAct, DescribedLine } from './described'
