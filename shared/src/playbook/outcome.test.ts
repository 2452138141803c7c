import { describe, expect, it } from 'vitest'
import {
  amendProposal,
  decideAfterAdvice,
  dueToApply,
  recordApplied,
  withdrawProposal,
} from './commands/proposals'
import {
  CHANGE_LIMIT,
  createSmallPlaybook,
  HOUR,
  MONDAY,
  SPEND,
  valueAt,
} from './test-support/small-playbook'

/** Monday eight in UTC; a working day of eight hours later it is over. */
const OVER = 8

function withRule(level: 'consent' | 'vote' | 'advice' | 'yes', act = CHANGE_LIMIT) {
  const small = createSmallPlaybook()
  small.rule(act.kind, valueAt(level, level === 'yes' ? { yesFrom: { kind: 'skill', id: 'weld' } } : {}))
  return { small, id: small.propose(act) }
}

describe('P4 consent', () => {
  it('is open until its time is over, in working time', () => {
    const { small, id } = withRule('consent')
    small.say(id, 'ben', 'seen')
    small.say(id, 'cem', 'seen')
    small.hour = OVER - 0.01
    expect(small.outcome(id)).toMatchObject({ state: 'open', decidedAt: null, provisional: false })
    small.hour = OVER
    expect(small.outcome(id)).toMatchObject({
      state: 'accepted',
      decidedAt: MONDAY + OVER * HOUR,
      provisional: false,
      contested: false,
      heard: ['ann', 'ben', 'cem'],
      unheard: ['dee'],
    })
  })

  it('is provisional by a clock that nobody has confirmed', () => {
    const { small, id } = withRule('consent')
    small.say(id, 'ben', 'consent')
    small.say(id, 'cem', 'consent')
    small.hour = OVER
    expect(small.outcome(id, false)).toMatchObject({ state: 'accepted', provisional: true })
  })

  it('does not go ahead against an objection, until it is taken back', () => {
    const { small, id } = withRule('consent')
    for (const who of ['ben', 'cem']) small.say(id, who, 'consent')
    expect(small.say(id, 'dee', 'object', '')).toEqual({ ok: false, error: { reason: 'reason-needed' } })
    small.say(id, 'dee', 'object', 'The press is not ready')
    small.hour = OVER + 1
    expect(small.outcome(id)).toMatchObject({ state: 'objected', decidedAt: null })
    small.say(id, 'dee', 'consent')
    expect(small.outcome(id)).toMatchObject({ state: 'accepted', decidedAt: MONDAY + (OVER + 1) * HOUR })
  })

  it('P5: silence counts from those who have seen it in time, and from nobody else', () => {
    const { small, id } = withRule('consent')
    small.say(id, 'ben', 'seen')
    small.hour = OVER + 1
    small.say(id, 'cem', 'seen')
    expect(small.outcome(id)).toMatchObject({
      state: 'needs-quorum',
      provisional: true,
      heard: ['ann', 'ben'],
    })
    small.say(id, 'cem', 'consent')
    expect(small.outcome(id)).toMatchObject({ state: 'accepted', decidedAt: MONDAY + (OVER + 1) * HOUR })
  })

  it('P5: silence never counts for money', () => {
    const { small, id } = withRule('consent', SPEND)
    for (const who of ['ben', 'cem', 'dee']) small.say(id, who, 'seen')
    small.hour = OVER
    expect(small.outcome(id)).toMatchObject({ state: 'needs-quorum', heard: ['ann'] })
    for (const who of ['ben', 'cem']) small.say(id, who, 'consent')
    expect(small.outcome(id)).toMatchObject({ state: 'accepted' })
  })

  it('P8: expires where too few are ever heard', () => {
    const { small, id } = withRule('consent')
    small.hour = 24 * 9
    expect(small.outcome(id)).toMatchObject({ state: 'expired' })
    expect(small.say(id, 'ben', 'consent')).toEqual({ ok: false, error: { reason: 'closed' } })
  })

  it('P9: what is in force stays so when somebody objects late, and is marked contested', () => {
    const { small, id } = withRule('consent')
    for (const who of ['ben', 'cem']) small.say(id, who, 'consent')
    small.hour = OVER
    expect(dueToApply(small.playbook, small.now).map((one) => one.proposal.id)).toEqual([id])
    small.run(recordApplied, { proposal: id, now: small.now })
    expect(small.outcome(id)).toMatchObject({ state: 'accepted', applied: true, contested: false })
    small.hour = OVER + 2
    small.say(id, 'dee', 'object', 'Too early')
    expect(small.outcome(id)).toMatchObject({ state: 'accepted', applied: true, contested: true })
    small.say(id, 'dee', 'consent')
    expect(small.outcome(id)).toMatchObject({ contested: false })
    expect(dueToApply(small.playbook, small.now)).toEqual([])
  })

  it('P7: an amendment begins again with nobody heard, and a withdrawal ends it', () => {
    const { small, id } = withRule('consent')
    for (const who of ['ben', 'cem']) small.say(id, who, 'consent')
    small.hour = 4
    const words = { proposal: id, args: { limit: 5 }, ground: {}, reason: 'Rather five', zone: 'UTC' }
    expect(small.run(amendProposal, words, 'ben')).toEqual({ ok: false, error: { reason: 'not-yours' } })
    small.run(amendProposal, words)
    small.hour = OVER
    const { version, state, heard } = small.outcome(id)
    expect({ state, heard, args: version.args }).toEqual({
      state: 'open',
      heard: ['ann'],
      args: { limit: 5 },
    })
    small.run(withdrawProposal, { proposal: id, why: 'Enough' })
    expect(small.outcome(id)).toMatchObject({ state: 'withdrawn' })
    expect(small.run(amendProposal, words)).toEqual({ ok: false, error: { reason: 'closed' } })
  })
})

