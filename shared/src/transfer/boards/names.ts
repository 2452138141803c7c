// Things that a file knows only by name, each kept once, in the order in which they come.

export interface Names {
  /** The key of a name: the same for the same name, whatever its capitals. */
  readonly keyOf: (name: string) => string
  readonly all: () => { readonly key: string; readonly name: string }[]
}

export function createNames(): Names {
  const names = new Map<string, string>()
  return {
    keyOf(name) {
      const key = name.trim().toLowerCase()
      if (!names.has(key)) names.set(key, name.trim())
      return key
    },
    all: () => [...names].map(([key, name]) => ({ key, name })),
  }
}
