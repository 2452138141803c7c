// What just happened, said once and taken back with one press: a queue any screen can speak into.

export interface Toast {
  readonly id: number
  readonly words: string
  readonly tone: 'plain' | 'stop'
  /** Usually undo. */
  readonly action: { readonly label: string; run(): void } | undefined
  /** ms; undefined stays until it is closed. */
  readonly lastsMs: number | undefined
}

/** With an action there must be time to reach it. */
const SHORT_MS = 6_000
const WITH_ACTION_MS = 12_000
const MAX = 3

function createToasts() {
  let toasts: readonly Toast[] = []
  let lastId = 0
  const listeners = new Set<() => void>()
  const become = (next: readonly Toast[]) => {
    toasts = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => toasts,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Shows a sentence; the same sentence again replaces the one that is there. Returns its id. */
    show(
      words: string,
      options: { action?: Toast['action']; tone?: Toast['tone']; stays?: boolean } = {},
    ): number {
      lastId += 1
      const { action, tone = 'plain', stays = false } = options
      const lastsMs = stays ? undefined : action ? WITH_ACTION_MS : SHORT_MS
      const others = toasts.filter((toast) => toast.words !== words)
      become([...others, { id: lastId, words, tone, action, lastsMs }].slice(-MAX))
      return lastId
    },
    dismiss(id: number) {
      if (toasts.some((toast) => toast.id === id)) become(toasts.filter((toast) => toast.id !== id))
    },
  }
}

/** The one queue of this tab. */
export const toasts = createToasts()
