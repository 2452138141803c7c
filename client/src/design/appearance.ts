// How the app looks on this device: chosen in settings, followed from the system where nothing was chosen.
// `public/appearance.js` puts the same attributes on the root before the first paint; keep the two in step.

export interface Appearance {
  readonly theme: 'system' | 'light' | 'dark'
  readonly contrast: 'system' | 'more' | 'normal'
  readonly motion: 'system' | 'less'
  readonly size: 'normal' | 'glove'
  /** Single letters as shortcuts; people who dictate or whose hands slip turn them off (WCAG 2.1.4). */
  readonly letters: 'on' | 'off'
}

export const APPEARANCE_KEY = 'yokoten.appearance'
const allowed: { readonly [K in keyof Appearance]: readonly Appearance[K][] } = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more', 'normal'],
  motion: ['system', 'less'],
  size: ['normal', 'glove'],
  letters: ['on', 'off'],
}

const defaults: Appearance = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  size: 'normal',
  letters: 'on',
}

/** What was kept, with anything unknown replaced by the default. */
export function parseAppearance(kept: string | null): Appearance {
  let value: unknown
  try {
    value = JSON.parse(kept ?? '')
  } catch {
    return defaults
  }
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const pick = <K extends keyof Appearance>(key: K): Appearance[K] =>
    allowed[key].find((option) => option === record[key]) ?? defaults[key]
  return {
    theme: pick('theme'),
    contrast: pick('contrast'),
    motion: pick('motion'),
    size: pick('size'),
    letters: pick('letters'),
  }
}

/** What the root's attributes become, given what the system prefers. */
export function rootAttributes(
  appearance: Appearance,
  system: { dark: boolean; contrast: boolean; lessMotion: boolean },
): Record<'theme' | 'contrast' | 'motion' | 'size', string> {
  const { theme, contrast, motion, size } = appearance
  return {
    theme: theme === 'system' ? (system.dark ? 'dark' : 'light') : theme,
    contrast: contrast === 'system' ? (system.contrast ? 'more' : 'normal') : contrast,
    motion: motion === 'less' || system.lessMotion ? 'less' : 'normal',
    size,
  }
}

const queries = {
  dark: '(prefers-color-scheme: dark)',
  contrast: '(prefers-contrast: more)',
  lessMotion: '(prefers-reduced-motion: reduce)',
}

function createAppearance() {
  const listeners = new Set<() => void>()
  const read = () => {
    try {
      return parseAppearance(localStorage.getItem(APPEARANCE_KEY))
    } catch {
      return defaults
    }
  }
  let current = read()
  const apply = () => {
    const matches = (query: string) => matchMedia(query).matches
    const system = {
      dark: matches(queries.dark),
      contrast: matches(queries.contrast),
      lessMotion: matches(queries.lessMotion),
    }
    for (const [name, value] of Object.entries(rootAttributes(current, system)))
      document.documentElement.setAttribute(`data-${name}`, value)
    for (const listener of listeners) listener()
  }
  return {
    get: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    change(part: Partial<Appearance>) {
      current = { ...current, ...part }
      try {
        localStorage.setItem(APPEARANCE_KEY, JSON.stringify(current))
      } catch {
        // A device that cannot store keeps the choice until the tab closes.
      }
      apply()
    },
    /** Follows the system and other tabs from now on. */
    follow() {
      for (const query of Object.values(queries)) matchMedia(query).addEventListener('change', apply)
      window.addEventListener('storage', (event) => {
        if (event.key !== APPEARANCE_KEY) return
        current = read()
        apply()
      })
      apply()
    },
  }
}

/** The appearance of this tab. */
export const appearance = createAppearance()
