// How much waits for the person at this device, for the rail and the tabs.
import { createContext, useContext } from 'react'

const Count = createContext(0)

export const WaitingCount = Count.Provider

export const useWaitingCount = (): number => useContext(Count)
