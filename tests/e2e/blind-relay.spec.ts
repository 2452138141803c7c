// What the relay keeps, on its disk and in its memory, has no word of what was typed.
import { addCard, card, expect, sharing, startTeam, test } from './support/yokoten'
import { foundInFolder, foundInMemory, whyNoMemory } from './support/relay-memory'

const TITLE = 'Quillwort torque wrench 7291'
const DESCRIPTION = 'Hollyhock gauge drifts after lunch'
const TEAM = 'Saxifrage line'
const PERSON = 'Petronella Kvist'

test('no title, description or name is in the data folder or the memory of the relay', async ({
  newDevice,
  relay,
}) => {
  const page = await newDevice()
  await startTeam(page, TEAM, PERSON)
  await addCard(page, TITLE)
  await card(page, TITLE).click()
  const description = page.getByRole('textbox', { name: 'Description' })
  await description.click()
  await description.pressSequentially(DESCRIPTION)
  await page.keyboard.press('Escape')
  await expect(sharing(page)).toHaveText('On this device')

  const team = /\/t\/([0-9a-f]{32})\//.exec(page.url())?.[1] ?? ''
  expect(team).not.toBe('')
  const known = [Buffer.from(team), Buffer.from(team, 'hex')]
  const secrets = [TITLE, DESCRIPTION, TEAM, PERSON].flatMap((words) => [
    Buffer.from(words, 'utf8'),
    Buffer.from(words, 'utf16le'),
  ])
  const hits = (found: Set<Buffer>) => secrets.filter((one) => found.has(one)).map(String)
  // The relay does know the team's id: a search that does not find that would find nothing at all.
  const isAtWork = (found: Set<Buffer>) => known.some((id) => found.has(id))

  const onDisk = foundInFolder(relay.dataDir, [...known, ...secrets])
  expect(isAtWork(onDisk)).toBe(true)
  expect(hits(onDisk)).toEqual([])

  const why = whyNoMemory(relay.process.pid)
  if (why !== undefined) {
    console.log(`The relay's memory is not looked at: ${why}`)
    return
  }
  const inMemory = foundInMemory(relay.process.pid, [...known, ...secrets])
  expect(isAtWork(inMemory)).toBe(true)
  expect(hits(inMemory)).toEqual([])
})
