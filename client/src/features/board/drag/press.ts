// The moment between pressing a card and knowing whether it will be carried: kept until the drag layer takes it over.
import { create } from 'zustand'

export interface Press {
  readonly card: string
  readonly element: HTMLElement
  readonly event: MouseEvent | TouchEvent
}

interface PressStore {
  readonly press: Press | undefined
  start(press: Press): void
  end(): void
}

/** The last press on a card; undefined once the finger or button is up. */
export const usePress = create<PressStore>((set) => ({
  press: undefined,
  start: (press) => set({ press }),
  end: () => set({ press: undefined }),
}))
