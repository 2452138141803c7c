// The ladder's outline under the icons of the path: peaks under stock, troughs under steps.
import type { Rung } from '@yokoten/shared/map'

/** An icon of the path as it stands on the canvas. */
export interface Stand {
  readonly left: number
  readonly right: number
  readonly bottom: number
}

export interface LadderRung {
  readonly node: string
  readonly kind: 'wait' | 'work'
  readonly from: number
  readonly to: number
}

/** Least width of a rung, so that its words have room. */
const LEAST = 64
const BELOW = 52

const isInOrder = (stands: readonly Stand[]): boolean =>
  stands.every((stand, index) => {
    const next = stands[index + 1]
    return !next || stand.left + stand.right < next.left + next.right
  })

/**
 * One rung an icon, meeting half-way between neighbours. Where the icons do not stand in the order of the flow, the
 * rungs stand side by side instead. `y` is where the peaks run.
 */
export function ladderShape(rungs: readonly Rung[], stands: ReadonlyMap<string, Stand>) {
  const placed = rungs.flatMap((rung) => {
    const stand = stands.get(rung.node)
    return stand ? [{ rung, stand }] : []
  })
  if (placed.length === 0) return undefined
  const all = placed.map(({ stand }) => stand)
  const y = Math.max(...all.map((stand) => stand.bottom)) + BELOW
  if (!isInOrder(all)) {
    const start = Math.min(...all.map((stand) => stand.left))
    const shape = placed.map(({ rung }, index) => ({
      node: rung.node,
      kind: rung.kind,
      from: start + index * LEAST * 1.5,
      to: start + (index + 1) * LEAST * 1.5,
    }))
    return { y, rungs: shape as readonly LadderRung[] }
  }
  const shape: LadderRung[] = []
  placed.forEach(({ rung, stand }, index) => {
    const next = all[index + 1]
    const from = shape.at(-1)?.to ?? stand.left - 4
    const to = next ? (stand.right + next.left) / 2 : stand.right + 4
    shape.push({ node: rung.node, kind: rung.kind, from, to: Math.max(to, from + LEAST / 2) })
  })
  return { y, rungs: shape as readonly LadderRung[] }
}

/** How far the troughs lie below the peaks. */
export const DEPTH = 44

export function ladderPath({ y, rungs }: { y: number; rungs: readonly LadderRung[] }): string {
  const level = (rung: LadderRung) => (rung.kind === 'wait' ? y : y + DEPTH)
  return rungs
    .map((rung, index) => `${index === 0 ? `M${rung.from} ${level(rung)}` : `V${level(rung)}`}H${rung.to}`)
    .join('')
}
