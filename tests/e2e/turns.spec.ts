// Leading as a turn, and asking the team: offered or asked on one device, taken or answered on the other.
import { isAccessible } from './support/axe'
import { addCard, card, expect, goTo, invitation, joinTeam, phone, startTeam, test } from './support/yokoten'
import type { Page } from '@playwright/test'

async function whoCanActWhen(page: Page): Promise<void> {
  await goTo(page, 'Team')
  await page.getByRole('radio', { name: 'Who can act when' }).click()
  await expect(page.getByRole('region', { name: 'Turns this week' })).toBeVisible()
}
const hat = (page: Page, name: string) => page.getByRole('article', { name })
const asked = (page: Page) => page.getByRole('region', { name: 'Asked of the team' })

test('a turn is offered and taken, help is asked for and given, on laptop and phone', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Repair lift table')
  const bo = await newDevice(phone)
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')

  await test.step('the facilitator’s turn is offered to Bo, who takes it', async () => {
    await whoCanActWhen(ann)
    await ann.getByRole('link', { name: 'All turns and hats' }).click()
    await isAccessible(ann, 'turns, empty')
    await ann.getByRole('button', { name: 'Begin with a facilitator' }).click()
    await ann.getByRole('button', { name: 'More about Facilitator' }).click()
    await ann.getByRole('menuitem', { name: 'Offer to somebody' }).click()
    const dialog = ann.getByRole('dialog', { name: 'Offer a turn: Facilitator' })
    await dialog.getByLabel('To whom').selectOption({ label: 'Bo Madsen' })
    await isAccessible(ann, 'a turn to be offered')
    await dialog.getByRole('button', { name: 'Offer it' }).click()
    await expect(hat(ann, 'Facilitator').getByText(/not answered yet/)).toBeVisible()

    await whoCanActWhen(bo)
    const waiting = bo.getByRole('region', { name: 'Waiting for you' })
    await expect(waiting.getByText(/offered by Ann Keller$/)).toBeVisible()
    await isAccessible(bo, 'a turn that waits for an answer')
    await waiting.getByRole('button', { name: 'Facilitator: I take it' }).click()
    await expect(waiting.getByRole('article')).toHaveCount(0)
    await bo.getByRole('link', { name: 'All turns and hats' }).click()
    await expect(hat(bo, 'Facilitator').getByText(/^until .* more days$/)).toBeVisible()
    await isAccessible(bo, 'turns on a phone')
    await expect(hat(ann, 'Facilitator').getByText(/^until .* more days$/)).toBeVisible()
    await isAccessible(ann, 'turns')
    const download = ann.waitForEvent('download')
    await ann.getByRole('button', { name: 'All turns to a calendar' }).click()
    expect((await download).suggestedFilename()).toBe('turns.ics')
  })

  await test.step('Bo asks for help with two presses, Ann is on it, and it is resolved', async () => {
    await goTo(ann, 'Board')
    await card(ann, 'Repair lift table').focus()
    await ann.keyboard.press('h')
    await expect(ann.getByRole('dialog', { name: 'Ask the team' })).toBeVisible()
    await isAccessible(ann, 'asking the team')
    await ann.keyboard.press('Escape')
    await bo.getByRole('button', { name: 'Ask', exact: true }).click()
    await bo.getByRole('button', { name: 'Ask now' }).click()

    await whoCanActWhen(ann)
    await asked(ann).getByRole('button', { name: 'I am on it: I need help' }).click()
    await whoCanActWhen(bo)
    await expect(asked(bo).getByText('Ann Keller is on it.')).toBeVisible()
    await asked(bo).getByRole('button', { name: 'Resolved: I need help' }).click()
    await expect(asked(ann).getByText('Nothing is open.')).toBeVisible()
    await expect(asked(ann).getByText(/^It was resolved in/)).toBeVisible()
    await isAccessible(ann, 'who can act when')
    await isAccessible(bo, 'who can act when on a phone')
  })

  await test.step('a view invitation sees turns and requests, and can do nothing about them', async () => {
    const wall = await newDevice()
    await wall.goto(await invitation(ann, 'view'))
    await expect(card(wall, 'Repair lift table')).toBeVisible()
    await whoCanActWhen(wall)
    await expect(wall.getByText(/^Bo Madsen, until/)).toBeVisible()
    await expect(asked(wall).getByRole('button')).toHaveCount(0)
    await expect(wall.getByRole('button', { name: 'Ask the team' })).toHaveCount(0)
    await wall.getByRole('link', { name: 'All turns and hats' }).click()
    await expect(hat(wall, 'Facilitator')).toBeVisible()
    await expect(hat(wall, 'Facilitator').getByRole('button')).toHaveCount(0)
  })
})
