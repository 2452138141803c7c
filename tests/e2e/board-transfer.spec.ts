// Other tools' files become boards through the dialog, with the counts of their facts; what is refused is refused in
// words. A board saved as a file is read back.
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Locator, Page } from '@playwright/test'
import { isAccessible } from './support/axe'
import { column, expect, goTo, startTeam, test } from './support/yokoten'

/** What was counted in an export without this app. */
interface Facts {
  readonly boardName: string
  readonly lists: { readonly total: number; readonly archived: number }
  readonly listsInOrder: readonly {
    readonly name: string
    readonly closed: boolean
    readonly cardsOpen: number
  }[]
  readonly cards: {
    readonly total: number
    readonly archived: number
    readonly withDescription: number
    readonly withDue: number
    readonly attachments: number
    readonly customFieldItems: number
  }
  readonly checklists: { readonly items: number; readonly complete: number }
  readonly customFields: readonly unknown[]
  readonly comments: number
  readonly listMoves: { readonly total: number; readonly distinctCards: number }
}

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'trello')
/** Public exports without a licence: used where they are, not part of the repository. */
const OTHERS = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', '1-trello')
const large = [
  'trello-medium-122cards-comments-checklists',
  'trello-large-361cards-public',
  'trello-tiny-1card',
].map((name) => join(OTHERS, name))

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
const putAway = (count: number) => (count > 0 ? `, ${count} of them put away` : '')

/** A line that says this and nothing else. */
const exactly = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)

/** The lines that the summary must have, from the facts. */
function linesOf({ lists, cards, checklists, comments, listMoves, customFields }: Facts): string[] {
  const lines: (readonly [number, string])[] = [
    [lists.total, `${some(lists.total, 'column')}${putAway(lists.archived)}`],
    [cards.total, `${some(cards.total, 'card')}${putAway(cards.archived)}`],
    [
      listMoves.total,
      `${some(listMoves.total, 'move')} of ${some(listMoves.distinctCards, 'card')}, as their journeys`,
    ],
    [cards.withDescription, some(cards.withDescription, 'description')],
    [checklists.items, `${some(checklists.items, 'checklist item')}, ${checklists.complete} of them ticked`],
    [comments, some(comments, 'comment')],
    [cards.withDue, some(cards.withDue, 'due date')],
    [cards.attachments, `${some(cards.attachments, 'attachment as a web link', 'attachments as web links')}`],
    [
      customFields.length,
      `${some(customFields.length, 'field')} with ${some(cards.customFieldItems, 'value')}`,
    ],
  ]
  return lines.flatMap(([count, words]) => (count > 0 ? [words] : []))
}

async function openImport(page: Page): Promise<Locator> {
  await goTo(page, 'Team')
  await page.getByRole('button', { name: 'Bring in a board' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName('Bring in a board')
  return dialog
}

/** From now on notes on the page whether a progress bar was ever drawn, however short its life. */
const watchProgress = (page: Page) =>
  page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[role=progressbar]')) document.body.dataset.progress = 'seen'
    }).observe(document.body, { childList: true, subtree: true })
  })

async function importFile(page: Page, file: string): Promise<void> {
  const facts = JSON.parse(readFileSync(`${file}.facts.json`, 'utf8')) as Facts
  const dialog = await openImport(page)
  await watchProgress(page)
  await dialog.locator('input[type=file]').setInputFiles(`${file}.json`)
  await expect(dialog.getByLabel('Name of the new board')).toHaveValue(facts.boardName)
  await expect(dialog.getByRole('heading', { name: 'What comes in' })).toBeVisible()
  const lines = linesOf(facts)
  for (const line of lines)
    await expect(dialog.getByRole('listitem').filter({ hasText: exactly(line) })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Bring it in' }).click()
  await expect(dialog.getByRole('heading', { name: `${facts.boardName} is here` })).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-progress', 'seen')
  for (const line of lines)
    await expect(dialog.getByRole('listitem').filter({ hasText: exactly(line) })).toHaveCount(1)

  await dialog.getByRole('button', { name: 'Open the board' }).click()
  await expect(page.getByRole('heading', { level: 1, name: facts.boardName })).toBeVisible()
  const open = facts.listsInOrder.filter((list) => !list.closed)
  const shown = () =>
    page.locator('section[aria-label]').evaluateAll((columns) =>
      columns.map((column) => ({
        name: column.getAttribute('aria-label'),
        cardsOpen: Number(column.querySelector('[role=listitem]')?.getAttribute('aria-setsize') ?? 0),
      })),
    )
  const expected = open.map(({ name, cardsOpen }) => ({ name, cardsOpen }))
  await expect.poll(shown).toEqual(expected)
  await page.reload()
  await expect.poll(shown).toEqual(expected)
}

test('a Trello board comes in with what its facts say; what is no export leaves nothing behind', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startTeam(page)
  await importFile(page, join(FIXTURES, 'small-customfields'))

  const dialog = await openImport(page)
  const documents = page.locator('section', { hasText: 'Boards and maps' }).locator('li')
  const before = await documents.count()
  expect(before).toBeGreaterThan(1)
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-import-'))
  const whole = readFileSync(join(FIXTURES, 'small-customfields.json'), 'utf8')
  const huge = join(folder, 'huge.json')
  writeFileSync(huge, '{')
  truncateSync(huge, 100_000_000)
  const refused: [string, { name: string; mimeType: string; buffer: Buffer } | string, string | RegExp][] = [
    ['a truncated file', file('cut.json', whole.slice(0, 20_000)), /The end of this file is missing/],
    ['foreign JSON', file('other.json', '{"boards": []}'), /not a board of any tool/],
    ['half a Trello file', file('half.json', '{"lists": []}'), /not a Trello board: it has no “cards”/],
    ['a list', file('list.json', '[1, 2]'), /not a board of any tool/],
    ['a broken field', file('odd.json', whole.replace('"cards":[', '"cards":"none","x":[')), /“cards”/],
    ['no table', file('words.csv', 'Dear team,\nall is well.'), 'This is not a table: line 1 has no columns'],
    [
      'a line too long',
      file('long.csv', 'ID;Title\n1;Mix\n2;Clean;now\n'),
      'line 3 has 3 cells, where there are 2 columns',
    ],
    ['an open quotation mark', file('open.csv', 'ID;Title\n1;"Mix\n'), 'a quotation mark in line 2'],
    ['an empty file', file('empty.json', ''), 'This file is empty.'],
    ['100 MB', huge, 'This file is too large: 100 MB, where at most 67 MB are read.'],
  ]
  for (const [what, input, words] of refused)
    await test.step(what, async () => {
      await dialog.locator('input[type=file]').setInputFiles(input)
      await expect(dialog.getByRole('alert')).toContainText(words)
      await expect(dialog.getByRole('alert')).toContainText('Nothing was taken in.')
    })
  rmSync(folder, { recursive: true })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await documents.count()).toBe(before)
})

