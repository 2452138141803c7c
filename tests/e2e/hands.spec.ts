// The same work by touch on a phone, by mouse, and by keyboard alone.
import type { Page } from '@playwright/test'
import {
  addCard,
  boardOf,
  card,
  column,
  expect,
  goTo,
  moveCard,
  phone,
  startTeam,
  test,
} from './support/yokoten'
import { startSampleMap, step } from './support/maps'
import { fingersOn, middleOf } from './support/touch'

const chip = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name} `) })

async function addByTouch(page: Page, title: string): Promise<void> {
  await chip(page, 'To choose from').tap()
  await column(page, 'To choose from').getByRole('button', { name: 'Add card' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Add card' })
  await dialog.getByLabel('What is to be done').fill(title)
  await dialog.getByRole('button', { name: 'Add', exact: true }).tap()
  await expect(card(page, title)).toBeInViewport()
}

test('by touch: swipe, pull next, stop while offline, carry a card, pinch the map', async ({ newDevice }) => {
  const page = await newDevice(phone)
  await startTeam(page)
  const fingers = await fingersOn(page)
  for (const title of ['Repair lift table', 'Colour-code hoses', 'Shadow board'])
    await addByTouch(page, title)

  await test.step('swipe from column to column', async () => {
    await expect(chip(page, 'To choose from')).toHaveAttribute('aria-selected', 'true')
    await fingers.swipe({ x: 300, y: 500 }, { x: -280 })
    await expect(chip(page, 'Doing')).toHaveAttribute('aria-selected', 'true')
    await expect(column(page, 'Doing')).toBeInViewport()
    await fingers.swipe({ x: 100, y: 500 }, { x: 280 })
    await expect(chip(page, 'To choose from')).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('pull next', async () => {
    await page
      .getByLabel('What you can do now')
      .getByRole('button', { name: /^Pull CH-/ })
      .tap()
    await expect(chip(page, 'Doing')).toHaveText('Doing 1/3')
    await chip(page, 'Doing').tap()
    await expect(column(page, 'Doing').locator('[data-card]')).toHaveText(/Repair lift table/)
  })

  await test.step('something stops, said to nobody while offline', async () => {
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Something stops' }).tap()
    const sheet = page.getByRole('dialog', { name: 'What stops it?' })
    await expect(sheet.getByText('You are offline: nobody is told yet. Call out.')).toBeVisible()
    await sheet.getByLabel('Which card').selectOption({ index: 1 })
    await sheet.getByRole('button', { name: 'Safety' }).tap()
    await sheet.getByRole('button', { name: 'Raise it now' }).tap()
    await expect(page.getByText('Nobody has been told yet. Call out.')).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
    await expect(card(page, 'Repair lift table')).toContainText(/Blocked .* Safety/)
    // How far it has got can be read to its end, also in the size for gloves.
    const pill = page.getByText(/^Offline · \d kept here$/)
    for (const size of ['glove', 'normal']) {
      await page.evaluate((chosen) => document.documentElement.setAttribute('data-size', chosen), size)
      await expect.poll(() => pill.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
    }
    await page.context().setOffline(false)
  })

  await test.step('carry a card after a long press', async () => {
    await chip(page, 'To choose from').tap()
    const [first, second] = ['Shadow board', 'Colour-code hoses'] as const
    const titles = async () => (await boardOf(page))['To choose from']
    expect(await titles()).toEqual([first, second])
    const from = await middleOf(card(page, first))
    const to = await middleOf(card(page, second))
    await fingers.down(from)
    await expect(page.getByText('Card picked up.')).toBeAttached()
    await fingers.move(from, { x: to.x, y: to.y + 40 })
    await fingers.up()
    await expect.poll(titles).toEqual([second, first])
    // A finger that moves at once scrolls and carries nothing.
    await fingers.swipe(await middleOf(card(page, second)), { y: 60 })
    expect(await titles()).toEqual([second, first])
  })

  await test.step('pinch and pan the map', async () => {
    await startSampleMap(page)
    const sizeOf = async () => (await step(page, 'Stamping').boundingBox())?.width ?? 0
    const before = await sizeOf()
    await fingers.pinch({ x: 195, y: 350 }, 1.6)
    await expect.poll(sizeOf).toBeGreaterThan(before * 1.2)
    await page.getByRole('button', { name: 'Show the whole map' }).tap()
    await expect.poll(sizeOf).toBeLessThan(before * 1.2)
    const xOf = async () => (await step(page, 'Stamping').boundingBox())?.x ?? 0
    const x = await xOf()
    await fingers.down({ x: 195, y: 520 })
    await fingers.move({ x: 195, y: 520 }, { x: 255, y: 520 })
    await fingers.up()
    await expect.poll(async () => (await xOf()) - x).toBeGreaterThan(20)
  })
})

test('by mouse: carry cards within a column and to another one', async ({ newDevice }) => {
  const page = await newDevice()
  await startTeam(page)
  for (const title of ['Colour-code hoses', 'Shadow board']) await addCard(page, title)
  const carry = async (title: string, to: { x: number; y: number }) => {
    // Where it has come to rest.
    await card(page, title).hover()
    const from = await middleOf(card(page, title))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 10, from.y + 10, { steps: 3 })
    await expect(page.getByText('Card picked up.')).toBeAttached()
    await page.mouse.move(to.x, to.y, { steps: 6 })
    await page.mouse.up()
  }
  const { x, y } = await middleOf(card(page, 'Colour-code hoses'))
  await carry('Shadow board', { x, y: y + 40 })
  await expect
    .poll(async () => (await boardOf(page))['To choose from'])
    .toEqual(['Colour-code hoses', 'Shadow board'])
  await carry('Shadow board', await middleOf(column(page, 'Doing')))
  await expect(column(page, 'Doing').locator('[data-card]')).toHaveText(/Shadow board/)
  // Let go beside every column, a card stays where it was; a press without a move opens it.
  await carry('Shadow board', { x: 700, y: 20 })
  await expect(column(page, 'Doing').locator('[data-card]')).toHaveText(/Shadow board/)
  // A click within 50 ms of letting go counts as the end of the carrying, and people are not that quick.
  await expect(async () => {
    await card(page, 'Shadow board').click()
    await expect(page.getByRole('dialog').getByLabel('Title')).toHaveValue('Shadow board', { timeout: 5_000 })
  }).toPass()
})

test('by keyboard alone: add, pull, move, stop, solve, undo, redo, find an act', async ({ newDevice }) => {
  const page = await newDevice()
  await startTeam(page)
  const { keyboard } = page
  const shown = async () => {
    const { 'To choose from': backlog, Doing: doing, Done: done } = await boardOf(page)
    return { backlog, doing, done }
  }
  const isNow = (backlog: string[], doing: string[], done: string[]) =>
    expect.poll(shown).toEqual({ backlog, doing, done })
  await page.locator('body').click({ position: { x: 700, y: 5 } })

  for (const title of ['Two', 'One']) {
    await keyboard.press('n')
    await expect(page.getByLabel('What is to be done')).toBeFocused()
    await keyboard.type(title)
    await keyboard.press('Enter')
    await expect(card(page, title)).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await isNow(['One', 'Two'], [], [])

  await keyboard.press('p')
  await expect.poll(async () => (await shown()).doing?.length).toBe(1)
  await keyboard.press('Control+z')
  await isNow(['One', 'Two'], [], [])
  await keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await shown()).doing?.length).toBe(1)
  await keyboard.press('Control+z')
  await isNow(['One', 'Two'], [], [])

  await card(page, 'One').focus()
  await keyboard.press('Alt+ArrowRight')
  await isNow(['Two'], ['One'], [])
  await expect(card(page, 'One')).toBeFocused()
  await keyboard.press('Alt+ArrowLeft')
  await isNow(['One', 'Two'], [], [])
  await expect(card(page, 'One')).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(card(page, 'Two')).toBeFocused()
  await keyboard.press('Alt+ArrowUp')
  await isNow(['Two', 'One'], [], [])
  await expect(card(page, 'Two')).toBeFocused()

  await moveCard(page, 'Two', 'Doing')
  await card(page, 'Two').focus()
  await keyboard.press('s')
  const stop = page.getByRole('dialog', { name: 'What stops it?' })
  await expect(stop).toBeVisible()
  await stop.getByRole('button', { name: 'Material missing' }).focus()
  await keyboard.press('Space')
  await stop.getByRole('button', { name: 'Raise it now' }).focus()
  await keyboard.press('Enter')
  await expect(card(page, 'Two')).toContainText(/Blocked .* Material missing/)
  await page.getByRole('button', { name: 'It is solved' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(card(page, 'Two')).not.toContainText('Blocked')

  await keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Find an act' })).toBeVisible()
  await keyboard.type('go to the map')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page.getByText('Your first map')).toBeVisible()
  await goTo(page, 'Board')
  await expect(card(page, 'Two')).toBeVisible()
})
