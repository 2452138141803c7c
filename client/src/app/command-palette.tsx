// Everything that can be done or found here, by typing: acts from the list that menus and keyboard read, and things that
// pages find.
import { useEffect, useMemo, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Keyboard } from 'react-aria-components/Keyboard'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { SearchField } from 'react-aria-components/SearchField'
import { Dialog } from '../design/dialog'
import overlay from '../design/overlay.module.css'
import { isMac, showKeys, useOfferedActions, useOfferedFinders } from '../input'
import type { FoundThing } from '../input'
import { text } from '../text'
import styles from './command-palette.module.css'
import { paletteGroups } from './palette-list'
import type { FoundGroup } from './palette-list'
import { recentActs } from './recent-acts'

const NOTHING: Readonly<Record<string, readonly FoundThing[]>> = {}

/** What the pages' finders know about the words, in the order of the finders. */
function useFoundThings(words: string): readonly FoundGroup[] {
  const finders = useOfferedFinders()
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    const asked = words.trim()
    const stops = finders.map((finder) =>
      asked === ''
        ? () => undefined
        : finder.find(asked, (things) => setFound((known) => ({ ...known, [finder.id]: things }))),
    )
    return () => stops.forEach((stop) => stop())
  }, [finders, words])
  return words.trim() === ''
    ? []
    : finders.map(({ id, label }) => ({ id, name: label, things: found[id] ?? [] }))
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const actions = useOfferedActions()
  const [words, setWords] = useState('')
  const [recent] = useState(recentActs.get)
  const found = useFoundThings(words)
  const groups = useMemo(
    () =>
      paletteGroups({
        words,
        actions,
        recent,
        found,
        recentName: text('app.palette.recent'),
        otherName: text('app.group.page'),
      }),
    [words, actions, recent, found],
  )
  const onMac = isMac()
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField aria-label={text('app.palette.search')} autoFocus className={styles.search ?? ''}>
        <Input className={styles.input ?? ''} placeholder={text('app.palette.search')} />
      </SearchField>
      <Menu
        aria-label={text('app.palette.title')}
        className={styles.list ?? ''}
        renderEmptyState={() => <p className={styles.empty}>{text('app.palette.empty')}</p>}
        onAction={(key) => {
          const entry = groups.flatMap((group) => group.entries).find((one) => one.id === key)
          if (!entry) return
          // A thing that was found is no act that comes again.
          if (actions.some((action) => action.id === entry.id)) recentActs.add(entry.id)
          onClose()
          entry.run()
        }}
      >
        {groups.map(({ id, name, entries }) => (
          <MenuSection key={id} id={`section ${id}`} className={overlay.section ?? ''}>
            <Header className={overlay.heading}>{name}</Header>
            {entries.map((entry) => (
              <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={overlay.item ?? ''}>
                <span className={overlay.itemWords}>
                  {entry.label}
                  {entry.note && <span className={overlay.itemNote}>{entry.note}</span>}
                </span>
                {entry.keys && <Keyboard className={overlay.keys}>{showKeys(entry.keys, onMac)}</Keyboard>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  )
}

export default function CommandPalette({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen title={text('app.palette.title')} onClose={onClose}>
      <PaletteBody onClose={onClose} />
    </Dialog>
  )
}