describe('P6 vote', () => {
  it('goes ahead by more yes than no among enough members', () => {
    const { small, id } = withRule('vote')
    small.say(id, 'ann', 'yes')
    small.say(id, 'ben', 'yes')
    small.hour = OVER
    expect(small.outcome(id).state).toBe('needs-quorum')
    small.say(id, 'cem', 'no')
    expect(small.outcome(id).state).toBe('accepted')
  })

  it('a tie is a no, and who is no member has no vote', () => {
    const { small, id } = withRule('vote')
    small.say(id, 'ann', 'yes')
    small.say(id, 'ben', 'no')
    small.say(id, 'cem', 'abstain')
    expect(small.say(id, 'eve', 'yes')).toEqual({ ok: false, error: { reason: 'not-yours' } })
    small.hour = OVER
    expect(small.outcome(id)).toMatchObject({ state: 'rejected', decidedAt: MONDAY + OVER * HOUR })
  })
})

describe('P10 a yes', () => {
  it('comes from who can give it, at once, and nobody waits for the deadline', () => {
    const { small, id } = withRule('yes')
    small.hour = 3
    expect(small.say(id, 'cem', 'yes')).toEqual({ ok: false, error: { reason: 'not-yours' } })
    small.say(id, 'ben', 'yes')
    expect(small.outcome(id)).toMatchObject({ state: 'accepted', decidedAt: MONDAY + 3 * HOUR })
  })

  it('or is refused by them', () => {
    const { small, id } = withRule('yes')
    small.say(id, 'ben', 'no', 'The seam does not hold')
    expect(small.outcome(id).state).toBe('rejected')
  })
})

describe('P11 advice', () => {
  it('is the person’s own decision, once somebody has advised or the time is over', () => {
    const { small, id } = withRule('advice')
    expect(small.run(decideAfterAdvice, { proposal: id })).toEqual({
      ok: false,
      error: { reason: 'no-advice-yet' },
    })
    expect(small.say(id, 'ben', 'object')).toEqual({ ok: false, error: { reason: 'not-a-voice' } })
    small.say(id, 'ben', 'advice', 'Try four first')
    expect(small.run(decideAfterAdvice, { proposal: id }, 'ben')).toEqual({
      ok: false,
      error: { reason: 'not-yours' },
    })
    small.run(decideAfterAdvice, { proposal: id })
    expect(small.outcome(id)).toMatchObject({ state: 'accepted', provisional: false })
  })
})

describe('P3 clocks that are ten years off', () => {
  const YEARS = 10 * 365 * 24

  it('an objection dated far away blocks, whichever way', () => {
    for (const off of [-YEARS, YEARS]) {
      const { small, id } = withRule('consent')
      for (const who of ['ben', 'cem']) small.say(id, who, 'consent')
      const version = small.outcome(id).version.id
      const entry = { proposal: id, version, kind: 'object', words: 'No', parents: [], by: 'dee' }
      const at = MONDAY + off * HOUR
      small.document.apply([
        { kind: 'append', in: 'voices', id: 'far', entry: { ...entry, at, order: at * 1024 } },
      ])
      small.hour = OVER
      expect(small.outcome(id).state).toBe('objected')
    }
  })

  it('a consent dated far ahead is not believed, one dated far behind counts from the beginning', () => {
    for (const [off, state] of [
      [YEARS, 'needs-quorum'],
      [-YEARS, 'accepted'],
    ] as const) {
      const { small, id } = withRule('consent')
      small.say(id, 'ben', 'consent')
      const version = small.outcome(id).version.id
      const entry = { proposal: id, version, kind: 'consent', words: '', parents: [], by: 'cem' }
      const at = MONDAY + off * HOUR
      small.document.apply([
        { kind: 'append', in: 'voices', id: 'far', entry: { ...entry, at, order: at * 1024 } },
      ])
      small.hour = OVER
      expect(small.outcome(id).state).toBe(state)
    }
  })

  it('who spoke by a clock that is ahead says the same again once it is right, and is heard', () => {
    for (const off of [YEARS, 5]) {
      const { small, id } = withRule('consent')
      const at = MONDAY + off * HOUR
      const said = { proposal: id, version: id, kind: 'consent', words: '', parents: [], by: 'ben' }
      small.document.apply([
        { kind: 'append', in: 'voices', id: 'far', entry: { ...said, at, order: at * 1024 } },
      ])
      small.hour = 2
      small.say(id, 'ben', 'consent')
      expect(small.outcome(id).standing).toMatchObject([{ by: 'ben', kind: 'consent', at: small.now }])
      expect(small.outcome(id).heard).toEqual(['ann', 'ben'])
      small.say(id, 'ben', 'consent')
      expect(small.case(id).voices).toHaveLength(2)
    }
  })

  it('a proposal opened by a clock far behind is over, and nothing comes of it by silence', () => {
    const small = createSmallPlaybook()
    small.hour = -YEARS
    small.rule('change-limit', valueAt('consent'))
    const id = small.propose(CHANGE_LIMIT)
    small.hour = 0
    for (const who of ['ben', 'cem', 'dee'])
      small.document.apply([
        {
          kind: 'append',
          in: 'voices',
          id: `seen-${who}`,
          entry: {
            proposal: id,
            version: id,
            kind: 'seen',
            words: '',
            parents: [],
            by: who,
            at: small.now,
            order: small.now * 1024,
          },
        },
      ])
    expect(small.outcome(id).state).toBe('expired')
  })
})
