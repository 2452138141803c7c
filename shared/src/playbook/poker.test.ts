import { describe, expect, it } from 'vitest'
import { beginRound, endRound, leaveOut, openHand, sealHand } from './commands/poker'
import { DELEGATION, openedText, playersOf, resultsOf, sealOf, seatsOf } from './poker'
import { createSmallPlaybook } from './test-support/small-playbook'

describe('delegation poker', () => {
  /** Stands in for SHA-256: distinct texts, distinct 64 hexadecimal digits. */
  const hash = (text: string) =>
    [...text]
      .reduce((sum, sign) => (sum * 131n + BigInt(sign.codePointAt(0) ?? 0)) % 2n ** 256n, 7n)
      .toString(16)
      .padStart(64, '0')
  const salt = 'x'.repeat(20)
  const play = (
    small: ReturnType<typeof createSmallPlaybook>,
    person: string,
    hand: Record<string, number>,
  ) => {
    const opened = openedText(salt + person, hand)
    return { opened, sealed: sealOf(hash, 'r', person, opened), small, person }
  }

  it('is gone on with without who is away, by whoever began it; who has laid cards all the same plays', () => {
    const small = createSmallPlaybook()
    small.run(beginRound, { round: 'r', acts: ['spend'] })
    expect(small.run(leaveOut, { round: 'r', person: 'ann' }, 'ben')).toEqual({
      ok: false,
      error: { reason: 'not-yours' },
    })
    small.run(leaveOut, { round: 'r', person: 'ben' })
    small.run(leaveOut, { round: 'r', person: 'cem' })
    const { sealed } = play(small, 'cem', { spend: 3 })
    small.run(sealHand, { round: 'r', sealed }, 'cem')
    const row = small.playbook.rounds.get('r')
    const seats = seatsOf(small.playbook.hands.get('r') ?? [], hash)
    expect(row && playersOf(row, ['ann', 'ben', 'cem'], seats)).toEqual(['ann', 'cem'])
    expect(small.run(leaveOut, { round: 'none', person: 'ben' }).ok).toBe(false)
  })

  it('is put away once', () => {
    const small = createSmallPlaybook()
    small.run(beginRound, { round: 'r', acts: ['spend'] })
    expect(small.run(endRound, { round: 'r' }, 'ben').ok).toBe(true)
    expect(small.playbook.rounds.get('r')?.archived).toBe(true)
    expect(endRound.decide(small.playbook, { round: 'r' }, small.as('ann'))).toEqual({ ok: true, value: [] })
    expect(small.run(endRound, { round: 'none' }).ok).toBe(false)
  })

  it('shows nothing before all have sealed, and fills the table after', () => {
    const small = createSmallPlaybook()
    small.run(beginRound, { round: 'r', acts: ['spend', 'archive'] })
    const hands = [
      play(small, 'ann', { spend: 2, archive: 7 }),
      play(small, 'ben', { archive: 7, spend: 6 }),
      play(small, 'cem', { spend: 4, archive: 7 }),
    ]
    const players = ['ann', 'ben', 'cem']
    for (const { sealed, person } of hands.slice(0, 2)) small.run(sealHand, { round: 'r', sealed }, person)
    const [first, , third] = hands as [(typeof hands)[0], (typeof hands)[0], (typeof hands)[0]]
    expect(small.run(openHand, { round: 'r', opened: first.opened, players }, 'ann')).toEqual({
      ok: false,
      error: { reason: 'others-not-sealed' },
    })
    expect(JSON.stringify([...small.playbook.hands])).not.toContain('archive')
    small.run(sealHand, { round: 'r', sealed: third.sealed }, 'cem')
    expect(small.run(sealHand, { round: 'r', sealed: first.sealed }, 'cem')).toEqual({
      ok: false,
      error: { reason: 'sealed-already' },
    })
    for (const { opened, person } of hands) small.run(openHand, { round: 'r', opened, players }, person)
    const seats = seatsOf(small.playbook.hands.get('r') ?? [], hash)
    expect(seats.map(({ mismatch }) => mismatch)).toEqual([false, false, false])
    expect(resultsOf(['spend', 'archive', 'pull'], seats)).toEqual([
      { act: 'spend', cards: [2, 4, 6], isUnanimous: false, level: 'consent' },
      { act: 'archive', cards: [7, 7, 7], isUnanimous: true, level: 'free' },
    ])
  })

  it('what was not sealed so is not shown: another hand, another’s seal, or no hand at all', () => {
    const small = createSmallPlaybook()
    small.run(beginRound, { round: 'r', acts: ['spend'] })
    const { sealed } = play(small, 'ann', { spend: 2 })
    small.run(sealHand, { round: 'r', sealed }, 'ann')
    small.run(sealHand, { round: 'r', sealed }, 'ben')
    const bad = sealOf(hash, 'r', 'cem', '{"salt":')
    small.run(sealHand, { round: 'r', sealed: bad }, 'cem')
    const players = ['ann', 'ben', 'cem']
    small.run(openHand, { round: 'r', opened: openedText(salt, { spend: 7 }), players }, 'ann')
    small.run(openHand, { round: 'r', opened: play(small, 'ann', { spend: 2 }).opened, players }, 'ben')
    small.run(openHand, { round: 'r', opened: '{"salt":', players }, 'cem')
    const seats = seatsOf(small.playbook.hands.get('r') ?? [], hash)
    expect(seats.map(({ person, hand, mismatch }) => [person, hand, mismatch])).toEqual([
      ['ann', undefined, true],
      ['ben', undefined, true],
      ['cem', undefined, true],
    ])
    expect(resultsOf(['spend'], seats)).toEqual([])
    expect(small.run(sealHand, { round: 'r', sealed: 'plain words' }, 'dee')).toEqual({
      ok: false,
      error: { reason: 'not-sealed' },
    })
  })

  it('has its seven levels', () => {
    expect(DELEGATION.map(({ level }) => level)).toEqual([
      'yes',
      'yes',
      'yes',
      'consent',
      'advice',
      'tell',
      'free',
    ])
  })
})
