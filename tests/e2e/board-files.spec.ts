// Photos and files on cards and calls: shrunk and cleaned here, seen on the others, kept blindly by the relay.
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import { foundInFolder } from './support/relay-memory'
import { PLACE_WORDS, takePhoto } from './support/photos'
import { addCard, card, expect, invitation, joinTeam, phone, startTeam, test } from './support/yokoten'

const TITLE = 'Film one changeover'
const SHEET_WORDS = 'Tighten to 90 Nm, then mark with paint. '

interface Chosen {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
const setupSheet: Chosen = {
  name: 'Setup sheet die 14.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(SHEET_WORDS.repeat(400)),
}

async function openCard(page: Page): Promise<Locator> {
  await card(page, TITLE).focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByLabel('Title')).toHaveValue(TITLE)
  return sheet
}
async function choose(page: Page, button: Locator, files: readonly Chosen[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
  await chooser.setFiles([...files])
}
const photoOf = async (page: Page, name = 'IMG_0042.jpg'): Promise<Chosen> => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await takePhoto(page, 3_000, 2_000),
})
const tile = (inside: Locator, name: string) => inside.getByRole('button', { name: `Open photo ${name}` })
/** Waits until the picture is drawn, and gives its edges. */
async function drawn(picture: Locator): Promise<{ width: number; height: number }> {
  await expect(async () => {
    expect(
      await picture.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth),
    ).toBeGreaterThan(0)
  }).toPass({ timeout: 60_000 })
  return picture.evaluate((one: HTMLImageElement) => ({ width: one.naturalWidth, height: one.naturalHeight }))
}
async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a photo and a file go from one device to the others; a viewer looks and adds nothing; the relay stays blind', async ({
  newDevice,
  relay,
}) => {
  test.slow()
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, TITLE)
  const [edit, view] = [await invitation(ann, 'edit'), await invitation(ann, 'view')]
  const mine = await openCard(ann)
  await expect(mine.getByText('Up to 10 MB a file.')).toBeVisible()
  const original = await photoOf(ann)
  expect(original.buffer.includes(PLACE_WORDS)).toBe(true)
  await choose(ann, mine.getByRole('button', { name: 'Add a photo' }), [original])
  await choose(ann, mine.getByRole('button', { name: 'Add a file' }), [setupSheet])
  // The camera lay on its side: the picture stands upright and is made smaller.
  expect(await drawn(tile(mine, 'IMG_0042.jpg').locator('img'))).toEqual({ width: 1_280, height: 1_920 })

  await test.step('the other device sees them, without the place', async () => {
    const bo = await newDevice()
    await joinTeam(bo, edit, 'Bo Madsen')
    const sheet = await openCard(bo)
    await drawn(tile(sheet, 'IMG_0042.jpg').locator('img'))
    await expect(sheet.getByText('Not on this device yet')).toBeVisible()
    await sheet.getByRole('button', { name: `Fetch ${setupSheet.name}` }).click()
    const file = await saved(bo, sheet.getByRole('button', { name: `Save ${setupSheet.name}` }))
    expect(file).toEqual({ name: setupSheet.name, bytes: setupSheet.buffer })
    await tile(sheet, 'IMG_0042.jpg').click()
    const full = bo.getByRole('dialog', { name: 'IMG_0042.jpg' })
    await expect(full.getByRole('img', { name: 'IMG_0042.jpg, added by Ann Keller' })).toBeVisible()
    const photo = await saved(bo, full.getByRole('button', { name: 'Save' }))
    expect(photo.bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(photo.bytes.length).toBeGreaterThan(10_000)
    for (const trace of ['Exif', PLACE_WORDS, 'GPS']) expect(photo.bytes.includes(trace)).toBe(false)
  })

  await test.step('a viewer looks and adds nothing', async () => {
    const wall = await newDevice()
    await wall.goto(view)
    await expect(card(wall, TITLE)).toBeVisible()
    const sheet = await openCard(wall)
    await drawn(tile(sheet, 'IMG_0042.jpg').locator('img'))
    await expect(sheet.getByRole('button', { name: /^Add a|^Take/ })).toHaveCount(0)
    await tile(sheet, 'IMG_0042.jpg').click()
    await expect(wall.getByRole('button', { name: 'Save', exact: true })).toBeEnabled()
    await expect(wall.getByRole('button', { name: /^Take off/ })).toHaveCount(0)
  })

  await test.step('the relay’s folder has the files, and nothing of what is in them', async () => {
    await relay.kill()
    const needles = [SHEET_WORDS, PLACE_WORDS, 'IMG_0042', 'JFIF', setupSheet.name].map((words) =>
      Buffer.from(words),
    )
    expect([...foundInFolder(relay.dataDir, needles)].map(String)).toEqual([])
    const files = readdirSync(relay.dataDir, { recursive: true }).map((name) => basename(String(name)))
    expect(files.filter((name) => /^[0-9a-f]{64}$/.test(name))).toHaveLength(2)
  })
})

