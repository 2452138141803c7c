import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar, dayFromIso, isoFromDay, mondayOf } from '../kernel'
import { dayOf, hoursHere, PLAIN_DAY, teamWeek } from './capacity'
import { hereOn, setAway, setDay, setUsualWeek } from './capacity-commands'
import { archivePerson } from './commands'
import { asPerson, createSmallTeam } from './test-support/small-team'

const FULL = [8, 8, 8, 8, 8, 0, 0]
const monday = dayFromIso('2026-11-16')
const hoursOf = (small: ReturnType<typeof createSmallTeam>, person: string, from = monday) =>
  teamWeek(small.team, from)
    .people.find((one) => one.person === person)
    ?.days.map((day) => day.hours)

describe('who is here', () => {
  it('is unknown until somebody says so, and then away on the weekdays not named', () => {
    const small = createSmallTeam('ann')
    expect(teamWeek(small.team, monday)).toMatchObject({
      hours: 0,
      openHours: 0,
      people: [{ isSaid: false }],
    })
    small.run(setUsualWeek, { person: 'ann', hours: [6, null, 6, null, null, null, null] })
    expect(hoursOf(small, 'ann')).toEqual([6, 0, 6, 0, 0, 0, 0])
    expect(teamWeek(small.team, monday).people[0]?.isSaid).toBe(true)
  })
  it('is the usual week with single days laid over it, for oneself or entered by another', () => {
    const small = createSmallTeam('ann', 'bo')
    small.run(setUsualWeek, { person: 'ann', hours: FULL })
    small.run(setDay, { person: 'ann', day: '2026-11-17', hours: 3 }, 'bo')
    expect(hoursOf(small, 'ann')).toEqual([8, 3, 8, 8, 8, 0, 0])
    expect(dayOf(small.team.timesById.get('ann'), monday + 1)).toMatchObject({ isOwn: true, by: 'bo' })
    expect(hoursOf(small, 'ann', monday + 7)).toEqual(FULL)
    small.run(setDay, { person: 'ann', day: '2026-11-17', hours: null })
    expect(hoursOf(small, 'ann')).toEqual(FULL)
  })
  it('counts days away from the first to the last, across weeks and years', () => {
    const small = createSmallTeam('ann')
    small.run(setUsualWeek, { person: 'ann', hours: FULL })
    expect(small.run(setAway, { person: 'ann', from: '2026-12-30', to: '2027-01-04' }).ok).toBe(true)
    expect(hoursOf(small, 'ann', dayFromIso('2026-12-28'))).toEqual([8, 8, 0, 0, 0, 0, 0])
    expect(hoursOf(small, 'ann', dayFromIso('2027-01-04'))).toEqual([0, 8, 8, 8, 8, 0, 0])
    const decided = setAway.decide(
      small.team,
      { person: 'ann', from: '2026-12-31', to: '2027-01-05' },
      asPerson('ann'),
    )
    // Days that say it already are not written again.
    expect(decided.ok && decided.value).toHaveLength(1)
  })
  it('puts "here today" on the day of the team, whatever the device’s zone', () => {
    const small = createSmallTeam('ann')
    const at = Date.parse('2026-11-22T23:30:00Z')
    const today = createCalendar('Europe/Berlin').dayOf(at)
    small.run(hereOn, { person: 'ann', day: isoFromDay(today) })
    expect(hoursOf(small, 'ann', mondayOf(today))?.[0]).toBe(PLAIN_DAY)
    expect(hoursOf(small, 'ann', mondayOf(createCalendar('UTC').dayOf(at)))).toEqual(Array(7).fill(null))
  })
  it('takes "here" for the usual hours, or those of most days', () => {
    const small = createSmallTeam('ann')
    small.run(setUsualWeek, { person: 'ann', hours: [7, 7, 4, 0, 0, 0, 0] })
    const times = small.team.timesById.get('ann')
    expect([hoursHere(times, monday + 2), hoursHere(times, monday + 3)]).toEqual([4, 7])
  })
  it('leaves out who has left, and adds up what the others have', () => {
    const small = createSmallTeam('ann', 'bo', 'cy')
    for (const person of ['ann', 'bo', 'cy']) small.run(setUsualWeek, { person, hours: FULL })
    small.run(setUsualWeek, { person: 'bo', hours: [4, 4, 4, 4, 4, 2, 0] })
    small.run(archivePerson, { id: 'cy' })
    const week = teamWeek(small.team, monday)
    expect([week.people.length, week.hours, week.openHours]).toEqual([2, 62, 42])
  })
  it('refuses hours, days and ranges that are none', () => {
    const small = createSmallTeam('ann')
    expect(small.run(setUsualWeek, { person: 'ann', hours: [25] })).toMatchObject({
      error: { reason: 'not-hours' },
    })
    expect(small.run(setUsualWeek, { person: 'ann', hours: [Number.NaN] }).ok).toBe(false)
    expect(small.run(setDay, { person: 'zoe', day: '2026-11-17', hours: 1 })).toMatchObject({
      error: { reason: 'unknown' },
    })
    for (const day of ['2026-02-30', 'today', '', '2026-11-17/x'])
      expect(small.run(setDay, { person: 'ann', day, hours: 1 })).toMatchObject({
        error: { reason: 'not-a-day' },
      })
    expect(small.run(setAway, { person: 'ann', from: '2026-11-17', to: '2026-11-16' }).ok).toBe(false)
    expect(small.run(setAway, { person: 'ann', from: '2026-01-01', to: '2028-01-01' })).toMatchObject({
      error: { reason: 'too-many-days' },
    })
  })
})

it('keeps both entries of two people who fill in different cells apart', () => {
  const cell = fc.record({
    person: fc.constantFrom('ann', 'bo'),
    day: fc.integer({ min: 0, max: 13 }),
    hours: fc.integer({ min: 0, max: 12 }),
  })
  const distinct = fc.uniqueArray(cell, { selector: (one) => `${one.person} ${one.day}`, maxLength: 12 })
  fc.assert(
    fc.property(distinct, fc.integer({ min: 0, max: 12 }), (cells, cut) => {
      const small = createSmallTeam('ann', 'bo')
      const seen = small.team
      const entered = cells.flatMap(({ person, day, hours }, index) => {
        const args = { person, day: isoFromDay(monday + day), hours }
        // All of them decide on what was there before any of them.
        const decided = setDay.decide(seen, args, asPerson(index < cut ? 'ann' : 'bo'))
        return decided.ok ? decided.value : []
      })
      small.apply(entered)
      for (const { person, day, hours } of cells)
        expect(dayOf(small.team.timesById.get(person), monday + day).hours).toBe(hours)
    }),
  )
})
