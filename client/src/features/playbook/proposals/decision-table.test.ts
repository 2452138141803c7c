import { decisionsIn } from '@yokoten/shared/playbook'
import { expect, it } from 'vitest'
import { decisionTable, figuresOf, filterDecisions } from './decision-table'
import { createCases } from './test-support/cases'

const all = { words: '', kind: undefined, level: undefined, standing: undefined }

it('finds by words, kind, level and outcome, the latest first', () => {
  const { playbook, now } = createCases()
  const decisions = decisionsIn(playbook, now)
  const titles = (filter: Partial<typeof all>) =>
    filterDecisions(decisions, { ...all, ...filter }).map((one) => one.case.proposal.title)
  expect(titles({})).toEqual(['Spend 40', 'Limit of Prüfen to 5'])
  expect(titles({ words: 'prufen LIMIT' })).toEqual(['Limit of Prüfen to 5'])
  expect(titles({ words: 'nothing like it' })).toEqual([])
  expect(filterDecisions(decisions, { ...all, kind: 'spend' })).toHaveLength(1)
  expect(filterDecisions(decisions, { ...all, level: 'consent' })).toHaveLength(1)
  expect(
    filterDecisions(decisions, { ...all, standing: 'open' }).map((one) => one.case.proposal.level),
  ).toEqual(['yes'])
})

it('gives medians in days, and a row for each in the table', () => {
  const { playbook, now } = createCases()
  const decisions = decisionsIn(playbook, now)
  expect(figuresOf(decisions)).toEqual({ decided: 1, median: 8 / 24, open: 1, age: 9 / 24 })
  expect(figuresOf([])).toEqual({ decided: 0, median: null, open: 0, age: null })
  const rows = decisionTable(decisions, {
    nameOf: (person) => person,
    actOf: (kind) => kind,
    levelOf: (level) => level,
    outcomeOf: (one) => one.outcome.state,
    dayOf: (at) => new Date(at).toISOString().slice(0, 10),
    headings: ['when'],
  })
  expect(rows).toEqual([
    ['when'],
    [
      '2026-03-02',
      'Limit of Prüfen to 5',
      'ann',
      'change-limit',
      'consent',
      'accepted',
      '2026-03-02',
      '0.33',
      'Two shifts',
    ],
    ['2026-03-02', 'Spend 40', 'ann', 'spend', 'yes', 'open', '', '0.38', 'Because'],
  ])
})
