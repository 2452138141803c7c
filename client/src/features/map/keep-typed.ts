// From what was typed to the command that keeps it: one function a kind of field, each returning what was wrong.
import {
  clearStockDays,
  DATA_FIELDS,
  parseParts,
  parseQuantity,
  parseStock,
  renameNode,
  setData,
  setDemand,
  setStock,
  type DataField,
  type MapSnapshot,
  type NodeRow,
  type Period,
  type Source,
} from '@yokoten/shared/map'
import type { RunCommand } from '../../react'
import { explainTyped } from './format'
import { explainRefusal } from './refusals'

type Run = RunCommand<MapSnapshot>
type Problem = string | undefined

const EXAMPLES: Partial<Record<DataField, string>> = {
  cycleTime: '39 s',
  changeover: '10 min',
  uptime: '85 %',
  scrap: '2 %',
  yield: '98 %',
  completeAccurate: '90 %',
  available: '460 min',
  processingTime: '30 min',
  valueAddingTime: '20 s',
  distance: '12 m',
  leadTime: '2 days',
  epei: '2 weeks',
}
export const exampleFor = (field: DataField): string => EXAMPLES[field] ?? '12'

export function keepName(run: Run, node: string, name: string): Problem {
  const done = run(renameNode, { node, name })
  return done.ok ? undefined : explainRefusal(done.error)
}

/** Keeps a number of a data box; how it was got stays what it was unless said anew. */
export function keepData(run: Run, node: NodeRow, field: DataField, typed: string, source?: Source): Problem {
  const before = node[field]
  const read = parseQuantity(field, typed, before?.unit ?? DATA_FIELDS[field].units[0])
  if (!read.ok) return explainTyped(read.error, exampleFor(field))
  const said = source ?? before?.source
  const quantity = read.value && { ...read.value, ...(said === undefined ? {} : { source: said }) }
  const done = run(setData, { node: node.id, field, quantity })
  return done.ok ? undefined : explainRefusal(done.error)
}

/** Keeps what lies in a stock. Typed in one field, pieces replace days and days replace pieces. */
export function keepStock(run: Run, node: NodeRow, typed: string): Problem {
  const read = parseStock(typed)
  if (!read.ok) return explainTyped(read.error, '4600 L, 2400 R')
  const done = run(setStock, { node: node.id, stock: read.value, replaces: true })
  return done.ok ? undefined : explainRefusal(done.error)
}

/** Keeps the pieces and leaves the days somebody said as they are, so that the two can be compared. */
export function keepPieces(run: Run, node: NodeRow, typed: string): Problem {
  if (typed.trim() === '') {
    const done = run(setStock, { node: node.id, stock: { kind: 'pieces', parts: [] } })
    return done.ok ? undefined : explainRefusal(done.error)
  }
  const read = parseParts(typed)
  if (!read.ok) return explainTyped(read.error, '4600 L, 2400 R')
  const done = run(setStock, { node: node.id, stock: { kind: 'pieces', parts: read.value } })
  return done.ok ? undefined : explainRefusal(done.error)
}

/** Keeps the days somebody said, and leaves the pieces. */
export function keepDays(run: Run, node: NodeRow, typed: string): Problem {
  if (typed.trim() === '') {
    const done = run(clearStockDays, { node: node.id })
    return done.ok ? undefined : explainRefusal(done.error)
  }
  const read = parseQuantity('leadTime', typed, 'd')
  if (!read.ok) return explainTyped(read.error, '4.5 days')
  if (!read.value) return undefined
  if (read.value.unit !== 'd')
    return explainTyped({ reason: 'wrong-unit', unit: typed.trim(), units: ['d'] }, '')
  const done = run(setStock, { node: node.id, stock: { kind: 'days', days: read.value.value } })
  return done.ok ? undefined : explainRefusal(done.error)
}

export function keepDemand(run: Run, typed: string, per: Period): Problem {
  if (typed.trim() === '') {
    const done = run(setDemand, { parts: [], per })
    return done.ok ? undefined : explainRefusal(done.error)
  }
  const read = parseParts(typed)
  if (!read.ok) return explainTyped(read.error, '18,400')
  const done = run(setDemand, { parts: read.value, per })
  return done.ok ? undefined : explainRefusal(done.error)
}