const file = (name: string, words: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(words),
})

test('larger Trello boards come in with what their facts say', async ({ newDevice }) => {
  const present = large.filter((path) => existsSync(`${path}.json`))
  test.skip(present.length === 0, `no larger exports in ${OTHERS}`)
  const page = await newDevice()
  await startTeam(page)
  for (const path of present) await test.step(path, () => importFile(page, path))
})

/** A zip archive with one file, as it is. */
function zipOf(name: string, words: string): Buffer {
  const bytes = Buffer.from(words)
  const path = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(bytes.length, 14)
  common.writeUInt32LE(bytes.length, 18)
  common.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, bytes])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, Buffer.alloc(14), path])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

const statusField = {
  id: 'status',
  name: 'Status',
  type: 'select',
  options: [
    { id: 'o1', value: 'To do 🔥' },
    { id: 'o2', value: 'Done' },
  ],
}
const archive = [
  { type: 'board', data: { id: 'b', title: 'Shop floor', cardProperties: [statusField] } },
  {
    type: 'block',
    data: {
      id: 'c',
      type: 'card',
      parentId: 'b',
      title: 'Oil the press',
      createAt: 1_767_000_000_000,
      fields: { properties: { status: 'o2' } },
    },
  },
  {
    type: 'block',
    data: { id: 'x', type: 'checkbox', parentId: 'c', title: 'Pump off', fields: { value: true } },
  },
]

const shownColumns = (page: Page) =>
  page
    .locator('section[aria-label]')
    .evaluateAll((columns) => columns.map((column) => column.getAttribute('aria-label')))

