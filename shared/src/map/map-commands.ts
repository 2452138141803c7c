// Commands on the map as a whole: its name, its school, the customer's demand and the working time.
import { create, defineCommand, isEqual, ok, put, refused, set, type Change } from '../kernel'
import type { Part } from './parse-stock'
import { amountSchema, LARGEST } from './quantity'
import { MAP_ID, mapRows, variantKey, type MapRow, type Period, type School } from './records'
import { tidyText } from './rules'
import type { MapSnapshot } from './snapshot'
import * as v from 'valibot'

/** The birth of the map row where it is missing: empty, so that two devices apart write the same. */
const born = (snapshot: MapSnapshot): Change[] => (snapshot.started ? [] : [create(mapRows, MAP_ID, {})])

export type NameRefused = { readonly reason: 'no-name' }

export const renameMap = defineCommand<MapSnapshot, { name: string }, NameRefused>(
  'map.renameMap',
  (snapshot, { name }) => {
    const tidy = tidyText(name)
    if (tidy === '') return refused({ reason: 'no-name' })
    return ok(tidy === snapshot.map.name ? [] : [...born(snapshot), set(mapRows, MAP_ID, 'name', tidy)])
  },
)

/** Says what moves through this map: parts, or information. */
export const setSchool = defineCommand<MapSnapshot, { school: School }, never>(
  'map.setSchool',
  (snapshot, { school }) =>
    ok(school === snapshot.map.school ? [] : [...born(snapshot), set(mapRows, MAP_ID, 'school', school)]),
)

export type DemandRefused = { readonly reason: 'out-of-range'; readonly most: number }

/** Customer demand, in parts of one or several variants a period; no parts: not known. */
export const setDemand = defineCommand<MapSnapshot, { parts: readonly Part[]; per: Period }, DemandRefused>(
  'map.setDemand',
  (snapshot, { parts, per }) => {
    const pieces = parts.reduce((sum, part) => sum + part.pieces, 0)
    if (![pieces, ...parts.map((part) => part.pieces)].every((number) => v.is(amountSchema, number)))
      return refused({ reason: 'out-of-range', most: LARGEST })
    const demand = parts.length === 0 ? null : { pieces, per }
    const changes: Change[] = []
    if (!isEqual(demand, snapshot.map.demand)) changes.push(set(mapRows, MAP_ID, 'demand', demand))
    const named = parts.length > 1 || (parts[0]?.label ?? '') !== '' ? parts : []
    const wanted = new Map(named.map((part) => [variantKey(part.label), { pieces: part.pieces }]))
    for (const key of Object.keys(snapshot.map.variants))
      if (!wanted.has(key)) changes.push(put(mapRows, MAP_ID, 'variants', key, null))
    for (const [key, variant] of wanted)
      if (!isEqual(variant, snapshot.map.variants[key]))
        changes.push(put(mapRows, MAP_ID, 'variants', key, variant))
    return ok(changes.length === 0 ? [] : [...born(snapshot), ...changes])
  },
)

const TIME_FIELDS = [
  'shiftsPerDay',
  'shiftSeconds',
  'breaks',
  'workingDaysPerWeek',
  'workingDaysPerMonth',
  'workingDaysPerYear',
  'dayBasis',
] as const
type TimeField = (typeof TIME_FIELDS)[number]
/** Only what is given changes. Times in seconds. */
export type WorkingTimeArgs = Partial<Pick<MapRow, TimeField>>
export type TimeRefused =
  { readonly reason: 'out-of-range'; readonly field: TimeField } | { readonly reason: 'no-time-left' }

/** Shifts, their length and breaks, working days, and what a day means in the processing share. */
export const setWorkingTime = defineCommand<MapSnapshot, WorkingTimeArgs, TimeRefused>(
  'map.setWorkingTime',
  (snapshot, args) => {
    const changes: Change[] = []
    for (const field of TIME_FIELDS) {
      const value = args[field]
      if (value === undefined || isEqual(value, snapshot.map[field])) continue
      if (!v.is(mapRows.fields[field].schema, value)) return refused({ reason: 'out-of-range', field })
      changes.push({ kind: 'set', in: mapRows.name, id: MAP_ID, field, value })
    }
    const { shiftSeconds, breaks } = { ...snapshot.map, ...args }
    if (breaks.count * breaks.seconds >= shiftSeconds) return refused({ reason: 'no-time-left' })
    return ok(changes.length === 0 ? [] : [...born(snapshot), ...changes])
  },
)
