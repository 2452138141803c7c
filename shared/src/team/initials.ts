// Initials from names: two characters where they tell people apart, and no two people the same where that can be.

/** A letter or digit with the marks that belong to it. */
const LETTERS = /[\p{L}\p{N}]\p{M}*/gu

const lettersOf = (word: string): string[] =>
  (word.match(LETTERS) ?? []).map((letter) => letter.toUpperCase())

/** All initials a name could have, the most usual first. Never empty. */
function* candidates(name: string): Generator<string> {
  const words = name
    .normalize('NFC')
    .split(/[\s\-‐–]+/u)
    .map(lettersOf)
    .filter((letters) => letters.length > 0)
  const first = words[0]
  const last = words.at(-1)
  const initial = first?.[0] ?? '?'
  if (words.length > 1 && last) for (const letter of last) yield initial + letter
  if (first) for (const letter of first.slice(1)) yield initial + letter
  yield initial
  for (let digit = 2; digit <= 99; digit++) yield `${initial}${digit}`
}

/**
 * Initials by id, given to people in this order; a later person with the same name gets others. After a hundred
 * people whose names begin alike two may be the same.
 */
export function initialsOf(
  people: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, name } of people) {
    let chosen: string | undefined
    for (const candidate of candidates(name)) {
      chosen ??= candidate
      if (!taken.has(candidate)) {
        chosen = candidate
        break
      }
    }
    given.set(id, chosen ?? '?')
    taken.add(chosen ?? '?')
  }
  return given
}
