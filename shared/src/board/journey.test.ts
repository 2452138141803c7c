import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldJourney, pathOf, stepsOf } from './journey'
import type { JourneyEntry, JourneyKind } from './records'

const HOUR = 3_600_000
const roleAt = (column: string) =>
  column === 'done' ? 'done' : column === 'ready' ? 'ready' : column === 'wait' ? 'waiting' : 'active'

type Loose = Partial<Omit<JourneyEntry, 'to'>> & {
  id: string
  column?: string
  half?: 'doing' | 'done'
  rank?: string
}
let counter = 0
const entry = ({ id, column = 'ready', half = 'doing', rank = 'a1', ...rest }: Loose): JourneyEntry => {
  const at = rest.at ?? ++counter * HOUR
  return {
    id,
    card: 'card',
    parents: [],
    kind: 'pulled',
    by: 'ann',
    at,
    order: at * 1_024,
    to: { column, half, rank },
    ...rest,
  }
}
const fold = (...entries: JourneyEntry[]) => foldJourney([...entries], roleAt)

describe('a journey', () => {
  const added = entry({ id: 'added', kind: 'added' })
  const anns = entry({ id: 'anns', column: 'doing', parents: ['added'] })
  const dees = entry({ id: 'dees', column: 'doing', parents: ['added'], by: 'dee' })

  it('is a double pull when two people took the card apart, whatever their clocks say', () => {
    for (const entries of [
      [added, anns, dees],
      [dees, added, { ...anns, at: 0, order: 0 }],
    ]) {
      const journey = fold(...entries)
      expect(journey.conflict).toMatchObject({ kind: 'double-pull' })
      expect(journey.conflict?.claims.map((claim) => claim.by).sort()).toEqual(['ann', 'dee'])
      expect([...journey.heads].sort()).toEqual(['anns', 'dees'])
    }
  })
  it('is settled by an entry that names all heads, and not by one that names only some', () => {
    const settled = entry({
      id: 'settled',
      kind: 'settled',
      column: 'doing',
      parents: ['anns', 'dees'],
      with: 'dee',
    })
    expect(fold(added, anns, dees, settled)).toMatchObject({ conflict: null, heads: ['settled'] })
    const blind = entry({ id: 'blind', column: 'check', parents: ['anns'] })
    expect(fold(added, anns, dees, blind).conflict).not.toBeNull()
  })
  it('is no conflict when one person took it on two devices into the same column', () => {
    expect(fold(added, anns, { ...dees, by: 'ann' }).conflict).toBeNull()
  })
  it('is apart when it was moved to different columns, or also put away', () => {
    const back = entry({ id: 'back', kind: 'returned', column: 'ready', parents: ['anns'] })
    const on = entry({ id: 'on', kind: 'finished', column: 'done', parents: ['anns'] })
    expect(fold(added, anns, back, on).conflict?.kind).toBe('apart')
    const away = entry({ id: 'away', kind: 'archived', column: 'doing', parents: ['anns'] })
    const again = entry({ id: 'again', kind: 'offered', column: 'doing', half: 'done', parents: ['anns'] })
    expect(fold(added, anns, away, again)).toMatchObject({ archived: false, conflict: { kind: 'apart' } })
    expect(fold(added, anns, away)).toMatchObject({ archived: true, conflict: null })
  })
  it('goes by the move when someone else only changed the order meanwhile', () => {
    const sorted = entry({ id: 'sorted', kind: 'reordered', parents: ['added'], by: 'bo', rank: 'a9' })
    expect(fold(added, anns, sorted)).toMatchObject({ column: 'doing', conflict: null })
  })
  it('skips a move and its undoing, also for the clock, and moves again when that is undone', () => {
    const undone = entry({ id: 'undone', kind: 'undone', parents: ['anns'] })
    expect(fold(added, anns, undone)).toMatchObject({ column: 'ready', startedAt: null, heads: ['undone'] })
    const again = entry({ id: 'again', column: 'doing', parents: ['undone'] })
    const journey = fold(added, anns, undone, again)
    expect(journey).toMatchObject({ column: 'doing', startedAt: again.at })
    expect(pathOf(journey).map((step) => step.id)).toEqual(['added', 'again'])
  })
  it('skips two moves that were undone apart and stood on the same ground', () => {
    const annsBack = entry({ id: 'annsBack', kind: 'undone', parents: ['anns'] })
    const deesBack = entry({ id: 'deesBack', kind: 'undone', parents: ['dees'] })
    const done = entry({ id: 'done', column: 'done', parents: ['annsBack', 'deesBack'] })
    const doneBack = entry({ id: 'doneBack', kind: 'undone', parents: ['done'] })
    const again = entry({ id: 'again', column: 'doing', parents: ['doneBack'] })
    const journey = fold(added, anns, dees, annsBack, deesBack, done, doneBack, again)
    expect(pathOf(journey).map(({ id }) => id)).toEqual(['added', 'again'])
    expect(journey.startedAt).toBe(again.at)
  })
  it('stays put away when a note about a limit follows', () => {
    const away = entry({ id: 'away', kind: 'archived', parents: ['added'] })
    const note = entry({ id: 'note', kind: 'settled', outcome: 'raised', parents: ['away'] })
    expect(fold(added, away, note).archived).toBe(true)
  })
  it('opens the conflict again when its settlement is undone', () => {
    const settled = entry({ id: 'settled', kind: 'settled', column: 'doing', parents: ['anns', 'dees'] })
    const undone = entry({ id: 'undone', kind: 'undone', column: 'doing', parents: ['settled'] })
    expect(fold(added, anns, dees, settled, undone).conflict?.kind).toBe('double-pull')
  })
  it('starts at the first active column, begins anew behind the start, and ends at the last done', () => {
    const steps = ['ready', 'wait', 'doing', 'wait', 'done', 'doing', 'done'].map((column, i) =>
      entry({ id: `s${i}`, column, parents: i > 0 ? [`s${i - 1}`] : [] }),
    )
    const journey = fold(...steps)
    expect([journey.startedAt, journey.finishedAt]).toEqual([steps[2]?.at, steps[6]?.at])
    const back = entry({ id: 'back', column: 'ready', parents: ['s6'] })
    expect(fold(...steps, back)).toMatchObject({ startedAt: null, finishedAt: null })
  })
  it('clamps a time before its parent and one after its own order, and says so', () => {
    const early = entry({
      id: 'early',
      column: 'doing',
      parents: ['added'],
      at: added.at - 5,
      order: added.order + 1,
    })
    expect(fold(added, early)).toMatchObject({ enteredAt: added.at, clamped: true })
    const late = entry({
      id: 'late',
      column: 'doing',
      parents: ['added'],
      at: added.at + 9 * HOUR,
      order: added.order + 1,
    })
    expect(fold(added, late)).toMatchObject({ enteredAt: added.at, clamped: true })
    expect(stepsOf(fold(added, late)).map((step) => step.at)).toEqual([added.at, added.at])
    expect(fold(added, anns).clamped).toBe(false)
  })
  it('survives parents that are not there, that name each other, or the entry itself', () => {
    const knot = [entry({ id: 'a', parents: ['b'] }), entry({ id: 'b', parents: ['a'], kind: 'undone' })]
    expect(fold(...knot).card).toBe('card')
    expect(fold(entry({ id: 'a', parents: ['a'], kind: 'reordered' })).heads).toEqual(['a'])
    expect(fold(entry({ id: 'a', parents: ['gone'] })).heads).toEqual(['a'])
  })
})

