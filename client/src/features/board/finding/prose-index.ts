// The words of all descriptions, read bit by bit when somebody searches for the first time, and kept as they change.
import { foldWords } from '@yokoten/shared/board'
import type { Readable, Texts } from '../../../session/api'
import { inSlices } from './slices'
import type { Soon } from './slices'

export interface ProseIndex extends Readable<number> {
  /** The folded words of a card's description; undefined where there are none, or none known yet. */
  of(card: string): string | undefined
  /** Begins to read; does nothing the second time. */
  start(): void
  close(): void
}

const DESCRIPTION = 'card:'
const cardOf = (text: string): string | undefined =>
  text.startsWith(DESCRIPTION) ? text.slice(DESCRIPTION.length) : undefined

/** `get` counts how often it has learnt something. */
export function createProseIndex(texts: Texts, later?: Soon): ProseIndex {
  const words = new Map<string, string>()
  const listeners = new Set<() => void>()
  const open: string[] = []
  let version = 0
  let isStarted = false
  let stop: (() => void) | undefined
  let callOff: (() => void) | undefined
  const tell = () => {
    version++
    for (const listener of [...listeners]) listener()
  }
  const read = () => {
    callOff?.()
    callOff = inSlices(
      (isOver) => {
        for (let text = open.pop(); text !== undefined; text = open.pop()) {
          const card = cardOf(text)
          if (card !== undefined) words.set(card, foldWords(texts.words(text)))
          if (isOver()) break
        }
        return open.length === 0
      },
      tell,
      later,
    )
  }
  return {
    get: () => version,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    of: (card) => words.get(card),
    start() {
      if (isStarted) return
      isStarted = true
      open.push(...texts.ids())
      stop = texts.subscribe((ids) => {
        open.push(...ids)
        read()
      })
      read()
    },
    close() {
      stop?.()
      callOff?.()
    },
  }
}