test.describe('with the app on the device', () => {
  test.use({ serviceWorkers: 'allow' })

  test('what is added offline waits on the device, over a reload too, and comes to the others later', async ({
    newDevice,
  }) => {
    test.slow()
    const ann = await newDevice()
    await startTeam(ann)
    await addCard(ann, TITLE)
    const bo = await newDevice()
    await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
    await ann.evaluate(async () => void (await navigator.serviceWorker.ready))
    await ann.reload()
    const photo = await photoOf(ann)

    await ann.context().setOffline(true)
    const mine = await openCard(ann)
    await choose(ann, mine.getByRole('button', { name: 'Add a photo' }), [photo])
    await expect(mine.getByText('Waits for the meeting point')).toBeVisible()
    await ann.reload()
    const again = await openCard(ann)
    await drawn(tile(again, 'IMG_0042.jpg').locator('img'))
    await expect(again.getByText('Waits for the meeting point')).toBeVisible()

    await ann.context().setOffline(false)
    await expect(again.getByText('Waits for the meeting point')).toBeHidden({ timeout: 60_000 })
    const theirs = await openCard(bo)
    await drawn(tile(theirs, 'IMG_0042.jpg').locator('img'))
  })
})

test('by paste, drop and keyboard; too large is refused with its size; nothing active is shown; taking off is undone', async ({
  newDevice,
}) => {
  test.slow()
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, TITLE)
  const sheet = await openCard(ann)
  const photo = await photoOf(ann)
  const give = (event: 'paste' | 'drop', file: Chosen) =>
    ann.evaluate(
      ([name, { words, ...about }]) => {
        const bytes = Uint8Array.from(atob(words), (character) => character.charCodeAt(0))
        const transfer = new DataTransfer()
        transfer.items.add(new File([bytes], about.name, { type: about.type }))
        document.body.dispatchEvent(
          name === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
            : new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
        )
      },
      [event, { name: file.name, type: file.mimeType, words: file.buffer.toString('base64') }] as const,
    )

  await test.step('pasted and dropped', async () => {
    await give('paste', { ...photo, name: 'pasted.png' })
    await drawn(tile(sheet, 'pasted.jpg').locator('img'))
    await give('drop', { ...photo, name: 'dropped.jpg' })
    await drawn(tile(sheet, 'dropped.jpg').locator('img'))
  })

  await test.step('by keyboard, and what could hold script is a file to save', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran = true"><text>x</text></svg>'
    const button = sheet.getByRole('button', { name: 'Add a file' })
    await button.focus()
    const [chooser] = await Promise.all([ann.waitForEvent('filechooser'), ann.keyboard.press('Enter')])
    await chooser.setFiles({ name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) })
    const file = await saved(ann, sheet.getByRole('button', { name: 'Save plan.svg' }))
    expect(file.bytes.toString()).toBe(drawing)
    await expect(sheet.locator('img')).toHaveCount(2)
    expect(await ann.evaluate(() => 'ran' in window)).toBe(false)
  })

  await test.step('too large, empty, and a photo that cannot be read', async () => {
    const add = sheet.getByRole('button', { name: 'Add a file' })
    const film = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(12 * 1024 * 1024) }
    await choose(ann, add, [film])
    await expect(ann.getByText('film.mp4 has 12 MB. A file may have 10 MB at most.')).toBeVisible()
    await choose(ann, add, [{ name: 'IMG_1.heic', mimeType: 'image/heic', buffer: Buffer.from('not one') }])
    await expect(ann.getByText('This browser cannot read IMG_1.heic')).toBeVisible()
    await choose(ann, add, [{ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }])
    await expect(ann.getByText('nothing.txt is empty.')).toBeVisible()
    await expect(sheet.getByRole('button', { name: /^Take off / })).toHaveCount(1)
  })

  await test.step('nothing for axe to find, in the list and in full size', async () => {
    await isAccessible(ann, 'files of a card')
    await tile(sheet, 'dropped.jpg').click()
    await drawn(ann.getByRole('dialog', { name: 'dropped.jpg' }).locator('img'))
    await isAccessible(ann, 'a photo in full size')
    await ann.keyboard.press('Escape')
  })

  await test.step('taken off and brought back', async () => {
    await sheet.getByRole('button', { name: 'Take off plan.svg' }).click()
    await expect(sheet.getByText('plan.svg')).toBeHidden()
    await ann.getByRole('button', { name: 'Undo' }).last().click()
    await expect(sheet.getByText('plan.svg')).toBeVisible()
  })
})

test('on a phone the camera is asked, and what stops is shown to the others', async ({ newDevice }) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, TITLE)
  const photo = await photoOf(ann)
  const bo = await newDevice(phone)
  await joinTeam(bo, await invitation(ann, 'edit'), 'Bo Madsen')
  await bo.getByRole('button', { name: 'Something stops' }).tap()
  await bo.getByRole('dialog').getByRole('button', { name: 'Raise it now' }).tap()
  const raised = bo.getByRole('dialog')
  const take = raised.getByRole('button', { name: 'Take a photo' })
  await expect(take).toBeVisible()
  await expect(raised.locator('input[type=file]')).toHaveAttribute('capture', 'environment')
  const [chooser] = await Promise.all([bo.waitForEvent('filechooser'), take.tap()])
  await chooser.setFiles(photo)
  await drawn(tile(raised, 'IMG_0042.jpg').locator('img'))

  await ann.getByRole('button', { name: /The line is stopped/ }).click()
  await drawn(tile(ann.getByRole('dialog'), 'IMG_0042.jpg').locator('img'))
})
