// Where this device was last: the start page goes there, and a room opens the document last seen in it.

const KEY = 'yokoten.lastPlace'
const documentKey = (team: string, kind: string) => `yokoten.last.${team}.${kind}`

const read = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}
const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A device that cannot store starts at the beginning next time.
  }
}

export const lastPlace = {
  get: () => read(KEY),
  set: (path: string) => write(KEY, path),
  forget() {
    try {
      localStorage.removeItem(KEY)
    } catch {
      // Nothing was kept.
    }
  },
}

export const lastDocument = {
  get: (team: string, kind: string) => read(documentKey(team, kind)),
  set: (team: string, kind: string, id: string) => write(documentKey(team, kind), id),
}
