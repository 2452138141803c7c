// Finding on the board: search, filters by keyboard, views by link, acts on several cards, the palette, links to cards.
import type { Page } from '@playwright/test'
import {
  addCard,
  boardOf,
  card,
  column,
  expect,
  invitation,
  joinTeam,
  phone,
  startTeam,
  test,
} from './support/yokoten'
import { fingersOn, middleOf } from './support/touch'

const shown = async (page: Page): Promise<string[]> => Object.values(await boardOf(page)).flat()

async function startWith(page: Page, ...titles: readonly string[]): Promise<void> {
  await startTeam(page)
  for (const title of titles) await addCard(page, title)
}

test('search finds titles, steps and the archive; a link to an archived card opens it', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startWith(page, 'Colour-code hoses', 'Repair lift table', 'Shadow board')
  await card(page, 'Shadow board').click()
  const link = page.url()
  expect(link).toMatch(/\?card=/)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await card(page, 'Shadow board').focus()
  await page.keyboard.press('Delete')
  await expect(card(page, 'Shadow board')).toHaveCount(0)

  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search' })
  await expect(search).toBeFocused()
  await search.fill('TABLE')
  await expect.poll(() => shown(page)).toEqual(['Repair lift table'])
  await search.fill('shadow')
  await expect(page.getByText('No card found')).toBeVisible()
  await page.getByRole('button', { name: '1 more in the archive' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Shadow board/ })
    .click()
  await expect(page.getByRole('dialog').getByText('In the archive')).toBeVisible()

  await page.goto(link)
  await expect(page.getByRole('dialog').getByText('In the archive')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Bring back' })).toBeVisible()
})

test('a filter is chosen by keyboard, saved as a view, and opened by its link elsewhere', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startWith(page, 'Colour-code hoses', 'Repair lift table', 'Shadow board')
  const { keyboard } = page
  await card(page, 'Repair lift table').focus()
  await keyboard.press('x')
  await expect(page.getByText('1 card chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Class', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Rush' }).press('Enter')
  await expect(card(page, 'Repair lift table')).toContainText('Rush')

  await card(page, 'Repair lift table').focus()
  await keyboard.press('f')
  const panel = page.getByRole('dialog', { name: 'Filter' })
  const rush = panel.getByRole('button', { name: 'Rush', exact: true })
  await rush.focus()
  await keyboard.press('Space')
  await expect(rush).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => shown(page)).toEqual(['Repair lift table'])
  await expect(page).toHaveURL(/\?class=expedite$/)
  await panel.getByRole('button', { name: 'Save as a view' }).press('Enter')
  await panel.getByLabel('Name of the view').fill('Rushes')
  await keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Rushes', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await keyboard.press('Escape')
  const link = page.url()

  await keyboard.press('Shift+F')
  await expect.poll(async () => (await shown(page)).length).toBe(3)
  const other = await newDevice()
  await joinTeam(other, await invitation(page, 'edit'), 'Bo')
  await expect(card(other, 'Shadow board')).toBeVisible()
  await other.goto(link)
  await expect.poll(() => shown(other)).toEqual(['Repair lift table'])
  await other.getByRole('button', { name: 'Show all cards' }).click()
  await expect.poll(async () => (await shown(other)).length).toBe(3)
  await other.getByRole('button', { name: 'Filter', exact: true }).click()
  await other.getByRole('button', { name: 'Rushes', exact: true }).click()
  await expect.poll(() => shown(other)).toEqual(['Repair lift table'])
})

test('several cards move in one act: as many as there are slots, and back by one undo', async ({
  newDevice,
}) => {
  const page = await newDevice()
  const titles = ['One', 'Two', 'Three', 'Four']
  await startWith(page, ...titles)
  await card(page, 'One').click({ modifiers: ['ControlOrMeta'] })
  await card(page, 'Four').click({ modifiers: ['Shift'] })
  await expect(page.getByText('4 cards chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Done' }).click()
  await expect(page.getByText('4 cards moved to Done.')).toBeVisible()
  await expect(column(page, 'Done').locator('[data-card]')).toHaveCount(4)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Undo: .*4 cards/ }).click()
  await expect(column(page, 'To choose from').locator('[data-card]')).toHaveCount(4)
  await expect(page.getByText(/^Undone: .*4 cards\.$/)).toBeVisible()
})

