// What browser tests do on a map.
import type { Locator, Page } from '@playwright/test'
import { expect, goTo } from './yokoten'

/** Makes the team's first map and fills it with the Acme sample. */
export async function startSampleMap(page: Page): Promise<void> {
  await goTo(page, 'Map')
  await page.getByLabel('What does the map show?').fill('From order to delivery')
  await page.getByRole('button', { name: 'Make the map' }).click()
  await page.getByRole('button', { name: 'Try a sample: Acme Stamping' }).click()
  await expect(step(page, 'Stamping')).toBeVisible()
}

/** An icon on the canvas by its name. */
export const step = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: new RegExp(`: ${name}$`) })

/** A figure of the panel, label and value. */
export const figure = (page: Page, label: string): Locator =>
  page.getByRole('region', { name: 'What the map says' }).getByRole('button', { name: label })

/** A value of a data box, before it is opened. */
export const dataValue = (page: Page, name: string, field: string): Locator =>
  step(page, name).getByRole('button', { name: `${field}:` })

/** Types a value into a data box, in place. */
export async function typeData(page: Page, name: string, field: string, value: string): Promise<void> {
  await dataValue(page, name, field).click()
  await step(page, name).getByLabel(field).fill(value)
  await page.keyboard.press('Enter')
}
