import { describe, expect, it } from 'vitest'
import { fieldsFor, fieldValue, typeOf } from '../kinds'
import { addWebLink, removeWebLink, setField } from './card-fields'
import { addField, addType, archiveField, archiveType, editField, editType } from './card-kinds'
import { archiveTag, colourTag, tagCard } from './card-parts'
import { archiveTemplate, editTemplate, saveTemplate } from './card-templates'
import { addChecklistItem, checklistOf } from './card-parts'
import { addCard, editCard } from './edit-card'
import { descriptionOf } from '../records'
import { createSmallBoard } from '../test-support/small-board'

function withType() {
  const small = createSmallBoard()
  small.run(addType, { type: 'bug', name: ' Bug ', colour: 'red' })
  small.run(addType, { type: 'idea', name: 'Idea', colour: 'blue' })
  return small
}
const row = (small: ReturnType<typeof createSmallBoard>, card = 'c1') => {
  const found = small.board.cards.get(card)
  if (!found) throw new Error('not there')
  return found
}

describe('types', () => {
  it('stand in order, are renamed and recoloured, and given to cards', () => {
    const small = withType()
    expect(small.board.types.map((type) => type.name)).toEqual(['Bug', 'Idea'])
    small.run(editType, { type: 'bug', name: 'Defect', colour: 'green' })
    small.run(editCard, { card: 'c1', type: 'bug' })
    expect(typeOf(small.board, row(small))).toMatchObject({ name: 'Defect', colour: 'green' })
    expect(small.run(editCard, { card: 'c1', type: 'none' })).toMatchObject({
      error: { reason: 'kind-gone' },
    })
  })
  it('taken off the list leave plain cards', () => {
    const small = withType()
    small.run(editCard, { card: 'c1', type: 'bug' })
    small.run(archiveType, { type: 'bug' })
    expect(typeOf(small.board, row(small))).toBeUndefined()
    expect(row(small).type).toBe('bug')
    expect(small.run(archiveType, { type: 'bug' }).ok).toBe(false)
    expect(small.document.rebuilt().types).toEqual(small.board.types)
  })
})

describe('fields', () => {
  const fields = () => {
    const small = withType()
    small.run(addField, { field: 'minutes', name: 'Minutes', kind: 'number', type: null, unit: 'min' })
    small.run(addField, {
      field: 'press',
      name: 'Press',
      kind: 'choice',
      type: 'bug',
      choices: ['1', ' 2 ', '1', ''],
    })
    return small
  }
  it('are those of every card and those of its type', () => {
    const small = fields()
    const names = (card: string) => fieldsFor(small.board, row(small, card)).map((one) => one.name)
    small.run(editCard, { card: 'c1', type: 'bug' })
    expect(names('c1')).toEqual(['Minutes', 'Press'])
    expect(names('c2')).toEqual(['Minutes'])
    expect(small.board.fields[1]?.choices).toEqual(['1', '2'])
    small.run(archiveField, { field: 'minutes' })
    expect(names('c2')).toEqual([])
  })
  it('take values of their kind only, and give back none of another', () => {
    const small = fields()
    small.run(editCard, { card: 'c1', type: 'bug' })
    expect(small.run(setField, { card: 'c1', field: 'minutes', value: 'long' })).toMatchObject({
      error: { reason: 'not-a-value' },
    })
    small.run(setField, { card: 'c1', field: 'minutes', value: 12.5 })
    small.run(setField, { card: 'c1', field: 'press', value: '2' })
    expect(row(small).fields).toEqual({ minutes: 12.5, press: '2' })
    const [minutes, press] = small.board.fields
    if (!minutes || !press) throw new Error('not there')
    expect(fieldValue(minutes, row(small))).toBe(12.5)
    expect(fieldValue({ ...minutes, kind: 'text' }, row(small))).toBeUndefined()
    expect(small.run(setField, { card: 'c1', field: 'press', value: '3' }).ok).toBe(false)
    small.run(setField, { card: 'c1', field: 'press', value: null })
    expect(row(small).fields).toEqual({ minutes: 12.5 })
    expect(small.run(setField, { card: 'c2', field: 'press', value: '1' })).toMatchObject({
      error: { reason: 'kind-gone' },
    })
  })
  it('a choice needs something to choose', () => {
    const small = fields()
    expect(small.run(addField, { name: 'Where', kind: 'choice', type: null, choices: [' '] }).ok).toBe(false)
    expect(small.run(editField, { field: 'press', choices: [] }).ok).toBe(false)
    small.run(editField, { field: 'press', name: 'Which press', choices: ['4'], type: null })
    expect(small.board.fields[1]).toMatchObject({ name: 'Which press', choices: ['4'], type: null })
  })
})

