// The arrows as in *Learning to See*: striped push, pull with a turn, broad shipment, paper as a line, electronic as a bolt.
import {
  EdgeLabelRenderer,
  useInternalNode,
  type Edge,
  type EdgeProps,
  type EdgeTypes,
  type InternalNode,
} from '@xyflow/react'
import { Truck } from 'lucide-react'
import { memo } from 'react'
import { EDGE_KINDS, type EdgeKind } from '@yokoten/shared/map'
import { classNames } from '../../design/class-names'
import { Icon } from '../../design/icon'
import {
  angleOf,
  blockArrow,
  lengthOf,
  lineBetween,
  middleOf,
  pullLoop,
  stripes,
  zigZag,
  type Box,
} from './edge-shapes'
import styles from './edges.module.css'

export interface ArrowData extends Record<string, unknown> {
  readonly kind: EdgeKind
  readonly label: string
  /** The arrow goes on under the stock it leads to, so its head is drawn by the next one. */
  readonly goesOn: boolean
  /** What its two ends are called, for its own name. */
  readonly from: string
  readonly to: string
}
export type ArrowEdge = Edge<ArrowData>

const HEAD = 12

const boxOf = (node: InternalNode): Box => ({
  x: node.internals.positionAbsolute.x,
  y: node.internals.positionAbsolute.y,
  width: node.measured.width ?? 0,
  height: node.measured.height ?? 0,
  kind: node.type ?? '',
})

const tip = (length: number, half = 4) => `M${length} 0l-9 ${-half}v${half * 2}z`

function Shape({ kind, length, goesOn }: { kind: EdgeKind; length: number; goesOn: boolean }) {
  switch (kind) {
    case 'push': {
      const head = goesOn ? 0 : Math.min(HEAD, length)
      return (
        <>
          <path className={styles.band} d={goesOn ? `M0 -5H${length}V5H0` : blockArrow(length, 5, head, 9)} />
          <path className={styles.bars} d={stripes(length, head)} />
          {!goesOn && <path className={styles.bars} d={`M${length} 0l${-head} -9v18z`} />}
        </>
      )
    }
    case 'shipment':
      return <path className={styles.block} d={blockArrow(length, 7, 16, 13)} />
    case 'pull':
      return (
        <>
          <path className={styles.line} d={pullLoop(length)} />
          {!goesOn && <path className={styles.tip} d={tip(length)} />}
        </>
      )
    case 'manual-information':
      return (
        <>
          <path className={classNames(styles.line, styles.thin)} d={`M0 0H${Math.max(0, length - 6)}`} />
          <path className={classNames(styles.tip, styles.thin)} d={tip(length, 3.5)} />
        </>
      )
    case 'electronic-information':
      return (
        <>
          <path className={styles.line} d={zigZag(Math.max(0, length - 5))} />
          <path className={styles.tip} d={tip(length)} />
        </>
      )
  }
}

const Arrow = memo(function Arrow({ source, target, data, selected }: EdgeProps<ArrowEdge>) {
  const from = useInternalNode(source)
  const to = useInternalNode(target)
  if (!from || !to || !data) return null
  const { kind, label, goesOn } = data
  const line = lineBetween(boxOf(from), boxOf(to), kind === 'push' || kind === 'pull')
  const length = lengthOf(line)
  const middle = middleOf(line)
  const isBroad = kind === 'shipment'
  return (
    <>
      <g
        className={classNames(styles.arrow, selected && styles.selected)}
        transform={`translate(${line.from.x} ${line.from.y}) rotate(${angleOf(line)})`}
      >
        <path className={styles.grip} d={`M0 0H${length}`} />
        <Shape kind={kind} length={Math.round(length * 10) / 10} goesOn={goesOn} />
      </g>
      {(label !== '' || isBroad) && (
        <EdgeLabelRenderer>
          <div
            className={classNames(styles.label, isBroad && styles.truck, selected && styles.selected)}
            style={{
              transform: `translate(-50%, ${isBroad ? '-50%' : 'calc(-100% - 8px)'}) translate(${middle.x}px, ${middle.y}px)`,
            }}
          >
            {isBroad && <Icon of={Truck} size={18} />}
            {label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})

/** Stable, one drawing for all kinds; the kind is in the arrow's data. */
export const edgeTypes: EdgeTypes = Object.fromEntries(EDGE_KINDS.map((kind) => [kind, Arrow]))
