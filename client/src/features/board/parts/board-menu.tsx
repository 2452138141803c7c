// The board's menu: every act on the board that has no place of its own, from the action list.
import {
  Archive,
  Columns3,
  EllipsisVertical,
  Filter,
  Keyboard,
  LayoutTemplate,
  Link,
  ListChecks,
  ListFilter,
  Monitor,
  OctagonAlert,
  Plus,
  QrCode,
  Redo2,
  Repeat,
  Rows3,
  Search,
  SquareCheckBig,
  SquareMousePointer,
  Undo2,
  Users,
} from 'lucide-react'
import type { LucideIcon } from '../../../design/icon'
import { Menu } from '../../../design/menu'
import type { MenuEntry, MenuGroup } from '../../../design/menu'
import { isEnabled, isMac, showKeys, useOfferedActions } from '../../../input'
import type { Action } from '../../../input'
import { useReadable } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { undoLabel } from '../undo-words'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'app.invite': Users,
  'app.palette': Keyboard,
  'board.add': Plus,
  'board.archive': Archive,
  'board.choose': SquareMousePointer,
  'board.copyView': Link,
  'board.filter': Filter,
  'board.kinds': LayoutTemplate,
  'board.newColumn': Columns3,
  'board.next': SquareCheckBig,
  'board.reasons': ListChecks,
  'board.recurring': Repeat,
  'board.redo': Redo2,
  'board.search': Search,
  'board.showAll': ListFilter,
  'board.stations': QrCode,
  'board.stop': OctagonAlert,
  'board.structure': Rows3,
  'board.undo': Undo2,
  'board.wall': Monitor,
}

/** What stands first, by group; acts that are not named here come last. */
const FIRST: readonly (readonly [string, readonly string[]])[] = [
  ['do', ['board.add', 'board.next', 'board.stop', 'board.search', 'board.filter', 'app.invite']],
  ['undo', ['board.undo', 'board.redo']],
  ['find', ['board.choose', 'board.stopChoosing', 'board.copyView', 'board.showAll']],
]
/** With buttons of their own beside the menu: on a laptop in the bar, on a phone under the thumb. */
export const IN_BAR: readonly string[] = [
  'board.add',
  'board.next',
  'board.search',
  'board.filter',
  'app.invite',
]
export const IN_THUMB: readonly string[] = ['board.next', 'board.stop']
/** Found in the filter, where they stand first, or in a band over the columns. */
const IN_SIGHT = /^board\.(?:view|invitation)\./u

const PLACES: Readonly<Record<string, true>> = { 'board.undo': true, 'board.redo': true }

/** The acts of the board's menu, in groups. Acts on a card stand in the menu of the card. */
export function boardMenu(actions: readonly Action[], isPhone: boolean): readonly (readonly Action[])[] {
  const elsewhere = isPhone ? IN_THUMB : IN_BAR
  const listed = actions.filter(
    ({ id, on }) =>
      on === undefined &&
      (id.startsWith('board.') || id === 'app.invite') &&
      !elsewhere.includes(id) &&
      !IN_SIGHT.test(id),
  )
  const named = FIRST.map(([, ids]) => ids.flatMap((id) => listed.find((one) => one.id === id) ?? []))
  const rest = listed.filter((action) => !FIRST.some(([, ids]) => ids.includes(action.id)))
  return [...named, rest].filter((group) => group.length > 0)
}

export function BoardMenu() {
  const { handle, isPhone } = useBoard()
  const undo = useReadable(handle.undoState)
  const actions = useOfferedActions()
  const labelOf = ({ id, label }: Action): string => {
    const direction = id === 'board.undo' ? 'undo' : id === 'board.redo' ? 'redo' : undefined
    if (direction === undefined) return label
    return undoLabel(direction, handle.get(), undo[direction], handle.undoWrites(direction))
  }
  const entryOf = (action: Action): MenuEntry => {
    const icon = ICONS[action.id]
    const nothing =
      (action.id === 'board.undo' && undo.undo === undefined) ||
      (action.id === 'board.redo' && undo.redo === undefined)
    return {
      id: action.id,
      label: labelOf(action),
      ...(icon && { icon }),
      keys: isPhone || action.keys?.[0] === undefined ? undefined : showKeys(action.keys[0], isMac()),
      isDisabled: nothing || !isEnabled(action),
      run: action.run,
    }
  }
  // What is possible only now and then is not shown in between; undo and redo keep their place.
  const isShown = (action: Action): boolean => action.id in PLACES || isEnabled(action)
  const offered = boardMenu(actions, isPhone)
    .map((group) => group.filter(isShown))
    .filter((group) => group.length > 0)
  const groups = offered.map((group, index): MenuGroup => ({
    id: `group ${index}`,
    entries: group.map(entryOf),
  }))
  return (
    <Menu
      label={text('board.more')}
      icon={EllipsisVertical}
      look="quiet"
      placement="bottom end"
      groups={groups}
    />
  )
}
