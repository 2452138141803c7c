// All there is to say about one icon, in fields large enough for a thumb, with where each number comes from.
import { Archive, LifeBuoy } from 'lucide-react'
import {
  archive,
  DATA_FIELD_NAMES,
  setData,
  setValue,
  SOURCES,
  type DataField,
  type NodeRow,
  type Source,
} from '@yokoten/shared/map'
import { Button } from '../../design/button'
import { IconButton } from '../../design/icon-button'
import { Select } from '../../design/select'
import { ServesField } from '../../design/serves-field'
import { Sheet } from '../../design/sheet'
import { useReadable } from '../../react'
import { text } from '../../text'
import { formatDate, quantityAsTyped, stockLines } from './format'
import { nameOf } from './figure-words'
import { exampleFor, keepData, keepDays, keepName, keepPieces } from './keep-typed'
import { useMap, useMapRoom, useUi } from './map-context'
import { shownFields } from './process-node'
import styles from './sheets.module.css'
import { TypedField } from './typed-field'

function DataFields({ node, fields }: { node: NodeRow; fields: readonly DataField[] }) {
  const { run, act, canEdit, nameOf: personName } = useMapRoom()
  return fields.map((field) => {
    const quantity = node[field]
    const by = quantity?.by === undefined ? undefined : personName(quantity.by)
    const said =
      by !== undefined && quantity?.at !== undefined
        ? text('map.how.saidBy', { name: by, when: formatDate(quantity.at) })
        : undefined
    return (
      <div key={field} className={styles.wideAndNarrow}>
        <TypedField
          label={text(`map.field.${field}`)}
          typed={quantityAsTyped(quantity)}
          placeholder={exampleFor(field)}
          note={said}
          onKeep={(typed) => keepData(run, node, field, typed)}
          isReadOnly={!canEdit}
        />
        {quantity && (
          <Select<Source | 'unsaid'>
            label={text('map.sheet.source')}
            choices={(['unsaid', ...SOURCES] as const).map((id) => ({ id, label: text(`map.source.${id}`) }))}
            value={quantity.source ?? 'unsaid'}
            isDisabled={!canEdit}
            onChange={(source) => {
              const { value, unit, n } = quantity
              const given = { value, unit, ...(n === undefined ? {} : { n }) }
              act(setData, {
                node: node.id,
                field,
                quantity: source === 'unsaid' ? given : { ...given, source },
              })
            }}
          />
        )}
      </div>
    )
  })
}

function StockFields({ node }: { node: NodeRow }) {
  const { run, canEdit } = useMapRoom()
  return (
    <>
      <TypedField
        label={text('map.sheet.stockPieces')}
        typed={stockLines(node).join(' + ')}
        placeholder="4600 L, 2400 R"
        note={text('map.sheet.stockPiecesNote')}
        onKeep={(typed) => keepPieces(run, node, typed)}
        isReadOnly={!canEdit}
      />
      <TypedField
        label={text('map.sheet.stockDays')}
        typed={quantityAsTyped(node.stockDays)}
        placeholder="4.5 days"
        onKeep={(typed) => keepDays(run, node, typed)}
        isReadOnly={!canEdit}
      />
    </>
  )
}

/** Who a step is for, from the time on that the team has written down what somebody values. */
function Serves({ node }: { node: NodeRow }) {
  const { act, canEdit, directory, purposePath } = useMapRoom()
  const purpose = useReadable(directory)
  if (purpose.values.length === 0 && node.value === null) return null
  return (
    <ServesField
      purpose={purpose}
      value={node.value}
      isReadOnly={!canEdit}
      purposePath={purposePath}
      onChange={(value) => act(setValue, { node: node.id, value })}
    />
  )
}

/** The arrows at an icon: with the keyboard they are reached here, since Tab on the canvas visits icons only. */
function Arrows({ node }: { node: NodeRow }) {
  const { act, canEdit } = useMapRoom()
  const map = useMap((snapshot) => snapshot)
  const arrows = map.edgeIds.flatMap((id) => {
    const edge = map.edges.get(id)
    return edge && (edge.from === node.id || edge.to === node.id) ? [edge] : []
  })
  if (arrows.length === 0) return null
  return (
    <>
      <h3>{text('map.sheet.arrows')}</h3>
      <ul className={styles.arrows}>
        {arrows.map((edge) => {
          const isFrom = edge.from === node.id
          const kind = text(`map.kind.${edge.kind}`)
          const name = nameOf(map, isFrom ? edge.to : edge.from)
          return (
            <li key={edge.id}>
              <span>
                {text(isFrom ? 'map.sheet.to' : 'map.sheet.from', { kind, name })}
                {edge.label !== '' && <small>{edge.label}</small>}
              </span>
              {canEdit && (
                <IconButton
                  icon={Archive}
                  label={`${text('map.act.archive')}: ${kind}, ${name}`}
                  onPress={() => act(archive, { nodes: [], edges: [edge.id] })}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Fields({ node }: { node: NodeRow }) {
  const { run, canEdit, notes } = useMapRoom()
  const school = useMap((map) => map.figures.school)
  const shown = [...new Set<DataField>([...shownFields(node, school), 'operators'])]
  const others = DATA_FIELD_NAMES.filter((field) => !shown.includes(field))
  return (
    <div className={styles.form}>
      <TypedField
        label={text(node.kind === 'note' ? 'map.node.noteText' : 'map.sheet.name')}
        typed={node.name}
        onKeep={(typed) => keepName(run, node.id, typed)}
        isReadOnly={!canEdit}
      />
      {node.kind === 'inventory' && <StockFields node={node} />}
      {node.kind === 'process' && (
        <>
          <DataFields node={node} fields={shown} />
          <Serves node={node} />
          {notes?.(node.id)}
          <details>
            <summary>{text('map.sheet.more')}</summary>
            <div className={styles.form}>
              <DataFields node={node} fields={others} />
            </div>
          </details>
        </>
      )}
      <Arrows node={node} />
    </div>
  )
}

export function NodeSheet() {
  const { ui, canEdit, askTeam } = useMapRoom()
  const id = useUi((state) => (state.open === 'node' ? [...state.nodes][0] : undefined))
  const node = useMap((map) => (id === undefined ? undefined : map.nodes.get(id)))
  const title = useMap((map) => (id === undefined ? '' : nameOf(map, id)))
  return (
    <Sheet
      isOpen={node !== undefined}
      title={title}
      note={node ? text(`map.kind.${node.kind}`) : undefined}
      onClose={() => ui.setState({ open: 'none' })}
      footer={
        node &&
        canEdit &&
        askTeam && (
          <Button icon={LifeBuoy} onPress={() => askTeam(node.id, title)}>
            {text('map.act.askTeam')}
          </Button>
        )
      }
    >
      {node && <Fields key={node.id} node={node} />}
    </Sheet>
  )
}
