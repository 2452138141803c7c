// What a card says: types, fields, links, comments, templates and cards that come again, by mouse, touch and keyboard.
import type { Locator, Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import {
  addCard,
  card,
  expect,
  invitation,
  joinTeam,
  moveCard,
  phone,
  startTeam,
  test,
} from './support/yokoten'
import { fingersOn, middleOf } from './support/touch'

const sheetOf = (page: Page): Locator => page.getByRole('dialog').filter({ has: page.getByLabel('Title') })

async function openCard(page: Page, title: string): Promise<Locator> {
  await card(page, title).click()
  const sheet = sheetOf(page)
  await expect(sheet.getByLabel('Title')).toHaveValue(title)
  return sheet
}

async function openKinds(page: Page, tab: string): Promise<Locator> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Find an act' })).toBeVisible()
  await page.keyboard.type('Kinds of cards')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const kinds = page.getByRole('dialog', { name: 'Kinds of cards' })
  await kinds.getByRole('tab', { name: tab }).click()
  return kinds
}

/** Titles of a checklist's steps as they stand. */
const stepsOf = (sheet: Locator) =>
  sheet
    .getByLabel(/^Change step/)
    .evaluateAll((steps) => steps.map((step) => (step as HTMLTextAreaElement).value))

async function link(sheet: Locator, how: string, title: string): Promise<void> {
  await sheet.getByRole('button', { name: 'Link a card' }).click()
  await sheet.getByLabel('How', { exact: true }).selectOption({ label: how })
  await sheet.getByLabel('Find a card by title or id').fill(title)
  const found = sheet.getByRole('list', { name: 'Cards found' })
  await found.getByRole('button', { name: new RegExp(title) }).click()
}

test('by mouse: types, fields, size, addresses, and links that refuse a circle', async ({ newDevice }) => {
  const page = await newDevice()
  await startTeam(page)
  for (const title of ['Repair lift table', 'New press', 'Film one changeover']) await addCard(page, title)

  await test.step('a type with a field of its own', async () => {
    const kinds = await openKinds(page, 'Types')
    await kinds.getByLabel('Name of the type').fill('Defect')
    await kinds.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(kinds.getByLabel('Name of Defect')).toHaveValue('Defect')
    await kinds.getByRole('tab', { name: 'Fields' }).click()
    await kinds.getByLabel('Name of the field').fill('Minutes lost')
    await kinds.getByLabel('Kind', { exact: true }).selectOption({ label: 'Number' })
    await kinds.getByLabel('On', { exact: true }).selectOption({ label: 'Defect' })
    await kinds.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(kinds.getByLabel('Name of Minutes lost')).toBeVisible()
    await kinds.getByRole('button', { name: 'Close' }).click()
  })

  const sheet = await openCard(page, 'Film one changeover')
  await expect(sheet.getByLabel('Minutes lost')).toHaveCount(0)
  await sheet.getByLabel('Type', { exact: true }).selectOption({ label: 'Defect' })
  await sheet.getByLabel('Minutes lost').fill('12')
  await sheet.getByLabel('Minutes lost').blur()
  await test.step('a due date is written once it is typed, and the history tells what was before', async () => {
    for (const day of ['2026-12-03', '2026-12-10']) {
      await sheet.getByLabel('Due date').fill(day)
      await sheet.getByLabel('Due date').blur()
    }
    await expect(sheet.getByText(/^Ann Keller set the due date to “Thu,? 10 Dec”$/)).toBeVisible()
    await expect(sheet.getByText(/^Ann Keller set the type to “Defect”$/)).toBeVisible()
  })
  await test.step('and that the description was changed, once for all keys', async () => {
    const words = sheet.getByRole('textbox', { name: 'Description' })
    await words.click()
    await words.pressSequentially('Both shifts')
    await expect(sheet.getByText('Ann Keller changed the description', { exact: true })).toHaveCount(1)
  })
  await sheet.getByRole('button', { name: 'Size' }).click()
  await sheet.getByRole('textbox', { name: 'Size' }).fill('3')
  await sheet.getByRole('textbox', { name: 'Size' }).blur()
  await sheet.getByRole('button', { name: 'Web address' }).click()
  await sheet.getByLabel('Web address', { exact: true }).fill('example.org/plan')
  await sheet.getByLabel('What it is').fill('Plan of the week')
  await sheet.getByRole('button', { name: 'Add address' }).click()
  await expect(sheet.getByRole('link', { name: 'Plan of the week' })).toHaveAttribute(
    'href',
    'https://example.org/plan',
  )

  await link(sheet, 'This card waits for', 'Repair lift table')
  await link(sheet, 'This card is part of', 'New press')
  await isAccessible(page, 'a card with links')
  await sheet.getByRole('button', { name: 'Close' }).click()
  await expect(card(page, 'Film one changeover')).toContainText('Defect')
  await expect(card(page, 'Film one changeover')).toContainText('Size 3')
  await expect(card(page, 'Film one changeover')).toContainText(/Waits for CH-\w{6}/)
  await expect(card(page, 'New press')).toContainText('0 of 1 part')

  await test.step('a circle is refused in words', async () => {
    const other = await openCard(page, 'Repair lift table')
    await link(other, 'This card waits for', 'Film one changeover')
    await expect(page.getByText(/^That would be a circle: CH-\w{6} is linked/)).toBeVisible()
    await other.getByRole('button', { name: 'Cancel' }).click()
    await other.getByRole('button', { name: 'Close' }).click()
  })

  await moveCard(page, 'Repair lift table', 'Done')
  await expect(card(page, 'Film one changeover')).not.toContainText('Waits for')
  await moveCard(page, 'Film one changeover', 'Done')
  await expect(card(page, 'New press')).toContainText('1 of 1 part')
})

