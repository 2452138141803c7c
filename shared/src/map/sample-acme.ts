// Acme Stamping, current state: the example of "Learning to See" (Rother and Shook, 1999), facts and figures only.
import { create, defineCommand, ok, put, refused, set, type Change } from '../kernel'
import type { Quantity } from './quantity'
import { edgeRows, MAP_ID, mapRows, nodeRows, variantKey, type EdgeKind } from './records'
import type { MapSnapshot } from './snapshot'

const s = (value: number): Quantity => ({ value, unit: 's' })
const min = (value: number): Quantity => ({ value, unit: 'min' })
const percent = (value: number): Quantity => ({ value, unit: '%' })
const count = (value: number): Quantity => ({ value, unit: 'count' })

const STEPS = [
  {
    name: 'Stamping',
    cycleTime: s(1),
    changeover: { value: 1, unit: 'h' },
    uptime: percent(85),
    epei: { value: 2, unit: 'wk' },
  },
  { name: 'Spot weld 1', cycleTime: s(39), changeover: min(10), uptime: percent(100) },
  { name: 'Spot weld 2', cycleTime: s(46), changeover: min(10), uptime: percent(80) },
  { name: 'Assembly 1', cycleTime: s(62), changeover: min(0), uptime: percent(100) },
  { name: 'Assembly 2', cycleTime: s(40), changeover: min(0), uptime: percent(100) },
] as const

/** Stock in front of each step, and the finished goods: left-hand and right-hand brackets; coils in days. */
const STOCK = [
  { name: 'Coils', days: 5 },
  { name: '', pieces: [4600, 2400] },
  { name: '', pieces: [1100, 600] },
  { name: '', pieces: [1600, 850] },
  { name: '', pieces: [1200, 640] },
  { name: 'Finished goods', pieces: [2700, 1440] },
] as const

const NAME = 'Acme Stamping, steering brackets'
const VARIANTS = ['LH', 'RH'] as const
const PITCH = 196
const STEP_X = 80
const STOCK_X = 2
const FLOW_Y = 380

const stockRow = (stock: (typeof STOCK)[number]) =>
  'days' in stock
    ? { stockDays: { value: stock.days, unit: 'd' } as const }
    : {
        stock: Object.fromEntries(
          stock.pieces.map((pieces, i) => [variantKey(VARIANTS[i] ?? ''), { pieces }]),
        ),
      }

/** Draws the sample on an empty map, in one act. */
export const createAcmeSample = defineCommand<
  MapSnapshot,
  Readonly<Record<never, never>>,
  { readonly reason: 'not-empty' }
>('map.createAcmeSample', (snapshot, _, context) => {
  if (snapshot.nodeIds.length > 0) return refused({ reason: 'not-empty' })
  const changes: Change[] = snapshot.started ? [] : [create(mapRows, MAP_ID, {})]
  changes.push(
    ...(snapshot.map.name === '' ? [set(mapRows, MAP_ID, 'name', NAME)] : []),
    set(mapRows, MAP_ID, 'school', 'rother'),
    set(mapRows, MAP_ID, 'demand', { pieces: 18_400, per: 'month' }),
    put(mapRows, MAP_ID, 'variants', 'LH', { pieces: 12_000 }),
    put(mapRows, MAP_ID, 'variants', 'RH', { pieces: 6400 }),
    set(mapRows, MAP_ID, 'workingDaysPerMonth', 20),
    set(mapRows, MAP_ID, 'shiftsPerDay', 2),
    set(mapRows, MAP_ID, 'shiftSeconds', 28_800),
    set(mapRows, MAP_ID, 'breaks', { count: 2, seconds: 600 }),
  )
  const node = (row: Parameters<typeof create<typeof nodeRows>>[2]): string => {
    const id = context.id()
    changes.push(create(nodeRows, id, row))
    return id
  }
  const edge = (kind: EdgeKind, from: string, to: string, label = '') =>
    changes.push(create(edgeRows, context.id(), { kind, from, to, ...(label ? { label } : {}) }))

  const supplier = node({ kind: 'supplier', name: 'Michigan Steel Co.', position: { x: -24, y: 20 } })
  const control = node({
    kind: 'production-control',
    name: 'Production control',
    position: { x: 446, y: 26 },
  })
  const customer = node({ kind: 'customer', name: 'State Street Assembly', position: { x: 956, y: 20 } })
  edge('electronic-information', customer, control, '90/60/30-day forecast')
  edge('electronic-information', control, supplier, '6-week forecast')

  let before: string | undefined
  STOCK.forEach((stock, index) => {
    const here = node({
      kind: 'inventory',
      name: stock.name,
      position: { x: STOCK_X + index * PITCH, y: FLOW_Y },
      ...stockRow(stock),
    })
    if (before === undefined) edge('shipment', supplier, here, 'Tue and Thu')
    else edge('push', before, here)
    const step = STEPS[index]
    if (!step) return edge('shipment', here, customer, 'daily')
    const there = node({
      kind: 'process',
      ...step,
      operators: count(1),
      position: { x: STEP_X + index * PITCH, y: FLOW_Y },
    })
    edge('push', here, there)
    edge('manual-information', control, there)
    before = there
  })
  return ok(changes)
})
