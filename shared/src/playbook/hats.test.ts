import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../kernel'
import { turnsToCalendar } from './calendar-file'
import { addHat, answerTurn, archiveHat, endTurn, offerTurn, withdrawTurn } from './commands/hats'
import { nextFor, wearersOf, withoutTurn } from './hats'
import { createSmallPlaybook, HOUR, MONDAY, PEOPLE } from './test-support/small-playbook'

const DAY = 24 * HOUR

describe('hats', () => {
  const withHat = () => {
    const small = createSmallPlaybook()
    small.run(addHat, { id: 'h', kind: 'facilitator', does: 'Keeps the time', days: 7 })
    return small
  }
  const give = (small: ReturnType<typeof withHat>, turn: string, person: string, from?: number) => {
    small.run(offerTurn, { turn, hat: 'h', person, ...(from === undefined ? {} : { from }) })
    small.run(answerTurn, { turn, accept: true }, person)
  }

  it('nobody is given one: it is worn once the person accepts, and expires by itself', () => {
    const small = withHat()
    small.run(offerTurn, { turn: 't', hat: 'h', person: 'ben' })
    expect(wearersOf(small.playbook.turns, 'h', small.now)).toEqual([])
    expect(small.run(answerTurn, { turn: 't', accept: true }, 'cem')).toEqual({
      ok: false,
      error: { reason: 'not-yours' },
    })
    small.run(answerTurn, { turn: 't', accept: true }, 'ben')
    expect(wearersOf(small.playbook.turns, 'h', small.now)).toEqual(['ben'])
    small.hour = 7 * 24
    expect(wearersOf(small.playbook.turns, 'h', small.now)).toEqual([])
  })

  it('who offers it to themselves has accepted; it is declined with a word, and ended with a note for the next', () => {
    const small = withHat()
    small.run(offerTurn, { turn: 'a', hat: 'h', person: 'ann' })
    expect(small.playbook.turns).toMatchObject([{ id: 'a', state: 'accepted' }])
    small.hour = 24
    small.run(endTurn, { turn: 'a', note: 'The timer is in the drawer' })
    expect(small.playbook.turns).toMatchObject([
      { state: 'ended', words: 'The timer is in the drawer', end: MONDAY + DAY },
    ])
    expect(small.run(endTurn, { turn: 'a' })).toEqual({ ok: false, error: { reason: 'closed' } })
    small.run(offerTurn, { turn: 'b', hat: 'h', person: 'ben' })
    small.run(answerTurn, { turn: 'b', accept: false, words: 'Next month' }, 'ben')
    expect(small.playbook.turns).toMatchObject([{}, { state: 'declined', words: 'Next month' }])
  })

  it('an offer is taken back by who made it, as long as it is not answered', () => {
    const small = withHat()
    small.run(offerTurn, { turn: 't', hat: 'h', person: 'ben' })
    const withdraw = (who: string) => small.run(withdrawTurn, { turn: 't' }, who)
    for (const who of ['ben', 'cem'])
      expect(withdraw(who)).toEqual({ ok: false, error: { reason: 'not-yours' } })
    expect([withdraw('ann').ok, withdraw('ann').ok, small.playbook.tables.turns.size]).toEqual([
      true,
      true,
      2,
    ])
    expect(small.playbook.turns).toMatchObject([{ state: 'withdrawn', by: 'ann' }])
    expect(small.run(answerTurn, { turn: 't', accept: true }, 'ben')).toEqual({
      ok: false,
      error: { reason: 'closed' },
    })
    expect(wearersOf(small.playbook.turns, 'h', small.now)).toEqual([])
    expect(turnsToCalendar(small.playbook.turns, () => ({ title: 'T', words: '' }), 0)).not.toContain(
      'VEVENT',
    )
    give(small, 'u', 'ben')
    expect(small.run(withdrawTurn, { turn: 'u' })).toEqual({ ok: false, error: { reason: 'closed' } })
    expect(small.run(withdrawTurn, { turn: 'no' })).toEqual({ ok: false, error: { reason: 'turn-gone' } })
  })

  it('an answer stands, though the offer was taken back by somebody who had not heard it', () => {
    const small = withHat()
    small.run(offerTurn, { turn: 't', hat: 'h', person: 'ben' })
    const offered = small.playbook
    small.run(answerTurn, { turn: 't', accept: true }, 'ben')
    small.hour = 1
    const apart = withdrawTurn.decide(offered, { turn: 't' }, small.as('ann'))
    small.document.apply(apart.ok ? apart.value : [])
    expect(small.playbook.tables.turns.size).toBe(3)
    expect(wearersOf(small.playbook.turns, 'h', small.now)).toEqual(['ben'])
  })

  it('an acceptance in another’s name is not believed', () => {
    const small = withHat()
    small.run(offerTurn, { turn: 't', hat: 'h', person: 'ben' })
    const { id: _, ...offered } = small.playbook.tables.turns.get('t') as unknown as JsonObject
    const forged = { ...offered, kind: 'accepted', parents: ['t'], by: 'eve' } as JsonObject
    small.document.apply([{ kind: 'append', in: 'turns', id: 'forged', entry: forged }])
    expect(small.playbook.turns).toMatchObject([{ state: 'offered' }])
  })

  it('is offered to who has not had it, then to whose turn is longest ago; shadows do not count', () => {
    const small = withHat()
    give(small, 't1', 'ann')
    small.hour = 8 * 24
    give(small, 't2', 'ben')
    small.run(offerTurn, { turn: 's', hat: 'h', person: 'cem', shadow: true })
    small.run(answerTurn, { turn: 's', accept: true }, 'cem')
    expect(wearersOf(small.playbook.turns, 'h', small.now)).toEqual(['ben'])
    expect(nextFor(small.playbook.turns, 'h', PEOPLE, small.now)).toEqual(['cem', 'dee', 'ann'])
    small.hour = 16 * 24
    expect(nextFor(small.playbook.turns, 'h', PEOPLE, small.now)).toEqual(['cem', 'dee', 'ann', 'ben'])
    expect(withoutTurn(small.playbook.turns, ['h'], PEOPLE)).toEqual(['cem', 'dee'])
  })

  it('turns go into a calendar: escaped, folded within 75 bytes, the same event each time', () => {
    const small = withHat()
    give(small, 't1', 'ann')
    small.run(offerTurn, { turn: 't2', hat: 'h', person: 'ben', from: MONDAY + 7 * DAY })
    const words = () => ({
      title: 'Facilitator: Ann, Ben; für alle',
      words: `${'é'.repeat(60)}\nSecond line`,
    })
    const file = turnsToCalendar(small.playbook.turns, words, small.now)
    expect(file).toContain('UID:t1@yokoten\r\nDTSTAMP:20260302T080000Z\r\nDTSTART:20260302T080000Z\r\n')
    expect(file).toContain('DTEND:20260309T080000Z')
    expect(file).toContain('SUMMARY:Facilitator: Ann\\, Ben\\; für alle')
    expect(file).toContain('STATUS:TENTATIVE')
    const lines = file.split('\r\n')
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${'é'.repeat(60)}\\nSecond line`)
    expect(turnsToCalendar(small.playbook.turns, words, small.now)).toBe(file)
  })

  it('a hat that is put away is not offered', () => {
    const small = withHat()
    small.run(archiveHat, { id: 'h' })
    expect(small.run(offerTurn, { hat: 'h', person: 'ben' })).toEqual({
      ok: false,
      error: { reason: 'hat-gone' },
    })
  })
})
