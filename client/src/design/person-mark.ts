// How a person is drawn: initials from a name, and letters that can be read on their colour.

/** One or two letters: of the first and last word, or the first two of a single word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const letters = (word: string | undefined, count: number) =>
    Array.from(word ?? '')
      .slice(0, count)
      .join('')
  const initials =
    words.length > 1 ? letters(words[0], 1) + letters(words[words.length - 1], 1) : letters(words[0], 2)
  return initials.toLocaleUpperCase()
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). Anything else counts as black. */
export function luminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour)
  if (!match) return 0
  const [red, green, blue] = match.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const DARK = '#1c2228'
const LIGHT = '#ffffff'

/** White, or dark where white would be hard to read. */
export const inkOn = (colour: string): string =>
  contrast(LIGHT, colour) >= Math.min(4.5, contrast(DARK, colour)) ? LIGHT : DARK
