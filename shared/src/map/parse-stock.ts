// What people type beside an inventory triangle: "4600 L, 2400 R", "4600 + 2400", "7000 pieces" or "5 days".
import { ok, refused, type Result } from '../kernel'
import { parseNumber } from './parse-quantity'
import { LARGEST } from './quantity'

/** Pieces of one variant; the label is empty where the number stands for all. */
export interface Part {
  readonly label: string
  readonly pieces: number
}

export type Stock =
  | { readonly kind: 'pieces'; readonly parts: readonly Part[] }
  | { readonly kind: 'days'; readonly days: number }

export type NotAStock =
  | { readonly reason: 'not-a-number' }
  | { readonly reason: 'negative' }
  | { readonly reason: 'too-large'; readonly most: number }
  | { readonly reason: 'twice'; readonly label: string }

const NUMBER = String.raw`\d[\d.,'’\u00a0\u202f]*(?:[\u00a0\u202f ]\d{3}(?!\d))*`
const BEFORE = new RegExp(`^(${NUMBER})\\s*(.*)$`, 'u')
const AFTER = new RegExp(`^(.*?)\\s+(${NUMBER})$`, 'u')
const PIECES = /^(pcs?\.?|pieces?|parts?)$/i
const DAYS = new RegExp(`^(${NUMBER}|[.,]\\d+)\\s*(d|days?)\\.?$`, 'iu')

/** Commas between digits belong to the number; all other commas, plus signs, semicolons, dots and lines separate. */
const split = (text: string): string[] =>
  text
    .split(/\s*(?:[+;·\n&]|,(?!\d)|(?<!\d),)\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Reads an inventory. Empty means nothing is known (null). Parts without names are numbered when there are several. */
export function parseStock(typed: string): Result<Stock | null, NotAStock> {
  const text = typed.trim()
  if (text === '') return ok(null)
  if (/^[-−–]/.test(text)) return refused({ reason: 'negative' })
  const days = DAYS.exec(text)
  if (days) {
    const value = parseNumber(days[1] ?? '')
    if (value === undefined) return refused({ reason: 'not-a-number' })
    return value > LARGEST
      ? refused({ reason: 'too-large', most: LARGEST })
      : ok({ kind: 'days', days: value })
  }
  const pieces = parseParts(text)
  return pieces.ok ? ok({ kind: 'pieces', parts: pieces.value }) : pieces
}

/** Reads pieces by variant, as for a stock or for the customer's demand ("12,000 LH + 6,400 RH"). At least one. */
export function parseParts(typed: string): Result<readonly Part[], NotAStock> {
  const texts = split(typed)
  const parts: Part[] = []
  for (const [index, text] of texts.entries()) {
    if (/^[-−–]/.test(text)) return refused({ reason: 'negative' })
    const before = BEFORE.exec(text)
    const after = before ? undefined : AFTER.exec(text)
    const number = before?.[1] ?? after?.[2]
    const value = number === undefined ? undefined : parseNumber(number)
    if (value === undefined) return refused({ reason: 'not-a-number' })
    if (value > LARGEST) return refused({ reason: 'too-large', most: LARGEST })
    const words = (before?.[2] ?? after?.[1] ?? '').trim()
    const named = PIECES.test(words) ? '' : words
    const label = named || (texts.length > 1 ? String(index + 1) : '')
    if (parts.some((part) => part.label === label)) return refused({ reason: 'twice', label })
    parts.push({ label, pieces: value })
  }
  return parts.length > 0 ? ok(parts) : refused({ reason: 'not-a-number' })
}
