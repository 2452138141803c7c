// What a map document holds: the map itself, its icons, and the arrows between them.
import * as v from 'valibot'
import { defineRows, field, type RowOf } from '../kernel'
import { DATA_FIELD_NAMES, type DataField } from './fields'
import { amountSchema, countedSchema, quantitySchema, type Quantity } from './quantity'

/** Two schools, never mixed on one map: parts (Rother and Shook) or information (Martin and Osterling). */
export const SCHOOLS = ['rother', 'office'] as const
export type School = (typeof SCHOOLS)[number]

export const PERIODS = ['shift', 'day', 'week', 'month'] as const
export type Period = (typeof PERIODS)[number]

export const NODE_KINDS = [
  'process',
  'inventory',
  'supplier',
  'customer',
  'production-control',
  'kaizen-burst',
  'note',
] as const
export type NodeKind = (typeof NODE_KINDS)[number]

export const EDGE_KINDS = [
  'push',
  'pull',
  'shipment',
  'manual-information',
  'electronic-information',
] as const
export type EdgeKind = (typeof EDGE_KINDS)[number]

/** The kinds that carry material; the others carry information. */
export const isMaterialEdge = (kind: EdgeKind): boolean =>
  kind === 'push' || kind === 'pull' || kind === 'shipment'
/** The kinds that material passes through. */
export const isMaterialNode = (kind: NodeKind): boolean =>
  kind === 'process' || kind === 'inventory' || kind === 'supplier' || kind === 'customer'

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0))
const demandSchema = v.nullable(v.object({ pieces: amountSchema, per: v.picklist(PERIODS) }))
const breaksSchema = v.object({
  count: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(50)),
  seconds: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400)),
})

/** One row with the id `map`, born empty so that two devices that start it apart write the same. */
export const MAP_ID = 'map'
export const mapRows = defineRows({
  name: 'map',
  fields: {
    name: field(v.string(), ''),
    school: field<School | null>(v.nullable(v.picklist(SCHOOLS)), null),
    /** What the customer needs, in pieces a period. */
    demand: field<v.InferOutput<typeof demandSchema>>(demandSchema, null),
    workingDaysPerMonth: field<number>(v.pipe(positive, v.maxValue(31)), 20),
    workingDaysPerWeek: field<number>(v.pipe(positive, v.maxValue(7)), 5),
    workingDaysPerYear: field<number>(v.pipe(positive, v.maxValue(366)), 240),
    shiftsPerDay: field<number>(v.pipe(positive, v.maxValue(24)), 1),
    /** Length of a shift in seconds, paid breaks included. */
    shiftSeconds: field<number>(v.pipe(positive, v.maxValue(86_400)), 28_800),
    /** Breaks in each shift: how many, and how long each in seconds. */
    breaks: field<v.InferOutput<typeof breaksSchema>>(breaksSchema, { count: 0, seconds: 0 }),
    /** What a day means in the processing share: net working time, or 24 hours. */
    dayBasis: field<'net' | 'calendar'>(v.picklist(['net', 'calendar']), 'net'),
  },
  sets: {
    /** Demand by variant, in pieces of the demand's period; the key is the variant's encoded name. */
    variants: v.object({ pieces: amountSchema }),
  },
})

const positionSchema = v.object({
  x: v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6)),
  y: v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6)),
})
/** Canvas pixels of the icon's top left corner. */
export type Position = v.InferOutput<typeof positionSchema>

const quantityField = field<Quantity | null>(v.nullable(quantitySchema), null)
const dataFields = Object.fromEntries(DATA_FIELD_NAMES.map((name) => [name, quantityField])) as Record<
  DataField,
  typeof quantityField
>

export const nodeRows = defineRows({
  name: 'nodes',
  fields: {
    kind: field<NodeKind>(v.picklist(NODE_KINDS), 'note'),
    name: field(v.string(), ''),
    position: field<Position>(positionSchema, { x: 0, y: 0 }),
    /** Inventory in days, as somebody said it; pieces, where they were counted, are believed first. */
    stockDays: quantityField,
    /** The id of what a customer values, kept by the team's directory, that a step serves; null: not said. */
    value: field<string | null>(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), null),
    ...dataFields,
  },
  sets: {
    /** Counted pieces by variant; the key is the variant's encoded name. */
    stock: countedSchema,
  },
})

export const edgeRows = defineRows({
  name: 'edges',
  fields: {
    kind: field<EdgeKind>(v.picklist(EDGE_KINDS), 'push'),
    from: field(v.string(), ''),
    to: field(v.string(), ''),
    label: field(v.string(), ''),
  },
})

export const mapCollections = { map: mapRows, nodes: nodeRows, edges: edgeRows }

export type MapRow = RowOf<typeof mapRows>
export type NodeRow = RowOf<typeof nodeRows>
export type EdgeRow = RowOf<typeof edgeRows>

/** Names of variants as keys: no slash, never empty. */
export const variantKey = (label: string): string => encodeURIComponent(label) || '_'
/** The name behind a variant's key; the key itself where it is damaged. */
export function variantLabel(key: string): string {
  if (key === '_') return ''
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}
