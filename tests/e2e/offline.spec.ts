// With no network the app starts, opens board and map, keeps what is done to them, and delivers it later.
import type { Page } from '@playwright/test'
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
  startTeam,
  test,
} from './support/yokoten'
import { dataValue, figure, startSampleMap, typeData } from './support/maps'
import { startProxy } from './support/proxy'

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

const CYCLE = 'Time per piece (C/T)'

test('the app starts offline, edits board and map, also after its tab was closed, and delivers later', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Known to both')
  const link = await invitation(ann, 'edit')
  await startSampleMap(ann)
  await goTo(ann, 'Board')
  const bo = await newDevice()
  await joinTeam(bo, link, 'Bo Madsen')
  await goTo(bo, 'Map')
  await expect(figure(bo, 'Processing time')).toContainText('188 s')
  await installed(ann)

  await ann.context().setOffline(true)
  await ann.reload()
  await expect(card(ann, 'Known to both')).toBeVisible()
  await expect(ann.getByRole('button', { name: /^Offline/ })).toBeVisible()
  await addCard(ann, 'Written after the reload')
  await moveCard(ann, 'Known to both', 'Doing')
  await goTo(ann, 'Map')
  await expect(figure(ann, 'Production lead time')).toContainText('23.6 days')
  await typeData(ann, 'Assembly 1', CYCLE, '50 s')
  await expect(figure(ann, 'Processing time')).toContainText('176 s')
  await goTo(ann, 'Board')
  await expect(ann.getByRole('button', { name: /Offline · \d+ kept here/ })).toBeVisible()

  const context = ann.context()
  await ann.close()
  const again = await context.newPage()
  await again.goto('/')
  await expect(column(again, 'Doing').locator('[data-card]')).toHaveCount(1)
  await expect(card(again, 'Written after the reload')).toBeVisible()
  await addCard(again, 'Written after the tab was closed')
  await goTo(again, 'Map')
  await expect(dataValue(again, 'Assembly 1', CYCLE)).toContainText('50 s')
  await typeData(again, 'Assembly 2', CYCLE, '30 s')
  await expect(again.getByRole('button', { name: /Offline · \d+ kept here/ })).toBeVisible()
  await expect(figure(bo, 'Processing time')).toContainText('188 s')

  await context.setOffline(false)
  await expect(figure(bo, 'Processing time')).toContainText('166 s')
  await goTo(bo, 'Board')
  await expect(card(bo, 'Written after the reload')).toBeVisible()
  await expect(card(bo, 'Written after the tab was closed')).toBeVisible()
  await expect(column(bo, 'Doing').locator('[data-card]')).toHaveText(/Known to both/)
  await expect(again.getByRole('button', { name: 'On this device and 1 other' })).toBeVisible()
})

test('a newer version asks, and never reloads a tab in which somebody types', async ({
  newDevice,
  relay,
}) => {
  const proxy = await startProxy(relay.process.port)
  const typing = await newDevice({ baseURL: proxy.url })
  await startTeam(typing)
  await installed(typing)
  const mark = (page: Page) => page.evaluate(() => (document.body.dataset.loaded = 'before'))
  const marked = (page: Page) => page.locator('body[data-loaded=before]')
  const ready = (page: Page) => page.getByText('A newer version is here.')
  const start = (page: Page) => page.getByRole('button', { name: 'Start it' })

  await mark(typing)
  await typing.getByRole('button', { name: 'Search' }).click()
  const search = typing.getByRole('searchbox', { name: 'Search' })
  await search.fill('clamps')
  proxy.releaseNewer()
  await typing.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(ready(typing)).toBeVisible()

  // Another tab of the same device agrees: that one loads again, this one only keeps asking.
  const other = await typing.context().newPage()
  await other.goto('/')
  await expect(ready(other)).toBeVisible()
  await mark(other)
  await start(other).click()
  await expect(marked(other)).toHaveCount(0)
  await expect(column(other, 'Doing')).toBeVisible()
  await typing.keyboard.type(' and hoses')
  await expect(search).toHaveValue('clamps and hoses')
  await expect(ready(typing)).toBeVisible()
  await expect(marked(typing)).toHaveCount(1)

  await start(typing).click()
  await expect(marked(typing)).toHaveCount(0)
  await expect(column(typing, 'Doing')).toBeVisible()
  await expect(ready(typing)).toHaveCount(0)
  await proxy.stop()
})
