import { describe, expect, it } from 'vitest'
import type { Change, Result } from '../kernel'
import { isReviewDue } from './leading'
import { lookAtLeading, moveReview, sayHowILead } from './leading-commands'
import { asPerson, createSmallTeam, TEST_NOW } from './test-support/small-team'

const changesOf = (decided: Result<Change[], unknown>): Change[] => (decided.ok ? decided.value : [])

describe('what each says of themselves', () => {
  it('is changed by nobody else, and only where it differs', () => {
    const small = createSmallTeam('ann', 'bo')
    small.run(sayHowILead, { takesLead: '  set-ups\nand the morning start ', countOn: '' }, 'bo')
    expect(small.team.leadById.get('bo')).toMatchObject({
      takesLead: { words: 'set-ups\nand the morning start', at: TEST_NOW },
      countOn: null,
    })
    expect(small.team.leadById.get('ann')?.takesLead).toBeNull()
    const again = { takesLead: 'set-ups\nand the morning start' }
    expect(sayHowILead.decide(small.team, again, asPerson('bo', TEST_NOW + 1))).toEqual({
      ok: true,
      value: [],
    })
    small.run(sayHowILead, { takesLead: ' ' }, 'bo')
    expect(small.team.leadById.get('bo')?.takesLead).toBeNull()
    expect(small.run(sayHowILead, { countOn: 'x' }, 'zoe')).toMatchObject({ error: { reason: 'unknown' } })
  })
})

describe('the look at how we lead', () => {
  it('comes again after a quarter, and is due on its day', () => {
    const small = createSmallTeam('ann', 'bo')
    expect(isReviewDue(small.team.review, '2026-11-28')).toBe(false)
    small.run(lookAtLeading, { today: '2026-11-28' }, 'bo')
    expect(small.team.review).toMatchObject({ next: '2027-02-28', last: { by: 'bo', on: '2026-11-28' } })
    expect(isReviewDue(small.team.review, '2027-02-27')).toBe(false)
    expect(isReviewDue(small.team.review, '2027-02-28')).toBe(true)
    small.run(lookAtLeading, { today: '2027-03-02', next: '2027-04-01' }, 'ann', TEST_NOW + 1)
    expect(isReviewDue(small.team.review, '2027-03-02')).toBe(false)
    expect(small.team.review.history).toHaveLength(2)
  })
  it('is written once a day, and moved without having been held', () => {
    const small = createSmallTeam('ann')
    small.run(lookAtLeading, { today: '2026-11-28' })
    expect(lookAtLeading.decide(small.team, { today: '2026-11-28' }, asPerson('ann'))).toEqual({
      ok: true,
      value: [],
    })
    const next = { today: '2026-11-28', next: '2026-12-24' }
    small.run(moveReview, next, 'ann', TEST_NOW + 1)
    expect(small.team.review).toMatchObject({ next: '2026-12-24', last: { kind: 'looked' } })
    expect(moveReview.decide(small.team, next, asPerson('ann'))).toEqual({ ok: true, value: [] })
    expect(small.run(moveReview, { ...next, next: '2026-11-28' })).toMatchObject({
      error: { reason: 'not-later' },
    })
    expect(small.run(lookAtLeading, { today: '2026-02-30' })).toMatchObject({
      error: { reason: 'not-a-day' },
    })
  })
  it('shows that two set different days apart, the same whatever came first, until one of them decides', () => {
    const apart = ['ann', 'bo'].map((person, index) => {
      const next = index === 0 ? '2027-01-15' : '2027-02-01'
      const context = asPerson(person, TEST_NOW + index)
      return changesOf(
        lookAtLeading.decide(createSmallTeam('ann', 'bo').team, { today: '2026-11-28', next }, context),
      )
    })
    for (const order of [apart, [...apart].reverse()]) {
      const small = createSmallTeam('ann', 'bo')
      for (const changes of order) small.apply(changes)
      expect(small.team.review).toMatchObject({ next: '2027-02-01', isDisputed: true })
      small.run(moveReview, { today: '2026-11-28', next: '2027-02-01' }, 'ann', TEST_NOW + 9)
      expect(small.team.review).toMatchObject({ next: '2027-02-01', isDisputed: false })
    }
  })
})
