// What demand and working time come to, in one line: shown while they are typed.
import type { MapSnapshot } from '@yokoten/shared/map'
import { figureWords } from './figure-words'

/** Takt with its formula, or what is still missing. */
export function capacityBasis(map: MapSnapshot): string {
  const takt = figureWords(map).find((figure) => figure.id === 'takt')
  return takt?.how[0] ?? ''
}
