// Where an arrow runs and how it is drawn: geometry only, in canvas pixels.

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly kind: string
}
export interface Point {
  readonly x: number
  readonly y: number
}
export interface Line {
  readonly from: Point
  readonly to: Point
}

/** How far below its top a stock holds its material arrows: under the words, beside the data boxes. */
const UNDER_STOCK = 116
const GAP = 4
/** Icons this far apart from top to bottom are joined from edge to edge, else from side to side. */
const APART = 20

const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
const bottomOf = (box: Box): number => box.y + box.height
const rightOf = (box: Box): number => box.x + box.width
const clamp = (value: number, least: number, most: number): number =>
  least > most ? (least + most) / 2 : Math.min(most, Math.max(least, value))

/** Where the ray from a box's centre towards a point leaves the box, a little outside it. */
export function leaving(box: Box, towards: Point): Point {
  const middle = centre(box)
  const dx = towards.x - middle.x
  const dy = towards.y - middle.y
  if (dx === 0 && dy === 0) return middle
  const halfWidth = box.width / 2 + GAP
  const halfHeight = box.height / 2 + GAP
  const scale = Math.min(
    dx === 0 ? Infinity : halfWidth / Math.abs(dx),
    dy === 0 ? Infinity : halfHeight / Math.abs(dy),
  )
  return { x: middle.x + dx * scale, y: middle.y + dy * scale }
}

/** Below one another: from the middle of an edge to the middle of an edge. Side by side: level, where that is possible. */
function plainLine(from: Box, to: Box): Line {
  const a = centre(from)
  const b = centre(to)
  if (to.y - bottomOf(from) > APART)
    return { from: { x: a.x, y: bottomOf(from) + GAP }, to: { x: b.x, y: to.y - GAP } }
  if (from.y - bottomOf(to) > APART)
    return { from: { x: a.x, y: from.y - GAP }, to: { x: b.x, y: bottomOf(to) + GAP } }
  const top = Math.max(from.y, to.y)
  const bottom = Math.min(bottomOf(from), bottomOf(to))
  const isBeside = to.x >= rightOf(from) || from.x >= rightOf(to)
  if (!isBeside || bottom - top < APART) return { from: leaving(from, b), to: leaving(to, a) }
  const y = (top + bottom) / 2
  return to.x >= rightOf(from)
    ? { from: { x: rightOf(from) + GAP, y }, to: { x: to.x - GAP, y } }
    : { from: { x: from.x - GAP, y }, to: { x: rightOf(to) + GAP, y } }
}

const underStock = (box: Box): number => box.y + Math.max(UNDER_STOCK, box.height - 12)

/**
 * Push and pull run level from step to step, under the triangle between them as in *Learning to See*: a process holds
 * them at its side, a stock in its middle. Everything else runs from edge to edge.
 */
export function lineBetween(from: Box, to: Box, isLevel: boolean): Line {
  const isBeside = to.x >= rightOf(from) || from.x >= rightOf(to)
  if (!isLevel || !isBeside) return plainLine(from, to)
  const isRight = to.x >= rightOf(from)
  const stocks = [from, to].filter((box) => box.kind === 'inventory')
  const wanted = stocks.length > 0 ? Math.max(...stocks.map(underStock)) : undefined
  const end = (box: Box, side: 'left' | 'right'): Point => {
    if (box.kind === 'inventory') return { x: centre(box).x, y: underStock(box) }
    const y = clamp(wanted ?? box.y + UNDER_STOCK, box.y + 20, bottomOf(box) - 12)
    return { x: side === 'right' ? rightOf(box) + GAP : box.x - GAP, y }
  }
  return { from: end(from, isRight ? 'right' : 'left'), to: end(to, isRight ? 'left' : 'right') }
}

export const lengthOf = ({ from, to }: Line): number => Math.hypot(to.x - from.x, to.y - from.y)
/** Degrees, clockwise, for an SVG rotation. */
export const angleOf = ({ from, to }: Line): number =>
  (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
export const middleOf = ({ from, to }: Line): Point => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })

// The shapes below lie on the x axis from 0 to `length`, to be turned and moved into place.

const round = (value: number): number => Math.round(value * 10) / 10

/** The stripes of a push arrow: black bars of 6 on a band 10 wide, up to where the head begins. */
export function stripes(length: number, head: number): string {
  let path = ''
  for (let x = 0; x < length - head; x += 11) {
    const width = Math.min(6, length - head - x)
    path += `M${round(x)} -5h${round(width)}v10h${round(-width)}z`
  }
  return path
}

/** A block arrow: a band with a head that is wider than it. */
export function blockArrow(length: number, half: number, head: number, headHalf: number): string {
  const neck = Math.max(0, length - head)
  return `M0 ${-half}H${round(neck)}V${-headHalf}L${round(length)} 0L${round(neck)} ${headHalf}V${half}H0z`
}

/** A lightning bolt: forwards, a step back, forwards again. */
export function zigZag(length: number): string {
  const middle = length / 2
  const back = Math.min(10, length / 6)
  return `M0 0L${round(middle + back)} -6L${round(middle - back)} 6L${round(length)} 0`
}

/** A physical pull: a half turn on the way. */
export function pullLoop(length: number): string {
  const middle = length / 2
  const radius = Math.min(10, length / 4)
  return `M0 0H${round(middle - radius)}a${radius} ${radius} 0 0 1 ${radius * 2} 0H${round(length)}`
}
