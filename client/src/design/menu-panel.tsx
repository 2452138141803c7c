// The list of a menu, loaded when one opens for the first time.
import { Check } from 'lucide-react'
import type { RefObject } from 'react'
import { Header } from 'react-aria-components/Header'
import { Keyboard } from 'react-aria-components/Keyboard'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { MenuEntry, MenuGroup } from './menu'
import styles from './overlay.module.css'

interface MenuPanelProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly anchor: RefObject<Element | null>
  readonly placement: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  readonly onClose: () => void
}

const Entry = ({ entry }: { entry: MenuEntry }) => (
  <MenuItem
    id={entry.id}
    textValue={entry.label}
    isDisabled={entry.isDisabled ?? false}
    className={classNames(styles.item, entry.look === 'stop' && styles.stop)}
  >
    {entry.icon && <Icon of={entry.icon} size={18} />}
    <span className={styles.itemWords}>
      {entry.label}
      {entry.note && <span className={styles.itemNote}>{entry.note}</span>}
    </span>
    {entry.keys && <Keyboard className={styles.keys}>{entry.keys}</Keyboard>}
    {entry.isSelected && <Icon of={Check} size={16} />}
  </MenuItem>
)

export default function MenuPanel({ label, groups, anchor, placement, onClose }: MenuPanelProps) {
  return (
    <Popover
      isOpen
      aria-label={label}
      triggerRef={anchor}
      trigger="MenuTrigger"
      placement={placement}
      offset={6}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.popover ?? ''}
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        className={styles.menu ?? ''}
        onClose={onClose}
        onAction={(key) => {
          onClose()
          groups
            .flatMap((group) => group.entries)
            .find((entry) => entry.id === key)
            ?.run()
        }}
      >
        {groups.map((group) => (
          <MenuSection
            key={group.id}
            // Sections and entries share one set of keys: an entry named like its group would hide what follows.
            id={`section ${group.id}`}
            aria-label={group.label ?? label}
            className={styles.section ?? ''}
          >
            {group.label && <Header className={styles.heading}>{group.label}</Header>}
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  )
}
