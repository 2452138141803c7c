// What browser tests share: a relay of their own, devices, and the first steps of a team, done as a person does them.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { startRelayProcess } from '../../support/relay-process'
import type { RelayProcess, RelayProcessOptions } from '../../support/relay-process'

export interface TestRelay {
  readonly url: string
  readonly dataDir: string
  readonly process: RelayProcess
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>
  /** Starts it again on the same port. */
  start(options?: Pick<RelayProcessOptions, 'maxFileKiB' | 'hoursAhead'>): Promise<void>
  wipe(): void
  /** Copies the data folder while the relay is down. */
  backup(): string
  setBack(copy: string): void
}

async function createTestRelay(): Promise<TestRelay & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-e2e-'))
  const dataDir = join(folder, 'data')
  let copies = 0
  let running = await startRelayProcess({ dataDir, withApp: true })
  const { port } = running
  return {
    url: `http://localhost:${port}`,
    dataDir,
    get process() {
      return running
    },
    async kill() {
      await running.kill()
    },
    async start(options) {
      running = await startRelayProcess({ ...options, dataDir, port, withApp: true })
    },
    wipe: () => rmSync(dataDir, { recursive: true, force: true }),
    backup() {
      const copy = join(folder, `copy-${++copies}`)
      cpSync(dataDir, copy, { recursive: true })
      return copy
    },
    setBack(copy) {
      rmSync(dataDir, { recursive: true, force: true })
      cpSync(copy, dataDir, { recursive: true })
    },
    async stop() {
      await running.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Fixtures {
  readonly relay: TestRelay
  /** A device of its own: storage apart from every other one. Fails the test on a script error. */
  readonly newDevice: (options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  // Playwright reads the names of the first argument, so it is an object pattern even where nothing is needed.
  relay: async ({ browserName: _ }, use) => {
    const relay = await createTestRelay()
    await use(relay)
    await relay.stop()
  },
  newDevice: async ({ browser, relay }, use) => {
    const contexts: BrowserContext[] = []
    const errors: string[] = []
    await use(async (options) => {
      const page = await openDevice(browser, relay, options)
      // Of the context: a test may close the first page and open another.
      page.context().on('weberror', (error) => errors.push(error.error().stack ?? error.error().message))
      // A screen that stops is caught by its boundary, which leaves nothing but the console's word.
      page.context().on('console', (message) => {
        if (message.type() === 'error' && /^\w*Error: /.test(message.text())) errors.push(message.text())
      })
      contexts.push(page.context())
      return page
    })
    for (const context of contexts) await context.close()
    expect(errors).toEqual([])
  },
})
export { expect }

async function openDevice(browser: Browser, relay: TestRelay, options?: BrowserContextOptions) {
  const context = await browser.newContext({ baseURL: relay.url, ...options })
  return context.newPage()
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

/** Waits until the app is on the device, so that it needs nobody to serve its files any more. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  })
}

/** Starts a team with a first board, and stands before that board. */
export async function startTeam(page: Page, team = 'Press line 2', person = 'Ann Keller'): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Name of the team').fill(team)
  await page.getByLabel('Your name').fill(person)
  await page.getByRole('button', { name: 'Start the team' }).click()
  await page.getByLabel('What is the board for?').fill('Changeovers')
  await page.getByRole('button', { name: 'Make the board' }).click()
  await expect(page.getByRole('region', { name: 'Doing' })).toBeVisible()
}

/** The link of an invitation, as the team's page shows it. */
export async function invitation(page: Page, kind: 'edit' | 'view'): Promise<string> {
  const back = page.url()
  await goTo(page, 'Team')
  await page.getByRole('button', { name: 'Invite' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Invite' })
  if (kind === 'view') await dialog.getByText('To look only').click()
  const link = dialog.getByLabel('Link', { exact: true })
  await expect(link).toHaveValue(kind === 'edit' ? /#e\./ : /#v\./)
  const value = await link.inputValue()
  await page.keyboard.press('Escape')
  await page.goto(back)
  return value
}

/** Joins by a link as a new person, and stands before the team's first board. */
export async function joinTeam(page: Page, link: string, person: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'I am not listed' }).click()
  await page.getByLabel('Name', { exact: true }).fill(person)
  await page.getByRole('button', { name: 'That is me' }).click()
  await expect(page.getByRole('region', { name: 'Doing' })).toBeVisible()
}

export type Room = 'Board' | 'Map' | 'Team' | 'Settings'

export async function goTo(page: Page, room: Room): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('link', { name: room, exact: true })
    .locator('visible=true')
    .click()
}

export async function addCard(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add card' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add card' })
  await dialog.getByLabel('What is to be done').fill(title)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(card(page, title)).toBeVisible()
}

export const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
export const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Moves a card by its "Move to…" menu. */
export async function moveCard(page: Page, title: string, to: string): Promise<void> {
  await card(page, title).focus()
  await page.keyboard.press('m')
  await page.getByRole('dialog', { name: 'Move to' }).getByRole('button', { name: to }).click()
  await expect(column(page, to).locator('[data-card]', { hasText: title })).toBeVisible()
}

/** Titles by column, in the order in which they stand. */
export const boardOf = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('section[aria-label]')].map((section) => [
        section.getAttribute('aria-label') ?? '',
        [...section.querySelectorAll('[data-card]')].map(
          (one) => one.querySelector('p[class*=title]')?.textContent ?? '',
        ),
      ]),
    ),
  )

/** Waits until both devices show the same board, and gives it. */
export async function sameBoard(one: Page, other: Page, holds: (titles: string[]) => boolean) {
  await expect(async () => {
    const [a, b] = [await boardOf(one), await boardOf(other)]
    expect(a).toEqual(b)
    expect(holds(Object.values(a).flat())).toBe(true)
  }).toPass({ timeout: 60_000 })
  return boardOf(one)
}

/** What the pill in the bar says. */
export const sharing = (page: Page) =>
  page.getByRole('button', { name: /device|Offline|Sharing|Saving|meeting point/ })
