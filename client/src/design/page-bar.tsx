// The places in the top bar that a page fills from where it stands: views in the middle, people, acts at the end.
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

export type BarPlace = 'views' | 'people' | 'acts'

/** The elements of the shell's bar; undefined until the bar stands. */
export const BarPlaces = createContext<Partial<Record<BarPlace, HTMLElement | null>>>({})

const place = (name: BarPlace) =>
  function Place({ children }: { children: ReactNode }) {
    const element = useContext(BarPlaces)[name]
    return element ? createPortal(children, element) : null
  }

/** Beside the title: ways to look at the page, e.g. current, future, compare. */
export const BarViews = place('views')
/** Who is here. */
export const BarPeople = place('people')
/** Buttons; the main one last. On a phone only icon buttons fit: the two acts that matter go into `ThumbBar`. */
export const BarActs = place('acts')