/** Entries as three devices that meet now and then would write them. */
const histories = fc
  .array(
    fc.record({
      device: fc.nat(2),
      meets: fc.option(fc.nat(2)),
      column: fc.constantFrom('ready', 'doing', 'check', 'done'),
      kind: fc.constantFrom<JourneyKind>('pulled', 'returned', 'finished', 'reordered', 'archived', 'undone'),
      skew: fc.integer({ min: -3, max: 3 }),
    }),
    { maxLength: 14 },
  )
  .map((steps) => {
    const first = entry({ id: 'e00', kind: 'added', at: HOUR })
    const seen = [0, 1, 2].map(() => [first])
    steps.forEach(({ device, meets, column, kind, skew }, i) => {
      const mine = seen[device] as JourneyEntry[]
      if (meets !== null) for (const one of seen[meets] ?? []) if (!mine.includes(one)) mine.push(one)
      const named = new Set(mine.flatMap((one) => one.parents))
      const heads = mine.filter((one) => !named.has(one.id)).map((one) => one.id)
      const parents = kind === 'undone' ? heads.slice(0, 1) : heads
      const at = (i + 2 + skew) * HOUR
      mine.push(entry({ id: `e${i + 10}`, kind, column, parents, at, by: `person-${device}` }))
    })
    return [...new Set(seen.flat())]
  })

/** The rules once more, over sets and without a thought for speed. */
function naive(all: readonly JourneyEntry[]) {
  const get = (id: string) => all.find((one) => one.id === id)
  const parents = (one: JourneyEntry) => one.parents.flatMap((id) => get(id) ?? [])
  const above = (one: JourneyEntry): Set<JourneyEntry> =>
    new Set(parents(one).flatMap((parent) => [parent, ...above(parent)]))
  const best = (some: readonly JourneyEntry[]) =>
    [...some].sort((a, b) => b.order - a.order || (a.id < b.id ? 1 : -1))[0] as JourneyEntry
  const real = (one: JourneyEntry): JourneyEntry[] => {
    const [undone] = one.kind === 'undone' ? parents(one) : []
    if (!undone) return [one]
    return parents(undone).length > 0 ? parents(undone).flatMap(real) : [undone]
  }
  const newest = (some: readonly JourneyEntry[]) =>
    some.filter((one) => !some.some((other) => above(other).has(one)))
  const before = (one: JourneyEntry) => parents(one).flatMap(real)
  const move = (one: JourneyEntry): JourneyEntry =>
    one.kind === 'reordered' && before(one).length > 0 ? move(best(before(one))) : one
  const heads = all.filter((one) => !all.some((other) => other.parents.includes(one.id)))
  const tips = newest([...new Set(heads.flatMap(real))])
  const moves = newest([...new Set(tips.map(move))])
  const tip = best(tips.filter((one) => moves.includes(move(one))))
  return { heads: heads.map((one) => one.id).sort(), last: tip.id, claims: moves.map((one) => one.id).sort() }
}

it('the fold equals the naive model, in any order of any history', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (entries, numbers) => {
      const shuffled = [...entries]
        .map((one) => ({ one, key: numbers.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one)
      const journey = fold(...shuffled)
      expect(journey).toEqual(fold(...entries))
      const model = naive(entries)
      expect([...journey.heads].sort()).toEqual(model.heads)
      expect(journey.last.id).toBe(model.last)
      if (journey.conflict)
        expect(journey.conflict.claims.map((claim) => claim.id).sort()).toEqual(model.claims)
      if (model.claims.length === 1) expect(journey.conflict).toBeNull()
    }),
    { numRuns: 500 },
  )
})