test('the palette finds acts, cards and people, and shows keys', async ({ newDevice }) => {
  const page = await newDevice()
  await startWith(page, 'Colour-code hoses', 'Repair lift table')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await expect(palette.getByRole('menuitem', { name: /Add card/ })).toContainText('N')
  await palette.getByRole('searchbox').fill('lift')
  await expect(palette.getByRole('menuitem', { name: /Repair lift table/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?card=/)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await palette.getByRole('searchbox').fill('cards of ann')
  await palette.getByRole('menuitem', { name: 'Cards of Ann Keller' }).click()
  await expect(page.getByText('No card found')).toBeVisible()
})

test('by keyboard alone a card crosses the board, and is told of', async ({ newDevice }) => {
  const page = await newDevice()
  // The card written last lies on top.
  await startWith(page, 'Repair lift table', 'Colour-code hoses')
  const { keyboard } = page
  await card(page, 'Colour-code hoses').focus()
  await keyboard.press('ArrowDown')
  await expect(card(page, 'Repair lift table')).toBeFocused()
  // One stop of Tab for each list, however many cards are in it.
  await expect(column(page, 'To choose from').locator('[data-card][tabindex="0"]')).toHaveCount(1)
  await keyboard.press('Alt+ArrowRight')
  await expect(column(page, 'Doing').locator('[data-card]')).toHaveText(/Repair lift table/)
  await expect(card(page, 'Repair lift table')).toBeFocused()
  await expect(page.locator('[data-announcer]')).toHaveText(/is in Doing, 1 of 1\./)
  await keyboard.press('Alt+ArrowRight')
  await expect(column(page, 'Done').locator('[data-card]')).toHaveText(/Repair lift table/)
  await keyboard.press('ControlOrMeta+z')
  await expect(column(page, 'Doing').locator('[data-card]')).toHaveText(/Repair lift table/)
  await card(page, 'Colour-code hoses').focus()
  await keyboard.press('Delete')
  await expect(card(page, 'Colour-code hoses')).toHaveCount(0)
})

test('by touch: a card held is chosen, others by a tap, and all are moved', async ({ newDevice }) => {
  const page = await newDevice(phone)
  await startTeam(page)
  const fingers = await fingersOn(page)
  for (const title of ['Repair lift table', 'Colour-code hoses']) {
    await page.getByRole('tab', { name: /^To choose from/ }).tap()
    await column(page, 'To choose from').getByRole('button', { name: 'Add card' }).tap()
    const dialog = page.getByRole('dialog', { name: 'Add card' })
    await dialog.getByLabel('What is to be done').fill(title)
    await dialog.getByRole('button', { name: 'Add', exact: true }).tap()
    await expect(card(page, title)).toBeInViewport()
  }
  const first = await middleOf(card(page, 'Repair lift table'))
  await fingers.down(first)
  await expect(page.getByText('Card picked up.')).toBeAttached()
  await fingers.up()
  await expect(page.getByText('1 card chosen')).toBeVisible()
  await card(page, 'Colour-code hoses').tap()
  await expect(page.getByText('2 cards chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Move', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Doing' }).tap()
  await expect(page.getByRole('tab', { name: /^Doing 2/ })).toBeVisible()
})

test('every control of the board has a name and a role', async ({ newDevice }) => {
  const page = await newDevice()
  await startWith(page, 'Colour-code hoses')
  await card(page, 'Colour-code hoses').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('/')
  await expect(page.getByRole('toolbar', { name: 'Chosen cards' })).toBeVisible()
  const tree = await page.locator('body').ariaSnapshot()
  const nameless = tree
    .split('\n')
    .filter((line) =>
      /^\s*- (button|link|textbox|searchbox|checkbox|tab|menuitem|combobox)\b(?! ")/.test(line),
    )
    .filter((line) => !/^\s*- \w+( \[[^\]]*\])*: \S/.test(line))
  expect(nameless).toEqual([])
})
