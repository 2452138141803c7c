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

/** How far below its top a step holds its material arrows: under the triangles' words, beside the data box. */
const MATERIAL_Y = 108
const GAP = 4

const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

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

const materialY = (box: Box): number =>
  box.y + Math.min(MATERIAL_Y, Math.max(box.height - 12, box.height / 2))

/**
 * Push and pull run level from step to step, under the triangle between them as in *Learning to See*: a process holds
 * them at its side, a stock in its middle. Everything else runs from edge to edge along the line between the centres.
 */
export function lineBetween(from: Box, to: Box, isLevel: boolean): Line {
  const ends: Line = { from: leaving(from, centre(to)), to: leaving(to, centre(from)) }
  if (!isLevel) return ends
  const isRight = centre(to).x >= centre(from).x
  const overlap = Math.min(from.x + from.width, to.x + to.width) - Math.max(from.x, to.x)
  if (overlap > 0) return ends
  const end = (box: Box, side: 'left' | 'right'): Point => {
    const y = materialY(box)
    if (box.kind === 'inventory') return { x: centre(box).x, y }
    return { x: side === 'right' ? box.x + box.width + GAP : box.x - GAP, y }
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
