// What every command on a map checks: names, ids, places, and which icons an arrow may join.
import type { CommandContext } from '../kernel'
import { isMaterialEdge, isMaterialNode, type EdgeKind, type NodeKind, type Position } from './records'
import type { MapSnapshot } from './snapshot'

export const NAME_LIMIT = 200
export const NOTE_LIMIT = 2000
/** Icons on one map, archived ones included. */
export const NODES_LIMIT = 5000
const FAR = 1e6

/** A name as it is kept: no spaces around it or doubled in it, cut at the limit. Notes keep their lines. */
export function tidyText(text: string, kind?: NodeKind): string {
  if (kind === 'note') return text.trim().slice(0, NOTE_LIMIT)
  return text.replace(/\s+/g, ' ').trim().slice(0, NAME_LIMIT)
}

/** Whole canvas pixels within reach; a place that is no number is the origin. */
export const tidyPosition = ({ x, y }: Position): Position => ({ x: tidyCoordinate(x), y: tidyCoordinate(y) })
const tidyCoordinate = (value: number): number =>
  Number.isFinite(value) ? Math.max(-FAR, Math.min(FAR, Math.round(value))) + 0 : 0

/** An id handed in by the screen that shows the new thing at once, or a fresh one. */
export const idOr = (id: string | undefined, context: CommandContext): string => id ?? context.id()
export const isUsableId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

export const isLivingNode = (snapshot: MapSnapshot, id: string): boolean =>
  snapshot.nodes.get(id)?.archived === false

export type CannotJoin =
  | { readonly reason: 'no-such-icon' }
  | { readonly reason: 'to-itself' }
  | { readonly reason: 'already-joined' }
  /** A burst or a note is no end of an arrow. */
  | { readonly reason: 'not-joinable' }
  /** Material flows between suppliers, steps, stock and customers only. */
  | { readonly reason: 'no-material-there' }

/** Why an arrow of this kind may not be drawn; undefined: it may. */
export function whyNotJoin(
  snapshot: MapSnapshot,
  kind: EdgeKind,
  from: string,
  to: string,
): CannotJoin | undefined {
  if (from === to) return { reason: 'to-itself' }
  const ends = [from, to].map((id) => snapshot.nodes.get(id))
  const [first, second] = ends
  if (!first || !second || first.archived || second.archived) return { reason: 'no-such-icon' }
  for (const { kind: end } of [first, second]) {
    if (end === 'kaizen-burst' || end === 'note') return { reason: 'not-joinable' }
    if (isMaterialEdge(kind) && !isMaterialNode(end)) return { reason: 'no-material-there' }
  }
  const twin = snapshot.edgeIds.some((id) => {
    const edge = snapshot.edges.get(id)
    return edge?.from === from && edge.to === to && isMaterialEdge(edge.kind) === isMaterialEdge(kind)
  })
  return twin ? { reason: 'already-joined' } : undefined
}
