// Two devices and the real relay: what both do apart comes together, whatever becomes of the relay meanwhile.
import type { Page } from '@playwright/test'
import { figure, startSampleMap, typeData } from './support/maps'
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
  sameBoard,
  startTeam,
  test,
} from './support/yokoten'

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

async function twoDevices(newDevice: () => Promise<Page>): Promise<[Page, Page]> {
  const ann = await newDevice()
  await startTeam(ann)
  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await Promise.all([installed(ann), installed(bo)])
  return [ann, bo]
}

const all =
  (...titles: string[]) =>
  (shown: string[]) =>
    titles.every((title) => shown.filter((one) => one === title).length === 1)

test('both edit one board, live', async ({ newDevice }) => {
  const [ann, bo] = await twoDevices(newDevice)
  await addCard(ann, 'Shadow board for die clamps')
  await expect(card(bo, 'Shadow board for die clamps')).toBeVisible()
  await addCard(bo, 'Repair lift table')
  await moveCard(bo, 'Shadow board for die clamps', 'Doing')
  await expect(column(ann, 'Doing').locator('[data-card]')).toHaveCount(1)
  await sameBoard(ann, bo, all('Shadow board for die clamps', 'Repair lift table'))
})

test('both edit offline and come back: both show the same, nothing is lost', async ({ newDevice }) => {
  const [ann, bo] = await twoDevices(newDevice)
  await addCard(ann, 'Known to both')
  await expect(card(bo, 'Known to both')).toBeVisible()
  await ann.context().setOffline(true)
  await bo.context().setOffline(true)
  await addCard(ann, 'Ann alone')
  await addCard(bo, 'Bo alone')
  await moveCard(ann, 'Known to both', 'Doing')
  await expect(ann.getByRole('button', { name: /Offline · \d+ kept here/ })).toBeVisible()
  await expect(card(bo, 'Ann alone')).toHaveCount(0)
  await ann.context().setOffline(false)
  await bo.context().setOffline(false)
  const board = await sameBoard(ann, bo, all('Known to both', 'Ann alone', 'Bo alone'))
  expect(board.Doing).toEqual(['Known to both'])
})

test('a card that both pulled while apart is shown as such and settled by one of them', async ({
  newDevice,
}) => {
  const [ann, bo] = await twoDevices(newDevice)
  await addCard(ann, 'Colour-code hoses')
  await expect(card(bo, 'Colour-code hoses')).toBeVisible()
  for (const page of [ann, bo]) await page.context().setOffline(true)
  for (const page of [ann, bo]) await moveCard(page, 'Colour-code hoses', 'Doing')
  for (const page of [ann, bo]) await page.context().setOffline(false)
  for (const page of [ann, bo]) await expect(page.getByText('Two people pulled it')).toBeVisible()
  await card(bo, 'Colour-code hoses').click()
  await bo.getByRole('button', { name: 'Decide together who keeps it' }).click()
  await bo.getByRole('button', { name: 'Pair on it' }).click()
  for (const page of [ann, bo]) await expect(page.getByText('Two people pulled it')).toHaveCount(0)
})

test('a limit that a merge broke becomes a conversation', async ({ newDevice }) => {
  const [ann, bo] = await twoDevices(newDevice)
  for (const title of ['One', 'Two', 'Three', 'Four']) await addCard(ann, title)
  await moveCard(ann, 'One', 'Doing')
  await moveCard(ann, 'Two', 'Doing')
  await expect(column(bo, 'Doing').locator('[data-card]')).toHaveCount(2)
  for (const page of [ann, bo]) await page.context().setOffline(true)
  await moveCard(ann, 'Three', 'Doing')
  await moveCard(bo, 'Four', 'Doing')
  for (const page of [ann, bo]) await page.context().setOffline(false)
  for (const page of [ann, bo])
    await expect(page.getByRole('button', { name: 'Over the limit: decide together' })).toBeVisible()
  await ann.getByRole('button', { name: 'Over the limit: decide together' }).click()
  await ann.getByRole('button', { name: 'Raise the limit to 4' }).click()
  await expect(bo.getByText('4 of 4')).toBeVisible()
  await expect(bo.getByRole('button', { name: 'Over the limit: decide together' })).toHaveCount(0)
})

test('the relay is killed in mid-edit and comes back', async ({ newDevice, relay }) => {
  const [ann, bo] = await twoDevices(newDevice)
  await addCard(ann, 'Before the cut')
  await relay.kill()
  await addCard(ann, 'Ann during the cut')
  await addCard(bo, 'Bo during the cut')
  await relay.start()
  await sameBoard(ann, bo, all('Before the cut', 'Ann during the cut', 'Bo during the cut'))
})

test('the relay comes back with its data folder wiped', async ({ newDevice, relay }) => {
  const [ann, bo] = await twoDevices(newDevice)
  await addCard(ann, 'Before the loss')
  await expect(card(bo, 'Before the loss')).toBeVisible()
  await relay.kill()
  relay.wipe()
  await addCard(ann, 'Ann during the loss')
  await addCard(bo, 'Bo during the loss')
  await relay.start()
  await sameBoard(ann, bo, all('Before the loss', 'Ann during the loss', 'Bo during the loss'))
  const newcomer = await newDevice()
  await joinTeam(newcomer, await invitation(ann, 'edit'), 'Chidi Okafor')
  await sameBoard(ann, newcomer, all('Before the loss', 'Ann during the loss', 'Bo during the loss'))
})

test('the relay comes back with its data folder set back to an older copy', async ({ newDevice, relay }) => {
  const [ann, bo] = await twoDevices(newDevice)
  await addCard(ann, 'In the copy')
  await expect(card(bo, 'In the copy')).toBeVisible()
  await relay.kill()
  const copy = relay.backup()
  await relay.start()
  await addCard(bo, 'After the copy')
  await expect(card(ann, 'After the copy')).toBeVisible()
  await relay.kill()
  relay.setBack(copy)
  await addCard(ann, 'While it was down')
  await relay.start()
  await sameBoard(ann, bo, all('In the copy', 'After the copy', 'While it was down'))
  const newcomer = await newDevice()
  await joinTeam(newcomer, await invitation(ann, 'edit'), 'Chidi Okafor')
  await sameBoard(ann, newcomer, all('In the copy', 'After the copy', 'While it was down'))
})

test('both draw on one map while apart: both changes are there when they meet', async ({ newDevice }) => {
  const CYCLE = 'Time per piece (C/T)'
  const [ann, bo] = await twoDevices(newDevice)
  await startSampleMap(ann)
  await goTo(bo, 'Map')
  await expect(figure(bo, 'Processing time')).toContainText('188 s')
  for (const page of [ann, bo]) await page.context().setOffline(true)
  await typeData(ann, 'Assembly 1', CYCLE, '50 s')
  await typeData(bo, 'Spot weld 2', CYCLE, '40 s')
  await expect(figure(ann, 'Processing time')).toContainText('176 s')
  await expect(figure(bo, 'Processing time')).toContainText('182 s')
  for (const page of [ann, bo]) await page.context().setOffline(false)
  for (const page of [ann, bo]) await expect(figure(page, 'Processing time')).toContainText('170 s')
})
