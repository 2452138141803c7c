// Pulling, inviting and stopping: what one person does, and what the other one sees of it, apart and together.
import type { BrowserContextOptions, Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import {
  addCard,
  card,
  column,
  expect,
  installed,
  invitation,
  joinTeam,
  moveCard,
  phone,
  sharing,
  startTeam,
  test,
} from './support/yokoten'

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

type NewDevice = (options?: BrowserContextOptions) => Promise<Page>

/** Ann at a laptop and Bo at another device, both on one board. */
async function annAndBo(newDevice: NewDevice, bos?: BrowserContextOptions): Promise<[Page, Page]> {
  const ann = await newDevice()
  await startTeam(ann)
  const bo = await newDevice(bos)
  const link = await invitation(ann, 'edit')
  if (bos) {
    await bo.goto(link)
    await bo.getByRole('button', { name: 'I am not listed' }).tap()
    await bo.getByLabel('Name', { exact: true }).fill('Bo Madsen')
    await bo.getByRole('button', { name: 'That is me' }).tap()
    await expect(bo.getByRole('tab', { name: /^Doing / })).toBeVisible()
  } else await joinTeam(bo, link, 'Bo Madsen')
  await Promise.all([installed(ann), installed(bo)])
  return [ann, bo]
}

const titles = (page: Page, name: string) => column(page, name).locator('[data-card]')

async function inviteBo(ann: Page, title: string): Promise<void> {
  await card(ann, title).click()
  const sheet = ann.getByRole('dialog')
  await sheet.getByLabel('Invite somebody').selectOption({ label: 'Bo Madsen' })
  await sheet.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(sheet.getByText('Bo Madsen, invited by Ann Keller')).toBeVisible()
  await sheet.getByRole('button', { name: 'Close' }).click()
}

test('pull next says what it will do and why; when all slots are full it helps to finish', async ({
  newDevice,
}) => {
  const [ann, bo] = await annAndBo(newDevice)
  for (const title of ['Repair lift table', 'Colour-code hoses', 'Shadow board', 'Gauge cabinet'])
    await addCard(ann, title)
  await expect(titles(bo, 'To choose from')).toHaveCount(4)
  const pull = ann.getByRole('button', { name: /^Pull CH-\w+ It is the oldest that fits\.$/ })
  await pull.click()
  await expect(titles(ann, 'Doing')).toHaveText(/Repair lift table/)
  await ann.keyboard.press('p')
  await ann.keyboard.press('p')
  await expect(titles(ann, 'Doing')).toHaveCount(3)
  // Ann is on all three, so there is nothing to help with for her; for Bo there is.
  await expect(ann.getByRole('button', { name: /^Finish CH-/ })).toContainText(
    'All slots are full. Finishing yours frees one.',
  )
  const help = bo.getByRole('button', { name: /^Help finish CH-/ })
  await expect(help).toContainText('All slots are full: finishing comes first.')
  await help.click()
  await expect(
    card(bo, 'Repair lift table')
      .getByTitle(/Bo Madsen/)
      .or(bo.getByText(/You are on CH-/))
      .first(),
  ).toBeVisible()
  // What stops and nobody comes to is helped with before anything new.
  await card(ann, 'Colour-code hoses').focus()
  await ann.keyboard.press('s')
  await ann
    .getByRole('dialog', { name: 'What stops it?' })
    .getByRole('button', { name: 'Raise it now' })
    .click()
  await ann.keyboard.press('Escape')
  await expect(bo.getByRole('button', { name: /^Help unblock CH-/ })).toBeVisible()
})

test('an invitation is accepted on the phone with one tap, another declined, and who asked sees both', async ({
  newDevice,
}) => {
  const [ann, bo] = await annAndBo(newDevice, phone)
  for (const title of ['Repair lift table', 'Colour-code hoses']) await addCard(ann, title)
  await inviteBo(ann, 'Colour-code hoses')
  const asked = bo.getByRole('group', { name: /^Ann Keller, CH-/ })
  await expect(asked).toContainText('Ann Keller invites you to')
  await asked.getByRole('button', { name: /^Pull CH-/ }).tap()
  await expect(asked).toHaveCount(0)
  await expect(bo.getByRole('tab', { name: 'Doing 1/3' })).toBeVisible()
  const answer = ann.getByRole('group', { name: /^Bo Madsen, CH-/ })
  await expect(answer).toContainText('Bo Madsen said yes to')
  await answer.getByRole('button', { name: 'Good to know' }).click()
  await expect(answer).toHaveCount(0)
  await card(ann, 'Colour-code hoses').click()
  await expect(
    ann.getByRole('dialog').getByText(/Bo Madsen pulled it into Doing, invited by Ann Keller/),
  ).toBeVisible()
  await ann.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  await inviteBo(ann, 'Repair lift table')
  await expect(asked).toBeVisible()
  await bo.keyboard.press('Control+k')
  const palette = bo.getByRole('dialog', { name: 'Find an act' })
  await expect(palette).toBeVisible()
  await bo.keyboard.type('not now')
  await expect(palette.getByText(/^Not now: Ann Keller invites you to CH-/)).toBeVisible()
  await bo.keyboard.press('Enter')
  await expect(asked).toHaveCount(0)
  await expect(answer).toContainText('Bo Madsen said not now to')
  await expect(titles(ann, 'To choose from')).toHaveText(/Repair lift table/)
})

test('a stop raised offline: nobody told, then told, seen, coming, solved and open again', async ({
  newDevice,
}) => {
  const [ann, bo] = await annAndBo(newDevice, phone)
  await addCard(ann, 'Film one changeover')
  await moveCard(ann, 'Film one changeover', 'Doing')
  await expect(bo.getByRole('tab', { name: 'Doing 1/3' })).toBeVisible()
  const nobody = 'Nobody has been told yet. Call out.'

  await bo.context().setOffline(true)
  await bo.getByRole('button', { name: 'Something stops' }).tap()
  const asking = bo.getByRole('dialog', { name: 'What stops it?' })
  await expect(asking.getByText('You are offline: nobody is told yet. Call out.')).toBeVisible()
  await asking.getByLabel('Which card').selectOption({ index: 1 })
  await asking.getByRole('button', { name: 'Safety' }).tap()
  await asking.getByLabel('Say more').fill('Guard is open')
  await asking.getByRole('button', { name: 'Raise it now' }).tap()
  const call = bo.getByRole('dialog', { name: /Safety/ })
  await expect(call.getByText(nobody)).toBeVisible()
  // The board says it too, for whoever closes the sheet.
  await call.getByRole('button', { name: 'Close' }).tap()
  const band = bo.getByRole('button', { name: nobody })
  await expect(band).toBeVisible()
  await band.tap()

  await bo.context().setOffline(false)
  await expect(call.getByText(/It has reached 1 other device/)).toBeVisible({ timeout: 60_000 })
  await expect(bo.getByText(nobody)).toHaveCount(0)
  await card(ann, 'Film one changeover').click()
  await ann
    .getByRole('dialog')
    .getByRole('button', { name: /Blocked .* Guard is open/ })
    .click()
  const stop = ann.getByRole('dialog', { name: /Safety/ })
  await stop.getByRole('button', { name: 'I have seen it' }).click()
  await expect(call.getByText('Seen by Ann Keller. Nobody is coming yet.')).toBeVisible()
  await stop.getByRole('button', { name: 'I am coming' }).click()
  await expect(call.getByText('Coming: Ann Keller')).toBeVisible()
  await expect(call.getByText(/^First answer after/)).toBeVisible()
  await stop.getByRole('button', { name: 'It is solved' }).click()
  await expect(call.getByText(/^Solved by Ann Keller/)).toBeVisible()
  // Who came the first time is not on the way again.
  await call.getByRole('button', { name: 'It stops again' }).tap()
  await expect(call.getByText('Coming: Ann Keller')).toHaveCount(0)
  await expect(call.getByText(/It has reached 1 other device/)).toBeVisible({ timeout: 60_000 })
  await expect(card(ann, 'Film one changeover')).toContainText(/Blocked/)
})

test('a card has several stops, and its sheet says what they cost it', async ({ newDevice }) => {
  const page = await newDevice()
  await startTeam(page)
  await addCard(page, 'Film one changeover')
  await moveCard(page, 'Film one changeover', 'Doing')
  for (const reason of ['Safety', 'Material missing']) {
    await card(page, 'Film one changeover').click()
    await page.getByRole('button', { name: 'Something stops' }).click()
    const asking = page.getByRole('dialog', { name: 'What stops it?' })
    await asking.getByRole('button', { name: reason }).click()
    await asking.getByRole('button', { name: 'Raise it now' }).click()
    await page
      .getByRole('dialog', { name: new RegExp(reason) })
      .getByRole('button', { name: 'Close' })
      .click()
    // The keyboard comes back to the card that lies beneath.
    await expect(page.locator('[role="dialog"]:focus-within')).toHaveAccessibleName(/^CH-/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await card(page, 'Film one changeover').click()
  const sheet = page.getByRole('dialog')
  // The screen's clock goes on once a minute, and when the page is looked at again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(sheet.getByRole('button', { name: /^Blocked under 1 min · / })).toHaveCount(2)
  await expect(sheet.getByText('Blocked time is waiting time.')).toBeVisible()
})

test('a station is named, its code opens the stop sheet there; who may only look is told to call out', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await ann.getByRole('button', { name: 'More' }).click()
  await ann.getByRole('menuitem', { name: 'Stations' }).click()
  const dialog = ann.getByRole('dialog', { name: 'Stations' })
  await dialog.getByLabel('New station').fill('Press 2')
  await ann.keyboard.press('Enter')
  await expect(dialog.getByRole('img', { name: 'Code for Press 2' })).toBeVisible()
  await ann.emulateMedia({ media: 'print' })
  await expect(ann.getByText('Something stops here?')).toBeVisible()
  await expect(dialog).toBeHidden()
  await ann.emulateMedia({ media: 'screen' })
  const address = await ann.locator('[data-printed] small').textContent()
  const code = await dialog.getByRole('img', { name: 'Code for Press 2' }).screenshot()
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(address).not.toBeNull()

  await ann.goto(address ?? '')
  const asking = ann.getByRole('dialog', { name: 'What stops it?' })
  await expect(asking.getByLabel('Where')).toHaveValue(/.+/)
  await expect(asking.getByLabel('Where').locator('option:checked')).toHaveText('Press 2')
  await asking.getByRole('button', { name: 'Tool or machine' }).click()
  await asking.getByRole('button', { name: 'Raise it now' }).click()
  await expect(ann.getByRole('dialog', { name: 'The line · Press 2 · Tool or machine' })).toBeVisible()
  await ann.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(
    ann.getByRole('button', { name: /The line is stopped .* Press 2 · Tool or machine/ }),
  ).toBeVisible()
  expect(new URL(ann.url()).search).toBe('')

  await test.step('scanned inside the app on a phone, it chooses the station', async () => {
    const bo = await newDevice(phone)
    await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
    await bo.getByRole('button', { name: 'Something stops' }).click()
    const stopping = bo.getByRole('dialog', { name: 'What stops it?' })
    await expect(stopping.getByLabel('Where').locator('option:checked')).not.toHaveText('Press 2')
    await stopping.getByRole('button', { name: "Scan the station's code" }).click()
    const scanner = bo.getByRole('dialog', { name: "Scan the station's code" })
    await isAccessible(bo, 'the scanner', {
      rule: 'scrollable-region-focusable',
      why: 'the page lies behind a sheet and a dialog, which hold the focus',
    })
    await scanner
      .locator('input[type=file]')
      .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: code })
    await expect(scanner).toBeHidden()
    await expect(stopping.getByLabel('Where').locator('option:checked')).toHaveText('Press 2')
  })

  const visitor = await newDevice()
  const link = await invitation(ann, 'view')
  await visitor.goto(address ?? '')
  await expect(visitor.getByRole('heading', { name: 'This device has not joined that team' })).toBeVisible()
  await isAccessible(visitor, 'a team that was not joined')
  await visitor.getByRole('button', { name: 'Join with an invitation' }).click()
  await visitor.getByLabel('Paste the link').fill(link)
  await visitor.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(visitor.getByRole('dialog', { name: 'What stops it?' })).toBeVisible()
  await visitor.goto(new URL('./nowhere', address ?? '').href)
  await expect(visitor.getByRole('heading', { name: 'There is no such board on this device' })).toBeVisible()
  await visitor.getByRole('button', { name: "Go to the team's boards" }).click()
  await expect(visitor.getByRole('region', { name: 'Doing' })).toBeVisible()
  await visitor.goto(address ?? '')
  const told = visitor.getByRole('dialog', { name: 'What stops it?' })
  await expect(told.getByText('Call out.')).toBeVisible()
  await expect(told.getByText(/You have a view invitation/)).toBeVisible()
  await expect(told.getByRole('button', { name: 'Raise it now' })).toHaveCount(0)
})

