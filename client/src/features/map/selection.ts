// Acts on what is selected: put away, copy, paste, double, all of it, none of it.
import { archive, copyNodes, paste, restore, type Clip, type MapSnapshot } from '@yokoten/shared/map'
import { toasts } from '../../design/toasts'
import { text } from '../../text'
import type { MapRoom } from './map-context'

const STEP = 32

/** What was copied, for this and other maps open in this tab. */
let clip: Clip | undefined
let pasted = 0

export function archiveSelected({ ui, act, handle }: MapRoom): void {
  const { nodes, edges } = ui.getState()
  const map = handle.get()
  const picked = {
    nodes: [...nodes].filter((id) => map.nodes.get(id)?.archived === false),
    edges: [...edges].filter((id) => map.edges.get(id)?.archived === false),
  }
  const count = picked.nodes.length + picked.edges.length
  if (count === 0 || !act(archive, picked)) return
  ui.select([])
  toasts.show(text('map.act.archived', { count }), {
    action: { label: text('map.undo'), run: () => void act(restore, picked) },
  })
}

/** Icons that are there now and were not before. */
const fresh = (before: MapSnapshot, now: MapSnapshot): string[] =>
  now.nodeIds.filter((id) => !before.nodes.has(id))

function pasteClip({ ui, act, handle }: MapRoom, what: Clip, by: number): void {
  const before = handle.get()
  if (act(paste, { clip: what, by: { x: by, y: by } })) ui.select(fresh(before, handle.get()))
}

export function copySelected({ ui, handle }: MapRoom): void {
  const copied = copyNodes(handle.get(), [...ui.getState().nodes])
  if (copied.nodes.length === 0) return
  clip = copied
  pasted = 0
  toasts.show(text('map.act.copied', { count: copied.nodes.length }))
}

export const canPaste = (): boolean => clip !== undefined

export function pasteCopied(room: MapRoom): void {
  if (!clip) return
  pasted += 1
  pasteClip(room, clip, pasted * STEP)
}

export function duplicateSelected(room: MapRoom): void {
  const copied = copyNodes(room.handle.get(), [...room.ui.getState().nodes])
  if (copied.nodes.length > 0) pasteClip(room, copied, STEP)
}

export const selectAll = ({ ui, handle }: MapRoom): void => ui.select(handle.get().nodeIds)
