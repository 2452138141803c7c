// Who can act when, on a laptop and a phone: a round of delegation poker played blind, and rules that reach the other.
import type { Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import { expect, goTo, invitation, joinTeam, phone, startTeam, test } from './support/yokoten'

async function toRules(page: Page): Promise<void> {
  await goTo(page, 'Team')
  await page.getByRole('radio', { name: 'Who can act when' }).click()
  await expect(page.getByRole('region', { name: 'Who can act when' })).toBeVisible()
}
const rules = (page: Page) => page.getByRole('region', { name: 'Who can act when' })
const poker = (page: Page) => page.getByRole('region', { name: /^Delegation poker/ })

async function choose(page: Page, act: string, card: RegExp): Promise<void> {
  const group = poker(page).getByRole('radiogroup', { name: act, exact: true })
  await group.getByRole('radio', { name: card }).click({ force: true })
  await expect(group.getByRole('radio', { name: card })).toBeChecked()
}

test('two devices play blind, turn over together, and what one agrees the other sees', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  const bo = await newDevice(phone)
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await toRules(ann)
  await toRules(bo)
  await isAccessible(ann, 'nothing agreed yet')

  await test.step('cards lie face down until all are laid, over a reload too', async () => {
    await rules(ann).getByRole('button', { name: 'Begin a round of delegation poker' }).click()
    await choose(ann, 'Pull over the limit', /^6:/)
    await choose(ann, 'Change one of these rules', /^7:/)
    await isAccessible(ann, 'cards on the table')
    await poker(ann).getByRole('button', { name: 'Lay my cards face down' }).click()
    await expect(poker(ann).getByText('1 of 2 have laid their cards. Waiting for Bo Madsen.')).toBeVisible()
    await ann.reload()
    await choose(bo, 'Pull over the limit', /^4:/)
    await choose(bo, 'Change one of these rules', /^7:/)
    await isAccessible(bo, 'cards on a phone')
    await poker(bo).getByRole('button', { name: 'Lay my cards face down' }).click()
    await poker(bo).getByRole('button', { name: 'Turn my cards over' }).click()
    await expect(poker(bo).getByText(/^Waiting until these turn their cards over/)).toBeVisible()
    await expect(poker(ann).getByText(/Laid:/)).toHaveCount(0)
    await poker(ann).getByRole('button', { name: 'Turn my cards over' }).click()
    await expect(
      poker(ann).getByText('Laid: 4: We decide together and 6: We decide and tell them'),
    ).toBeVisible()
    await isAccessible(ann, 'all cards turned over')
    await poker(ann).getByRole('button', { name: 'Make these the rules' }).click()
    await expect(poker(ann)).toBeHidden()
  })

  const row = (page: Page) =>
    rules(page).getByRole('radiogroup', { name: 'Pull over the limit: how it is done' })
  await test.step('a level is changed by keyboard, and reaches the other as a sentence', async () => {
    await expect(rules(bo).getByRole('list', { name: 'Unless someone objects' })).toContainText(
      'Pull over the limit',
    )
    await row(ann).getByRole('radio', { name: 'Unless someone objects' }).focus()
    await ann.keyboard.press('ArrowLeft')
    await expect(rules(bo).getByRole('list', { name: 'Ask advice' })).toHaveCount(0)
    await ann.getByRole('button', { name: 'Change to “Ask advice”' }).click()
    await expect(rules(bo).getByRole('list', { name: 'Ask advice' })).toContainText('Pull over the limit')
    await isAccessible(ann, 'the rules as a table')
    await isAccessible(bo, 'the rules as sentences')
  })

  await test.step('a yes that is needed says from whom, and stands in the hand-over plan', async () => {
    await bo.getByRole('button', { name: /^Spend money/ }).click()
    const dialog = bo.getByRole('dialog', { name: 'Spend money' })
    await dialog.getByLabel('How it is done').selectOption('Needs a yes')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toHaveText('Choose whose yes it needs.')
    await isAccessible(bo, 'one rule')
    await dialog.getByLabel('Whose yes').selectOption('Somebody who is not on the team')
    await dialog.getByLabel('Who that is').fill('Plant manager')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    const plan = ann.getByRole('region', { name: 'What still needs a yes' })
    await plan.getByRole('button', { name: 'Plan: Spend money' }).click()
    await ann.getByLabel('What becomes of it').selectOption('Ours by a day')
    await ann.getByLabel('Ours by', { exact: true }).fill('2020-01-31')
    await isAccessible(ann, 'a plan')
    await ann.getByRole('button', { name: 'Save' }).click()
    await expect(plan.getByText('Was to be ours by 31 Jan 2020')).toBeVisible()
    await isAccessible(ann, 'the hand-over plan')
  })
})
