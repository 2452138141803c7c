// The tools' own icons, drawn like the signs they put on the map.
import type { ReactNode } from 'react'
import type { Tool } from './ui-store'
import styles from './toolbox.module.css'

const STROKE: Readonly<Record<Tool, ReactNode>> = {
  select: <path d="M6 3l5.5 16 2.3-6.4L20 10z" />,
  process: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="1.5" />
      <path d="M4 11h16M4 15.5h16" />
    </>
  ),
  inventory: (
    <>
      <path d="M12 4l9 16H3z" />
      <path d="M12 11v5.5" />
    </>
  ),
  push: (
    <>
      <path d="M2.5 9.5H15V6l6.5 6-6.5 6v-3.5H2.5z" />
      <path d="M6 9.5v5M9.5 9.5v5M13 9.5v5" />
    </>
  ),
  pull: <path d="M2.5 15H7a5 5 0 0 1 10 0h4.5M18.5 12l3 3-3 3" />,
  shipment: <path d="M2.5 8.5H14V5l7.5 7-7.5 7v-3.5H2.5z" />,
  'electronic-information': <path d="M2.5 12.5L14 8.5 10 15.5 21 11.5M17.6 10l3.6 1.4-2 3.2" />,
  'manual-information': <path d="M2.5 12H21M17.5 8.5L21 12l-3.5 3.5" />,
  'kaizen-burst': (
    <path d="M12 2.5l2 4.2 4-2.2-.8 4.4 4.6.6-3.4 3 3.4 3-4.6.6.8 4.4-4-2.2-2 4.2-2-4.2-4 2.2.8-4.4-4.6-.6 3.4-3-3.4-3 4.6-.6L6 4.5l4 2.2z" />
  ),
  note: (
    <>
      <path d="M4 4h16v11l-5 5H4z" />
      <path d="M20 15h-5v5M8 9h8M8 13h4" />
    </>
  ),
  supplier: <path d="M3 20V9l6-4v4l6-4v4l6-4v15z" />,
  customer: <path d="M3 20V9l6-4v4l6-4v4l6-4v15zM9 20v-6h6v6" />,
  'production-control': (
    <>
      <rect x="3" y="6" width="18" height="12" rx="1.5" />
      <path d="M7 10h10M7 14h6" />
    </>
  ),
}

export const ToolIcon = ({ tool }: { tool: Tool }) => (
  <svg viewBox="0 0 24 24" width="22" height="22" className={styles.icon} aria-hidden>
    {STROKE[tool]}
  </svg>
)
