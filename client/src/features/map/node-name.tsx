// The name of an icon, typed where it stands; a new icon asks for it at once.
import { isMaterialNode, type NodeRow } from '@yokoten/shared/map'
import { text } from '../../text'
import { InPlace } from './in-place'
import { keepName } from './keep-typed'
import { useMapRoom, useUi } from './map-context'
import styles from './nodes.module.css'

interface NodeNameProps {
  readonly node: NodeRow
  readonly isReachable: boolean
}

export function NodeName({ node, isReachable }: NodeNameProps) {
  const { run, ui, canEdit, isCoarse } = useMapRoom()
  const isNaming = useUi((state) => state.naming === node.id)
  const kind = text(`map.kind.${node.kind}`)
  const isProse = node.kind === 'note'
  return (
    <InPlace
      label={isProse ? text('map.node.noteText') : text('map.node.name', { kind })}
      typed={node.name}
      placeholder={kind}
      onKeep={(typed) => keepName(run, node.id, typed)}
      // The first press selects the icon, the next one types: a name is the handle by which icons are dragged.
      canEdit={canEdit && (isNaming || (isReachable && !isCoarse))}
      isReachable={isReachable}
      startsOpen={isNaming}
      onClosed={() => ui.setState((state) => (state.naming === node.id ? { naming: undefined } : state))}
      multiline={isProse}
      className={styles.name}
    >
      {node.name || <span className={styles.blank}>{isMaterialNode(node.kind) ? kind : '…'}</span>}
    </InPlace>
  )
}
