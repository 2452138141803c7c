// Whom the team works for, written by two devices of which one goes offline; the line from the customer to a card and
// a map step and back; and what each takes the lead in.
import type { Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import { startSampleMap, step } from './support/maps'
import {
  addCard,
  card,
  expect,
  goTo,
  installed,
  invitation,
  joinTeam,
  startTeam,
  test,
} from './support/yokoten'

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

const part = (page: Page, name: string) => page.getByRole('region', { name })
const dialog = (page: Page) => page.getByRole('dialog')

async function openPage(page: Page, link: string): Promise<void> {
  await goTo(page, 'Team')
  await page.getByRole('link', { name: link, exact: true }).click()
}

/** Runs an act of the palette by its words. */
async function act(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await dialog(page).getByRole('menuitem', { name: words }).first().click()
}

async function write(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await expect(dialog(page)).toBeVisible()
  for (const [label, words] of Object.entries(fields))
    await dialog(page).getByLabel(label, { exact: true }).fill(words)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toBeHidden()
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('I take the lead in…').fill(words)
  await page.keyboard.press('Tab')
}

test('two devices write whom they work for, one of them offline, and see what serves it', async ({
  newDevice,
}) => {
  test.slow()
  const ann = await newDevice()
  await startTeam(ann)
  for (const title of ['Shadow board for die clamps', 'Repair lift table']) await addCard(ann, title)
  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await Promise.all([installed(ann), installed(bo)])

  await test.step('an empty page teaches; what one writes the other sees', async () => {
    await openPage(ann, 'Write it down')
    await expect(ann.getByText('Begin with those who take over what you make')).toBeVisible()
    await isAccessible(ann, 'whom we work for, empty')
    await ann.getByRole('button', { name: 'Add a customer' }).click()
    await write(ann, { Customer: 'Assembly line 4', 'What they need, and how much': '920 brackets a day' })
    await openPage(bo, 'Customers, values, goals')
    await expect(part(bo, 'Customers and what they value')).toContainText('Needs 920 brackets a day')
  })

  await test.step('apart, each adds to it', async () => {
    await bo.getByRole('textbox', { name: 'Target condition' }).waitFor()
    await bo.context().setOffline(true)
    await bo.getByRole('button', { name: 'Add what they value: Assembly line 4' }).click()
    await write(bo, { 'What they value': 'On time, every shift' })
    await bo.getByRole('textbox', { name: 'Target condition' }).click()
    await bo.keyboard.type('One bracket at a time.')
    await act(ann, 'Add what they value')
    await write(ann, { 'What they value': 'A good part, first time' })
    await ann.getByRole('button', { name: 'Add a goal' }).click()
    await dialog(ann).getByLabel('Serves').selectOption('A good part, first time')
    await write(ann, { 'What is to become better': 'Scrap', From: '4 %', To: '1 %' })
    await expect(part(ann, 'Customers and what they value')).not.toContainText('On time')
    await bo.context().setOffline(false)
    for (const page of [ann, bo]) {
      await expect(part(page, 'Customers and what they value')).toContainText('On time, every shift')
      await expect(part(page, 'Customers and what they value')).toContainText('A good part, first time')
      await expect(part(page, 'Goals')).toContainText('4 % → 1 %')
      await expect(page.getByRole('textbox', { name: 'Target condition' })).toContainText(
        'One bracket at a time.',
      )
    }
    await isAccessible(ann, 'whom we work for')
  })

  await test.step('a card and a map step say who they are for', async () => {
    await goTo(ann, 'Board')
    await card(ann, 'Repair lift table').click({ button: 'right' })
    await ann.getByRole('menuitem', { name: 'Who is this for' }).click()
    await dialog(ann).getByLabel('Who is this for').selectOption('A good part, first time · Assembly line 4')
    await expect(dialog(ann)).toContainText('920 brackets a day')
    await expect(dialog(ann)).toContainText('Scrap 4 % → 1 %')
    await isAccessible(ann, 'who a card is for')
    await ann.keyboard.press('Escape')
    await startSampleMap(ann)
    await step(ann, 'Stamping').click()
    await ann.getByRole('button', { name: 'All numbers' }).click()
    await dialog(ann).getByLabel('Who is this for').selectOption('On time, every shift · Assembly line 4')
    await ann.keyboard.press('Escape')
  })

  await test.step('the other sees the line, and comes from it to the card and the step', async () => {
    await openPage(bo, 'What serves what')
    await expect(bo.getByText('Read: all 2 boards and maps.')).toBeVisible()
    const first = bo.getByRole('article', { name: 'A good part, first time' })
    await expect(first.getByRole('link', { name: 'Repair lift table' })).toBeVisible()
    const nothing = part(bo, 'serve nothing yet')
    await expect(nothing.getByRole('link', { name: 'Shadow board for die clamps' })).toBeVisible()
    await isAccessible(bo, 'what serves what')
    await bo.getByRole('article', { name: 'On time' }).getByRole('link', { name: 'Stamping' }).click()
    await expect(dialog(bo).getByLabel('Who is this for')).toHaveValue(/./)
    await expect(dialog(bo)).toContainText('Assembly line 4')
    await bo.goBack()
    await first.getByRole('link', { name: 'Repair lift table' }).click()
    await expect(dialog(bo)).toContainText('Scrap 4 % → 1 %')
    await bo.keyboard.press('Escape')
  })

  await test.step('each says what they take the lead in, and anyone that it was looked at', async () => {
    await openPage(ann, 'Begin this page')
    await say(ann, 'getting the press ready')
    await openPage(bo, 'Open this page')
    await expect(bo.getByRole('article', { name: 'Ann Keller' })).toContainText('getting the press ready')
    await say(bo, 'safety walks')
    await bo.getByRole('button', { name: 'We agreed on this today' }).click()
    await expect(ann.getByRole('article', { name: 'Bo Madsen' })).toContainText('safety walks')
    await expect(part(ann, 'Look at it again')).toContainText('You look at this page again on')
    await expect(ann.getByRole('article', { name: 'Bo Madsen' }).getByRole('textbox')).toHaveCount(0)
    await isAccessible(ann, 'how we lead here')
  })
})