it('a size is zero or more', () => {
  const small = createSmallBoard()
  small.run(editCard, { card: 'c1', size: 3 })
  expect(row(small).size).toBe(3)
  expect(small.run(editCard, { card: 'c1', size: -1 })).toMatchObject({ error: { reason: 'not-a-value' } })
  small.run(editCard, { card: 'c1', size: null })
  expect(row(small).size).toBeNull()
})

it('a card serves a value that the directory knows by its id, or none', () => {
  const small = createSmallBoard()
  expect(row(small).value).toBeNull()
  small.run(editCard, { card: 'c1', value: 'first-time' })
  expect(row(small).value).toBe('first-time')
  for (const value of ['', 'x'.repeat(201)])
    expect(small.run(editCard, { card: 'c1', value })).toMatchObject({ error: { reason: 'not-a-value' } })
  small.run(editCard, { card: 'c1', value: null })
  expect(row(small).value).toBeNull()
})

describe('addresses', () => {
  it('are put on a card and taken off', () => {
    const small = createSmallBoard()
    small.run(addWebLink, { card: 'c1', url: 'example.org', name: ' Plan ' })
    const [[id = '', link] = []] = Object.entries(row(small).web)
    expect(link).toMatchObject({ url: 'https://example.org', name: 'Plan', by: 'ann' })
    small.run(removeWebLink, { card: 'c1', link: id })
    expect(row(small).web).toEqual({})
    expect(small.run(addWebLink, { card: 'c1', url: 'javascript:1' }).ok).toBe(false)
  })
})

it('a tag has a colour, and taken off the list it is off every card', () => {
  const small = createSmallBoard()
  small.run(tagCard, { card: 'c1', name: 'Press 3' })
  const [tag = ''] = Object.keys(row(small).tags)
  small.run(colourTag, { tag, colour: 'green' })
  expect(small.board.tags.get(tag)?.colour).toBe('green')
  small.run(archiveTag, { tag })
  expect(small.board.tags.get(tag)?.archived).toBe(true)
})

describe('templates', () => {
  it('keep what a card says and begin others with it', () => {
    const small = withType()
    const said = { type: 'bug', size: 2, classOfService: 'expedite', value: 'v1' } as const
    small.run(editCard, { card: 'c1', ...said, due: '2026-05-01' })
    small.run(addChecklistItem, { card: 'c1', text: 'Measure' })
    small.run(tagCard, { card: 'c1', name: 'Press' })
    small.run(saveTemplate, { template: 't', card: 'c1', name: 'Usual', words: 'One\nTwo' })
    expect(small.run(addCard, { card: 'n1', title: '', template: 't' }).ok).toBe(true)
    expect(row(small, 'n1')).toMatchObject({
      title: 'Card c1',
      ...said,
      due: null,
      tags: row(small).tags,
    })
    expect(checklistOf(row(small, 'n1')).map((item) => item.text)).toEqual(['Measure'])
    expect(small.document.texts.get(descriptionOf('n1'))).toEqual(['One', 'Two'])
    small.run(addCard, { card: 'n2', title: 'Own', template: 't', classOfService: 'standard' })
    expect(row(small, 'n2')).toMatchObject({ title: 'Own', classOfService: 'standard' })
  })
  it('are changed and taken off; what is not on the list is no template', () => {
    const small = createSmallBoard()
    small.run(saveTemplate, { template: 't', card: 'c1', name: 'Usual' })
    small.run(editTemplate, { template: 't', name: 'Other', title: 'Begin', words: 'So' })
    expect(small.board.templates[0]).toMatchObject({
      name: 'Other',
      content: { title: 'Begin', words: 'So' },
    })
    small.run(archiveTemplate, { template: 't' })
    expect(small.board.templates).toEqual([])
    expect(small.run(addCard, { title: '', template: 't' }).ok).toBe(false)
    small.run(addCard, { card: 'n1', title: 'Plain', template: 't' })
    expect(row(small, 'n1').checklist).toEqual({})
  })
})