test('the reasons are the team’s own, safety stays', async ({ newDevice }) => {
  const page = await newDevice()
  await startTeam(page)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Why work stops' }).click()
  const dialog = page.getByRole('dialog', { name: 'Why work stops' })
  await dialog.getByLabel('New reason').fill('Waiting for the crane')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Name of Waiting for the crane')).toBeVisible()
  await expect(dialog.getByLabel('New reason')).toBeFocused()
  await dialog.getByRole('button', { name: 'Take off the list: Quality doubt' }).click()
  await expect(dialog.getByLabel('Name of Quality doubt')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Take off the list: Safety' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('s')
  const reasons = page.getByRole('dialog', { name: 'What stops it?' }).getByRole('group', { name: 'Reason' })
  await expect(reasons.getByRole('button').first()).toHaveText('Safety')
  await expect(reasons.getByRole('button').last()).toHaveText('Waiting for the crane')
})

/** Lets both work on alone, once each knows that nothing of the other comes any more. */
async function goApart(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.context().setOffline(true)
  for (const page of pages) await expect(sharing(page)).toHaveText(/^Offline/)
}

test('what was decided about a double pull and a broken limit stays readable on the card', async ({
  newDevice,
}) => {
  const [ann, bo] = await annAndBo(newDevice)
  for (const title of ['One', 'Two', 'Three', 'Four']) await addCard(ann, title)
  await moveCard(ann, 'One', 'Doing')
  await moveCard(ann, 'Two', 'Doing')
  await expect(titles(bo, 'Doing')).toHaveCount(2)
  await goApart(ann, bo)
  await moveCard(ann, 'Three', 'Doing')
  await moveCard(bo, 'Four', 'Doing')
  for (const page of [ann, bo]) await page.context().setOffline(false)
  await bo.getByRole('button', { name: 'Over the limit: decide together' }).click({ timeout: 60_000 })
  await bo.getByRole('button', { name: 'Raise the limit to 4' }).click()
  await card(ann, 'Four').click()
  await expect(ann.getByText(/Bo Madsen raised the limit, so that it fits in Doing/)).toBeVisible()
  await ann.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  await addCard(ann, 'Five')
  await expect(card(bo, 'Five')).toBeVisible()
  await goApart(ann, bo)
  for (const page of [ann, bo]) {
    await card(page, 'Five').focus()
    await page.keyboard.press('m')
    await page.getByRole('dialog', { name: 'Move to' }).getByRole('button', { name: 'Doing' }).click()
    await page.getByLabel('Why all the same').fill('Customer waits')
    await page.getByRole('button', { name: 'Do it all the same' }).click()
    await expect(titles(page, 'Doing')).toHaveCount(5)
  }
  for (const page of [ann, bo]) await page.context().setOffline(false)
  await expect(ann.getByText('Two people pulled it')).toBeVisible({ timeout: 60_000 })
  await card(ann, 'Five').click()
  await ann.getByRole('button', { name: 'Decide together who keeps it' }).click()
  await ann.getByRole('button', { name: 'Bo Madsen keeps it, Ann Keller pulls next' }).click()
  // The button that led there is gone with the conflict: the card has the keyboard, and Escape closes it.
  await expect(ann.getByRole('dialog')).toHaveCount(1)
  await expect(ann.getByRole('dialog')).toBeFocused()
  await ann.keyboard.press('Escape')
  await expect(ann.getByRole('dialog')).toHaveCount(0)
  await expect(bo.getByText('Two people pulled it')).toHaveCount(0)
  await card(bo, 'Five').click()
  await expect(bo.getByText('Ann Keller decided after talking: Bo Madsen keeps it, in Doing')).toBeVisible()
})
