import { describe, expect, it } from 'vitest'
import { ACT_KINDS } from '@yokoten/shared/kernel'
import { FIRST_ACTS } from '@yokoten/shared/playbook'
import {
  CHANGE_LIMIT,
  createSmallPlaybook,
  HOUR,
  MONDAY,
  SPEND,
  valueAt,
} from '@yokoten/shared/playbook/test-support'
import { actsProposed, dueForReview, LATELY_DAYS, latelyByAct, ruleLines } from './rule-lines'

const names = (lines: readonly { readonly act: string }[]) => lines.map(({ act }) => act)

describe('the lines of the table', () => {
  it('begin with stopping the line and five acts more, and keep every other one for whoever asks', () => {
    const { shown, folded } = ruleLines(createSmallPlaybook().playbook)
    expect(shown[0]?.act).toBe('raise-blocker')
    expect(names(shown).sort()).toEqual(['raise-blocker', ...FIRST_ACTS].sort())
    expect([...names(shown), ...names(folded)].sort()).toEqual([...ACT_KINDS].sort())
  })
  it('take in what was talked over, under its condition after the general one', () => {
    const small = createSmallPlaybook()
    small.rule('archive', valueAt('tell'))
    expect(names(ruleLines(small.playbook).shown)).not.toContain('archive')
    small.rule('archive', valueAt('vote'))
    small.rule('expedite', valueAt('vote'), { column: 'c' })
    const { shown } = ruleLines(small.playbook)
    expect(names(shown)).toContain('archive')
    expect(shown.filter(({ act }) => act === 'expedite').map(({ isSpecial }) => isSpecial)).toEqual([
      false,
      true,
    ])
    small.rule('expedite', null, { column: 'c' })
    expect(ruleLines(small.playbook).shown.filter(({ act }) => act === 'expedite')).toHaveLength(1)
  })
})

describe('what a kind of act came to lately', () => {
  it('counts what was asked, with the middle time to a decision', () => {
    const small = createSmallPlaybook()
    small.rule('change-limit', valueAt('advice'))
    small.rule('spend', valueAt('yes', { yesFrom: { kind: 'person', id: 'ben' } }))
    small.propose(CHANGE_LIMIT)
    for (const waited of [2, 6, 4]) {
      small.hour = 0
      const asked = small.propose(SPEND)
      small.hour = waited
      small.say(asked, 'ben', 'yes')
    }
    const now = { at: MONDAY + 8 * HOUR, isSure: true }
    const lately = latelyByAct(small.playbook, now)
    expect(lately.get('spend')?.times).toBe(3)
    expect(lately.get('spend')?.median).toBeCloseTo(4 / 24)
    expect(lately.get('change-limit')).toEqual({ times: 1, median: null })
    expect(lately.has('pull')).toBe(false)
    const later = { at: MONDAY + (LATELY_DAYS + 1) * 24 * HOUR, isSure: true }
    expect(latelyByAct(small.playbook, later).size).toBe(0)
  })
})

it('a rule is due on its day, and one that was taken away is not', () => {
  const small = createSmallPlaybook()
  small.rule('spend', valueAt('vote', { review: '2026-06-01' }))
  small.rule('archive', valueAt('vote', { review: '2026-06-02' }))
  expect(dueForReview(small.playbook, '2026-05-31')).toEqual([])
  expect(dueForReview(small.playbook, '2026-06-01').map(({ act }) => act)).toEqual(['spend'])
  small.rule('spend', null)
  expect(dueForReview(small.playbook, '2026-06-01')).toEqual([])
})

it('names the acts for which another rule is proposed, as long as that is open', () => {
  const small = createSmallPlaybook()
  small.rule('change-policy', valueAt('vote'))
  small.propose({ kind: 'change-policy', about: 'spend' })
  const proposed = () => [...actsProposed(small.playbook, { at: small.now, isSure: true })]
  expect(proposed()).toEqual(['spend'])
  small.hour = 24 * 60
  expect(proposed()).toEqual([])
})
