// What people type into a data box, read as a quantity: "10 min", "1 h 30", "39", "85 %", "1,200".
import { ok, refused, type Result } from '../kernel'
import { fieldKind, type DataField } from './fields'
import { LARGEST, type Unit } from './quantity'

/** Why a text is no quantity. `units` are those the field understands, `most` its largest value. */
export type NotAQuantity =
  | { readonly reason: 'not-a-number' }
  | { readonly reason: 'negative' }
  | { readonly reason: 'too-large'; readonly most: number }
  | { readonly reason: 'wrong-unit'; readonly unit: string; readonly units: readonly Unit[] }

const NUMBER = String.raw`\d[\d.,'’\u00a0\u202f ]*|[.,]\d+`
const TERM = new RegExp(`(${NUMBER})\\s*([\\p{L}%#/]*\\.?)`, 'gu')

const WORDS: Readonly<Record<string, Unit>> = {
  ...{ s: 's', sec: 's', secs: 's', second: 's', seconds: 's' },
  ...{ m: 'm', metre: 'm', metres: 'm', meter: 'm', meters: 'm' },
  ...{ min: 'min', mins: 'min', minute: 'min', minutes: 'min' },
  ...{ h: 'h', hr: 'h', hrs: 'h', hour: 'h', hours: 'h' },
  ...{ d: 'd', day: 'd', days: 'd', wk: 'wk', w: 'wk', week: 'wk', weeks: 'wk' },
  ...{ shift: 'shift', shifts: 'shift', '%': '%', percent: '%' },
  ...{ pcs: 'pcs', pc: 'pcs', piece: 'pcs', pieces: 'pcs', parts: 'pcs' },
} as const

const seconds = { s: 1, min: 60, h: 3600 } as const
const isClock = (unit: Unit): unit is keyof typeof seconds => unit in seconds

/**
 * A number as typed. Groups of three after a comma, dot pair, space or apostrophe are thousands ("1,200", "1 200");
 * a comma with one or two digits behind it is a decimal comma ("2,5"). Undefined where it is neither.
 */
export function parseNumber(typed: string): number | undefined {
  const text = typed.trim().replace(/['’\u00a0\u202f ](?=\d{3}(\D|$))/g, '')
  if (/^\d+$/.test(text)) return Number(text)
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^\d*\.\d+$/.test(text)) return Number(text)
  if (/^\d*,\d{1,2}$/.test(text)) return Number(text.replace(',', '.'))
  return undefined
}

function parseUnit(word: string, units: readonly Unit[], bare: Unit): Unit | undefined {
  const plain = word.toLowerCase().replace(/\.$/, '')
  if (plain === '') return bare
  const unit = WORDS[plain]
  // "m" is metres on a distance and minutes on a time.
  if (unit === 'm' && !units.includes('m') && units.includes('min')) return 'min'
  return unit && units.includes(unit) ? unit : undefined
}

/** A quantity without provenance. */
export interface Typed {
  readonly value: number
  readonly unit: Unit
}

/**
 * Reads a field's text. Empty means nothing is known (null). A bare number has `bare`'s unit, by default the field's
 * first. Several terms of one kind add up ("1 h 30 min" is 90 min) in the smallest unit named.
 */
export function parseQuantity(
  field: DataField,
  typed: string,
  bare?: Unit,
): Result<Typed | null, NotAQuantity> {
  const { units, most = LARGEST } = fieldKind(field)
  const text = typed.trim()
  if (text === '') return ok(null)
  if (/^[-−–]/.test(text)) return refused({ reason: 'negative' })
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text)
  if (clock && units.includes('min'))
    return ok({ value: Number(clock[1]) * 60 + Number(clock[2]), unit: 's' })

  const terms = [...text.matchAll(TERM)]
  if (terms.length === 0 || text.replace(TERM, '').trim() !== '') return refused({ reason: 'not-a-number' })
  const read: Typed[] = []
  const usual = bare && units.includes(bare) ? bare : units[0]
  for (const [, number = '', word = ''] of terms) {
    const value = parseNumber(number)
    if (value === undefined) return refused({ reason: 'not-a-number' })
    const unit = parseUnit(word, units, following(read.at(-1)) ?? usual)
    if (!unit) return refused({ reason: 'wrong-unit', unit: word, units })
    read.push({ value, unit })
  }
  const sum = addUp(read)
  if (!sum) return refused({ reason: 'not-a-number' })
  return sum.value > most ? refused({ reason: 'too-large', most }) : ok(sum)
}

/** The unit meant by a bare number behind hours or minutes: "1 h 30" is thirty minutes. */
const following = (before: Typed | undefined): Unit | undefined =>
  before?.unit === 'h' ? 'min' : before?.unit === 'min' ? 's' : undefined

/** Several clock times as one, in the smallest unit; anything else stands alone. */
function addUp(terms: readonly Typed[]): Typed | undefined {
  const [first, ...more] = terms
  if (!first || more.length === 0) return first
  let unit: keyof typeof seconds = 'h'
  let total = 0
  for (const term of terms) {
    if (!isClock(term.unit)) return undefined
    if (seconds[term.unit] < seconds[unit]) unit = term.unit
    total += term.value * seconds[term.unit]
  }
  return { value: total / seconds[unit], unit }
}
