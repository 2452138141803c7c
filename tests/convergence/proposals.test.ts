import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { outcome } from '@yokoten/shared/playbook'
import { headsOf } from '@yokoten/shared/kernel'
import { createMemoryDocument } from '@yokoten/shared/kernel/test-support'
import { playbookDocument } from '@yokoten/shared/playbook'
import { faultsOf, LONG } from './proposal-checks'
import { liveThrough } from './proposal-histories'

/** `HISTORIES=10000` for the long run. */
const HISTORIES = Number(process.env.HISTORIES ?? 1_000)

/** Far more than one takes (ms). */
const LONG_ENOUGH = 120

it(
  'P1 to P12: everybody sees what a watchman would say of any history, applied once, in any order of arrival',
  () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        expect(faultsOf(seed)).toEqual([])
      }),
      { numRuns: HISTORIES },
    )
  },
  HISTORIES * LONG_ENOUGH,
)

it('the histories come to every end there is, and by every turn', () => {
  const states = new Set<string>()
  for (let seed = 1; seed <= 150; seed++) {
    const { entries, end } = liveThrough(seed)
    const document = createMemoryDocument(playbookDocument)
    document.apply(entries)
    for (const at of [end, end + LONG * 3_600_000])
      for (const one of document.snapshot.cases) {
        const { state, contested, applied } = outcome(one, { at, isSure: true })
        states.add(state)
        if (contested) states.add('contested')
        if (applied) states.add('applied')
        if (headsOf([...one.versions]).heads.length > 1) states.add('amended apart')
        if (state === 'accepted' && !applied) states.add('not carried out')
      }
  }
  expect([...states].sort()).toEqual(
    [
      'accepted',
      'amended apart',
      'applied',
      'contested',
      'expired',
      'needs-quorum',
      'not carried out',
      'objected',
      'open',
      'rejected',
      'withdrawn',
    ].sort(),
  )
})
