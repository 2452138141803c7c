// Everything in one file: restored in an empty browser without a network, and merged from a device that was away.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  addCard,
  card,
  column,
  expect,
  goTo,
  installed,
  moveCard,
  sharing,
  startTeam,
  test,
} from './support/yokoten'
import { figure, startSampleMap } from './support/maps'

// Without a network the app comes from the device.
test.use({ serviceWorkers: 'allow' })

/** Saves the team's file from the team's page, where the person says so. `holds`: what is said to be in it. */
async function saveBackup(page: Page, to: string, holds: string): Promise<string> {
  await goTo(page, 'Team')
  await page.getByRole('button', { name: 'Save to a file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save everything to a file' })
  await expect(dialog.getByText(/The file also holds the team's key/)).toBeVisible()
  const started = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the file' }).click()
  const download = await started
  await expect(dialog.getByRole('status')).toContainText(`Saved as ${download.suggestedFilename()}`)
  await expect(dialog.getByRole('status')).toContainText(holds)
  await dialog.getByRole('button', { name: 'OK' }).click()
  const path = join(to, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/** Opens a card, with its sheet. */
async function openCard(page: Page, title: string) {
  await card(page, title).focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByLabel('Title')).toHaveValue(title)
  return sheet
}
async function addFile(page: Page, title: string, name: string): Promise<void> {
  const sheet = await openCard(page, title)
  const chooser = page.waitForEvent('filechooser')
  await sheet.getByRole('button', { name: 'Add a file' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(`About ${name}`) })
  await expect(sheet.getByRole('button', { name: `Save ${name}` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
}
/** Saves a file from its card, and gives what is in it. */
async function contentsOf(page: Page, title: string, name: string): Promise<string> {
  const sheet = await openCard(page, title)
  const started = page.waitForEvent('download')
  await sheet.getByRole('button', { name: `Save ${name}` }).click()
  const contents = readFileSync(await (await started).path(), 'utf8')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  return contents
}

test('a team goes into a file, out of it on an empty device, and back into the team with more in it', async ({
  newDevice,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-backup-'))
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Shadow board for die clamps')
  await moveCard(ann, 'Shadow board for die clamps', 'Doing')
  await startSampleMap(ann)
  await goTo(ann, 'Board')
  await addFile(ann, 'Shadow board for die clamps', 'Layout.txt')
  const file = await saveBackup(ann, folder, '1 photo or file is in it.')

  const bo = await newDevice()
  await bo.goto('/')
  await installed(bo)
  // What he sees from here on comes out of the file alone.
  await bo.context().setOffline(true)
  await bo.getByLabel('Restore a team from a backup file').setInputFiles(file)
  const restoring = bo.getByRole('dialog', { name: 'Restore from a file' })
  await expect(restoring.getByText('1 board, 1 map, 1 photo or file')).toBeVisible()
  await restoring.getByRole('button', { name: 'Restore' }).click()
  await bo.getByRole('button', { name: 'Ann Keller' }).click()
  await expect(column(bo, 'Doing').locator('[data-card]')).toHaveText(/Shadow board for die clamps/)
  expect(await contentsOf(bo, 'Shadow board for die clamps', 'Layout.txt')).toBe('About Layout.txt')
  await goTo(bo, 'Map')
  await expect(figure(bo, 'Production lead time')).toContainText('23.6 days')
  await goTo(bo, 'Board')
  await addCard(bo, 'Written far from any network')
  await addFile(bo, 'Written far from any network', 'Sketch.txt')
  await expect(sharing(bo)).toHaveText(/^Offline · \d+ changes, 2 files kept here$/)
  const carried = await saveBackup(bo, folder, '2 photos and files are in it.')

  const merging = ann.getByRole('dialog', { name: 'Merge a file into this team' })
  const merge = async (input: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await ann.getByLabel('Merge a file').setInputFiles(input)
    await expect(merging).toBeVisible()
  }
  await merge({
    name: 'cut.yokoten',
    mimeType: '',
    buffer: readFileSync(carried).subarray(0, -500),
  })
  await expect(merging.getByRole('alert')).toHaveText(/The end of this file is missing/)
  await expect(merging.getByText('Nothing was changed.')).toBeVisible()
  await merging.getByRole('button', { name: 'OK' }).click()
  await merge(carried)
  await merging.getByRole('button', { name: 'Merge' }).click()
  await expect(merging.getByText('Changeovers: something new was added')).toBeVisible()
  await expect(merging.getByText('1 photo or file: new here')).toBeVisible()
  await merging.getByRole('button', { name: 'OK' }).click()
  await goTo(ann, 'Board')
  await expect(card(ann, 'Written far from any network')).toBeVisible()
  expect(await contentsOf(ann, 'Written far from any network', 'Sketch.txt')).toBe('About Sketch.txt')
  await expect(column(ann, 'Doing').locator('[data-card]')).toHaveCount(1)
  rmSync(folder, { recursive: true })
})
