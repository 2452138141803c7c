// A QR code as one SVG path; the encoder is loaded when the first one is shown.
import { useEffect, useState } from 'react'
import type { CSSProperties } from 'react'
import { toasts } from './toasts'
import { text } from '../text'
import styles from './qr-code.module.css'

interface QrCodeProps {
  readonly value: string
  /** What it leads to, for screen readers. */
  readonly label: string
  /** px. */
  readonly size?: number
}

export function QrCode({ value, label, size = 240 }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ value: string; side: number; path: string }>()
  useEffect(() => {
    let current = true
    void import('uqr')
      .then(({ encode }) => {
        if (!current) return
        const { data, size: side } = encode(value, { ecc: 'M', border: 0 })
        const path = data
          .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
          .join('')
        setDrawn({ value, side, path })
      })
      .catch(() => toasts.show(text('design.qrFailed'), { tone: 'stop' }))
    return () => {
      current = false
    }
  }, [value])
  return (
    <div
      className={styles.code}
      role="img"
      aria-label={label}
      style={{ '--size': `${size}px` } as CSSProperties}
    >
      {drawn?.value === value && (
        <svg viewBox={`0 0 ${drawn.side} ${drawn.side}`} shapeRendering="crispEdges" aria-hidden>
          <path d={drawn.path} fill="#000000" />
        </svg>
      )}
    </div>
  )
}
