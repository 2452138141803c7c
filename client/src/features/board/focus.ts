// Which card has the keyboard, and moving it from card to card with the arrow keys.
import { useBoardUi } from './ui-store'

const cardOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-card]') ?? null

/** The id of the card that has the focus, if any. */
export const focusedCard = (): string | undefined => cardOf(document.activeElement)?.dataset.card

/** Gives the focus to a card as soon as it is drawn where it stands now; gives up after a moment. */
export function focusCard(card: string, frames = 12): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`)
    if (element && document.activeElement !== element) element.focus()
    if (frames > 0 && document.activeElement !== element) focusCard(card, frames - 1)
  })
}

const LAYERS = '[role="dialog"],[role="menu"],[role="toolbar"]'

/**
 * The card that an act means: the one that has the focus, or had it before the palette, a menu or the bar of chosen
 * cards took it.
 */
export function cardAtHand(): string | undefined {
  const focused = focusedCard()
  if (focused !== undefined) return focused
  return document.activeElement?.closest(LAYERS) ? useBoardUi.getState().lastCard : undefined
}

const lists = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-cards]')]
const cardsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-card]')]

/** The card that takes the focus when the focused one is put away: the next one, else the one before it. */
export function focusAfter(): string | undefined {
  const own = cardOf(document.activeElement)
  const list = own?.closest<HTMLElement>('[data-cards]')
  if (!own || !list) return undefined
  const cards = cardsIn(list)
  const index = cards.indexOf(own)
  return (cards[index + 1] ?? cards[index - 1])?.dataset.card
}

/** The cards of the focused one's list from it to another, both included, as far as they are drawn. */
export function cardsBetween(from: string, to: string): readonly string[] {
  const own = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(to)}"]`)
  const list = own?.closest<HTMLElement>('[data-cards]')
  const ids = list ? cardsIn(list).flatMap((one) => one.dataset.card ?? []) : []
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)]
  return a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Moves the focus by one card up or down, or to the card beside it in the next list that has any. */
export function focusNeighbour(from: HTMLElement, key: string): boolean {
  const own = from.closest<HTMLElement>('[data-cards]')
  if (!own) return false
  const cards = cardsIn(own)
  const index = cards.indexOf(from)
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const next = cards[index + (key === 'ArrowDown' ? 1 : -1)]
    next?.focus()
    return next !== undefined
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
  const all = lists()
  const step = key === 'ArrowRight' ? 1 : -1
  const top = from.getBoundingClientRect().top
  for (let at = all.indexOf(own) + step; all[at]; at += step) {
    const beside = cardsIn(all[at] as HTMLElement)
    if (beside.length === 0) continue
    const nearest = beside.reduce((best, one) =>
      Math.abs(one.getBoundingClientRect().top - top) < Math.abs(best.getBoundingClientRect().top - top)
        ? one
        : best,
    )
    nearest.focus()
    return true
  }
  return false
}
