// All icons but the process: stock, factories, production control, the burst that says fix here, and notes.
import type { NodeProps, NodeTypes } from '@xyflow/react'
import { TriangleAlert } from 'lucide-react'
import { memo, type ComponentType } from 'react'
import type { NodeRow } from '@yokoten/shared/map'
import { Icon } from '../../design/icon'
import { VisuallyHidden } from '../../design/visually-hidden'
import { text } from '../../text'
import { formatNumber, formatQuantity, stockAsTyped, stockLines } from './format'
import { InPlace } from './in-place'
import { keepStock } from './keep-typed'
import { useMap, useMapRoom } from './map-context'
import { NodeFrame } from './node-frame'
import { NodeName } from './node-name'
import styles from './nodes.module.css'
import { ProcessNode } from './process-node'

interface KindProps {
  readonly node: NodeRow
  readonly selected: boolean
}

function Stock({ node, selected }: KindProps) {
  const { run, canEdit, isCoarse } = useMapRoom()
  const differs = useMap((map) => map.figures.stocks.get(node.id)?.differs !== undefined)
  const lines = stockLines(node)
  const shown = lines.length > 0 ? lines : node.stockDays ? [formatQuantity(node.stockDays)] : []
  return (
    <NodeFrame id={node.id} selected={selected} className={styles.stock}>
      <svg viewBox="0 0 48 42" className={styles.triangle} aria-hidden>
        <path d="M24 2 46 40H2z" />
        <text x="24" y="35">
          I
        </text>
      </svg>
      {(node.name !== '' || selected) && <NodeName node={node} isReachable={selected} />}
      <InPlace
        label={text('map.node.stock')}
        typed={stockAsTyped(node)}
        placeholder={text('map.node.stockPlaceholder')}
        onKeep={(typed) => keepStock(run, node, typed)}
        canEdit={canEdit && !isCoarse}
        isReachable={selected}
        className={styles.lines}
      >
        {shown.length > 0 ? (
          shown.map((line) => <span key={line}>{line}</span>)
        ) : (
          <span className={styles.blank}>{text('map.node.stockEmpty')}</span>
        )}
      </InPlace>
      {differs && (
        <span className={styles.differs}>
          <Icon of={TriangleAlert} size={12} />
          {text('map.node.differs')}
        </span>
      )}
    </NodeFrame>
  )
}

const Roof = () => (
  <svg viewBox="0 0 132 84" className={styles.factory} aria-hidden preserveAspectRatio="none">
    <path d="M1 83V20L27 3v17L53 3v17L79 3v17L105 3v17L131 3v80z" />
  </svg>
)

function Demand() {
  const { ui, canEdit } = useMapRoom()
  const map = useMap((snapshot) => snapshot.map)
  const total = useMap((snapshot) => snapshot.figures.demand.perDay)
  const { demand } = map
  const words = demand
    ? `${formatNumber(demand.pieces)} / ${text(`map.demand.per.${demand.per}`)}`
    : text('map.node.demandEmpty')
  const shifts = text('map.node.shifts', { count: map.shiftsPerDay })
  return (
    <button
      type="button"
      className={styles.demand}
      tabIndex={-1}
      disabled={!canEdit}
      onClick={() => ui.setState({ open: 'demand' })}
    >
      <VisuallyHidden>{text('map.node.demand')}: </VisuallyHidden>
      <span className={total.ok ? undefined : styles.ask}>{words}</span>
      <span>{shifts}</span>
    </button>
  )
}

const Factory = ({ node, selected }: KindProps) => (
  <NodeFrame id={node.id} selected={selected} className={styles.place}>
    <div className={styles.building}>
      <Roof />
      <NodeName node={node} isReachable={selected} />
    </div>
    {node.kind === 'customer' && <Demand />}
  </NodeFrame>
)

const Control = ({ node, selected }: KindProps) => (
  <NodeFrame id={node.id} selected={selected} className={styles.control}>
    <NodeName node={node} isReachable={selected} />
  </NodeFrame>
)

const POINTS = Array.from({ length: 24 }, (_, index) => {
  const reach = index % 2 ? 1 : 0.76
  const angle = (index / 24) * 2 * Math.PI
  return `${(60 + Math.cos(angle) * reach * 58).toFixed(1)},${(38 + Math.sin(angle) * reach * 36).toFixed(1)}`
}).join(' ')

const Burst = ({ node, selected }: KindProps) => (
  <NodeFrame id={node.id} selected={selected} className={styles.burst}>
    <svg viewBox="0 0 120 76" preserveAspectRatio="none" aria-hidden>
      <polygon points={POINTS} />
    </svg>
    <NodeName node={node} isReachable={selected} />
  </NodeFrame>
)

const Note = ({ node, selected }: KindProps) => (
  <NodeFrame id={node.id} selected={selected} className={styles.note}>
    <NodeName node={node} isReachable={selected} />
  </NodeFrame>
)

/** An icon that reads its own row, and renders again only when that row or its selection changes. */
function reading(Kind: ComponentType<KindProps>) {
  const Reading = ({ id, selected }: { id: string; selected: boolean }) => {
    const node = useMap((map) => map.nodes.get(id))
    return node ? <Kind node={node} selected={selected} /> : null
  }
  const Node = memo(
    ({ id, selected }: NodeProps) => <Reading id={id} selected={selected === true} />,
    (a, b) => a.id === b.id && a.selected === b.selected,
  )
  Node.displayName = Kind.displayName ?? Kind.name
  return Node
}

/** Stable: React Flow builds every icon anew when this object changes. */
export const nodeTypes: NodeTypes = {
  process: ProcessNode,
  inventory: reading(Stock),
  supplier: reading(Factory),
  customer: reading(Factory),
  'production-control': reading(Control),
  'kaizen-burst': reading(Burst),
  note: reading(Note),
}
