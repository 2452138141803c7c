// What goes wrong outside the app is said in a sentence, and nothing that somebody did is lost by it.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  addCard,
  card,
  expect,
  installed,
  invitation,
  joinTeam,
  sharing,
  startTeam,
  test,
} from './support/yokoten'
import { startProxy } from './support/proxy'

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

/** What the panel behind the pill says. */
async function sharingPanel(page: Page) {
  await sharing(page).click()
  return page.getByRole('dialog', { name: 'How far your changes have got' })
}

test('a wrong or cut invitation is refused in words, pasted or opened', async ({ newDevice, relay }) => {
  const ann = await newDevice()
  await startTeam(ann)
  const links = { edit: await invitation(ann, 'edit'), view: await invitation(ann, 'view') }
  const bo = await newDevice()
  await bo.goto('/')
  const paste = async (link: string) => {
    await bo.getByLabel('Paste the link').fill(link)
    await bo.getByRole('button', { name: 'Join', exact: true }).click()
  }
  const isCut = 'This invitation is cut short or mistyped. Copy the whole link and paste it again.'
  const isNone = 'This is not an invitation. It should be a link with # and a long row of letters at its end.'
  const swapped = (link: string) => link.replace(/.{5}$/, (end) => (end === 'AAAAA' ? 'BBBBB' : 'AAAAA'))
  for (const [words, wrong] of [
    [isCut, links.edit.slice(0, -1)],
    [isCut, links.view.slice(0, -20)],
    [isCut, swapped(links.edit)],
    [isNone, relay.url],
    [isNone, ''],
  ] as const) {
    await paste(wrong)
    await expect(bo.getByText(words)).toBeVisible()
  }
  await bo.goto(links.edit.slice(0, -3))
  await expect(bo.getByText(isCut)).toBeVisible()
  await expect(bo.getByText('Teams on this device')).toHaveCount(0)
  await paste(` Join us: ${links.edit} \n`)
  await expect(bo.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
})

test('a relay that talks nonsense is named; edits are kept and go out when it talks sense', async ({
  newDevice,
  relay,
}) => {
  const proxy = await startProxy(relay.process.port)
  const ann = await newDevice({ baseURL: proxy.url })
  await startTeam(ann)
  await expect(sharing(ann)).toHaveText('On this device')
  proxy.talkNonsense()
  await addCard(ann, 'Written amid nonsense')
  const panel = await sharingPanel(ann)
  await expect(panel.getByText(/sends something this app cannot read\. Your work stays/)).toBeVisible()
  await ann.keyboard.press('Escape')
  await ann.reload()
  await expect(card(ann, 'Written amid nonsense')).toBeVisible()
  await addCard(ann, 'Written after a reload')
  await expect(sharing(ann)).not.toHaveText('On this device')
  proxy.talkSense()
  // After nonsense the app looks again in a minute or so, and at once when the network comes back.
  await ann.context().setOffline(true)
  await ann.context().setOffline(false)
  await expect(sharing(ann)).toHaveText('On this device')
  const bo = await newDevice()
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  for (const title of ['Written amid nonsense', 'Written after a reload'])
    await expect(card(bo, title)).toBeVisible()
  await proxy.stop()
})

/** Takes all the space that the browser gives this origin, down to the last hundred bytes. */
async function fillDisk(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('filler')
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true })
    opening.onsuccess = () => resolve(opening.result)
  })
  const put = (size: number) =>
    new Promise<boolean>((resolve) => {
      const filling = db.transaction('bytes', 'readwrite')
      filling.oncomplete = () => resolve(true)
      filling.onabort = () => resolve(false)
      filling.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(size)))
    })
  for (let size = 65_536; size >= 64; size /= 2) while (await put(size));
  db.close()
}

test('a full disk in the browser is said; edits stay on screen and are kept once there is space', async ({
  newDevice,
  relay,
}) => {
  const page = await newDevice()
  const devtools = await page.context().newCDPSession(page)
  const setQuota = (quotaSize?: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', {
      origin: relay.url,
      ...(quotaSize !== undefined && { quotaSize }),
    })
  await setQuota(20_000_000)
  await startTeam(page)
  await addCard(page, 'While there was space')
  await expect(sharing(page)).toHaveText('On this device')
  await installed(page)
  await page.evaluate(fillDisk)
  await addCard(page, 'Without space')
  await expect(sharing(page)).toHaveText('This device is full')
  const panel = await sharingPanel(page)
  await expect(panel.getByText(/There is no space left on this device\. Leave the page open/)).toBeVisible()
  await page.keyboard.press('Escape')
  await addCard(page, 'One more in spite of that')
  await expect(card(page, 'Without space')).toBeVisible()

  await setQuota()
  await expect(sharing(page)).toHaveText('On this device')
  await relay.kill()
  await page.reload()
  for (const title of ['While there was space', 'Without space', 'One more in spite of that'])
    await expect(card(page, title)).toBeVisible()
})

test('a full disk at the relay is said; edits stay here and go out once there is space', async ({
  newDevice,
  relay,
}) => {
  test.skip(process.platform === 'win32', 'a limit on the size of files needs a Unix shell')
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'While there was space')
  await expect(sharing(ann)).toHaveText('On this device')
  const link = await invitation(ann, 'edit')
  await relay.kill()
  const kept = statSync(join(relay.dataDir, 'log', 'data.mdb')).size
  await relay.start({ maxFileKiB: Math.ceil(kept / 1024) })
  await addCard(ann, 'Without space')
  const panel = await sharingPanel(ann)
  await expect(panel.getByText(/The meeting point cannot store anything right now/)).toBeVisible()
  await ann.keyboard.press('Escape')
  await relay.kill()
  await relay.start()
  await expect(sharing(ann)).toHaveText('On this device')
  const bo = await newDevice()
  await joinTeam(bo, link, 'Bo Madsen')
  for (const title of ['While there was space', 'Without space']) await expect(card(bo, title)).toBeVisible()
})
