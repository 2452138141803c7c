// A button with an icon instead of a word: the word is its label, shown on hover and keyboard focus.
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import { Button } from './button'
import type { ButtonProps } from './button'
import type { LucideIcon } from './icon'

const Bubble = lazy(() => import('./tooltip-bubble'))
const PAUSE_MS = 500

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'iconOnly' | 'large' | 'wide' | 'ref'> {
  readonly icon: LucideIcon
  readonly label: string
}

export function IconButton({ icon, label, look = 'quiet', ...rest }: IconButtonProps) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [over, setOver] = useState(false)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!over) return
    const timer = setTimeout(() => setShown(true), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      setShown(false)
    }
  }, [over])
  return (
    <>
      <Button
        {...rest}
        ref={anchor}
        look={look}
        icon={icon}
        iconOnly
        aria-label={label}
        onHoverChange={setOver}
        onFocusChange={(focused) => setOver(focused && !!anchor.current?.matches(':focus-visible'))}
      />
      {shown && (
        <Suspense>
          <Bubble anchor={anchor} onClose={() => setShown(false)}>
            {label}
          </Bubble>
        </Suspense>
      )}
    </>
  )
}
