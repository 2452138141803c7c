// Where toasts appear: a polite live region, which waits while it is looked at or worked in.
import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { text } from '../text'
import { Button } from './button'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { toasts } from './toasts'
import type { Toast } from './toasts'
import styles from './toast-region.module.css'

function ToastLine({ toast, waits }: { toast: Toast; waits: boolean }) {
  const { id, lastsMs } = toast
  useEffect(() => {
    if (waits || lastsMs === undefined) return
    const timer = setTimeout(() => toasts.dismiss(id), lastsMs)
    return () => clearTimeout(timer)
  }, [id, lastsMs, waits])
  const { action } = toast
  return (
    <div className={classNames(styles.toast, toast.tone === 'stop' && styles.stop)}>
      <span className={styles.words}>{toast.words}</span>
      {action && (
        <Button
          look="plain"
          onPress={() => {
            toasts.dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={text('design.close')} onPress={() => toasts.dismiss(id)} />
    </div>
  )
}

export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get)
  const [isOver, setOver] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  // Dialogs and sheets lie beside the app's root and over all of it, whatever its own order.
  return createPortal(
    <div
      className={styles.region}
      role="log"
      // Not hidden behind an open dialog or sheet: what was just done there is said and undone from here.
      data-react-aria-top-layer="true"
      aria-live="polite"
      aria-label={text('design.messages')}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} waits={isOver || hasFocus} />
      ))}
    </div>,
    document.body,
  )
}
