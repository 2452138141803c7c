// No page and no dialog breaks a rule of axe-core, on laptop and phone, light, dark and with more contrast.
import type { Locator, Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import type { LeftOut } from './support/axe'
import { startSampleMap, step } from './support/maps'
import {
  addCard,
  card,
  column,
  expect,
  goTo,
  installed,
  invitation,
  joinTeam,
  moveCard,
  phone,
  startTeam,
  test,
} from './support/yokoten'

/** Looks at what has just opened, and closes it. */
async function lookAt(page: Page, layer: Locator, place: string, leaveOut?: LeftOut): Promise<void> {
  await expect(layer).toBeVisible()
  await isAccessible(page, place, leaveOut)
  await page.keyboard.press('Escape')
  await expect(layer).toBeHidden()
}
const dialog = (page: Page) => page.locator('[role=dialog], [role=alertdialog]')

async function addOn(page: Page, title: string, isPhone: boolean): Promise<void> {
  if (!isPhone) return addCard(page, title)
  await page.keyboard.press('n')
  await dialog(page).getByLabel('What is to be done').fill(title)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
}

/** The board, empty and filled, with what opens over it. */
async function walkBoard(page: Page, isPhone: boolean): Promise<void> {
  await isAccessible(page, 'board, empty')
  for (const title of ['Shadow board for die clamps', 'Repair lift table', 'Colour-code hoses'])
    await addOn(page, title, isPhone)
  if (isPhone) await page.getByRole('tab', { name: /^To choose from/ }).click()
  await card(page, 'Colour-code hoses').focus()
  await page.keyboard.press('s')
  await dialog(page).getByRole('button', { name: 'Safety' }).click()
  await isAccessible(page, 'something stops')
  await dialog(page).getByRole('button', { name: 'Raise it now' }).click()
  await expect(dialog(page).getByText(/This does not stop the machine/)).toBeVisible()
  await lookAt(page, dialog(page), 'a stop that was raised')
  await isAccessible(page, 'board, filled')

  await card(page, 'Repair lift table').focus()
  await page.keyboard.press('m')
  await lookAt(page, dialog(page), 'move to')
  await page.keyboard.press('n')
  await lookAt(page, dialog(page), 'add card')
  await card(page, 'Colour-code hoses').click()
  await expect(dialog(page).getByRole('textbox', { name: 'Description' })).toBeVisible()
  await lookAt(page, dialog(page), 'a card opened')
  await page.getByRole('button', { name: 'Change column To choose from' }).click()
  await lookAt(page, dialog(page), 'a column')
  for (const act of ['New column', 'Archive']) {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const entry = page.getByRole('menuitem', { name: act })
    await expect(entry).toBeVisible()
    if (act === 'New column') await isAccessible(page, 'more acts of the board')
    await entry.click()
    await lookAt(page, dialog(page), act)
  }
  await page.keyboard.press('Control+k')
  await expect(dialog(page).getByRole('menuitem').first()).toBeVisible()
  await lookAt(page, dialog(page), 'palette', {
    rule: 'scrollable-region-focusable',
    why: 'the arrow keys scroll its list from the field above, which keeps the focus',
  })
  await page.keyboard.press('?')
  await lookAt(page, dialog(page), 'shortcuts')
  await page.getByRole('button', { name: /^On this device/ }).click()
  await lookAt(page, dialog(page), 'how far changes have got')
}

async function walkRest(page: Page, isPhone: boolean): Promise<void> {
  await goTo(page, 'Map')
  await expect(page.getByText('Your first map')).toBeVisible()
  await isAccessible(page, 'no map yet')
  await startSampleMap(page)
  await expect(step(page, 'Stamping')).toBeVisible()
  await isAccessible(page, 'map, Acme')
  await step(page, 'Stamping').click()
  await page.getByRole('button', { name: 'All numbers' }).click()
  await lookAt(page, dialog(page), 'all numbers of a step')
  if (isPhone) {
    await page.getByRole('button', { name: /^Production lead time/ }).click()
    await lookAt(page, dialog(page), 'figures')
  } else {
    await page.getByRole('button', { name: 'Demand and working time' }).click()
    await lookAt(page, dialog(page), 'demand')
    await page.getByRole('button', { name: /^Takt time/ }).click()
    await isAccessible(page, 'a figure unfolded')
  }

  await goTo(page, 'Team')
  await expect(page.getByRole('heading', { name: 'Boards and maps' })).toBeVisible()
  await isAccessible(page, 'team')
  await page.getByRole('button', { name: 'Invite' }).first().click()
  await expect(dialog(page).getByLabel('Code that leads to the invitation')).toBeVisible()
  await lookAt(page, dialog(page), 'invite')
  for (const act of ['Save to a file', 'Bring in a board', 'New map', 'Take it off this device']) {
    await page.getByRole('button', { name: act }).click()
    await lookAt(page, dialog(page), act)
  }
  await goTo(page, 'Settings')
  await expect(page.getByRole('heading', { name: 'What is going on' })).toBeVisible()
  await isAccessible(page, 'settings')
}

for (const [name, options] of [
  ['laptop', {}],
  ['phone', phone],
] as const) {
  const isPhone = options === phone
  test(`${name}: start, who are you, board and its dialogs`, async ({ newDevice }) => {
    test.slow()
    const page = await newDevice(options)
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Start the team' })).toBeVisible()
    await isAccessible(page, 'start')
    await startTeam(page)
    const link = await invitation(page, 'edit')
    await walkBoard(page, isPhone)
    const other = await newDevice(options)
    await other.goto(link)
    await expect(other.getByRole('button', { name: 'Ann Keller' })).toBeVisible()
    await isAccessible(other, 'who are you')
    await other.getByRole('button', { name: 'I am not listed' }).click()
    await isAccessible(other, 'who are you, a new name')
  })
  test(`${name}: map, team and settings`, async ({ newDevice }) => {
    test.slow()
    const page = await newDevice(options)
    await startTeam(page)
    await walkRest(page, isPhone)
  })
}

test('what two people decide together after being apart, and a full column', async ({ newDevice }) => {
  test.slow()
  const ann = await newDevice()
  await startTeam(ann)
  for (const title of ['Four', 'Three', 'Two', 'One']) await addCard(ann, title)
  await moveCard(ann, 'One', 'Doing')
  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await expect(column(bo, 'Doing').locator('[data-card]')).toHaveCount(1)
  for (const page of [ann, bo]) await installed(page)
  for (const page of [ann, bo]) await page.context().setOffline(true)
  for (const page of [ann, bo]) await moveCard(page, 'Two', 'Doing')
  await moveCard(ann, 'Three', 'Doing')
  await moveCard(bo, 'Four', 'Doing')
  for (const page of [ann, bo]) await page.context().setOffline(false)
  const over = ann.getByRole('button', { name: 'Over the limit: decide together' })
  await expect(over).toBeVisible()
  await isAccessible(ann, 'board, over its limit and with a card pulled twice')
  await over.click()
  await lookAt(ann, dialog(ann), 'over the limit')
  await card(ann, 'Two').click()
  await ann.getByRole('button', { name: 'Decide together who keeps it' }).click()
  await expect(dialog(ann).getByRole('button', { name: 'Pair on it' })).toBeVisible()
  await isAccessible(ann, 'a card pulled twice')
  // One layer a press, each as soon as the one above it is gone.
  await expect(async () => {
    await ann.keyboard.press('Escape')
    await expect(dialog(ann)).toHaveCount(0, { timeout: 1_000 })
  }).toPass()
  await addCard(ann, 'Five')
  await card(ann, 'Five').focus()
  await ann.keyboard.press('Alt+ArrowRight')
  await lookAt(ann, dialog(ann), 'a full column asks why')
})
