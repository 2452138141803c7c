// The board's part of the top bar: who is here, search, and the acts. On a phone icons, the two great acts below.
import {
  Archive,
  Columns3,
  EllipsisVertical,
  ListChecks,
  Monitor,
  OctagonAlert,
  Plus,
  QrCode,
  Redo2,
  Rows3,
  Search,
  Undo2,
  X,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { AvatarStack } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { classNames } from '../../../design/class-names'
import { IconButton } from '../../../design/icon-button'
import { Menu } from '../../../design/menu'
import { BarActs, BarPeople } from '../../../design/page-bar'
import { TextField } from '../../../design/text-field'
import { useReadable, useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { PullNextButton } from '../pull/pull-next-button'
import { useBoardUi } from '../ui-store'
import { actWords } from '../words'
import styles from './board-bar.module.css'

const HERE = ['person', 'name', 'colour'] as const

function Here() {
  const { handle } = useBoard()
  const people = useSnapshot(
    handle.peers,
    (peers) => [...new Map([...peers.values()].map((peer) => [peer.person, peer])).values()],
    (a, b) =>
      a.length === b.length && a.every((one, index) => HERE.every((key) => one[key] === b[index]?.[key])),
  )
  return (
    <AvatarStack
      label={text('board.here')}
      people={people.map((peer) => ({ id: peer.person, name: peer.name, colour: peer.colour }))}
    />
  )
}

export function SearchField() {
  const { isPhone } = useBoard()
  const query = useBoardUi((ui) => ui.query)
  const isOpen = useBoardUi((ui) => ui.isSearching)
  const { search, showSearch } = useBoardUi.getState()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isOpen) input.current?.focus()
  }, [isOpen])
  if (!isOpen)
    return isPhone ? null : (
      <IconButton icon={Search} label={text('board.search')} onPress={() => showSearch(true)} />
    )
  const close = () => {
    search('')
    showSearch(false)
  }
  return (
    <div className={classNames(styles.search, isPhone && styles.wide)}>
      <TextField
        label={text('board.search')}
        hideLabel
        type="search"
        placeholder={text('board.searchFor')}
        inputRef={input}
        value={query}
        onChange={search}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      />
      <IconButton icon={X} label={text('board.searchClose')} onPress={close} />
    </div>
  )
}

function namedAct(
  command: string | undefined,
  plain: 'board.undo' | 'board.redo',
  named: 'board.undoOf' | 'board.redoOf',
): string {
  const act = command === undefined ? undefined : actWords(command)
  return act === undefined ? text(plain) : text(named, { act })
}

function More({ onAdd }: { onAdd: () => void }) {
  const { handle, canWrite, acts, isPhone, openWall } = useBoard()
  const undo = useReadable(handle.undoState)
  const { open, showSearch } = useBoardUi.getState()
  return (
    <Menu
      label={text('board.more')}
      icon={EllipsisVertical}
      look="quiet"
      placement="bottom end"
      groups={[
        {
          id: 'first',
          entries: !isPhone
            ? []
            : [
                ...(canWrite ? [{ id: 'add', label: text('board.add.title'), icon: Plus, run: onAdd }] : []),
                { id: 'search', label: text('board.search'), icon: Search, run: () => showSearch(true) },
              ],
        },
        {
          id: 'undo',
          entries: canWrite
            ? [
                {
                  id: 'undo',
                  label: namedAct(undo.undo, 'board.undo', 'board.undoOf'),
                  icon: Undo2,
                  isDisabled: undo.undo === undefined,
                  run: acts.undo,
                },
                {
                  id: 'redo',
                  label: namedAct(undo.redo, 'board.redo', 'board.redoOf'),
                  icon: Redo2,
                  isDisabled: undo.redo === undefined,
                  run: acts.redo,
                },
              ]
            : [],
        },
        {
          id: 'board',
          entries: [
            ...(canWrite
              ? [
                  {
                    id: 'column',
                    label: text('board.column.new'),
                    icon: Columns3,
                    run: () => open({ kind: 'new-column' }),
                  },
                  {
                    id: 'structure',
                    label: text('board.structure'),
                    icon: Rows3,
                    run: () => open({ kind: 'structure' }),
                  },
                ]
              : []),
            ...(canWrite
              ? [
                  {
                    id: 'stop',
                    label: text('board.somethingStops'),
                    icon: OctagonAlert,
                    run: () => open({ kind: 'stop', card: undefined }),
                  },
                  {
                    id: 'reasons',
                    label: text('board.reasons.title'),
                    icon: ListChecks,
                    run: () => open({ kind: 'reasons' }),
                  },
                ]
              : []),
            {
              id: 'stations',
              label: text('board.stations.title'),
              icon: QrCode,
              run: () => open({ kind: 'stations' }),
            },
            {
              id: 'archive',
              label: text('board.archive.title'),
              icon: Archive,
              run: () => open({ kind: 'archive' }),
            },
            ...(openWall ? [{ id: 'wall', label: text('board.wall'), icon: Monitor, run: openWall }] : []),
          ],
        },
      ].filter((group) => group.entries.length > 0)}
    />
  )
}

export function BoardBar({ firstColumn }: { firstColumn: string | undefined }) {
  const { canWrite, isPhone } = useBoard()
  const add = () => {
    if (firstColumn !== undefined) useBoardUi.getState().open({ kind: 'add', column: firstColumn })
  }
  return (
    <>
      <BarPeople>
        <Here />
      </BarPeople>
      <BarActs>
        {!isPhone && <SearchField />}
        <More onAdd={add} />
        {canWrite && !isPhone && (
          <>
            <PullNextButton />
            <Button look="main" onPress={add}>
              {text('board.add.title')}
            </Button>
          </>
        )}
      </BarActs>
    </>
  )
}
