// The app's updates for the screens that show them.
import { createContext, useContext } from 'react'
import type { Updates } from '../pwa/updates'

export const UpdatesContext = createContext<Updates | undefined>(undefined)

export function useUpdates(): Updates {
  const updates = useContext(UpdatesContext)
  if (!updates) throw new Error('No updates: the composition root provides them.')
  return updates
}
