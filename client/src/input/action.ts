// A user action described once: menus, the keyboard and the palette all read it.

export interface Action {
  /** `room.verb`, unique among the actions that are offered together. */
  readonly id: string
  /** What it does, as a menu says it. */
  readonly label: string
  /** Shortcuts as in `keymap`; the first one is shown. */
  readonly keys?: readonly string[]
  /** The palette's heading for it. */
  readonly group?: string
  /** What it acts on, where that is not the page as a whole: such acts stand in the menu of that thing. */
  readonly on?: 'card'
  /** False now and then; an action that is never possible here is not offered at all. */
  isEnabled?(): boolean
  run(): void
}

export const isEnabled = (action: Action): boolean => action.isEnabled?.() ?? true
