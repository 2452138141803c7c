import { expect, it } from 'vitest'
import type { Action } from '../input'
import { paletteGroups } from './palette-list'

const act = (id: string, label: string, group: string, more: Partial<Action> = {}): Action => ({
  id,
  label,
  group,
  run: () => undefined,
  ...more,
})
const actions = [
  act('app.palette', 'Find', 'Help'),
  act('app.go.map', 'Go to the map', 'Go to', { keys: ['Alt+2'] }),
  act('board.move', 'Move to…', 'Board', { keys: ['M'], isEnabled: () => false }),
  act('board.add', 'Add card', 'Board', { keys: ['N'] }),
  act('board.archive', 'Archive', 'Board'),
]
const thing = { id: 'card c1', label: 'Add hoses', run: () => undefined }
const list = (words: string, recent: string[] = [], things = [thing]) =>
  paletteGroups({
    words,
    actions,
    recent,
    found: [{ id: 'cards', name: 'Cards', things: words === '' ? [] : things }],
    recentName: 'Lately',
    otherName: 'Page',
  }).map(({ name, entries }) => [name, entries.map((entry) => entry.id)])

it('lists what can be done, the page before the app, and what was done lately first', () => {
  expect(list('')).toEqual([
    ['Board', ['board.add', 'board.archive']],
    ['Go to', ['app.go.map']],
  ])
  expect(list('', ['app.go.map', 'gone', 'board.move'])).toEqual([
    ['Lately', ['app.go.map']],
    ['Board', ['board.add', 'board.archive']],
  ])
})
it('finds by every word, the beginning of a label first, and adds the things that were found', () => {
  expect(list('AD', ['app.go.map'])).toEqual([
    ['Board', ['board.add']],
    ['Cards', ['card c1']],
  ])
  expect(list('a', [], [])).toEqual([
    ['Board', ['board.add', 'board.archive']],
    ['Go to', ['app.go.map']],
  ])
  expect(list('map go', [], [])).toEqual([['Go to', ['app.go.map']]])
  expect(list('nothing like it', [], [])).toEqual([])
})
