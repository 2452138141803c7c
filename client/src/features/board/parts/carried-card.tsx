// A card in the hand.
import { useBoard } from '../board-context'
import { useCardLook } from '../use-card-look'
import { CardFace } from './card-face'

export function CarriedCard({ card }: { card: string }) {
  const { isPhone } = useBoard()
  const look = useCardLook(card)
  return look ? <CardFace look={look} looker={undefined} isPhone={isPhone} /> : null
}
