// Says to screen readers what one's own act did on the board, where nothing else on the screen says it.
import { createPortal } from 'react-dom'
import { create } from 'zustand'
import { VisuallyHidden } from '../../design/visually-hidden'

interface Said {
  readonly words: string
  /** The same words again are said again. */
  readonly times: number
}

const useSaid = create<Said>(() => ({ words: '', times: 0 }))

export const announce = (words: string): void =>
  useSaid.setState(({ times }) => ({ words, times: times + 1 }))

/** Beside the app's root: what is done in a dialog, which hides the page behind it, is said too. */
export function Announcer() {
  const { words, times } = useSaid()
  return createPortal(
    <VisuallyHidden>
      <span role="status" aria-live="polite" data-announcer data-live-announcer="true">
        <span key={times}>{words}</span>
      </span>
    </VisuallyHidden>,
    document.body,
  )
}
