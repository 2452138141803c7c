// Where the others point, each with a name, at the same size whatever the zoom.
import { useStore, ViewportPortal } from '@xyflow/react'
import type { CSSProperties } from 'react'
import { inkOn } from '../../design/person-mark'
import { usePeers } from '../../react'
import styles from './cursors.module.css'
import { useMapRoom } from './map-context'

export function Cursors() {
  const peers = usePeers(useMapRoom().handle)
  const zoom = useStore((state) => state.transform[2])
  return (
    <ViewportPortal>
      {[...peers].map(([device, peer]) => {
        if (!peer.cursor) return null
        const { x, y } = peer.cursor
        return (
          <div
            key={device}
            className={styles.cursor}
            style={
              {
                transform: `translate(${x}px, ${y}px) scale(${1 / zoom})`,
                '--peer': peer.colour,
                '--on-peer': inkOn(peer.colour),
              } as CSSProperties
            }
            aria-hidden
          >
            <svg width="16" height="20" viewBox="0 0 16 20">
              <path d="M1 1l5 17 4-7 5-2z" />
            </svg>
            <span>{peer.name}</span>
          </div>
        )
      })}
    </ViewportPortal>
  )
}
