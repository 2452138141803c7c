// Identifiers made offline from handed-in randomness: internal ids, and short ones that can be said aloud.

/** `n` random bytes, cryptographically strong in production and seeded in tests. */
export type RandomBytes = (n: number) => Uint8Array

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
/** Crockford's base 32: no I, L, O or U, so that nothing is misheard or misread. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const fromAlphabet = (random: RandomBytes, length: number, alphabet: string): string => {
  const mask = alphabet.length - 1
  let text = ''
  for (const byte of random(length)) text += alphabet[byte & mask]
  return text
}

/** 20 characters of 6 bits: 120 random bits, no `/`, safe as a key part and in a URL. */
export const createId = (random: RandomBytes): string => fromAlphabet(random, 20, ALPHABET)

/** A card's spoken id: 8 Crockford characters are stored, six are shown, more only where two cards collide. */
export const createSpokenId = (random: RandomBytes): string => fromAlphabet(random, 8, CROCKFORD)
