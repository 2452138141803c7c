// What can be found by typing besides acts: a page offers finders for its own things, the palette asks them.

export interface FoundThing {
  readonly id: string
  readonly label: string
  /** A few words beside the label. */
  readonly note?: string
  run(): void
}

export interface Finder {
  readonly id: string
  /** The palette's heading. */
  readonly label: string
  /** Answers once, at once or a little later; returns how to call it off. */
  find(words: string, answer: (things: readonly FoundThing[]) => void): () => void
}

function createFinders() {
  let all: readonly Finder[] = []
  const listeners = new Set<() => void>()
  const become = (next: readonly Finder[]) => {
    all = next
    for (const listener of [...listeners]) listener()
  }
  return {
    list: (): readonly Finder[] => all,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Offers a finder until the returned function is called. */
    offer(finder: Finder): () => void {
      become([...all, finder])
      return () => become(all.filter((one) => one !== finder))
    },
  }
}

/** The finders of this tab. */
export const finders = createFinders()
