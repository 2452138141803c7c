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

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

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
  for (const link of ['Write it down', 'Begin this page']) {
    await page.getByRole('link', { name: link }).click()
    await expect(page.getByRole('heading', { name: /^Target condition|^What we have agreed/ })).toBeVisible()
    await isAccessible(page, link)
    await goTo(page, 'Team')
  }
  await page.getByRole('button', { name: 'Invite' }).first().click()
  await expect(dialog(page).getByLabel('Code that leads to the invitation')).toBeVisible()
  await lookAt(page, dialog(page), 'invite')
  for (const act of ['Save to a file', 'Bring in a board', 'New map', 'Take it off this device']) {
    await page.getByRole('button', { name: act }).click()
    await lookAt(page, dialog(page), act)
  }
  await goTo(page, 'Settings')
  await expect(page.getByRole('heading', { name: 'What is going on' })).toBeVisible()
  const news = page.getByRole('region', { name: 'What waits for you' })
  await expect(news.getByRole('radio', { name: 'At once' })).toBeVisible()
  await isAccessible(page, 'settings')
  await news.getByRole('radio', { name: 'Never' }).click({ force: true })
  await isAccessible(page, 'settings, and nothing said of what waits')
}

/** Opens what the board's menu leads to. */
async function openAct(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: act, exact: true }).click()
  await expect(dialog(page)).toBeVisible()
}

/** Types, fields, tags and templates, with one of each where it is named there. */
async function walkKinds(page: Page): Promise<void> {
  await openAct(page, 'Kinds of cards')
  const add = dialog(page).getByRole('button', { name: 'Add', exact: true })
  await dialog(page).getByLabel('Name of the type').fill('Defect')
  await add.click()
  await expect(dialog(page).getByLabel('Name of Defect')).toHaveValue('Defect')
  await isAccessible(page, 'types of cards')
  await dialog(page).getByRole('tab', { name: 'Fields' }).click()
  await dialog(page).getByLabel('Name of the field').fill('Minutes lost')
  await add.click()
  await expect(dialog(page).getByLabel('Name of Minutes lost')).toBeVisible()
  await isAccessible(page, 'fields of cards')
  await dialog(page).getByRole('tab', { name: 'Tags' }).click()
  await expect(dialog(page).getByLabel('Name of safety')).toBeVisible()
  await isAccessible(page, 'tags of cards')
  await dialog(page).getByRole('tab', { name: 'Templates' }).click()
  await lookAt(page, dialog(page), 'templates of cards')
}

/** Chosen cards, one of them tagged, and the filter with something chosen. */
async function walkFinding(page: Page): Promise<void> {
  await card(page, 'Repair lift table').focus()
  await page.keyboard.press('x')
  const bar = page.getByRole('toolbar', { name: 'Chosen cards' })
  await expect(bar).toBeVisible()
  await isAccessible(page, 'chosen cards')
  await bar.getByRole('button', { name: 'Tag', exact: true }).click()
  await lookAt(page, dialog(page), 'a tag for chosen cards')
  await bar.getByRole('button', { name: 'Tag', exact: true }).click()
  await dialog(page).getByLabel('Tag to put on').fill('safety')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Repair lift table')).toContainText('safety')
  await card(page, 'Repair lift table').focus()
  await page.keyboard.press('f')
  const panel = page.getByRole('dialog', { name: 'Filter' })
  await panel.getByRole('button', { name: 'Standard', exact: true }).click()
  await panel.getByRole('button', { name: 'Save as a view' }).click()
  await expect(panel.getByLabel('Name of the view')).toBeFocused()
  await lookAt(page, panel, 'filter')
  await isAccessible(page, 'board, filtered')
  await page.keyboard.press('Shift+F')
}

/** What the team names its stops by, and the bands over the columns. */
async function walkStops(ann: Page, bo: Page): Promise<void> {
  await openAct(ann, 'Stations')
  await dialog(ann).getByLabel('New station').fill('Press 2')
  await ann.keyboard.press('Enter')
  await expect(dialog(ann).getByRole('img', { name: 'Code for Press 2' })).toBeVisible()
  await lookAt(ann, dialog(ann), 'stations')
  await openAct(ann, 'Why work stops')
  // Also from within a name.
  await dialog(ann).getByLabel('Name of Quality doubt').focus()
  await lookAt(ann, dialog(ann), 'why work stops')

  await card(ann, 'Repair lift table').click()
  await dialog(ann).getByLabel('Invite somebody').selectOption({ label: 'Bo Madsen' })
  await dialog(ann).getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(bo.getByRole('group', { name: /^Ann Keller, CH-/ })).toBeVisible()
  await isAccessible(bo, 'board, with an invitation')

  await installed(bo)
  await bo.context().setOffline(true)
  await card(bo, 'Colour-code hoses').focus()
  await bo.keyboard.press('s')
  await dialog(bo).getByRole('button', { name: 'Raise it now' }).click()
  const nobody = 'Nobody has been told yet. Call out.'
  await expect(dialog(bo).getByText(nobody)).toBeVisible()
  await lookAt(bo, dialog(bo), 'a stop that nobody was told of')
  await expect(bo.getByRole('button', { name: nobody })).toBeVisible()
  await isAccessible(bo, 'board, with a stop that nobody was told of')
}

/** A table on its way in, once with a date that is none, and the board saved as a file. */
async function walkFiles(page: Page): Promise<void> {
  await goTo(page, 'Team')
  await page.getByRole('button', { name: 'Bring in a board' }).click()
  const rows = [
    'Nr;Task;To do;Painting;Done',
    'P-1;Mix colour 4;03/04/2026;05/04/2026;',
    'P-2;Clean the booth;03/04/2026;06/04/2026;07/04/2026',
  ]
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'paint.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) })
  await dialog(page).getByLabel('Meaning of “Nr”').selectOption('due')
  await expect(dialog(page).getByRole('alert')).toBeVisible()
  await dialog(page).locator('summary').click()
  await isAccessible(page, 'a table that does not fit yet')
  await dialog(page).getByLabel('Meaning of “Nr”').selectOption('id')
  await expect(dialog(page).getByRole('heading', { name: 'What comes in' })).toBeVisible()
  await expect(dialog(page).getByRole('alert')).toBeHidden()
  await isAccessible(page, 'a table, and what comes in')
  await dialog(page).getByRole('button', { name: 'Bring it in' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Open the board' })).toBeVisible()
  await isAccessible(page, 'what came in')
  await dialog(page).getByRole('button', { name: 'Open the board' }).click()
  await page.getByRole('button', { name: 'Board: switch, add, rename' }).click()
  await page.getByRole('menuitem', { name: 'Save as a file' }).click()
  await expect(dialog(page).getByLabel('What for')).toBeVisible()
  await lookAt(page, dialog(page), 'the board as a file')
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

test('what finds and names cards, what tells of stops and invitations, and boards as files', async ({
  newDevice,
}) => {
  test.slow()
  const ann = await newDevice()
  await startTeam(ann)
  for (const title of ['Repair lift table', 'Colour-code hoses']) await addCard(ann, title)
  await walkFinding(ann)
  await walkKinds(ann)
  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await walkStops(ann, bo)
  await lookAt(ann, dialog(ann), 'a card with somebody invited')
  await walkFiles(ann)
})
