// Everything that can be done on the map by key or from the palette, described once.
import type { Action } from '../../input'
import { text } from '../../text'
import { nameOf } from './figure-words'
import type { MapRoom } from './map-context'
import {
  archiveSelected,
  canPaste,
  copySelected,
  duplicateSelected,
  pasteCopied,
  selectAll,
} from './selection'
import { ALL_TOOLS, TOOL_KEYS, toolWords } from './toolbox'
import { isPlaceTool } from './ui-store'

interface ActionNeeds {
  readonly room: MapRoom
  readonly undo: () => void
  readonly redo: () => void
  readonly fit: () => void
  readonly zoom: (by: 'in' | 'out') => void
  /** Puts the icon in hand in the middle of what is seen. */
  readonly placeInMiddle: () => void
}

export function mapActions({ room, undo, redo, fit, zoom, placeInMiddle }: ActionNeeds): readonly Action[] {
  const { ui, handle, canEdit, askTeam } = room
  const group = text('map.group')
  const hasNodes = () => ui.getState().nodes.size > 0
  const hasAny = () => hasNodes() || ui.getState().edges.size > 0
  const seeing: Action[] = [
    { id: 'map.fit', label: text('map.act.fit'), keys: ['Shift+!', '0'], group, run: fit },
    { id: 'map.zoomIn', label: text('map.act.zoomIn'), keys: ['+', '='], group, run: () => zoom('in') },
    { id: 'map.zoomOut', label: text('map.act.zoomOut'), keys: ['-'], group, run: () => zoom('out') },
    {
      id: 'map.selectAll',
      label: text('map.act.selectAll'),
      keys: ['Mod+A'],
      group,
      run: () => selectAll(room),
    },
    {
      id: 'map.copy',
      label: text('map.act.copy'),
      keys: ['Mod+C'],
      group,
      isEnabled: hasNodes,
      run: () => copySelected(room),
    },
    {
      id: 'map.deselect',
      label: text('map.act.deselect'),
      keys: ['Escape'],
      group,
      isEnabled: () => hasAny() || ui.getState().tool !== 'select',
      run: () => {
        if (ui.getState().tool !== 'select') ui.take('select')
        else ui.select([])
      },
    },
  ]
  if (!canEdit) return seeing
  return [
    ...seeing,
    ...ALL_TOOLS.map((tool): Action => {
      const key = TOOL_KEYS[tool]
      return {
        id: `map.tool.${tool}`,
        label: toolWords(tool),
        ...(key === undefined ? {} : { keys: [key] }),
        group,
        run: () => ui.take(tool),
      }
    }),
    {
      id: 'map.undo',
      label: text('map.undo'),
      keys: ['Mod+Z'],
      group,
      isEnabled: () => handle.undoState.get().undo !== undefined,
      run: undo,
    },
    {
      id: 'map.redo',
      label: text('map.redo'),
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      group,
      isEnabled: () => handle.undoState.get().redo !== undefined,
      run: redo,
    },
    {
      id: 'map.archive',
      label: text('map.act.archive'),
      keys: ['Delete', 'Backspace'],
      group,
      isEnabled: hasAny,
      run: () => archiveSelected(room),
    },
    {
      id: 'map.paste',
      label: text('map.act.paste'),
      keys: ['Mod+V'],
      group,
      isEnabled: canPaste,
      run: () => pasteCopied(room),
    },
    {
      id: 'map.duplicate',
      label: text('map.act.duplicate'),
      keys: ['Mod+D'],
      group,
      isEnabled: hasNodes,
      run: () => duplicateSelected(room),
    },
    {
      id: 'map.placeHere',
      label: text('map.act.placeHere'),
      keys: ['Enter'],
      group,
      isEnabled: () => isPlaceTool(ui.getState().tool),
      run: placeInMiddle,
    },
    ...(askTeam
      ? [
          {
            id: 'map.ask',
            label: text('map.act.askTeam'),
            keys: ['H'],
            group,
            isEnabled: () => ui.getState().nodes.size === 1,
            run: () => {
              const [node] = ui.getState().nodes
              if (node !== undefined) askTeam(node, nameOf(handle.get(), node))
            },
          },
        ]
      : []),
    {
      id: 'map.numbers',
      label: text('map.act.numbers'),
      keys: ['I'],
      group,
      isEnabled: () => ui.getState().nodes.size === 1,
      run: () => ui.setState({ open: 'node' }),
    },
  ]
}
