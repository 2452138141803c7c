// Joins class names and leaves out what is not there.

/** CSS Modules give `string | undefined` per name; this gives one class attribute. */
export const classNames = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ')
