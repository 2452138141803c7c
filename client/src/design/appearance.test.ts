import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { APPEARANCE_KEY, parseAppearance, rootAttributes } from './appearance'

const script = readFileSync(new URL('../../public/appearance.js', import.meta.url), 'utf8')

const system = fc.record({ dark: fc.boolean(), contrast: fc.boolean(), lessMotion: fc.boolean() })
const kept = fc.oneof(
  fc.constant(null),
  fc.constant('{'),
  fc.constant('null'),
  fc.constant('7'),
  fc
    .record(
      {
        theme: fc.constantFrom('system', 'light', 'dark', 'pink'),
        contrast: fc.constantFrom('system', 'more', 'normal', 3),
        motion: fc.constantFrom('system', 'less'),
        size: fc.constantFrom('normal', 'glove', ''),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
)

it('the script before the first paint sets what the app would set', () => {
  fc.assert(
    fc.property(kept, system, (stored, wishes) => {
      const found: Record<string, string> = {}
      const root = { setAttribute: (name: string, value: string) => (found[name.slice(5)] = value) }
      const answers: Record<string, boolean> = {
        '(prefers-color-scheme: dark)': wishes.dark,
        '(prefers-contrast: more)': wishes.contrast,
        '(prefers-reduced-motion: reduce)': wishes.lessMotion,
      }
      runInNewContext(script, {
        document: { documentElement: root },
        localStorage: { getItem: (key: string) => (key === APPEARANCE_KEY ? stored : null) },
        matchMedia: (query: string) => ({ matches: answers[query] }),
      })
      expect(found).toEqual(rootAttributes(parseAppearance(stored), wishes))
    }),
  )
})
it('a choice of the person wins over the system', () => {
  const chosen = parseAppearance('{"theme":"light","contrast":"normal","size":"glove"}')
  expect(rootAttributes(chosen, { dark: true, contrast: true, lessMotion: false })).toEqual({
    theme: 'light',
    contrast: 'normal',
    motion: 'normal',
    size: 'glove',
  })
})
