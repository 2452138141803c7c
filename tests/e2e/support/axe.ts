// Asks axe-core about a page, in every look the app has.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect } from './yokoten'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A rule that does not fit one place, and why. */
export interface LeftOut {
  readonly rule: string
  readonly why: string
}

/** The root's attributes for each look, as `design/appearance` sets them; the first is how the page goes on. */
const LOOKS = [
  { theme: 'light', contrast: 'normal' },
  { theme: 'dark', contrast: 'normal' },
  { theme: 'light', contrast: 'more' },
  { theme: 'dark', contrast: 'more' },
] as const

interface Axe {
  run(options: RunOptions): Promise<AxeResults>
}

/** What axe says in one look: about everything in the first, and in the others about colours. */
async function ask(page: Page, look: (typeof LOOKS)[number]): Promise<string[]> {
  // By evaluation, because the app's own policy lets no other script in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(look !== LOOKS[0] && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  }
  const violations = await page.evaluate(
    async ({ attributes, asked }) => {
      // Colours that are still on their way from one look to the other are nobody's choice.
      const still = new CSSStyleSheet()
      still.replaceSync('*, ::before, ::after { transition: none !important }')
      document.adoptedStyleSheets = [still]
      for (const [name, value] of Object.entries(attributes))
        document.documentElement.setAttribute(`data-${name}`, value)
      return (await (window as unknown as { axe: Axe }).axe.run(asked)).violations
    },
    { attributes: look, asked: options },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} · ${node.any[0]?.message ?? node.failureSummary}`),
  )
}

/** Expects no violation where the page stands now; goes on with the test, which then fails at its end. */
export async function isAccessible(page: Page, place: string, leaveOut?: LeftOut): Promise<void> {
  // What is still coming in is neither here nor there.
  for (const part of ['main', 'h1']) await page.locator(part).first().waitFor({ state: 'attached' })
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  )
  for (const look of LOOKS) {
    const found = await ask(page, look)
    const counted = found.filter((words) => leaveOut === undefined || !words.startsWith(`${leaveOut.rule}:`))
    expect.soft(counted, `${place}, ${look.theme}, contrast ${look.contrast}`).toEqual([])
  }
  await page.evaluate((attributes) => {
    for (const [name, value] of Object.entries(attributes))
      document.documentElement.setAttribute(`data-${name}`, value)
  }, LOOKS[0])
}
