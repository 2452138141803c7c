// Ids and randomness that follow from the file and a salt: the same import twice is the same import.
import { createId } from '../../kernel'
import type { RandomBytes } from '../../kernel'

/** Bytes without end that follow from a text: 128 bits of a multiply-and-rotate hash, then a counter over them. */
export function bytesFrom(text: string): RandomBytes {
  const lanes = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef]
  const stir = (value: number) => {
    for (let lane = 0; lane < 4; lane++) {
      const mixed = Math.imul((lanes[lane] as number) ^ value ^ (lane * 0x85ebca6b), 0xcc9e2d51 + 2 * lane)
      lanes[lane] = ((mixed << 13) | (mixed >>> 19)) ^ (lanes[(lane + 1) & 3] as number)
    }
  }
  for (let i = 0; i < text.length; i++) stir(text.charCodeAt(i) + i * 0x10000)
  let taken = 0
  return (length) =>
    Uint8Array.from({ length }, () => {
      stir(++taken)
      let word = (lanes[taken & 3] as number) >>> 0
      word = Math.imul(word ^ (word >>> 16), 0x7feb352d)
      word = Math.imul(word ^ (word >>> 15), 0x846ca68b)
      return (word ^ (word >>> 16)) & 255
    })
}

/** An internal id from a foreign one. The salt keeps two imports of one file apart. */
export const derivedId = (salt: string, kind: string, foreign: string): string =>
  createId(bytesFrom(`${salt}\n${kind}\n${foreign}`))
