// The seven cards of delegation poker by name.
import { DELEGATION } from '@yokoten/shared/playbook'
import { text } from '../../../text'

/** "We decide together", of a card 1 to 7. */
export function cardWords(card: number): string {
  const name = DELEGATION[card - 1]?.name
  return name === undefined ? String(card) : text(`playbook.card.${name}`)
}

/** "4: We decide together" */
export const cardNamed = (card: number): string =>
  text('playbook.card.named', { number: card, name: cardWords(card) })
