// The fields of a data box: what each one measures and the units it may be given in.
import type { Unit } from './quantity'

interface FieldKind {
  /** Units that are understood; the first is meant when a bare number is typed. */
  readonly units: readonly [Unit, ...Unit[]]
  /** The largest value, where there is one. */
  readonly most?: number
  readonly whole?: true
}

const time = (...first: [Unit, ...Unit[]]): FieldKind => ({
  units: [...first, ...(['s', 'min', 'h', 'd', 'wk'] as const).filter((unit) => !first.includes(unit))],
})
const percent: FieldKind = { units: ['%'], most: 100 }
const count: FieldKind = { units: ['count'] }
const pieces: FieldKind = { units: ['pcs'] }

/** Every data-box field. Each is a field of its own in the document, so two people never overwrite each other's. */
export const DATA_FIELDS = {
  /** C/T: time between two pieces leaving the step. */
  cycleTime: time('s'),
  /** C/O: from the last good piece of one variant to the first of the next. */
  changeover: time('min'),
  /** Changeovers in one shift. */
  changeovers: count,
  uptime: percent,
  scrap: percent,
  yield: percent,
  operators: count,
  machines: count,
  /** Time a shift the step can run, net of breaks; where it differs from the map's. */
  available: time('min'),
  /** Every part every interval. */
  epei: { units: ['d', 'shift', 'wk'] },
  batch: pieces,
  packOut: pieces,
  /** Rother: the step's own lead time beside its C/T (oven, curing, batch). Office: LT, which includes PT. */
  leadTime: time('d'),
  /** Office: PT, time spent working on one item. */
  processingTime: time('min'),
  valueAddingTime: time('s'),
  /** %C&A: complete and accurate, as judged by the next step. */
  completeAccurate: percent,
  distance: { units: ['m'] },
} as const satisfies Record<string, FieldKind>

export type DataField = keyof typeof DATA_FIELDS
export const DATA_FIELD_NAMES = Object.keys(DATA_FIELDS) as readonly DataField[]
export const fieldKind = (name: DataField): FieldKind => DATA_FIELDS[name]
export const isDataField = (name: string): name is DataField => Object.hasOwn(DATA_FIELDS, name)
