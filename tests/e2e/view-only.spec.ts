// Whoever has only the view invitation sees everything live and can write by no way: buttons, keys or the wire.
import { createWebCrypto } from '@yokoten/client/session/crypto'
import { createFrames, deriveTeamKeys, parseInvitation } from '@yokoten/shared/sync'
import type { TeamKeys } from '@yokoten/shared/sync'
import { peopleRows } from '@yokoten/shared/team'
import * as Y from 'yjs'
import { connectClient, randomId } from '../support/relay-client'
import {
  addCard,
  boardOf,
  card,
  column,
  expect,
  goTo,
  invitation,
  moveCard,
  startTeam,
  test,
} from './support/yokoten'
import { figure, startSampleMap, step, typeData } from './support/maps'

const crypto = createWebCrypto(globalThis.crypto)

test('a view invitation shows board and map live and lets nothing be changed', async ({ newDevice }) => {
  const ann = await newDevice()
  await startTeam(ann)
  await addCard(ann, 'Shadow board for die clamps')
  const link = await invitation(ann, 'view')
  const wall = await newDevice()
  await wall.goto(link)
  await expect(card(wall, 'Shadow board for die clamps')).toBeVisible()
  await moveCard(ann, 'Shadow board for die clamps', 'Doing')
  await expect(column(wall, 'Doing').locator('[data-card]')).toHaveCount(1)

  await test.step('no acts on the board, by button or by key', async () => {
    const main = wall.locator('body')
    for (const act of [/^Add card/, /^Pull/, /^Change column/, /^Write the first/, /stops$/])
      await expect(main.getByRole('button', { name: act })).toHaveCount(0)
    const before = await boardOf(wall)
    await card(wall, 'Shadow board for die clamps').focus()
    for (const key of ['Alt+ArrowRight', 'Alt+ArrowLeft', 'm', 'p', 's', 'n', 'Delete', 'Control+z'])
      await wall.keyboard.press(key)
    await expect(wall.getByRole('dialog')).toHaveCount(0)
    expect(await boardOf(wall)).toEqual(before)
    await card(wall, 'Shadow board for die clamps').press('Enter')
    const sheet = wall.getByRole('dialog')
    await sheet.getByLabel('Title').click()
    await wall.keyboard.type('scribble')
    await expect(sheet.getByLabel('Title')).toHaveValue('Shadow board for die clamps')
    await expect(sheet.getByRole('textbox', { name: 'Description' })).toHaveCount(0)
    await expect(sheet.getByRole('button', { name: /Archive|Move to|Something stops/ })).toHaveCount(0)
    await expect(sheet.getByRole('checkbox').and(wall.locator(':enabled'))).toHaveCount(0)
    await wall.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  })

  await test.step('the palette offers going and looking only', async () => {
    await wall.keyboard.press('Control+k')
    const palette = wall.getByRole('dialog', { name: 'Find an act' })
    await expect(palette.getByRole('menuitem', { name: 'Go to the map' })).toBeVisible()
    await expect(palette.getByRole('menuitem', { name: /Add card|Pull next|Undo|New/ })).toHaveCount(0)
    await wall.keyboard.press('Escape')
  })

  await test.step('the map, live, without tools', async () => {
    await startSampleMap(ann)
    await goTo(wall, 'Map')
    await expect(figure(wall, 'Production lead time')).toContainText('23.6 days')
    await typeData(ann, 'Assembly 1', 'Time per piece (C/T)', '50 s')
    await expect(figure(wall, 'Processing time')).toContainText('176 s')
    await expect(wall.getByRole('toolbar')).toHaveCount(0)
    await expect(step(wall, 'Assembly 1').getByRole('button')).toHaveCount(0)
    await step(wall, 'Assembly 1').click()
    for (const key of ['Delete', 'p', 'Enter', 'Control+d', 'Control+z']) await wall.keyboard.press(key)
    await expect(step(wall, 'Assembly 1')).toHaveCount(1)
    await expect(figure(wall, 'Processing time')).toContainText('176 s')
  })
})

/** The update of a person who joins, sealed by whoever has the writer's key. */
async function sealedPerson(keys: TeamKeys, doc: string, name: string): Promise<Uint8Array> {
  const made = new Y.Doc()
  made.getMap(peopleRows.name).set(randomId(), { name, colour: '', rank: 'a9' })
  const content = { schema: { min: 1, max: 1 }, body: Y.encodeStateAsUpdate(made), vector: undefined }
  const sealed = await createFrames(crypto, keys).seal({
    type: 'update',
    doc,
    strand: randomId(),
    seq: 1,
    content,
  })
  if (!sealed.ok) throw new Error(sealed.error.reason)
  return sealed.value
}

test('a hand-made client with the view keys is refused, and nothing of what it sends arrives', async ({
  newDevice,
  relay,
}) => {
  const ann = await newDevice()
  await startTeam(ann)
  const parsed = parseInvitation(await invitation(ann, 'edit'))
  if (!parsed.ok) throw new Error(parsed.error.reason)
  const keys = await deriveTeamKeys(crypto, parsed.value)
  const viewKeys = await deriveTeamKeys(crypto, keys.invitations.view)
  const doc = await keys.documentId('team')

  const seal = createFrames(crypto, viewKeys).seal({
    type: 'update',
    doc,
    strand: randomId(),
    seq: 1,
    content: { schema: { min: 1, max: 1 }, body: new Uint8Array(2), vector: undefined },
  })
  expect((await seal).ok).toBe(false)

  // The relay refuses by the mode of the connection, so even a frame with the writer's own signature does not pass.
  const viewer = connectClient(relay.process.url)
  await viewer.enter(viewKeys)
  await viewer.open(doc)
  viewer.send({ type: 'put', frame: await sealedPerson(keys, doc, 'Mallory from the view') })
  expect(await viewer.next('refused')).toMatchObject({ code: 'view-only' })

  const editor = connectClient(relay.process.url)
  await editor.enter(keys)
  await editor.open(doc)
  editor.send({ type: 'put', frame: await sealedPerson(keys, doc, 'Olga with the edit keys') })
  await goTo(ann, 'Team')
  const people = ann.getByRole('region', { name: 'People' })
  await expect(people.getByText('Olga with the edit keys')).toBeVisible()
  await expect(people.getByText('Mallory from the view')).toHaveCount(0)
  await ann.reload()
  await expect(people.getByText('Olga with the edit keys')).toBeVisible()
  await expect(people.getByText('Mallory from the view')).toHaveCount(0)
  viewer.close()
  editor.close()
})
