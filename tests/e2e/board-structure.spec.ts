// The board's shape: lanes by mouse, touch and keyboard, limits of every scope, the two marks, columns removed, templates.
import type { Locator, Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import { fingersOn, middleOf } from './support/touch'
import { addCard, card, column, expect, moveCard, phone, startTeam, test } from './support/yokoten'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
const cell = (page: Page, lane: string, name: string) =>
  page.getByRole('list', { name: `${lane}: ${name}`, exact: true })

async function openStructure(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Lanes and limits' }).click()
  return dialog(page, 'Lanes and limits')
}

async function addLane(page: Page, name: string): Promise<void> {
  const structure = await openStructure(page)
  await structure.getByLabel('New lane').fill(name)
  await structure.getByRole('button', { name: 'Add lane' }).click()
  await expect(structure.getByRole('button', { name, exact: true })).toBeVisible()
  await structure.getByRole('button', { name: 'Cancel' }).click()
  await expect(structure).toBeHidden()
}

async function openColumn(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Change column ${name}` }).click({ force: true })
  await expect(dialog(page, name)).toBeVisible()
  return dialog(page, name)
}

async function carry(page: Page, title: string, to: { x: number; y: number }): Promise<void> {
  const from = await middleOf(card(page, title))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, from.y + 10, { steps: 3 })
  await expect(page.getByText('Card picked up.')).toBeAttached()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

test('lanes: added, and cards moved between them by mouse and by keyboard, and taken back', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startTeam(page)
  for (const title of ['Repair lift table', 'Colour-code hoses']) await addCard(page, title)
  await expect(column(page, 'To choose from').locator('[data-card]')).toHaveCount(2)
  await addLane(page, 'Rush')
  await expect(cell(page, 'Everything else', 'To choose from').locator('[data-card]')).toHaveCount(2)
  await expect(cell(page, 'Rush', 'To choose from').locator('[data-card]')).toHaveCount(0)

  await test.step('by mouse', async () => {
    const empty = page.locator('[data-list][data-lane]').first()
    await carry(page, 'Repair lift table', await middleOf(empty))
    await expect(cell(page, 'Rush', 'To choose from')).toContainText('Repair lift table')
  })
  await test.step('by keyboard, within the board and in “Move to…”', async () => {
    await card(page, 'Colour-code hoses').focus()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await expect(cell(page, 'Rush', 'To choose from')).toContainText('Colour-code hoses')
    await expect(card(page, 'Colour-code hoses')).toBeFocused()
    await page.keyboard.press('Alt+Shift+ArrowDown')
    await expect(cell(page, 'Everything else', 'To choose from')).toContainText('Colour-code hoses')
    await card(page, 'Repair lift table').focus()
    await page.keyboard.press('m')
    await dialog(page, 'Move to').getByRole('button', { name: 'Lane: Everything else' }).click()
    await expect(cell(page, 'Rush', 'To choose from').locator('[data-card]')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(cell(page, 'Rush', 'To choose from')).toContainText('Repair lift table')
  })
  await test.step('a card keeps its lane when it is pulled', async () => {
    await card(page, 'Repair lift table').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(cell(page, 'Rush', 'Doing')).toContainText('Repair lift table')
  })
  await test.step('a lane put away gives its cards to the other, and comes back by undo', async () => {
    await page.getByRole('heading', { name: 'Rush' }).getByRole('button').click()
    await dialog(page, 'Rush').getByRole('button', { name: 'Remove lane' }).click()
    await expect(cell(page, 'Everything else', 'Doing')).toContainText('Repair lift table')
    await page.keyboard.press('Control+z')
    await expect(cell(page, 'Rush', 'Doing')).toContainText('Repair lift table')
  })
  await test.step('and from the archive', async () => {
    await page.getByRole('heading', { name: 'Rush' }).getByRole('button').click()
    await dialog(page, 'Rush').getByRole('button', { name: 'Remove lane' }).click()
    await expect(page.getByText('Rush was put away. It is kept in the archive.')).toBeVisible()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await isAccessible(page, 'archive')
    await dialog(page, 'Archive').getByRole('button', { name: 'Bring back Rush' }).click()
    await expect(dialog(page, 'Archive').getByText(/^Nothing has been put away yet/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(cell(page, 'Rush', 'Doing')).toContainText('Repair lift table')
  })
  await isAccessible(page, 'a board with lanes')
  await openStructure(page)
  await isAccessible(page, 'lanes and limits')
})

test('lanes on a phone: headings in the column, a card carried from one to the other by touch', async ({
  newDevice,
}) => {
  const page = await newDevice(phone)
  await startTeam(page)
  await page.getByRole('tab', { name: /^To choose from / }).tap()
  await column(page, 'To choose from').getByRole('button', { name: 'Add card' }).tap()
  const add = dialog(page, 'Add card')
  await add.getByLabel('What is to be done').fill('Shadow board')
  await add.getByRole('button', { name: 'Add', exact: true }).tap()
  await addLane(page, 'Rush')
  const here = column(page, 'To choose from')
  await expect(here.getByRole('heading', { level: 3 })).toHaveText(['Rush', 'Everything else'])
  const fingers = await fingersOn(page)
  const from = await middleOf(card(page, 'Shadow board'))
  const to = await middleOf(here.locator('[data-list][data-lane]').first())
  await fingers.down(from)
  await expect(page.getByText('Card picked up.')).toBeAttached()
  await fingers.move(from, to)
  await fingers.up()
  await expect(cell(page, 'Rush', 'To choose from')).toContainText('Shadow board')
  await isAccessible(page, 'a column with lanes on a phone')

  await test.step('three limits above the columns take one row, also for gloves', async () => {
    const structure = await openStructure(page)
    for (const [of, most] of [
      ['whole board', '5'],
      ['for me', '2'],
      ['Rush', '1'],
    ] as const)
      await structure.getByRole('textbox', { name: `Cards in work, ${of}` }).fill(most)
    await structure.getByRole('button', { name: 'Save' }).tap()
    await page.evaluate(() => document.documentElement.setAttribute('data-size', 'glove'))
    const limits = page.getByRole('button', { name: /0 of \d$/ })
    await expect(limits).toHaveCount(3)
    const boxes = await Promise.all([0, 1, 2].map((at) => limits.nth(at).boundingBox()))
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1)
    for (const box of boxes) {
      expect(box?.height).toBeGreaterThanOrEqual(56)
      expect(box?.width).toBeGreaterThanOrEqual(56)
    }
  })
})

test('limits of the whole board and of a group, with what was changed, by whom and why', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startTeam(page)
  for (const title of ['Repair lift table', 'Colour-code hoses']) await addCard(page, title)
  const structure = await openStructure(page)
  const whole = structure.getByRole('textbox', { name: 'Cards in work, whole board' })
  await whole.fill('1')
  await whole.press('Tab')
  await structure.getByLabel('Why change the limit').fill('We are two this week')
  await structure.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /The whole board 0 of 1/ })).toBeVisible()
  await moveCard(page, 'Repair lift table', 'Doing')
  await expect(page.getByRole('button', { name: /The whole board 1 of 1/ })).toBeVisible()

  await test.step('a second card asks why, though its column has room', async () => {
    await card(page, 'Colour-code hoses').focus()
    await page.keyboard.press('Alt+ArrowRight')
    const why = page.getByRole('dialog')
    await why.getByRole('textbox').fill('A customer waits')
    await why.getByRole('button', { name: 'Do it all the same' }).click()
    await expect(column(page, 'Doing').locator('[data-card]')).toHaveCount(2)
    const over = page.getByRole('button', { name: /The whole board 2 of 1/ })
    await expect(over).toBeVisible()
    for (const contrast of ['more', 'normal']) {
      await page.evaluate((one) => document.documentElement.setAttribute('data-contrast', one), contrast)
      const colours = await over
        .locator('i')
        .evaluateAll((slots) => slots.map((slot) => getComputedStyle(slot).backgroundColor))
      expect(new Set(colours).size, `a slot too many looks like the others, contrast ${contrast}`).toBe(2)
    }
  })
  await test.step('the history says who, when and why', async () => {
    await openStructure(page)
    await structure.getByText('1 change', { exact: true }).click()
    await expect(structure.getByText('Ann Keller set it to 1. “We are two this week”')).toBeVisible()
    await structure.getByRole('button', { name: 'Cancel' }).click()
  })
  await test.step('columns get a heading and a limit of their own', async () => {
    const doing = await openColumn(page, 'Doing')
    await doing.getByLabel('Group', { exact: true }).selectOption({ label: 'New group' })
    await doing.getByLabel('Name of the group').fill('Delivery')
    await doing.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Delivery', exact: true }).click()
    const group = dialog(page, 'Delivery')
    await group.getByRole('textbox', { name: 'Limit' }).fill('4')
    await page.keyboard.press('Tab')
    await isAccessible(page, 'a group')
    await group.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('2 of 4')).toBeVisible()
  })
})

test('the marks of start and finish, and a column removed with its cards and taken back', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startTeam(page)
  for (const title of ['Repair lift table', 'Colour-code hoses']) await addCard(page, title)
  const startsIn = (name: string) => column(page, name).getByText('Work starts here')
  await expect(startsIn('Doing')).toBeAttached()
  const first = await openColumn(page, 'To choose from')
  await first.getByRole('button', { name: 'Work starts here' }).click()
  await isAccessible(page, 'a column opened')
  await page.keyboard.press('Escape')
  await expect(startsIn('To choose from')).toBeAttached()
  await expect(startsIn('Doing')).not.toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(startsIn('Doing')).toBeAttached()

  await moveCard(page, 'Repair lift table', 'Doing')
  const doing = await openColumn(page, 'Doing')
  await expect(doing.getByText('1 card is in it.')).toBeVisible()
  await doing.getByLabel('Where the cards go').selectOption({ label: 'To choose from' })
  await doing.getByRole('button', { name: 'Move them and remove' }).click()
  await expect(column(page, 'Doing')).toBeHidden()
  await expect(column(page, 'To choose from').locator('[data-card]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(column(page, 'Doing').locator('[data-card]')).toHaveText(/Repair lift table/)
})

test('a board begun from a template has its columns, groups and limits', async ({ newDevice }) => {
  const page = await newDevice()
  await page.goto('/')
  await page.getByLabel('Name of the team').fill('Press line 2')
  await page.getByLabel('Your name').fill('Ann Keller')
  await page.getByRole('button', { name: 'Start the team' }).click()
  await page.getByLabel('What is the board for?').fill('New products')
  await page.getByLabel('Begin with').selectOption({ label: 'Discovery and delivery' })
  await page.getByRole('button', { name: 'Make the board' }).click()
  for (const name of ['Ideas', 'Find out', 'Worth doing', 'Build', 'Try out', 'Done'])
    await expect(column(page, name)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delivery', exact: true })).toBeVisible()
  await expect(page.getByText('0 of 5')).toBeVisible()

  await test.step('on a phone what an empty board says stands below its lanes and free slots', async () => {
    await page.getByRole('button', { name: 'Board: switch, add, rename' }).click()
    await page.getByRole('menuitem', { name: 'New board' }).click()
    const making = page.getByRole('dialog')
    await making.getByLabel('What is the board for?').fill('Every day')
    await making.getByLabel('Begin with').selectOption({ label: 'Shop-floor daily' })
    await making.getByRole('button', { name: 'Make the board' }).click()
    await page.setViewportSize({ width: 390, height: 844 })
    const inHand = column(page, 'In hand')
    await expect(inHand).toBeInViewport()
    const [above, words] = await Promise.all(
      [inHand, page.getByRole('heading', { name: 'Nothing on the board yet' })].map((one) =>
        one.boundingBox(),
      ),
    )
    expect((above?.y ?? 0) + (above?.height ?? Infinity)).toBeLessThanOrEqual(words?.y ?? 0)
    await expect(page.getByRole('button', { name: 'Write the first card' })).toBeInViewport()
  })
})
