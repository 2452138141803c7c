// What every icon has: the place arrows hold on to, who else is looking at it, and a plain box when seen from afar.
import { Handle, Position, useStore, type ReactFlowState } from '@xyflow/react'
import { useCallback, type CSSProperties, type ReactNode } from 'react'
import { classNames } from '../../design/class-names'
import { inkOn } from '../../design/person-mark'
import { useSnapshot } from '../../react'
import { text } from '../../text'
import { useMapRoom, useUi } from './map-context'
import styles from './nodes.module.css'
import { isArrowTool } from './ui-store'

/** Below this zoom words cannot be read, and with this many icons drawing them all costs frames. */
const FAR = 0.35
const MANY = 120

interface NodeFrameProps {
  readonly id: string
  readonly selected: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function NodeFrame({ id, selected, className, children }: NodeFrameProps) {
  const { peers } = useMapRoom()
  const isJoining = useUi((ui) => isArrowTool(ui.tool))
  const isStart = useUi((ui) => ui.arrowFrom === id)
  const peer = useSnapshot(peers.atIcon, (at) => at.get(id))
  const farSize = useStore(
    useCallback(
      (state: ReactFlowState) =>
        state.transform[2] < FAR && state.nodes.length > MANY
          ? state.nodeLookup.get(id)?.measured
          : undefined,
      [id],
    ),
  )
  const isFar = farSize?.width !== undefined && farSize.height !== undefined
  return (
    <div
      className={classNames(
        styles.frame,
        className,
        selected && styles.selected,
        isStart && styles.start,
        isFar && styles.far,
      )}
      style={
        {
          ...(isFar && { width: farSize.width, height: farSize.height }),
          ...(peer && { '--peer': peer.colour, '--on-peer': inkOn(peer.colour) }),
        } as CSSProperties
      }
    >
      {!isFar && children}
      {peer && (
        <span className={styles.peer}>
          <span className={styles.peerName} title={text('map.node.lookingAt', { name: peer.name })}>
            {peer.name}
          </span>
        </span>
      )}
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={isJoining}
        className={classNames(styles.handle, isJoining && styles.joining)}
      />
    </div>
  )
}
