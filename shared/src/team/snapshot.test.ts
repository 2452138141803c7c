import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyTable, withRows } from '../kernel'
import type { ItemOf, Table, Tables } from '../kernel'
import { COLOURS } from './colours'
import type { documentRows, peopleRows, teamCollections } from './records'
import { projectTeam } from './snapshot'
import type { TeamSnapshot } from './snapshot'
import { emptyTables as empty } from './test-support/small-team'

type PersonRow = ItemOf<typeof peopleRows>
type DocumentRow = ItemOf<typeof documentRows>
type State = Tables<typeof teamCollections>

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const rank = fc.constantFrom('', 'a0', 'a1', 'a1V')
const cells = fc.dictionary(
  fc.constantFrom('1', '2', '2026-11-23'),
  fc.record({ hours: fc.integer({ min: 0, max: 8 }), by: id, at: fc.constant(0) }),
  { maxKeys: 2 },
)
const noCells = { since: 0, usual: {}, days: {}, skills: {}, takesLead: null, countOn: null }
const named = { id, archived: fc.boolean(), rank }
const pointer = fc.constantFrom(null, 'a', 'b')
const day = fc.constantFrom('2026-11-28', '2027-02-28')
/** A row or entry of each collection, as it may come to stand. */
const items = {
  team: fc.record({
    id: fc.constant('team'),
    archived: fc.constant(false),
    name: fc.string({ maxLength: 3 }),
  }),
  people: fc.record({
    ...named,
    name: fc.constantFrom('Ann King', 'Al Kent', 'Bo', ''),
    colour: fc.constantFrom('', COLOURS[0], COLOURS[1]),
    takesLead: fc.option(fc.record({ words: fc.constantFrom('set-ups', 'safety'), at: fc.constant(0) })),
    countOn: fc.constant(null),
    usual: cells,
    days: cells,
    skills: fc.constant({}),
  }),
  skills: fc.record({ ...named, name: fc.constant('Die setting'), steps: fc.constant({}) }),
  documents: fc.record({
    ...named,
    name: fc.constantFrom('Line 2', 'Line 3'),
    kind: fc.constantFrom('board' as const, 'map' as const, 'unknown' as const),
  }),
  customers: fc.record({ ...named, name: fc.constant('Press shop'), demand: fc.constantFrom('', '920') }),
  values: fc.record({ ...named, words: fc.constantFrom('on time', 'first time'), customer: pointer }),
  goals: fc.record({
    ...named,
    what: fc.constant('Scrap'),
    from: fc.constantFrom('4 %', '3 %'),
    to: fc.constant('1 %'),
    by: fc.constant(null),
    why: fc.constant(''),
    value: pointer,
  }),
  reviews: fc.record({
    id,
    kind: fc.constantFrom('looked' as const, 'moved' as const),
    on: day,
    next: day,
    parents: fc.uniqueArray(id, { maxLength: 2 }),
    by: id,
    at: fc.constant(0),
    order: fc.integer({ min: 0, max: 5 }),
  }),
}
type Key = keyof typeof items
const step = fc.oneof(
  ...(Object.keys(items) as Key[]).map((key) =>
    items[key].map((item) => ({ key, item: item as { id: string } })),
  ),
)

const plain = (snapshot: TeamSnapshot) => ({
  ...snapshot,
  peopleById: [...snapshot.peopleById.values()],
  documentsById: [...snapshot.documentsById.values()],
  timesById: [...snapshot.timesById.values()],
  skillsById: [...snapshot.skillsById.values()],
  leadById: [...snapshot.leadById.values()],
  customersById: [...snapshot.customersById.values()],
  valuesById: [...snapshot.valuesById.values()],
  goalsById: [...snapshot.goalsById.values()],
})

describe('team snapshot', () => {
  it('grown change by change is the one projected from nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let state = empty()
        let grown = projectTeam(undefined, state, {})
        for (const { key, item } of steps) {
          const table = state[key] as Table<{ id: string }>
          state = { ...state, [key]: withRows(table, new Map([[item.id, item]])) } as State
          grown = projectTeam(grown, state, { [key]: new Set([item.id]) })
          expect(plain(grown)).toEqual(plain(projectTeam(undefined, state, {})))
        }
      }),
    )
  })
  it('keeps what did not change, by reference', () => {
    const ann: PersonRow = {
      id: 'ann',
      archived: false,
      name: 'Ann King',
      colour: '',
      rank: 'a0',
      ...noCells,
    }
    const ben: PersonRow = {
      id: 'ben',
      archived: false,
      name: 'Ben Moss',
      colour: '',
      rank: 'a1',
      ...noCells,
    }
    const people = withRows(
      emptyTable<PersonRow>(),
      new Map([
        ['ann', ann],
        ['ben', ben],
      ]),
    )
    const before = projectTeam(undefined, { ...empty(), people }, {})
    const renamed = withRows(people, new Map([['ben', { ...ben, name: 'Ben Mosse' }]]))
    const after = projectTeam(before, { ...empty(), people: renamed }, { people: new Set(['ben']) })
    expect(after.people).toBe(before.people)
    expect(after.peopleById.get('ann')).toBe(before.peopleById.get('ann'))
    expect(after.peopleById.get('ben')?.name).toBe('Ben Mosse')
    expect(after.documentsById).toBe(before.documentsById)
    expect(projectTeam(after, { ...empty(), people: renamed }, {})).toBe(after)
    const away = { ...ben, name: 'Ben Mosse', days: { '2026-11-23': { hours: 0, by: 'ann', at: 0 } } }
    const told = withRows(renamed, new Map([['ben', away]]))
    const later = projectTeam(after, { ...empty(), people: told }, { people: new Set(['ben']) })
    // Who is here says nothing about who people are, so that a board does not draw its cards again.
    expect(later.peopleById).toBe(after.peopleById)
    expect(later.timesById.get('ann')).toBe(after.timesById.get('ann'))
    expect(later.timesById.get('ben')?.days['2026-11-23']?.hours).toBe(0)
    expect(later.leadById).toBe(after.leadById)
    const saying = { ...away, takesLead: { words: 'the morning start', at: 0 } }
    const said = withRows(told, new Map([['ben', saying]]))
    const last = projectTeam(later, { ...empty(), people: said }, { people: new Set(['ben']) })
    expect(last.timesById).toBe(later.timesById)
    expect(last.peopleById).toBe(later.peopleById)
    expect(last.leadById.get('ben')?.takesLead?.words).toBe('the morning start')
  })
  it('leaves out a document of a kind it does not know', () => {
    const row: DocumentRow = { id: 'x', archived: false, kind: 'unknown', name: 'Rules', rank: 'a0' }
    const documents = withRows(emptyTable<DocumentRow>(), new Map([['x', row]]))
    const snapshot = projectTeam(undefined, { ...empty(), documents }, {})
    expect(snapshot.documents).toEqual([])
    expect(snapshot.documentsById.has('x')).toBe(false)
  })
})
