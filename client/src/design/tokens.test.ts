// Every pair of colours that carries words has 4.5 : 1 and every boundary of a control 3 : 1 (WCAG 2.2), in all looks.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast } from './person-mark'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The custom properties with a `#rrggbb` value in the block of exactly this selector. */
function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no block ${selector}`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/giu)].map(([, name, value]) => [name, value]),
  )
}

const light = colours(':root')
const dark = { ...light, ...colours(":root[data-theme='dark']") }
const more = colours(":root[data-contrast='more']")
const looks = {
  light,
  dark,
  'light, high contrast': { ...light, ...more },
  'dark, high contrast': { ...dark, ...more, ...colours(":root[data-theme='dark'][data-contrast='more']") },
}

const grounds = ['wall', 'bar', 'sheet', 'sunk', 'hover']
const wordPairs: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-2', ground],
  ]),
  ...['wall', 'bar', 'sheet'].flatMap((ground): [string, string][] => [
    ['ink-3', ground],
    ['indigo', ground],
    ['flow', ground],
    ['age', ground],
    ['stop', ground],
  ]),
  ['indigo', 'indigo-soft'],
  ['ink', 'indigo-soft'],
  ['ink-2', 'indigo-soft'],
  ['flow', 'flow-soft'],
  ['age', 'age-soft'],
  ['on-age-soft', 'age-soft'],
  ['stop', 'stop-soft'],
  ['ink', 'stop-soft'],
  ['on-indigo', 'indigo-fill'],
  ['on-indigo', 'indigo-press'],
  ['on-stop', 'stop-fill'],
  ['on-stop', 'stop-press'],
]
const edgePairs: [string, string][] = [
  ['edge', 'wall'],
  ['edge', 'sheet'],
  ['indigo-fill', 'wall'],
  ['indigo-fill', 'sheet'],
  ['stop-fill', 'sheet'],
  ['flow', 'wall'],
]

describe.each(Object.entries(looks))('%s', (_name, tokens) => {
  const of = (name: string) => {
    const value = tokens[name]
    if (value === undefined) throw new Error(`no colour --${name}`)
    return value
  }
  it.each(wordPairs)('%s can be read on %s', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(edgePairs)('%s is seen against %s', (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

it('high contrast takes body text to 7 : 1', () => {
  for (const name of ['light, high contrast', 'dark, high contrast'] as const)
    for (const ink of ['ink', 'ink-2', 'indigo', 'flow', 'age', 'stop'])
      expect(contrast(looks[name][ink] ?? '', looks[name].sheet ?? '')).toBeGreaterThanOrEqual(7)
})
