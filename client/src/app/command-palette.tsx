// Everything that can be done here, found by typing: reads the same list as menus and keyboard.
import { useMemo } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Keyboard } from 'react-aria-components/Keyboard'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { SearchField } from 'react-aria-components/SearchField'
import { Dialog } from '../design/dialog'
import overlay from '../design/overlay.module.css'
import { isEnabled, isMac, showKeys, useOfferedActions } from '../input'
import type { Action } from '../input'
import { text } from '../text'
import styles from './command-palette.module.css'

/** Pages first, the app's own last; within a group in the order in which they were offered. */
function groupsOf(actions: readonly Action[]): readonly (readonly [string, readonly Action[]])[] {
  const groups = new Map<string, Action[]>()
  for (const action of [...actions].reverse()) {
    if (action.id === 'app.palette' || !isEnabled(action)) continue
    const name = action.group ?? text('app.group.page')
    groups.set(name, [action, ...(groups.get(name) ?? [])])
  }
  return [...groups]
}

export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const actions = useOfferedActions()
  const groups = useMemo(() => groupsOf(actions), [actions])
  const { contains } = useFilter({ sensitivity: 'base' })
  const onMac = isMac()
  return (
    <Dialog isOpen title={text('app.palette.title')} onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={text('app.palette.search')} autoFocus className={styles.search ?? ''}>
          <Input className={styles.input ?? ''} placeholder={text('app.palette.search')} />
        </SearchField>
        <Menu
          aria-label={text('app.palette.title')}
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.empty}>{text('app.palette.empty')}</p>}
          onAction={(key) => {
            onClose()
            actions.find((action) => action.id === key)?.run()
          }}
        >
          {groups.map(([name, entries]) => (
            <MenuSection key={name} id={name} className={overlay.section ?? ''}>
              <Header className={overlay.heading}>{name}</Header>
              {entries.map((action) => (
                <MenuItem
                  key={action.id}
                  id={action.id}
                  textValue={action.label}
                  className={overlay.item ?? ''}
                >
                  <span className={overlay.itemWords}>{action.label}</span>
                  {action.keys?.[0] && (
                    <Keyboard className={overlay.keys}>{showKeys(action.keys[0], onMac)}</Keyboard>
                  )}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}
