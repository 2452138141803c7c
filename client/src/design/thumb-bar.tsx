// On a phone, the two acts that matter, under the thumb: large buttons above the tabs.
import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import styles from './thumb-bar.module.css'

/** Give it one or two `<Button large>`. */
export function ThumbBar({ label, children }: { label: string; children: ReactNode }) {
  // Said at the root, since a style that asks whether the page has a bar is asked again at every change of the page.
  useLayoutEffect(() => {
    const root = document.documentElement
    root.toggleAttribute('data-thumb-bar', true)
    return () => root.removeAttribute('data-thumb-bar')
  }, [])
  return (
    <div className={styles.bar} role="group" aria-label={label}>
      {children}
    </div>
  )
}
