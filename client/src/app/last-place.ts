// Where this device was last, or wanted to go: the start page goes there, a room opens the document last seen in it.

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

let wanted: { readonly team: string; readonly path: string } | undefined

/** A link into a team that this device had not joined: once it has, in this tab, the link is followed. */
export const wantedPlace = {
  set(team: string, path: string) {
    wanted = { team, path }
  },
  take(team: string): string | undefined {
    const path = wanted?.team === team ? wanted.path : undefined
    wanted = undefined
    return path
  },
}

export const lastDocument = {
  get: (team: string, kind: string) => read(documentKey(team, kind)),
  set: (team: string, kind: string, id: string) => write(documentKey(team, kind), id),
}
