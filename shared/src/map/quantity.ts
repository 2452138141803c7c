// Quantities as people say them on a map: a number with its unit, who gave it, and how it turns into seconds.
import * as v from 'valibot'

/** Units a data box may use. `pcs`: pieces; `count`: people, machines, shifts, changeovers. */
export const UNITS = ['s', 'min', 'h', 'd', 'wk', 'shift', '%', 'count', 'pcs', 'm'] as const
export type Unit = (typeof UNITS)[number]

/** Where a number comes from. */
export const SOURCES = ['observed', 'estimated', 'board'] as const
export type Source = (typeof SOURCES)[number]

/** No quantity on a map is larger than this, whatever its unit. */
export const LARGEST = 1e9

export const amountSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LARGEST))

/** Provenance: how the number was got, by which person, when (ms since 1970), from how many observations. */
const provenance = {
  source: v.exactOptional(v.picklist(SOURCES)),
  by: v.exactOptional(v.string()),
  at: v.exactOptional(v.pipe(v.number(), v.finite())),
  n: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
}

export const quantitySchema = v.object({ value: amountSchema, unit: v.picklist(UNITS), ...provenance })
/** A number with its unit and, where known, its provenance. */
export type Quantity = v.InferOutput<typeof quantitySchema>

/** Pieces of one variant that were counted, with provenance. */
export const countedSchema = v.object({ pieces: amountSchema, ...provenance })
export type Counted = v.InferOutput<typeof countedSchema>

const SECONDS = { s: 1, min: 60, h: 3600 } as const

/**
 * A duration in seconds. A day is a working day of `dayS` seconds, a week `daysPerWeek` of them, a shift `shiftS`.
 * Undefined for a unit that is no duration.
 */
export function toSeconds(
  quantity: { readonly value: number; readonly unit: Unit },
  day: { readonly dayS: number; readonly shiftS: number; readonly daysPerWeek: number },
): number | undefined {
  const { value, unit } = quantity
  if (unit === 's' || unit === 'min' || unit === 'h') return value * SECONDS[unit]
  if (unit === 'd') return value * day.dayS
  if (unit === 'wk') return value * day.dayS * day.daysPerWeek
  if (unit === 'shift') return value * day.shiftS
  return undefined
}

/** A percentage as a share between 0 and 1; undefined where none is given. */
export const toShare = (quantity: Quantity | null): number | undefined =>
  quantity?.unit === '%' ? quantity.value / 100 : undefined