test('by keyboard: a comment that calls somebody, who sees it on the board and says so', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Film one changeover')
  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await expect(card(bo, 'Film one changeover')).toBeVisible()

  await card(ann, 'Film one changeover').focus()
  await ann.keyboard.press('Enter')
  const box = sheetOf(ann).getByLabel('Write a comment')
  await box.focus()
  await ann.keyboard.type('Please look, @')
  const offered = sheetOf(ann).getByRole('listbox', { name: 'People to call' }).getByRole('option')
  await expect(offered).toHaveText([/Ann Keller/, /Bo Madsen/])
  await ann.keyboard.press('ArrowDown')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('before noon')
  await expect(box).toHaveValue('Please look, @Bo Madsen before noon')
  await ann.keyboard.press('Control+Enter')
  await expect(sheetOf(ann).getByText('Comments, 1')).toBeVisible()

  await expect(card(bo, 'Film one changeover')).toContainText('Ann Keller calls you')
  await expect(card(bo, 'Film one changeover')).toContainText('1 comment')
  await bo.getByRole('button', { name: /^Ann Keller calls you on CH-/ }).focus()
  await bo.keyboard.press('Enter')
  await expect(sheetOf(bo).getByText('You are called in a comment.')).toBeVisible()
  await isAccessible(bo, 'a card that calls')
  await sheetOf(bo).getByRole('button', { name: 'I have seen it' }).focus()
  await bo.keyboard.press('Enter')
  await expect(sheetOf(bo).getByText('You are called in a comment.')).toHaveCount(0)
  await bo.keyboard.press('Escape')
  await expect(bo.getByRole('button', { name: /calls you on/ })).toHaveCount(0)

  await test.step('one changes and takes back one’s own words alone', async () => {
    await sheetOf(ann).getByRole('button', { name: 'Change comment' }).focus()
    await ann.keyboard.press('Enter')
    await sheetOf(ann).getByLabel('Change comment').fill('Never mind')
    await ann.keyboard.press('Control+Enter')
    await card(bo, 'Film one changeover').focus()
    await bo.keyboard.press('Enter')
    await expect(sheetOf(bo).getByText('Never mind')).toBeVisible()
    await expect(sheetOf(bo).getByRole('button', { name: 'Change comment' })).toHaveCount(0)
    await sheetOf(ann).getByRole('button', { name: 'Take comment back' }).focus()
    await ann.keyboard.press('Enter')
    await expect(sheetOf(bo).getByText('Never mind')).toHaveCount(0)
  })
})

