import { describe, expect, it } from 'vitest'
import { customerOf, goalsFor, lineOf, valuesOf } from './purpose'
import {
  addCustomer,
  addGoal,
  addValue,
  archiveCustomer,
  archiveGoal,
  archiveValue,
  editCustomer,
  editGoal,
  editValue,
  restoreGoal,
  restoreValue,
} from './purpose-commands'
import { LINE_LIMIT, WORDS_LIMIT } from './record-parts'
import { asPerson, createSmallTeam } from './test-support/small-team'

function setup() {
  const small = createSmallTeam('ann')
  small.run(addCustomer, { id: 'shop', name: ' Press  shop ', demand: '920 brackets a day' })
  small.run(addCustomer, { id: 'line', name: 'Assembly' })
  small.run(addValue, { id: 'first', words: 'A good part, first time', customer: 'shop' })
  small.run(addValue, { id: 'time', words: 'On time', customer: 'shop' })
  small.run(addGoal, { id: 'scrap', what: 'Scrap', from: '4 %', to: '1 %', by: '2027-03-01', value: 'first' })
  return small
}
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

describe('the purpose', () => {
  it('leads from a customer over what they value to the goals that serve it, and back', () => {
    const { team } = setup()
    expect(ids(valuesOf(team, 'shop'))).toEqual(['first', 'time'])
    expect(valuesOf(team, 'line')).toEqual([])
    expect(lineOf(team, 'first')).toMatchObject({
      value: { words: 'A good part, first time' },
      customer: { name: 'Press shop', demand: '920 brackets a day' },
      goals: [{ id: 'scrap', from: '4 %', to: '1 %' }],
    })
    expect(lineOf(team, 'elsewhere')).toBeUndefined()
    expect(lineOf(team, null)).toBeUndefined()
  })
  it('keeps what a customer valued when they are put away, as nobody’s', () => {
    const small = setup()
    small.run(archiveCustomer, { id: 'shop' })
    expect(small.team.customers).toEqual(['line'])
    expect(ids(valuesOf(small.team, null))).toEqual(['first', 'time'])
    const value = small.team.valuesById.get('first')
    expect(value && customerOf(small.team, value)).toBeUndefined()
  })
  it('shows that a goal serves nothing once its value is put away', () => {
    const small = setup()
    small.run(archiveValue, { id: 'first' })
    expect([goalsFor(small.team, 'first'), ids(goalsFor(small.team, null))]).toEqual([[], ['scrap']])
    small.run(restoreValue, { id: 'first' })
    expect(ids(goalsFor(small.team, 'first'))).toEqual(['scrap'])
  })
})

describe('purpose commands', () => {
  it('change only what is given, and write each part as a value of its own', () => {
    const { team } = setup()
    const decided = editGoal.decide(team, { id: 'scrap', to: '0.5 %', why: ' It hurts. ' }, asPerson('bo'))
    expect(decided).toMatchObject({
      value: [
        { kind: 'set', in: 'goals', id: 'scrap', field: 'to', value: '0.5 %' },
        { kind: 'set', in: 'goals', id: 'scrap', field: 'why', value: 'It hurts.' },
      ],
    })
    expect(editCustomer.decide(team, { id: 'shop', demand: '' }, asPerson('bo'))).toMatchObject({
      value: [{ field: 'demand', value: '' }],
    })
    expect(editValue.decide(team, { id: 'time', customer: null }, asPerson('bo'))).toMatchObject({
      value: [{ field: 'customer', value: null }],
    })
  })
  it('take three goals at most, and a fourth when one is put away', () => {
    const small = setup()
    small.run(addGoal, { id: 'two', what: 'Lead time' })
    small.run(addGoal, { id: 'three', what: 'Morale' })
    expect(small.run(addGoal, { what: 'More' })).toEqual({
      ok: false,
      error: { reason: 'goals-full', most: 3 },
    })
    small.run(archiveGoal, { id: 'two' })
    expect(small.run(addGoal, { id: 'four', what: 'More' }).ok).toBe(true)
    expect(small.run(restoreGoal, { id: 'two' })).toMatchObject({ error: { reason: 'goals-full' } })
    small.run(archiveGoal, { id: 'four' })
    expect(small.run(restoreGoal, { id: 'two' }).ok).toBe(true)
    expect(small.team.goals).toEqual(['scrap', 'two', 'three'])
  })
  it('refuse what is empty, too long, no day, or points at nothing', () => {
    const small = setup()
    const why = (result: { readonly ok: boolean; readonly error?: { readonly reason: string } }) =>
      result.error?.reason
    expect(why(small.run(addCustomer, { name: ' ' }))).toBe('name-empty')
    expect(why(small.run(addCustomer, { id: 'shop', name: 'Again' }))).toBe('id-taken')
    expect(why(small.run(addValue, { words: '' }))).toBe('words-empty')
    expect(why(small.run(addValue, { words: 'x'.repeat(LINE_LIMIT + 1) }))).toBe('words-too-long')
    expect(why(small.run(addValue, { words: 'Fine', customer: 'zoe' }))).toBe('unknown')
    expect(why(small.run(addGoal, { what: 'Fine', value: 'zoe' }))).toBe('unknown')
    expect(why(small.run(editGoal, { id: 'scrap', by: '2026-02-30' }))).toBe('not-a-day')
    expect(why(small.run(editGoal, { id: 'scrap', why: 'x'.repeat(WORDS_LIMIT + 1) }))).toBe('words-too-long')
    expect(why(small.run(editGoal, { id: 'zoe', what: 'x' }))).toBe('unknown')
  })
})
