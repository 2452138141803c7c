// When a new version may take over: never under an edit.

/** What the person is in the middle of. */
export interface Work {
  /** The focus is in a field or a text editor. */
  readonly isEditing: boolean
  /** Edits that are not yet on this device's disk. */
  readonly changed: number
}

/** A reload loses nothing: nobody is typing, and every edit is kept. */
export const mayReload = ({ isEditing, changed }: Work): boolean => !isEditing && changed === 0

export type UpdateState =
  /** This is the newest version known. */
  | 'current'
  /** A newer one is on the device and the person has not been asked, or has not answered. */
  | 'ready'
  /** The person agreed; it takes over when the last edit is kept. */
  | 'agreed'
  | 'reloading'