test('a Focalboard archive comes in, and the import is taken back and again', async ({ newDevice }) => {
  const page = await newDevice()
  await startTeam(page)
  const dialog = await openImport(page)
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'shop.boardarchive',
    mimeType: 'application/zip',
    buffer: zipOf('b/board.jsonl', archive.map((line) => JSON.stringify(line)).join('\n')),
  })
  await expect(dialog.getByLabel('Name of the new board')).toHaveValue('Shop floor')
  await expect(dialog.getByText('Done: 1 card, done')).toBeVisible()
  await expect(dialog.getByText('Oil the press')).toBeVisible()
  await dialog.getByRole('button', { name: 'Bring it in' }).click()
  const row = page.locator('section', { hasText: 'Boards and maps' }).locator('li', { hasText: 'Shop floor' })
  await dialog.getByRole('button', { name: 'Undo import' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(row.getByRole('button', { name: /Shop floor/ }).first()).toBeHidden()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await row
    .getByRole('button', { name: /^Shop floor/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Shop floor' })).toBeVisible()
  await expect.poll(() => shownColumns(page)).toEqual(['To do 🔥', 'Done'])
})

test('a table is corrected before it comes in, and the board is saved and read back', async ({
  newDevice,
}) => {
  const page = await newDevice()
  await startTeam(page)
  const dialog = await openImport(page)
  const rows = [
    'Nr;Task;To do;Painting;Done;Colour;Litres',
    'P-1;Mix colour 4;03/04/2026;05/04/2026;;red;2,5',
    'P-2;=Clean the booth;03/04/2026;06/04/2026;07/04/2026;blue;1',
  ]
  await dialog.locator('input[type=file]').setInputFiles(file('paint shop.csv', rows.join('\r\n')))
  await expect(dialog.getByLabel('Name of the new board')).toHaveValue('paint shop')
  await expect(dialog.getByLabel('Meaning of “Task”')).toHaveValue('title')
  await expect(dialog.getByLabel('Meaning of “Painting”')).toHaveValue('state-date')
  await expect(dialog.getByLabel('Dates in “Done”')).toHaveValue('day-first')
  await expect(
    dialog.getByText('Day and month could be either way round. Check the order.').first(),
  ).toBeVisible()
  await dialog.getByLabel('Meaning of “Nr”').selectOption('due')
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('Line 2: “P-1” in “Nr” is not a date as chosen.')
  await expect(dialog.getByRole('button', { name: 'Bring it in' })).toBeDisabled()
  await dialog.getByLabel('Meaning of “Nr”').selectOption('id')
  await expect(alert).toBeHidden()
  for (const column of ['To do', 'Painting', 'Done'])
    await dialog.getByLabel(`Dates in “${column}”`).selectOption('month-first')
  await expect(dialog.getByText('To do Mar 4, 2026 → Painting May 4, 2026')).toBeVisible()
  for (const column of ['To do', 'Painting', 'Done'])
    await dialog.getByLabel(`Dates in “${column}”`).selectOption('day-first')
  await expect(dialog.getByText('To do Apr 3, 2026 → Painting Apr 5, 2026')).toBeVisible()
  await dialog.getByRole('button', { name: 'Bring it in' }).click()
  await dialog.getByRole('button', { name: 'Open the board' }).click()
  await expect.poll(() => shownColumns(page)).toEqual(['To do', 'Painting', 'Done'])

  const save = async (what: string) => {
    await page.getByRole('button', { name: 'Board: switch, add, rename' }).click()
    await page.getByRole('menuitem', { name: 'Save as a file' }).click()
    const asked = page.getByRole('dialog', { name: 'Save the board as a file' })
    await asked.getByLabel('What for').selectOption({ label: what })
    const download = page.waitForEvent('download')
    await asked.getByRole('button', { name: 'Save', exact: true }).click()
    const saved = await download
    return { name: saved.suggestedFilename(), words: readFileSync(await saved.path(), 'utf8') }
  }
  const flow = await save('For a flow tool')
  expect(flow.name).toMatch(/^paint shop .* flow\.csv$/)
  const table = flow.words
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  expect(table[0]?.slice(0, 6)).toEqual(['ID', 'Link', 'Title', 'To do', 'Painting', 'Done'])
  expect(
    table
      .slice(1)
      .map((cells) => cells.slice(2, 6))
      .sort(),
  ).toEqual([
    ["'=Clean the booth", '2026-04-03', '2026-04-06', '2026-04-07'],
    ['Mix colour 4', '2026-04-03', '2026-04-05', ''],
  ])
  const cards = await save('For a spreadsheet')
  expect(cards.words).toContain('Colour,Litres,Description')
  const saved = await save('To bring it in again')
  expect(saved.name).toMatch(/^paint shop .*\.json$/)

  const again = await openImport(page)
  await again.locator('input[type=file]').setInputFiles(file(saved.name, saved.words))
  await expect(again.getByLabel('Name of the new board')).toHaveValue('paint shop')
  await expect(again.getByText('Painting: 1 card, work')).toBeVisible()
  await expect(again.getByText('=Clean the booth')).toBeVisible()
  await again.getByLabel('Name of the new board').fill('Paint shop two')
  await again.getByRole('button', { name: 'Bring it in' }).click()
  await again.getByRole('button', { name: 'Open the board' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Paint shop two' })).toBeVisible()
  await expect.poll(() => shownColumns(page)).toEqual(['To do', 'Painting', 'Done'])
  await test.step('a table comes onto this board, and one undo takes it off again', async () => {
    await page.getByRole('button', { name: 'Board: switch, add, rename' }).click()
    await page.getByRole('menuitem', { name: 'Bring in cards from a file' }).click()
    const more = page.getByRole('dialog', { name: 'Bring in cards' })
    await more
      .locator('input[type=file]')
      .setInputFiles(file('more.csv', 'Task,State\nSand the frame,painting\nVarnish it,Drying\n'))
    await expect(more.getByLabel('Where the cards go').locator('option:checked')).toHaveText('Paint shop two')
    await expect(
      more.getByText('“painting” goes to “Painting”, which has the same name: 1 card'),
    ).toBeVisible()
    await more.getByLabel('Where the cards of “Drying” go').selectOption({ label: 'Painting' })
    await isAccessible(page, 'a table that comes onto a board')
    await more.getByRole('button', { name: 'Bring it in' }).click()
    await page
      .getByRole('dialog', { name: 'The cards are on Paint shop two' })
      .getByRole('button', { name: 'Close' })
      .first()
      .click()
    const painting = column(page, 'Painting').locator('[data-card]')
    await expect(painting).toHaveText([/Mix colour 4/, /Sand the frame/, /Varnish it/])
    await page.keyboard.press('Control+z')
    await expect(painting).toHaveText([/Mix colour 4/])
  })
})
