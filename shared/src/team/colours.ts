// People's colours: a fixed palette, each dark enough for white initials, and who gets which.

/**
 * In the order in which they are given out, so that the first few are far apart. White on each has a contrast of
 * at least 4.5:1; the red and green of the board's states are left out, as a person's colour is no state.
 */
export const COLOURS = [
  '#2b4a7f',
  '#9a4d12',
  '#1f7a6d',
  '#7a3e9d',
  '#3874c4',
  '#88104c',
  '#747410',
  '#b04c88',
  '#244c10',
  '#603838',
  '#746074',
] as const

interface Wish {
  readonly id: string
  readonly colour: string
}

/** The colour of the palette that the fewest of these have, the earlier one where several are equal. */
export function freeColour(taken: Iterable<string>): string {
  const uses = new Map<string, number>(COLOURS.map((colour) => [colour, 0]))
  for (const colour of taken) if (uses.has(colour)) uses.set(colour, (uses.get(colour) ?? 0) + 1)
  return COLOURS.reduce((best, colour) => ((uses.get(colour) ?? 0) < (uses.get(best) ?? 0) ? colour : best))
}

/**
 * Who is shown in which colour: the earliest in the list with a wish has it; who wished for the same, or for
 * nothing, has the colour that the fewest have. The same on every device, and nobody's colour changes because
 * somebody joins with a colour that was free.
 */
export function colourPeople(wishes: readonly Wish[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  const later: Wish[] = []
  for (const wish of wishes) {
    if (wish.colour === '' || taken.has(wish.colour)) later.push(wish)
    else {
      taken.add(wish.colour)
      given.set(wish.id, wish.colour)
    }
  }
  for (const { id } of later) given.set(id, freeColour(given.values()))
  return given
}
