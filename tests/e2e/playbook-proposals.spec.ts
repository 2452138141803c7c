// Rules obeyed by the software: what is free, told, advised, unless someone objects, voted on, and what needs a yes.
import type { Locator, Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import {
  addCard,
  card,
  column,
  expect,
  goTo,
  invitation,
  joinTeam,
  moveCard,
  phone,
  startTeam,
  test,
} from './support/yokoten'
import type { TestRelay } from './support/yokoten'

/** Longer than a weekend and a working day, and no longer than a proposal is waited for. */
const DAYS_AHEAD = 4

async function toRules(page: Page): Promise<void> {
  await goTo(page, 'Team')
  await page.getByRole('radio', { name: 'Who can act when' }).click()
  await expect(rules(page)).toBeVisible()
}
const rules = (page: Page) => page.getByRole('region', { name: 'Who can act when' })
const waiting = (page: Page) => page.getByRole('region', { name: 'Waiting for you' })

/** The first rule, by a round of delegation poker that one plays alone: the others stay free to be set. */
async function firstRule(page: Page): Promise<void> {
  await toRules(page)
  await page.getByRole('button', { name: 'Begin a round of delegation poker' }).click()
  const poker = page.getByRole('region', { name: /^Delegation poker/ })
  await poker
    .getByRole('radiogroup', { name: 'Change a limit', exact: true })
    .getByRole('radio', { name: /^4:/ })
    .click({ force: true })
  await poker.getByRole('button', { name: 'Lay my cards face down' }).click()
  await poker.getByRole('button', { name: 'Turn my cards over' }).click()
  await poker.getByRole('button', { name: 'Make these the rules' }).click()
  await expect(poker).toBeHidden()
}

const showAll = (page: Page): Promise<void> =>
  rules(page)
    .getByRole('button', { name: /more kinds of acts/ })
    .click()

/** Opens a rule and sets its level; what is asked for with it is filled in by `more`. */
async function setLevel(
  page: Page,
  act: string,
  level: string,
  more?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await rules(page)
    .getByRole('button', { name: new RegExp(`^${act}`) })
    .click()
  const dialog = page.getByRole('dialog', { name: act })
  await dialog.getByLabel('How it is done').selectOption(level)
  await more?.(dialog)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

async function changeLimit(page: Page, limit: string): Promise<void> {
  await column(page, 'Doing').getByRole('button', { name: 'Change column Doing' }).click()
  const dialog = page.getByRole('dialog', { name: 'Doing', exact: true })
  await dialog.getByRole('textbox', { name: 'Limit', exact: true }).fill(limit)
  await dialog.getByRole('textbox', { name: 'Limit', exact: true }).blur()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

async function proposes(page: Page, title: string | RegExp, why: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByLabel('Why').fill(why)
  await dialog.getByRole('button', { name: 'Propose' }).click()
  await expect(dialog).toBeHidden()
}

/** The meeting point's time goes on by days, and every device that reaches it learns that. */
async function daysPass(relay: TestRelay, days: number): Promise<void> {
  await relay.kill()
  await relay.start({ hoursAhead: days * 24 })
}

test('unless someone objects: it goes ahead by itself, once, also for who was offline when its time was over', async ({
  newDevice,
  relay,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Film one changeover')
  await addCard(ann, 'Move the tool rack')
  await firstRule(ann)
  await showAll(ann)
  await setLevel(ann, 'Put something away', 'Do it, then tell')
  const bo = await newDevice(phone)
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')

  await test.step('just do it adds no step, and telling is done by itself', async () => {
    await goTo(ann, 'Board')
    await moveCard(ann, 'Film one changeover', 'Doing')
    await expect(ann.getByRole('dialog')).toHaveCount(0)
    await card(ann, 'Move the tool rack').focus()
    await ann.keyboard.press('Delete')
    await expect(ann.getByText('Told the team.')).toBeVisible()
  })

  await test.step('what is not free becomes a proposal with its reason, and nothing is changed', async () => {
    await changeLimit(ann, '4')
    const dialog = ann.getByRole('dialog', { name: 'Raise the limit of Doing from 3 to 4' })
    await expect(dialog).toContainText(/Goes ahead .+ unless someone objects/)
    await isAccessible(ann, 'the way to a proposal')
    await proposes(ann, 'Raise the limit of Doing from 3 to 4', 'Both shifts overlap')
    await expect(column(ann, 'Doing')).toContainText('1 of 3')
  })

  await test.step('it waits for the other, who sees it whole and is fine with it', async () => {
    await expect(bo.getByRole('img', { name: '1 thing waits for you' }).locator('visible=true')).toBeVisible()
    await toRules(bo)
    await expect(bo.getByRole('region', { name: 'Done and told' })).toContainText('Move the tool rack')
    await isAccessible(bo, 'waiting for you, on a phone')
    await waiting(bo).getByRole('button', { name: 'Raise the limit of Doing from 3 to 4' }).click()
    const sheet = bo.getByRole('dialog', { name: 'Raise the limit of Doing from 3 to 4' })
    await expect(sheet).toContainText('Both shifts overlap')
    await expect(sheet).toContainText('has seen it')
    await isAccessible(bo, 'a proposal, on a phone')
    await sheet.getByRole('button', { name: 'Fine with it' }).click()
    await expect(sheet).toContainText('is fine with it')
    await bo.keyboard.press('Escape')
    await expect(waiting(bo).getByRole('article')).toHaveCount(0)
  })

  await test.step('its time is over while one of them is offline', async () => {
    await ann.context().setOffline(true)
    await daysPass(relay, DAYS_AHEAD)
    await goTo(bo, 'Board')
    await expect(column(bo, 'Doing')).toContainText('1 of 4', { timeout: 60_000 })
    await expect(column(ann, 'Doing')).toContainText('1 of 3')
    await ann.context().setOffline(false)
    await expect(column(ann, 'Doing')).toContainText('1 of 4', { timeout: 60_000 })
  })

  await test.step('the log says what became of it, and how to reverse it', async () => {
    await toRules(ann)
    await ann.getByRole('link', { name: 'Decision log' }).click()
    const row = ann.getByRole('listitem').filter({ hasText: 'Raise the limit of Doing from 3 to 4' })
    await expect(row).toHaveCount(1)
    await expect(row).toContainText('Accepted')
    await isAccessible(ann, 'the decision log')
    await row.getByRole('button', { name: 'Raise the limit of Doing from 3 to 4' }).click()
    await ann.getByRole('button', { name: 'Reverse it' }).click()
    const again = ann.getByRole('dialog', { name: 'Lower the limit of Doing from 4 to 3' })
    await expect(again.getByRole('list', { name: 'Belongs to' })).toContainText('Decision: Raise the limit')
    await proposes(ann, 'Lower the limit of Doing from 4 to 3', 'The shifts are apart again')
    await expect(ann.getByRole('listitem').filter({ hasText: 'Lower the limit' })).toContainText('Open')
  })

  await test.step('another wording is shown by doing it, and is tied to a card that says so', async () => {
    await ann.getByRole('button', { name: 'Lower the limit of Doing from 4 to 3' }).click()
    const sheet = ann.getByRole('dialog', { name: 'Lower the limit of Doing from 4 to 3' })
    await sheet.getByRole('button', { name: 'Tie it to something' }).click()
    await sheet.getByRole('searchbox').fill('film')
    await sheet.getByRole('button', { name: /Film one changeover/ }).click()
    await expect(sheet.getByRole('link', { name: /^Card: .+ Film one changeover/ })).toBeVisible()
    await sheet.getByRole('button', { name: 'Change it' }).click()
    await sheet.getByRole('button', { name: 'Change what it would do' }).click()
    const band = ann.getByText('It becomes wording 2 of “Lower the limit of Doing from 4 to 3”.')
    await expect(band).toBeVisible()
    await isAccessible(ann, 'the board, while a wording is shown')
    await changeLimit(ann, '2')
    const again = ann.getByRole('dialog', { name: 'Lower the limit of Doing from 4 to 2' })
    await isAccessible(ann, 'a new wording')
    await again.getByRole('button', { name: 'Propose this instead' }).click()
    await expect(again).toBeHidden()
    await expect(band).toBeHidden()
    await card(ann, 'Film one changeover').click()
    const here = ann.getByRole('region', { name: 'Proposed here' })
    await expect(here.getByRole('button', { name: 'Lower the limit of Doing from 4 to 2' })).toBeVisible()
    await ann.keyboard.press('Escape')
    await toRules(ann)
    await ann.getByRole('link', { name: 'Decision log' }).click()
  })

  await test.step('an objection that comes late leaves the effect standing, and is to be talked about', async () => {
    await toRules(bo)
    await bo.getByRole('link', { name: 'Decision log' }).click()
    await bo.getByRole('button', { name: 'Raise the limit of Doing from 3 to 4' }).click()
    const sheet = bo.getByRole('dialog', { name: 'Raise the limit of Doing from 3 to 4' })
    await sheet.getByRole('button', { name: 'I object, because…' }).click()
    await sheet.getByLabel('What speaks against it').fill('The rack has three places')
    await sheet.getByRole('button', { name: 'I object, because…' }).click()
    await expect(sheet).toContainText('it stands, and is to be talked about')
    await isAccessible(bo, 'a decision that is contested, on a phone')
    await bo.keyboard.press('Escape')
    const raised = ann.getByRole('listitem').filter({ hasText: 'Raise the limit of Doing from 3 to 4' })
    await expect(raised).toContainText('Contested')
    await goTo(bo, 'Board')
    await expect(column(bo, 'Doing')).toContainText('1 of 4')
  })

  await test.step('Can I? answers with the rule and what was decided before', async () => {
    await ann.keyboard.press('Control+k')
    await ann.getByRole('searchbox').fill('can i change a limit')
    await ann.getByRole('menuitem', { name: 'Can I change a limit?' }).click()
    const dialog = ann.getByRole('dialog', { name: 'Can I change a limit?' })
    await expect(dialog).toContainText('Yes, unless someone objects in time.')
    await expect(dialog).toContainText('Raise the limit of Doing from 3 to 4')
    await isAccessible(ann, 'Can I?')
    await dialog.getByLabel('What do you want to do?').selectOption('Spend money')
    await expect(ann.getByRole('dialog', { name: 'Can I spend money?' }).getByLabel('How much')).toBeVisible()
    await isAccessible(ann, 'Can I, with an amount')
  })
})

test('advice, a vote and a yes: each asks whom it concerns, and does what was decided', async ({
  newDevice,
  relay,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Film one changeover')
  await firstRule(ann)
  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await toRules(ann)
  await showAll(ann)
  await setLevel(ann, 'Rush a card', 'Ask advice')
  await setLevel(ann, 'Add, change or remove a column', 'Vote')
  for (const act of ['Change a limit', 'Bring somebody in'])
    await setLevel(ann, act, 'Needs a yes', async (dialog) => {
      await dialog.getByLabel('Whose yes').selectOption('Bo Madsen')
    })
  await goTo(ann, 'Board')
  await toRules(bo)
  const asked = (title: string | RegExp) => waiting(bo).getByRole('article', { name: title })

  await test.step('advice is given, and then it is decided by who asked', async () => {
    await card(ann, 'Film one changeover').click()
    await ann.getByLabel('Class of service').selectOption('Rush')
    await proposes(ann, /^Make .+ Film one changeover a rush$/, 'The customer waits')
    await asked(/Film one changeover/)
      .getByRole('button', { name: 'Give advice' })
      .click()
    await asked(/Film one changeover/)
      .getByLabel('Your advice')
      .fill('Ask the night shift first')
    await asked(/Film one changeover/)
      .getByRole('button', { name: 'Give advice' })
      .click()
    await expect(asked(/Film one changeover/)).toHaveCount(0)
    await ann.keyboard.press('Escape')
    await toRules(ann)
    const mine = waiting(ann).getByRole('article', { name: /Film one changeover/ })
    await mine.getByRole('button', { name: /Film one changeover/ }).click()
    const whole = ann.getByRole('dialog', { name: /Film one changeover/ })
    await expect(whole).toContainText('Ask the night shift first')
    await whole.getByRole('button', { name: 'Decide: do it' }).click()
    await whole.getByRole('button', { name: 'Decide: do it' }).click()
    await expect(whole).toContainText('and done', { timeout: 60_000 })
    await ann.keyboard.press('Escape')
    await goTo(ann, 'Board')
    await expect(card(ann, 'Film one changeover')).toContainText('Rush')
  })

  await test.step('a yes does not wait for a deadline', async () => {
    await changeLimit(ann, '4')
    await expect(ann.getByRole('dialog', { name: /Raise the limit/ })).toContainText(
      'Needs a yes from Bo Madsen',
    )
    await proposes(ann, /Raise the limit/, 'Both shifts overlap')
    await asked(/Raise the limit/)
      .getByRole('button', { name: 'Say yes' })
      .click()
    await expect(column(ann, 'Doing')).toContainText('0 of 4', { timeout: 60_000 })
  })

  await test.step('the way into the team is shown when that has its yes', async () => {
    await goTo(ann, 'Team')
    const invite = () => ann.getByRole('button', { name: 'Invite' }).first().click()
    await invite()
    const dialog = ann.getByRole('dialog', { name: 'Invite' })
    await isAccessible(ann, 'an invitation that is asked for')
    expect(await ann.content()).not.toContain('#e.')
    await dialog.getByLabel('Who is it for?').fill('Cem Aydin')
    await dialog.getByRole('button', { name: 'Ask the team' }).click()
    await proposes(ann, 'Invite Cem Aydin into the team', 'Nights are short of a setter')
    await asked('Invite Cem Aydin into the team').getByRole('button', { name: 'Say yes' }).click()
    await invite()
    await dialog.getByRole('button', { name: 'Show the invitation for Cem Aydin' }).click({ timeout: 60_000 })
    const shown = ann.getByRole('dialog', { name: 'The invitation for Cem Aydin' })
    await expect(shown.getByLabel('Link', { exact: true })).toHaveValue(/#e\./)
    await ann.keyboard.press('Escape')
    await goTo(ann, 'Board')
  })

  await test.step('a vote is counted when its time is over', async () => {
    await column(ann, 'Doing').getByRole('button', { name: 'Change column Doing' }).click()
    const dialog = ann.getByRole('dialog', { name: 'Doing', exact: true })
    await dialog.getByLabel('Name', { exact: true }).fill('Set up')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await proposes(ann, 'Rename Doing to Set up', 'That is what it is')
    await asked('Rename Doing to Set up').getByRole('button', { name: 'Yes', exact: true }).click()
    await toRules(ann)
    await waiting(ann).getByRole('button', { name: 'Yes', exact: true }).click()
    await goTo(ann, 'Board')
    await expect(column(ann, 'Doing')).toBeVisible()
    await daysPass(relay, DAYS_AHEAD)
    await expect(column(ann, 'Set up')).toBeVisible({ timeout: 60_000 })
  })
})
