// A Trello export becomes a board through the dialog, with the counts of its facts; other files are refused in words.
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, goTo, startTeam, test } from './support/yokoten'

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

/** The lines that the summary must have, from the facts. */
function linesOf({ lists, cards, checklists, comments, listMoves, customFields }: Facts): string[] {
  const lines: (readonly [number, string])[] = [
    [
      lists.total,
      `${some(lists.total, 'list becomes a column', 'lists become columns')}${putAway(lists.archived)}`,
    ],
    [cards.total, `${some(cards.total, 'card')}${putAway(cards.archived)}`],
    [
      listMoves.total,
      `${some(listMoves.total, 'move')} of ${some(listMoves.distinctCards, 'card')}, as their journeys`,
    ],
    [cards.withDescription, some(cards.withDescription, 'description')],
    [checklists.items, `${some(checklists.items, 'checklist item')}, ${checklists.complete} of them ticked`],
    [comments, some(comments, 'comment')],
    [cards.withDue, some(cards.withDue, 'due date')],
    [cards.attachments, `${some(cards.attachments, 'attachment')}: the file holds only links to them`],
    [
      customFields.length,
      `${some(customFields.length, 'custom field')} with ${some(cards.customFieldItems, 'value')}`,
    ],
  ]
  return lines.flatMap(([count, words]) => (count > 0 ? [words] : []))
}

async function openImport(page: Page): Promise<Locator> {
  await goTo(page, 'Team')
  await page.getByRole('button', { name: 'Bring in a Trello board' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName('Bring in a Trello board')
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
    await expect(dialog.getByRole('listitem').filter({ hasText: line })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Bring it in' }).click()
  await expect(dialog.getByRole('heading', { name: `${facts.boardName} is here` })).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-progress', 'seen')
  for (const line of lines)
    await expect(dialog.getByRole('listitem').filter({ hasText: line })).toHaveCount(1)

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
    ['foreign JSON', file('other.json', '{"boards": []}'), /This is not a Trello board: it has no “/],
    ['a list', file('list.json', '[1, 2]'), /This is not a Trello board/],
    ['a broken field', file('odd.json', whole.replace('"cards":[', '"cards":"none","x":[')), /“cards”/],
    ['no JSON', file('words.json', 'Dear team'), /not a Trello export|cannot be read/],
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
