// The wall by a view invitation, live, stale and turning; who is here and who can do what; the limit suggested from it.
import type { Page } from '@playwright/test'
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
  startTeam,
  test,
} from './support/yokoten'

const television = { viewport: { width: 1920, height: 1080 } }
const onWall = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Raises a stop on a card by keyboard. */
async function stop(page: Page, title: string): Promise<void> {
  await card(page, title).focus()
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Safety' }).click()
  await dialog.getByRole('button', { name: 'Raise it now' }).click()
  await expect(dialog.getByText(/This does not stop the machine/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function openWall(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Show on the wall' }).click()
  await expect(onWall(page, 'Stopped now')).toBeVisible()
}

test('a view invitation shows the wall live, says when it is stale, and is left by Escape', async ({
  newDevice,
  relay,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  for (const title of ['Repair lift table', 'Colour-code hoses']) await addCard(ann, title)
  await moveCard(ann, 'Repair lift table', 'Doing')
  const link = await invitation(ann, 'view')
  const wall = await newDevice(television)
  await wall.clock.install()
  await wall.goto(link)
  await expect(card(wall, 'Repair lift table')).toBeVisible()
  await openWall(wall)

  await test.step('live', async () => {
    await expect(wall.getByText(/^live, \d devices$/)).toBeVisible()
    await expect(onWall(wall, 'Stopped now')).toContainText('Nothing is stopped.')
    await expect(onWall(wall, 'Room to pull')).toContainText('Pull next: Colour-code hoses, into Doing')
    await expect(onWall(wall, 'Getting old').getByText('1 d', { exact: true })).toBeVisible()
    await stop(ann, 'Repair lift table')
    await expect(onWall(wall, 'Stopped now')).toContainText('Repair lift table')
    await expect(onWall(wall, 'Stopped now')).toContainText('nobody on it yet')
    await moveCard(ann, 'Colour-code hoses', 'Done')
    await expect(onWall(wall, 'This week')).toContainText('1 done')
    await isAccessible(wall, 'wall')
  })

  await test.step('nothing to break: the way out is the only control', async () => {
    await expect(wall.getByRole('button')).toHaveCount(1)
    await expect(wall.getByRole('button', { name: 'Leave the wall' })).toHaveCSS('opacity', '0')
    await expect(wall.getByRole('textbox')).toHaveCount(0)
    await expect(wall.getByRole('link')).toHaveCount(0)
  })

  await test.step('stale without a network, and live again', async () => {
    await wall.context().setOffline(true)
    await expect(wall.getByText(/^Offline\. Last heard \d\d:\d\d$/)).toBeVisible()
    await wall.context().setOffline(false)
    await wall.clock.fastForward(30_000)
    await expect(wall.getByText(/^live, /)).toBeVisible()
  })

  await test.step('stale when the meeting point is silent for some minutes', async () => {
    await relay.kill()
    await wall.clock.fastForward(60_000)
    await expect(wall.getByText(/^live, /)).toBeVisible()
    await wall.clock.fastForward(4 * 60_000)
    await expect(wall.getByText(/^Last heard \d\d:\d\d$/)).toBeVisible()
    await isAccessible(wall, 'wall, stale')
  })

  await test.step('left by Escape', async () => {
    await wall.keyboard.press('Escape')
    await expect(column(wall, 'Doing')).toBeVisible()
    await expect(onWall(wall, 'Stopped now')).toHaveCount(0)
  })
})

test('the wall turns through what does not fit and through the boards of the team', async ({ newDevice }) => {
  const ann = await newDevice(television)
  await ann.emulateMedia({ reducedMotion: 'reduce' })
  await startTeam(ann)
  const titles = ['One', 'Two', 'Three', 'Four', 'Five'].map((name) => `${name} is stopped`)
  for (const title of titles) {
    await addCard(ann, title)
    await stop(ann, title)
  }
  const first = ann.url()
  await goTo(ann, 'Team')
  await ann.getByRole('button', { name: 'New board' }).click()
  const dialog = ann.getByRole('dialog')
  await dialog.getByLabel('What is the board for?').fill('Repairs')
  await dialog.getByRole('button', { name: 'Make the board' }).click()
  await expect(column(ann, 'Doing')).toBeVisible()
  await ann.clock.install()
  await ann.goto(first.replace('/board/', '/wall/'))
  const stopped = onWall(ann, 'Stopped now')
  await expect(stopped).toContainText('1 to 4 of 5')
  await expect(ann.getByRole('img', { name: 'Page 1 of 3' })).toBeVisible()
  await expect(stopped).not.toContainText('Five is stopped')
  const moving = await stopped.evaluate(
    (panel) => getComputedStyle(panel.parentElement ?? panel).animationName,
  )
  expect(moving).toBe('none')
  await ann.clock.fastForward(15_000)
  await expect(stopped).toContainText('Five is stopped')
  await expect(stopped).toContainText('5 to 5 of 5')
  await ann.clock.fastForward(15_000)
  await expect(ann.getByRole('heading', { name: 'Repairs' })).toBeVisible()
  await expect(stopped).toContainText('Nothing is stopped.')
  await ann.clock.fastForward(15_000)
  await expect(ann.getByRole('heading', { name: 'Changeovers' })).toBeVisible()
  await expect(stopped).toContainText('1 to 4 of 5')

  await test.step('all of it is on the screen, also on a larger one', async () => {
    for (const viewport of [
      { width: 1920, height: 1080 },
      { width: 3840, height: 2160 },
    ]) {
      await ann.setViewportSize(viewport)
      for (const panel of ['Stopped now', 'Room to pull'])
        expect(await onWall(ann, panel).evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0)
      const size = await stopped.getByText('One is stopped').evaluate((one) => getComputedStyle(one).fontSize)
      expect(Number.parseFloat(size) / viewport.height).toBeGreaterThan(0.03)
    }
  })
})

test('who is here and who can do what, by keyboard, and the limit suggested from both', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  const link = await invitation(ann, 'edit')
  const bo = await newDevice()
  await joinTeam(bo, link, 'Bo Marsh')
  await goTo(bo, 'Team')
  await goTo(ann, 'Team')
  const here = (page: Page) => page.getByRole('region', { name: 'Who is here' })
  const skills = (page: Page) => page.getByRole('region', { name: 'Who can do what' })
  const press = async (page: Page, name: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }

  await test.step('here today in one press', async () => {
    await press(ann, 'I am here today')
    await expect(here(ann)).toContainText('1 of 2 here today.')
    await expect(here(bo)).toContainText('1 of 2 here today.')
    await here(ann).getByRole('button', { name: 'Bo Marsh, today: not said' }).focus()
    await ann.keyboard.press('Space')
    await expect(here(bo)).toContainText('2 of 2 here today.')
    await expect(here(bo).getByTitle('Entered by Ann Keller')).toBeVisible()
  })

  await test.step('a usual week, and days away entered for somebody', async () => {
    for (const who of ['Ann Keller', 'Bo Marsh']) {
      await press(ann, `Change when ${who} is here`)
      const dialog = ann.getByRole('dialog', { name: `When ${who} is here` })
      await dialog.getByRole('button', { name: 'Monday to Friday, 8 hours' }).focus()
      await ann.keyboard.press('Enter')
      await expect(dialog.getByLabel('Tuesday')).toHaveValue('8')
      await dialog.getByRole('button', { name: 'Save' }).focus()
      await ann.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
    }
    await press(ann, 'The week after')
    await expect(here(ann)).toContainText('80 hours this week.')
    await press(ann, 'Change when Bo Marsh is here')
    const dialog = ann.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Days away' }).focus()
    await ann.keyboard.press('Enter')
    await isAccessible(ann, 'when somebody is here')
    await dialog.getByLabel('Last day away').press('Enter')
    await expect(dialog).toBeHidden()
    await expect(here(ann)).toContainText('40 hours this week.')
  })

  await test.step('each says of themselves what they can do, and the gap shows', async () => {
    await skills(bo).getByLabel('Skill').focus()
    await bo.keyboard.type('Die setting')
    await bo.keyboard.press('Enter')
    const mine = (page: Page) => skills(page).getByLabel('Die setting, you')
    await mine(bo).focus()
    for (let i = 0; i < 3; i++) await bo.keyboard.press('ArrowDown')
    await expect(mine(bo)).toHaveValue('teach')
    await expect(skills(ann)).toContainText('Only Bo Marsh can do it this week.')
    await mine(ann).focus()
    await ann.keyboard.press('ArrowDown')
    await expect(mine(ann)).toHaveValue('learning')
    await expect(skills(bo)).toContainText('Ann Keller is learning it.')
    await isAccessible(ann, 'team, with hours and skills')
  })

  await test.step('the suggested limit is taken in one press, with its reason', async () => {
    await goTo(ann, 'Board')
    await press(ann, 'Change column Doing')
    const dialog = ann.getByRole('dialog')
    await expect(dialog.getByRole('group', { name: 'Suggested limit' })).toContainText('2 people are here')
    await dialog.getByRole('button', { name: 'Set to 2, a card each' }).focus()
    await ann.keyboard.press('Enter')
    await expect(dialog.getByRole('textbox', { name: 'Limit' })).toHaveValue('2')
    await expect(dialog.getByRole('button', { name: 'Set to 2, a card each' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await dialog.getByRole('checkbox', { name: 'Die setting' }).focus()
    await ann.keyboard.press('Space')
    await expect(dialog.getByRole('button', { name: 'Set to 1 card' })).toBeVisible()
    await dialog.getByText('How this is reckoned').focus()
    await ann.keyboard.press('Enter')
    await expect(dialog).toContainText('Ann Keller is learning it and works along')
    await dialog.getByRole('button', { name: 'Set to 1 card' }).focus()
    await ann.keyboard.press('Enter')
    await ann.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(column(ann, 'Doing')).toContainText('0 of 1')
    await goTo(bo, 'Board')
    await expect(column(bo, 'Doing')).toContainText('0 of 1')
    await goTo(bo, 'Team')
    await expect(skills(bo)).toContainText('One absence stops Doing (Changeovers).')
  })

  await test.step('skills stay with the members: not on the wall, not for who only looks', async () => {
    const wall = await newDevice(television)
    await wall.goto(await invitation(ann, 'view'))
    await openWall(wall)
    await expect(wall.locator('body')).not.toContainText('Die setting')
    await wall.keyboard.press('Escape')
    await goTo(wall, 'Team')
    await expect(here(wall)).toBeVisible()
    await expect(skills(wall)).toHaveCount(0)
  })
})
