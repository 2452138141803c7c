import { emptyTable } from '@yokoten/shared/kernel'
import type { Command } from '@yokoten/shared/kernel'
import { addAct, editAct, planHandOver, setRule, setRules } from '@yokoten/shared/playbook'
import { createSmallPlaybook, valueAt } from '@yokoten/shared/playbook/test-support'

import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import { expect, it } from 'vitest'
import '../../../text/rooms'
import { dayWords } from '../rules/rule-words'
import { describePlaybookAct } from './describe-act'

const TEAM = { peopleById: emptyTable<never>(), skillsById: emptyTable<never>() }
const COLUMNS = new Map([['c', 'Set up']])

function described<A, R>(
  command: Command<PlaybookSnapshot, A, R>,
  args: A,
  before: (small: ReturnType<typeof createSmallPlaybook>) => void = () => undefined,
) {
  const small = createSmallPlaybook()
  before(small)
  const changes = command.decide(small.playbook, args, small.as('ann'))
  if (!changes.ok) throw new Error('refused')
  const { title, lines } = describePlaybookAct(small.playbook, TEAM, COLUMNS, changes.value)
  return [title, ...lines.map(({ what, before: was, after }) => `${what}: ${was || '–'} > ${after || '–'}`)]
}

it('a rule for a special case says which', () => {
  const condition = { upTo: 200 }
  expect(described(setRule, { act: 'spend', condition, value: valueAt('tell') })).toEqual([
    'Change the rule for “spend money, up to 200” to: Do it, then tell',
    'How it is done: Nothing agreed > Do it, then tell',
    'Whom to tell: – > Everybody',
  ])
  expect(
    described(setRule, { act: 'change-limit', condition: { column: 'c' }, value: null }, (small) =>
      small.rule('change-limit', valueAt('vote'), { column: 'c' }),
    ),
  ).toEqual([
    'Change the rule for “change a limit, in Set up” to: Nothing agreed',
    'How it is done: Vote > Nothing agreed',
  ])
  const value = { kind: 'ours' as const, day: '2027-03-01' }
  expect(described(planHandOver, { act: 'spend', condition, value })).toEqual([
    `Plan to decide “spend money, up to 200” ourselves by ${dayWords(value.day)}`,
  ])
})

it('a rule whose level stays says what else would be another', () => {
  const yesFrom = { kind: 'outside' as const, id: 'plant manager' }
  expect(
    described(
      setRule,
      { act: 'spend', condition: {}, value: valueAt('yes', { yesFrom, hours: 8 }) },
      (small) => small.rule('spend', valueAt('yes', { yesFrom: { kind: 'outside', id: 'owner' }, hours: 2 })),
    ),
  ).toEqual([
    'Change the rule for “spend money”',
    'Whose yes: Owner > Plant manager',
    'Time for the others: 2 working hours > 8 working hours',
  ])
  expect(
    described(
      setRule,
      { act: 'expedite', condition: {}, value: valueAt('consent', { quorum: 80, review: '2027-03-01' }) },
      (small) => small.rule('expedite', valueAt('consent', { why: 'It hurt' })),
    ),
  ).toEqual([
    'Change the rule for “make a card a rush”',
    'Members who must have been heard: more than half > 80 %',
    `Look at it again on: – > ${dayWords('2027-03-01')}`,
    'Why: It hurt > –',
  ])
})

it('of several rules each line says whose it is, and of an own act what it would be about', () => {
  const rule = { condition: {}, value: valueAt('free') }
  expect(
    described(setRules, {
      rules: [
        { ...rule, act: 'spend' },
        { ...rule, act: 'archive' },
      ],
    }),
  ).toEqual([
    'Change 2 rules',
    'Spend money: How it is done: Nothing agreed > Just do it',
    'Archive something: How it is done: Nothing agreed > Just do it',
  ])
  expect(
    described(editAct, { id: 'swap', concern: 'people' }, (small) => {
      small.run(addAct, { id: 'swap', name: 'Swap shifts' })
    }),
  ).toEqual(['Change what “Swap shifts” is about', 'What it is about: None of these > People'])
})
