// What every part about hats reads: the hats as they stand, and what can be done.
import { createContext, useContext } from 'react'
import type { HatAct } from './hat-acts'
import type { HatNow } from './hat-turns'

interface HatsValue {
  readonly hats: readonly HatNow[]
  readonly acts: readonly HatAct[]
  /** The team's time, in ms. */
  readonly now: number
}

export const HatsContext = createContext<HatsValue | undefined>(undefined)

export function useHats(): HatsValue {
  const value = useContext(HatsContext)
  if (!value) throw new Error('No hats: Hats provides them.')
  return value
}
