// Asks axe-core about a page, in every look the app has.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect } from './yokoten'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules look at what a page is built of once, and at its colours in each look. */
const LOOKS = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' }, options: {} },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' }, options: colours() },
  { name: 'light, more contrast', media: { colorScheme: 'light', contrast: 'more' }, options: colours() },
  { name: 'dark, more contrast', media: { colorScheme: 'dark', contrast: 'more' }, options: colours() },
] as const

function colours(): RunOptions {
  return { runOnly: { type: 'rule', values: ['color-contrast'] } }
}

async function ask(page: Page, options: RunOptions): Promise<string[]> {
  // By evaluation, because the app's own policy lets no other script in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const results = await page.evaluate(
    async (asked) =>
      (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
        ...asked,
        resultTypes: ['violations'],
      }),
    options,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} · ${node.any[0]?.message ?? node.failureSummary}`),
  )
}

/** A rule that does not fit one place, and why. */
export interface LeftOut {
  readonly rule: string
  readonly why: string
}

/** Expects no violation where the page stands now; goes on with the test, which then fails at its end. */
export async function isAccessible(page: Page, place: string, leaveOut?: LeftOut): Promise<void> {
  for (const { name, media, options } of LOOKS) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    const root = page.locator('html')
    await expect(root).toHaveAttribute('data-theme', media.colorScheme)
    await expect(root).toHaveAttribute('data-contrast', media.contrast === 'more' ? 'more' : 'normal')
    // Colours that are still on their way from one look to the other are nobody's choice.
    await page.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      const changing = document.getAnimations().filter((one) => one instanceof CSSTransition)
      await Promise.allSettled(changing.map(({ finished }) => finished))
    })
    const found = await ask(page, options)
    const counted = found.filter((words) => leaveOut === undefined || !words.startsWith(`${leaveOut.rule}:`))
    expect.soft(counted, `${place}, ${name}`).toEqual([])
  }
  await page.emulateMedia({ ...LOOKS[0].media, reducedMotion: 'reduce' })
}
