// Commands on arrows: join two icons, say what an arrow carries, change its kind.
import { create, defineCommand, ok, refused, set } from '../kernel'
import { edgeRows, isMaterialEdge, type EdgeKind } from './records'
import { idOr, isUsableId, tidyText, whyNotJoin, type CannotJoin } from './rules'
import type { MapSnapshot } from './snapshot'

export interface ConnectArgs {
  readonly id?: string
  readonly kind: EdgeKind
  readonly from: string
  readonly to: string
  readonly label?: string
}

export const connect = defineCommand<MapSnapshot, ConnectArgs, CannotJoin | { readonly reason: 'id-taken' }>(
  'map.connect',
  (snapshot, { id: given, kind, from, to, label = '' }, context) => {
    const id = idOr(given, context)
    if (!isUsableId(id) || snapshot.edges.has(id)) return refused({ reason: 'id-taken' })
    const why = whyNotJoin(snapshot, kind, from, to)
    return why ? refused(why) : ok([create(edgeRows, id, { kind, from, to, label: tidyText(label) })])
  },
)

export type NoSuchArrow = { readonly reason: 'no-such-arrow' }

export const labelEdge = defineCommand<MapSnapshot, { edge: string; label: string }, NoSuchArrow>(
  'map.labelEdge',
  (snapshot, { edge, label }) => {
    const row = snapshot.edges.get(edge)
    if (!row) return refused({ reason: 'no-such-arrow' })
    const tidy = tidyText(label)
    return ok(tidy === row.label ? [] : [set(edgeRows, edge, 'label', tidy)])
  },
)

/** Makes a push a pull, or a letter a message. Material stays material, information information. */
export const setEdgeKind = defineCommand<
  MapSnapshot,
  { edge: string; kind: EdgeKind },
  NoSuchArrow | { readonly reason: 'other-sort' }
>('map.setEdgeKind', (snapshot, { edge, kind }) => {
  const row = snapshot.edges.get(edge)
  if (!row) return refused({ reason: 'no-such-arrow' })
  if (isMaterialEdge(row.kind) !== isMaterialEdge(kind)) return refused({ reason: 'other-sort' })
  return ok(row.kind === kind ? [] : [set(edgeRows, edge, 'kind', kind)])
})
