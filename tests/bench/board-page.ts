// The built app in Chromium with the board at full size: opening it, pulling cards, carrying one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { boardOn, fill, pageScript, SETTLED, withDevice } from './device'
import type { Bench, Figure } from './figure'
import type * as InPageModule from './in-page'
import { measureStorm } from './storm'
import { lower, median, percentile } from './figure'

const OPENINGS = 6
const PULLS = 50
/** ms between two pulls: a quick hand, and time for the disk to be written as it is between two hands. */
const REST = 150
const APP = join(import.meta.dirname, '../../client/dist/index.html')

type InPage = typeof InPageModule
declare global {
  // `var` is what makes it a property of the page's global object.
  var bench: InPage
  var pullsNoted: number[]
  var framesNoted: ReturnType<InPage['watchFrames']>
}

interface Opening {
  /** ms of `Y.applyUpdate` alone. */
  readonly yardstick: number
  /** ms from the press on the board's link to the first frame with cards, the page being free again. */
  readonly painted: number
}

/** Both in one page that has not opened the board before, as they would take after a reload. */
async function openOnce(page: Page, path: string, database: string, isFirst: boolean): Promise<Opening> {
  await page.goto(path.replace(/\/board\/.*$/u, '/team'))
  const rooms = page.getByRole('navigation', { name: 'Rooms' })
  await rooms.waitFor()
  // The scripts of the other rooms have been fetched by then.
  await page.waitForTimeout(SETTLED)
  const measure = () => page.evaluate((name) => bench.yardstick(name), database)
  // Whichever comes second finds the memory already taken from the system, so they take turns.
  let yardstick = isFirst ? await measure() : Number.NaN
  await page.waitForTimeout(SETTLED)
  const painted = page.evaluate(() => bench.opening())
  await rooms.getByRole('link', { name: 'Board', exact: true }).locator('visible=true').click()
  const opened = await painted
  await page.waitForTimeout(SETTLED)
  if (!isFirst) yardstick = await measure()
  return { yardstick, painted: opened }
}

async function measureOpening(page: Page, path: string, database: string): Promise<Figure[]> {
  const rounds: Opening[] = []
  for (let round = 0; round < OPENINGS; round++)
    rounds.push(await openOnce(page, path, database, round % 2 === 1))
  return [
    lower('board.open.yardstick', median(rounds.map((round) => round.yardstick)), 'ms', null),
    lower('board.open.painted', median(rounds.map((round) => round.painted)), 'ms', null),
    lower(
      'board.open.interactive',
      median(rounds.map((round) => round.painted / round.yardstick)),
      'x yardstick',
      2,
    ),
  ]
}

async function measurePulls(page: Page): Promise<Figure[]> {
  await page
    .getByRole('button', { name: /^Pull / })
    .first()
    .waitFor()
  await page.waitForTimeout(SETTLED)
  await page.evaluate(() => {
    globalThis.pullsNoted = bench.watchPulls()
  })
  for (let pull = 0; pull < PULLS; pull++) {
    await page.keyboard.press('p')
    await page.waitForTimeout(REST)
  }
  const painted = await page.evaluate(() => globalThis.pullsNoted)
  if (painted.length < PULLS) throw new Error(`only ${painted.length} of ${PULLS} pulls were seen`)
  return [
    lower('board.pull.painted', median(painted), 'ms', null),
    lower('board.pull.painted.p95', percentile(painted, 0.95), 'ms', 50),
  ]
}

/** Times between frames, in ms, while `act` goes on. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    globalThis.framesNoted = bench.watchFrames()
  })
  await act()
  return page.evaluate(() => {
    globalThis.framesNoted.stop()
    return globalThis.framesNoted.between
  })
}

async function measureDrag(page: Page): Promise<Figure[]> {
  const idle = await framesDuring(page, () => page.waitForTimeout(2_000))
  const card = await page.locator('[data-card]').first().boundingBox()
  if (!card) throw new Error('no card to carry')
  await page.mouse.move(card.x + 40, card.y + 20)
  await page.mouse.down()
  await page.mouse.move(card.x + 60, card.y + 40, { steps: 4 })
  const carried = await framesDuring(page, async () => {
    for (let step = 0; step < 120; step++)
      await page.mouse.move(card.x + 60 + step * 6, card.y + 60 + 200 * Math.abs(Math.sin(step / 12)))
  })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return [
    lower('board.drag.frame-p95', percentile(carried, 0.95) / percentile(idle, 0.95), 'x idle frame', 1.2),
  ]
}

async function measureIn(context: BrowserContext, state: Uint8Array): Promise<Figure[]> {
  // No meeting point: what is measured is the device, not how five megabytes travel.
  await context.routeWebSocket('**/sync', (socket) => void socket.close())
  await context.addInitScript(await pageScript())
  const page = await context.newPage()
  const { path, database } = await boardOn(page)
  await fill(page, database, state)
  const figures = await measureOpening(page, path, database)
  figures.push(...(await measurePulls(page)), ...(await measureDrag(page)))
  return figures
}

/** `state`: the board as one update, in which something can be pulled. */
export async function* boardPage(state: Uint8Array): ReturnType<Bench> {
  if (!existsSync(APP)) {
    yield { skipped: 'board.pull and board.open in the browser: client/dist is not there, run pnpm build' }
    return
  }
  yield* await withDevice((context) => measureIn(context, state))
  yield* await withDevice((context, relayUrl) => measureStorm(context, relayUrl, state))
}
