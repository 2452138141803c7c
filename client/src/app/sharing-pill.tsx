// The state of sharing, always in sight and calm: words before icons, never a spinner, an explanation on one press.
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { PillDot, pillClass } from '../design/pill'
import { Popover } from '../design/popover'
import { useNarrow } from '../design/use-media'
import { useReadable } from '../react'
import type { Readable, Sharing } from '../session/api'
import { isTextId, text } from '../text'
import styles from './sharing-pill.module.css'
import { sharingAdvice, sharingLine, sharingStages } from './sharing-words'

/** Shorter waits for the disk are not worth a flicker. */
const SLOW_MS = 800

function useSlow(waiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [waiting])
  return isSlow
}

function SharingPanel({ sharing }: { sharing: Sharing }) {
  const advice = sharingAdvice(sharing)
  return (
    <div className={styles.panel}>
      <h2>{text('app.sharing.title')}</h2>
      {advice && <p className={styles.advice}>{text(advice)}</p>}
      {sharing.trouble && (
        <p className={styles.trouble}>
          {isTextId(sharing.trouble) ? text(sharing.trouble) : text('app.sharing.trouble')}
        </p>
      )}
      <dl className={styles.stages}>
        {sharingStages(sharing).map(({ label, value }) => (
          <div key={label}>
            <dt>{text(label)}</dt>
            <dd>{text(value.id, value.values)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{text('app.sharing.note')}</p>
    </div>
  )
}

export function SharingPill({ sharing: source }: { sharing: Readable<Sharing> }) {
  const sharing = useReadable(source)
  const isSlow = useSlow(sharing.changed > 0)
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const isNarrow = useNarrow()
  const line = sharingLine(sharing, isSlow)
  const words = (isNarrow && line.short) || line
  return (
    <>
      <div role="status" className={styles.live}>
        <AriaButton
          ref={anchor}
          className={pillClass(line.tone)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          <PillDot />
          <span>{text(words.id, words.values)}</span>
        </AriaButton>
      </div>
      <Popover
        isOpen={isOpen}
        label={text('app.sharing.title')}
        anchor={anchor}
        placement="bottom end"
        onClose={() => setOpen(false)}
      >
        <SharingPanel sharing={sharing} />
      </Popover>
    </>
  )
}
