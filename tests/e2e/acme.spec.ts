// The published figures of Acme Stamping, from the map that the browser shows, alone and with a second device.
import { expect, goTo, invitation, joinTeam, startTeam, test } from './support/yokoten'
import { dataValue, figure, startSampleMap, step, typeData } from './support/maps'

const PUBLISHED = {
  'Production lead time': '23.6 days',
  'Processing time': '188 s',
  'Takt time': '60 s',
  Stamping: '23,460 pieces',
  'Spot weld 1': '707 pieces',
  'Spot weld 2': '480 pieces',
  'Assembly 1': '445 of 460 pieces',
  'Assembly 2': '690 pieces',
}
const CYCLE = 'Time per piece (C/T)'

test('Acme has its published figures; an edit in place changes them and undo brings them back', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startTeam(page)
  await startSampleMap(page)
  const published = async () => {
    for (const [label, value] of Object.entries(PUBLISHED))
      await expect(figure(page, label)).toHaveText(`${label}${value}`)
  }
  await published()

  await typeData(page, 'Assembly 1', CYCLE, '50 s')
  await expect(figure(page, 'Processing time')).toContainText('176 s')
  await expect(figure(page, 'Assembly 1')).toContainText('552 pieces')
  await expect(figure(page, 'Production lead time')).toContainText('23.6 days')
  await page.getByRole('button', { name: 'Undo' }).click()
  await published()
  await page.keyboard.press('Control+Shift+Z')
  await expect(figure(page, 'Processing time')).toContainText('176 s')
  await page.keyboard.press('Control+Z')
  await published()

  await dataValue(page, 'Assembly 1', CYCLE).click()
  await step(page, 'Assembly 1').getByLabel(CYCLE).fill('a while')
  await page.keyboard.press('Enter')
  await expect(step(page, 'Assembly 1').getByRole('alert')).toContainText('Type a number')
  await page.keyboard.press('Escape')
  await published()
})

test('a second device sees the map change live, and the pointer of the first with its name', async ({
  newDevice,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  const link = await invitation(ann, 'edit')
  await startSampleMap(ann)
  const bo = await newDevice()
  await joinTeam(bo, link, 'Bo Madsen')
  await goTo(bo, 'Map')
  await expect(figure(bo, 'Production lead time')).toContainText('23.6 days')

  await typeData(ann, 'Assembly 1', CYCLE, '50 s')
  await expect(dataValue(bo, 'Assembly 1', CYCLE)).toContainText('50 s')
  await expect(figure(bo, 'Processing time')).toContainText('176 s')

  const pointer = bo.locator('.react-flow__viewport-portal').getByText('Ann Keller', { exact: true })
  // Both windows show the whole map in the same size, so the pointer stands in both at the same place.
  const pointerX = async () => (await pointer.boundingBox())?.x ?? Number.NaN
  await ann.mouse.move(500, 500)
  await expect.poll(pointerX).toBeCloseTo(500, -2)
  await ann.mouse.move(700, 600, { steps: 5 })
  await expect.poll(pointerX).toBeCloseTo(700, -2)

  await ann.getByRole('button', { name: 'Undo' }).click()
  await expect(figure(bo, 'Processing time')).toContainText('188 s')
})
