// Where a carried card would be let go in a list of which only the cards in sight are drawn.
import type { DropPlace } from '../ui-store'

/** Reads the drawn cards once; the first whose middle lies below the pointer is the one it would lie above. */
export function dropPlace(
  list: () => HTMLElement | null,
  column: string,
  half: DropPlace['half'],
  carried: { readonly card: string; readonly y: number },
): DropPlace | undefined {
  const element = list()
  if (!element) return undefined
  for (const item of element.querySelectorAll<HTMLElement>('[data-card]')) {
    const card = item.dataset.card as string
    if (card === carried.card) continue
    const box = item.getBoundingClientRect()
    if (carried.y < box.top + box.height / 2) return { column, half, before: card }
  }
  return { column, half, before: null }
}
