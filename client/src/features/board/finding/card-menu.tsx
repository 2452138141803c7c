// The menu of a card, on a right click or from the bar of chosen cards: every act on a card, from the action list.
import { lazy, Suspense, useMemo } from 'react'
import { isEnabled, isMac, showKeys, useOfferedActions } from '../../../input'
import type { Action } from '../../../input'
import type { MenuGroup } from '../../../design/menu'
import { text } from '../../../text'
import { useBoardUi } from '../ui-store'

const MenuPanel = lazy(() => import('../../../design/menu-panel'))

/** The acts on a card as entries of a menu. */
export function cardMenu(actions: readonly Action[]): readonly MenuGroup[] {
  const entries = actions
    .filter((action) => action.on === 'card')
    .map((action) => ({
      id: action.id,
      label: action.label,
      keys: action.keys?.[0] === undefined ? undefined : showKeys(action.keys[0], isMac()),
      isDisabled: !isEnabled(action),
      run: action.run,
    }))
  return [{ id: 'card', entries }]
}

function OpenMenu({ card }: { card: string }) {
  const actions = useOfferedActions()
  const anchor = useMemo(
    () => ({ current: document.querySelector(`[data-card="${CSS.escape(card)}"]`) }),
    [card],
  )
  const groups = cardMenu(actions).map((group) => ({
    ...group,
    // Opening the menu is what makes the card the one at hand.
    entries: group.entries.map((entry) => ({ ...entry, isDisabled: false })),
  }))
  return (
    <Suspense>
      <MenuPanel
        label={text('board.card.menu')}
        groups={groups}
        anchor={anchor}
        placement="bottom start"
        onClose={() => useBoardUi.getState().openMenu(undefined)}
      />
    </Suspense>
  )
}

export function CardMenu() {
  const card = useBoardUi((ui) => ui.menuOf)
  return card === undefined ? null : <OpenMenu key={card} card={card} />
}
