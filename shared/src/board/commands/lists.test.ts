import { expect, it } from 'vitest'
import { putAwayOf } from '../put-away'
import { createSmallBoard } from '../test-support/small-board'
import { archiveReason } from './blockers'
import { addField, addType, archiveField, archiveType } from './card-kinds'
import { addRecurring, archiveRecurring, archiveTemplate, saveTemplate } from './card-templates'
import { archiveTag, tagCard } from './card-parts'
import { editCard } from './edit-card'
import { moveListed, restoreListed } from './lists'
import { addStation, archiveStation } from './stations'
import { dissolveGroup, putInGroup } from './structure-groups'
import { addLane, archiveLane } from './structure-lanes'
import { addView, removeView } from './views'

const threeTypes = () => {
  const small = createSmallBoard()
  for (const type of ['a', 'b', 'c']) small.run(addType, { type, name: type.toUpperCase(), colour: 'teal' })
  const order = () => small.board.types.map(({ id }) => id).join(' ')
  return { small, order }
}

it('puts a row behind another or first, and writes nothing where it stands there', () => {
  const { small, order } = threeTypes()
  small.run(moveListed, { list: 'types', id: 'c', after: null })
  expect(order()).toBe('c a b')
  small.run(moveListed, { list: 'types', id: 'c', after: 'a' })
  expect(order()).toBe('a c b')
  expect(moveListed.decide(small.board, { list: 'types', id: 'c', after: 'a' }, small.ann)).toEqual({
    ok: true,
    value: [],
  })
})
it('does not order what is not on the list', () => {
  const { small, order } = threeTypes()
  small.run(archiveType, { type: 'b' })
  const gone = { error: { reason: 'kind-gone' } }
  expect(small.run(moveListed, { list: 'types', id: 'b', after: null })).toMatchObject(gone)
  expect(small.run(moveListed, { list: 'types', id: 'a', after: 'b' })).toMatchObject(gone)
  expect(order()).toBe('a c')
})
it('brings a type back in its place, and its cards are of it again', () => {
  const { small, order } = threeTypes()
  small.run(editCard, { card: 'c1', type: 'b' })
  small.run(archiveType, { type: 'b' })
  expect(putAwayOf(small.board)).toEqual([{ list: 'types', id: 'b', name: 'B' }])
  small.run(restoreListed, { list: 'types', id: 'b' })
  expect(order()).toBe('a b c')
  expect(small.board.cards.get('c1')?.type).toBe('b')
  expect(putAwayOf(small.board)).toEqual([])
})
it('finds everything that a board can put away, and brings each back', () => {
  const small = createSmallBoard()
  const tool = small.board.reasons.find((reason) => !reason.safety)?.id ?? ''
  small.run(addLane, { lane: 'l', name: 'Rush', rest: 'Rest' })
  small.run(putInGroup, { column: small.doing, group: { name: 'Making' } })
  const [group = ''] = small.board.groups.keys()
  small.run(addStation, { id: 's', name: 'Press 2' })
  small.run(addType, { type: 't', name: 'Bug', colour: 'red' })
  small.run(addField, { field: 'f', name: 'Order', kind: 'text', type: null })
  small.run(tagCard, { card: 'c1', name: 'night' })
  const [tag = ''] = Object.keys(small.board.cards.get('c1')?.tags ?? {})
  small.run(saveTemplate, { template: 'm', card: 'c1', name: 'Clean' })
  const again = { recurring: 'r', template: 'm', column: small.todo, rhythm: 'daily' } as const
  small.run(addRecurring, { ...again, from: '2026-01-05', zone: 'UTC' })
  small.run(addView, { view: 'v', name: 'Mine', filter: 'mine=1' })
  small.run(archiveLane, { lane: 'l' })
  small.run(dissolveGroup, { group })
  small.run(archiveStation, { id: 's' })
  small.run(archiveReason, { id: tool })
  small.run(archiveType, { type: 't' })
  small.run(archiveField, { field: 'f' })
  small.run(archiveTag, { tag })
  small.run(archiveTemplate, { template: 'm' })
  small.run(archiveRecurring, { recurring: 'r' })
  small.run(removeView, { view: 'v' })
  const away = putAwayOf(small.board)
  expect(away.map(({ list, name }) => `${list}: ${name}`)).toEqual([
    'lanes: Rush',
    'groups: Making',
    'stations: Press 2',
    'reasons: Tool or machine',
    'types: Bug',
    'fields: Order',
    'tags: night',
    'templates: Clean',
    'recurring: Clean',
    'views: Mine',
  ])
  for (const { list, id } of away) small.run(restoreListed, { list, id })
  expect(putAwayOf(small.board)).toEqual([])
  expect(small.board.groups.get(group)?.name).toBe('Making')
  expect(small.board.types).toEqual(small.document.rebuilt().types)
})
it('does not offer a heading under which no column stands', () => {
  const small = createSmallBoard()
  small.run(putInGroup, { column: small.doing, group: { name: 'Making' } })
  small.run(putInGroup, { column: small.doing, group: null })
  expect(putAwayOf(small.board)).toEqual([])
})
