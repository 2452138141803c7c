// Numbers and quantities as the map shows them: one decimal, a unit on everything.
import type { NotAQuantity, NotAStock, Quantity, StockFigures, Unknown, Unit } from '@yokoten/shared/map'
import { variantLabel, type NodeRow } from '@yokoten/shared/map'
import { text, type TextId } from '../../text'

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const atMostOne = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const fourDecimals = new Intl.NumberFormat('en', { maximumFractionDigits: 4 })
const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/** A number as somebody gave it. */
export const formatNumber = (value: number): string => plain.format(value)
export const formatCount = (value: number): string => atMostOne.format(value)
/** Days with one decimal, always: "5.0 days". */
export const formatDays = (days: number): string => text('map.unit.days', { value: oneDecimal.format(days) })
export const formatDate = (at: number): string => date.format(at)

/** Seconds as they are read: seconds up to ten minutes, then minutes, then hours. */
export function formatSeconds(seconds: number): string {
  if (seconds < 600) return text('map.unit.s', { value: atMostOne.format(seconds) })
  if (seconds < 3 * 3600) return text('map.unit.min', { value: atMostOne.format(seconds / 60) })
  return text('map.unit.h', { value: atMostOne.format(seconds / 3600) })
}
/** Seconds that stay seconds, because they are compared with each other. */
export const formatAllSeconds = (seconds: number): string =>
  text('map.unit.s', { value: atMostOne.format(seconds) })

/** A share in per cent: small ones with four decimals, as 0.0144 %. */
export function formatShare(share: number): string {
  const percent = share * 100
  return text('map.unit.percent', {
    value: percent > 0 && percent < 0.1 ? fourDecimals.format(percent) : atMostOne.format(percent),
  })
}

export function formatQuantity({ value, unit }: Pick<Quantity, 'value' | 'unit'>): string {
  if (value === 0 && unit !== '%') return '0'
  // Plurals are chosen by the number; the catalog formats it.
  if (unit === 'd' || unit === 'wk' || unit === 'shift') return text(`map.unit.${unit}`, { value })
  return text(unit === '%' ? 'map.unit.percent' : `map.unit.${unit}`, { value: formatNumber(value) })
}

/** A quantity as it would be typed again. */
export const quantityAsTyped = (quantity: Quantity | null): string => {
  if (!quantity) return ''
  return quantity.unit === 'count' ? formatNumber(quantity.value) : formatQuantity(quantity)
}

/** Counted pieces by variant, one line each: "4600 L". Numbered parts have no name to show. */
export const stockLines = (node: Pick<NodeRow, 'stock'>): readonly string[] =>
  Object.entries(node.stock)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { pieces }]) => {
      const label = variantLabel(key)
      return `${formatNumber(pieces)}${label === '' || /^\d+$/.test(label) ? '' : ` ${label}`}`
    })

/** What lies in a stock as it would be typed again. */
export const stockAsTyped = (node: Pick<NodeRow, 'stock' | 'stockDays'>): string => {
  const lines = stockLines(node)
  if (lines.length > 0) return lines.join(' + ')
  return quantityAsTyped(node.stockDays)
}

export const stockWords = (figures: StockFigures | undefined): string | undefined =>
  figures?.days.ok ? formatDays(figures.days.value) : undefined

export const whyUnknown = ({ reason }: Unknown): string => text(`map.why.${reason}` satisfies TextId)

const unitWord = (unit: Unit): string => text(`map.unit.word.${unit}` satisfies TextId)

/** What was wrong with what was typed, in a sentence. */
export function explainTyped(error: NotAQuantity | NotAStock, example: string): string {
  switch (error.reason) {
    case 'not-a-number':
      return text('map.typed.notANumber', { example })
    case 'negative':
      return text('map.typed.negative')
    case 'too-large':
      return text('map.typed.tooLarge', { most: formatNumber(error.most) })
    case 'wrong-unit':
      return text('map.typed.wrongUnit', { unit: error.unit, units: error.units.map(unitWord).join(', ') })
    case 'twice':
      return text('map.typed.twice', { label: error.label })
  }
}
