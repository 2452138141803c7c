// The tools, each an icon and a word: at the left on a laptop, along the bottom on a phone.
import { Ellipsis } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Icon } from '../../design/icon'
import { Menu } from '../../design/menu'
import { text } from '../../text'
import { useMapRoom, useUi } from './map-context'
import { ToolIcon } from './tool-icons'
import styles from './toolbox.module.css'
import { isArrowTool, isPlaceTool, type Tool } from './ui-store'

const MAIN = [
  'select',
  'process',
  'inventory',
  'push',
  'electronic-information',
  'kaizen-burst',
  'note',
] as const satisfies readonly Tool[]
const MORE_ICONS = ['customer', 'supplier', 'production-control'] as const satisfies readonly Tool[]
const MORE_ARROWS = ['pull', 'shipment', 'manual-information'] as const satisfies readonly Tool[]

/** The key that takes a tool in hand. */
export const TOOL_KEYS: Readonly<Partial<Record<Tool, string>>> = {
  select: 'V',
  process: 'P',
  inventory: 'S',
  push: 'A',
  'electronic-information': 'M',
  'kaizen-burst': 'F',
  note: 'N',
}
export const ALL_TOOLS: readonly Tool[] = [...MAIN, ...MORE_ICONS, ...MORE_ARROWS]
export const toolWords = (tool: Tool): string => text(`map.tool.${tool}`)

export function Toolbox() {
  const { ui } = useMapRoom()
  const tool = useUi((state) => state.tool)
  const entry = (id: Tool) => ({
    id,
    label: toolWords(id),
    isSelected: tool === id,
    run: () => ui.take(id),
  })
  const isMore = !MAIN.some((main) => main === tool)
  return (
    <div className={styles.tools} role="toolbar" aria-label={text('map.tools')} aria-orientation="vertical">
      {MAIN.map((id) => (
        <ToggleButton
          key={id}
          className={styles.tool ?? ''}
          isSelected={tool === id}
          onChange={() => ui.take(tool === id ? 'select' : id)}
        >
          <ToolIcon tool={id} />
          {toolWords(id)}
        </ToggleButton>
      ))}
      <Menu
        className={isMore ? styles.moreOn : styles.more}
        label={text('map.tool.more')}
        look="quiet"
        placement="bottom start"
        button={
          <>
            {isMore ? <ToolIcon tool={tool} /> : <Icon of={Ellipsis} size={22} />}
            {text('map.tool.more')}
          </>
        }
        groups={[
          { id: 'icons', label: text('map.tool.moreIcons'), entries: MORE_ICONS.map(entry) },
          { id: 'arrows', label: text('map.tool.moreArrows'), entries: MORE_ARROWS.map(entry) },
        ]}
      />
    </div>
  )
}

/** What the tool in hand waits for. */
export function ToolHint() {
  const { isCoarse } = useMapRoom()
  const tool = useUi((state) => state.tool)
  const hasStart = useUi((state) => state.arrowFrom !== undefined)
  const words = isPlaceTool(tool)
    ? text(isCoarse ? 'map.hint.place' : 'map.hint.placeKeys')
    : isArrowTool(tool)
      ? text(hasStart ? 'map.hint.connectTo' : isCoarse ? 'map.hint.connectFrom' : 'map.hint.connectFromKeys')
      : ''
  return (
    <div className={styles.hint} role="status">
      {words !== '' && <span>{`${toolWords(tool)}: ${words}`}</span>}
    </div>
  )
}