test('by touch and by keyboard: a checklist changed in place and put in order', async ({ newDevice }) => {
  const page = await newDevice(phone)
  await startTeam(page)
  await page.getByRole('tab', { name: /^To choose from/ }).tap()
  await addCard(page, 'Film one changeover')
  await card(page, 'Film one changeover').tap()
  const sheet = sheetOf(page)
  for (const step of ['Measure', 'Oil', 'Wipe']) {
    await sheet.getByLabel('Add a step').fill(step)
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => stepsOf(sheet)).toEqual(['Measure', 'Oil', 'Wipe'])

  const fingers = await fingersOn(page)
  const grip = (step: string) => sheet.getByRole('button', { name: `Move step with the arrow keys: ${step}` })
  await grip('Wipe').scrollIntoViewIfNeeded()
  const from = await middleOf(grip('Wipe'))
  const to = await middleOf(grip('Measure'))
  await fingers.down(from)
  await fingers.move(from, { x: to.x, y: to.y - 10 })
  await fingers.up()
  await expect.poll(() => stepsOf(sheet)).toEqual(['Wipe', 'Measure', 'Oil'])

  await grip('Wipe').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => stepsOf(sheet)).toEqual(['Measure', 'Wipe', 'Oil'])
  await expect(sheet.getByText('Moved to place 2 of 3')).toBeAttached()
  await expect(grip('Wipe')).toBeFocused()

  await sheet.getByLabel('Change step: Oil').fill('Oil the guide')
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('checkbox', { name: 'Oil the guide' })).toBeAttached()
  await sheet.getByText('Checklist, 0 of 3').scrollIntoViewIfNeeded()
  await isAccessible(page, 'a checklist on a phone')
})

test('a template begins a card, and one comes again by itself, once, for two devices', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Weekly care')
  const sheet = await openCard(ann, 'Weekly care')
  await sheet.getByRole('textbox', { name: 'Description' }).click()
  await ann.keyboard.type('# Why')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('Both presses')
  await expect(sheet.getByRole('heading', { name: 'Why' })).toBeVisible()
  await sheet.getByLabel('Add a step').fill('Oil')
  await ann.keyboard.press('Enter')
  await sheet.getByRole('button', { name: 'Save as template' }).click()
  const save = ann.getByRole('dialog', { name: 'Save as template' })
  await save.getByLabel('Name of the template').fill('Care')
  await save.getByRole('button', { name: 'Save template' }).click()
  await expect(save).toBeHidden()
  await sheet.getByRole('button', { name: 'Close' }).click()

  await ann.getByRole('button', { name: 'Add card' }).click()
  const add = ann.getByRole('dialog', { name: 'Add card' })
  await add.getByLabel('Begin with').selectOption({ label: 'Care' })
  await expect(add.getByLabel('What is to be done')).toHaveValue('Weekly care')
  await add.getByLabel('What is to be done').fill('Care of press 3')
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  const begun = await openCard(ann, 'Care of press 3')
  await expect(begun.getByRole('textbox', { name: 'Description' })).toContainText('Both presses')
  await expect.poll(() => stepsOf(begun)).toEqual(['Oil'])
  await begun.getByRole('button', { name: 'Close' }).click()
  await expect(card(ann, 'Weekly care')).toHaveCount(1)

  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await expect(card(bo, 'Care of press 3')).toBeVisible()
  const kinds = await openKinds(ann, 'Come again')
  await kinds.getByRole('button', { name: 'Let it come again' }).click()
  await expect(kinds.getByText(/^Next: /)).toBeVisible()
  await isAccessible(ann, 'cards that come again')
  await kinds.getByRole('button', { name: 'Close' }).click()
  for (const page of [ann, bo]) await expect(card(page, 'Weekly care')).toHaveCount(2)
  await ann.reload()
  await expect(card(ann, 'Weekly care')).toHaveCount(2)
})
