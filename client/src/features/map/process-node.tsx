// A process: its name, its people, and the data box under it, filled in place.
import type { NodeProps } from '@xyflow/react'
import { UserRound } from 'lucide-react'
import { memo } from 'react'
import { DATA_FIELD_NAMES, type DataField, type NodeRow, type School } from '@yokoten/shared/map'
import { classNames } from '../../design/class-names'
import { Icon } from '../../design/icon'
import { VisuallyHidden } from '../../design/visually-hidden'
import { text } from '../../text'
import { formatQuantity, quantityAsTyped } from './format'
import { InPlace } from './in-place'
import { exampleFor, keepData } from './keep-typed'
import { useMap, useMapRoom } from './map-context'
import { NodeFrame } from './node-frame'
import { NodeName } from './node-name'
import styles from './nodes.module.css'

const ALWAYS: Readonly<Record<School, readonly DataField[]>> = {
  rother: ['cycleTime', 'changeover', 'uptime'],
  office: ['processingTime', 'leadTime', 'completeAccurate'],
}

/** The fields a data box shows: the usual ones of its school, then whatever else is known. */
export function shownFields(node: NodeRow, school: School): readonly DataField[] {
  const always = ALWAYS[school]
  return [
    ...always,
    ...DATA_FIELD_NAMES.filter((name) => node[name] && name !== 'operators' && !always.includes(name)),
  ]
}

const NotKnown = () => (
  <span className={styles.blank}>
    <span aria-hidden>–</span>
    <VisuallyHidden>{text('map.figure.unknown')}</VisuallyHidden>
  </span>
)

interface DataRowProps {
  readonly node: NodeRow
  readonly field: DataField
  readonly isReachable: boolean
  readonly isOver: boolean
}

function DataRow({ node, field, isReachable, isOver }: DataRowProps) {
  const { run, canEdit, isCoarse } = useMapRoom()
  const quantity = node[field]
  const label = text(`map.field.${field}`)
  return (
    <div className={styles.row}>
      <dt title={label}>{text(`map.short.${field}`)}</dt>
      <dd className={classNames(isOver && styles.over)}>
        <InPlace
          label={label}
          typed={quantityAsTyped(quantity)}
          placeholder={exampleFor(field)}
          onKeep={(typed) => keepData(run, node, field, typed)}
          canEdit={canEdit && !isCoarse}
          isReachable={isReachable}
        >
          {quantity ? formatQuantity(quantity) : <NotKnown />}
        </InPlace>
      </dd>
    </div>
  )
}

function Process({ id, selected }: { id: string; selected: boolean }) {
  const node = useMap((map) => map.nodes.get(id))
  const school = useMap((map) => map.figures.school)
  const figures = useMap((map) => map.figures.steps.get(id))
  if (!node) return null
  return (
    <NodeFrame id={id} selected={selected} className={styles.process}>
      <div className={styles.title}>
        <NodeName node={node} isReachable={selected} />
        {node.operators && (
          <span className={styles.people} title={text('map.node.operators', { count: node.operators.value })}>
            <Icon of={UserRound} size={12} />
            {formatQuantity(node.operators)}
          </span>
        )}
      </div>
      <dl className={styles.data}>
        {shownFields(node, school).map((field) => (
          <DataRow
            key={field}
            node={node}
            field={field}
            isReachable={selected}
            isOver={field === 'cycleTime' && figures?.overTakt === true}
          />
        ))}
      </dl>
    </NodeFrame>
  )
}

export const ProcessNode = memo(
  ({ id, selected }: NodeProps) => <Process id={id} selected={selected === true} />,
  (a, b) => a.id === b.id && a.selected === b.selected,
)
ProcessNode.displayName = 'ProcessNode'
