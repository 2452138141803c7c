import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyTable, withRows } from '../kernel'
import type { ItemOf, Table } from '../kernel'
import { COLOURS } from './colours'
import type { documentRows, peopleRows, skillRows, teamRows } from './records'
import { projectTeam } from './snapshot'
import type { TeamSnapshot } from './snapshot'

type PersonRow = ItemOf<typeof peopleRows>
type DocumentRow = ItemOf<typeof documentRows>
type SkillRow = ItemOf<typeof skillRows>
interface State {
  team: Table<ItemOf<typeof teamRows>>
  people: Table<PersonRow>
  documents: Table<DocumentRow>
  skills: Table<SkillRow>
}
const empty = (): State => ({
  team: emptyTable(),
  people: emptyTable(),
  documents: emptyTable(),
  skills: emptyTable(),
})

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const rank = fc.constantFrom('', 'a0', 'a1', 'a1V')
const cells = fc.dictionary(
  fc.constantFrom('1', '2', '2026-11-23'),
  fc.record({ hours: fc.integer({ min: 0, max: 8 }), by: id, at: fc.constant(0) }),
  { maxKeys: 2 },
)
const noCells = { usual: {}, days: {}, skills: {} }
const step = fc.oneof(
  fc.record({ kind: fc.constant('team' as const), name: fc.string({ maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('person' as const),
    row: fc.record({
      id,
      archived: fc.boolean(),
      name: fc.constantFrom('Ann King', 'Al Kent', 'Bo', ''),
      colour: fc.constantFrom('', COLOURS[0], COLOURS[1]),
      rank,
      usual: cells,
      days: cells,
      skills: fc.constant({}),
    }),
  }),
  fc.record({
    kind: fc.constant('skill' as const),
    row: fc.record({
      id,
      archived: fc.boolean(),
      name: fc.constant('Die setting'),
      rank,
      steps: fc.constant({}),
    }),
  }),
  fc.record({
    kind: fc.constant('document' as const),
    row: fc.record({
      id,
      archived: fc.boolean(),
      name: fc.constantFrom('Line 2', 'Line 3'),
      kind: fc.constantFrom('board' as const, 'map' as const, 'unknown' as const),
      rank,
    }),
  }),
)

const plain = (snapshot: TeamSnapshot) => ({
  ...snapshot,
  peopleById: [...snapshot.peopleById.values()],
  documentsById: [...snapshot.documentsById.values()],
  timesById: [...snapshot.timesById.values()],
  skillsById: [...snapshot.skillsById.values()],
})

describe('team snapshot', () => {
  it('grown change by change is the one projected from nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let state = empty()
        let grown = projectTeam(undefined, state, {})
        for (const one of steps) {
          if (one.kind === 'team') {
            const row = { id: 'team', archived: false, name: one.name }
            state = { ...state, team: withRows(state.team, new Map([['team', row]])) }
            grown = projectTeam(grown, state, { team: new Set(['team']) })
          } else if (one.kind === 'person') {
            state = { ...state, people: withRows(state.people, new Map([[one.row.id, one.row]])) }
            grown = projectTeam(grown, state, { people: new Set([one.row.id]) })
          } else if (one.kind === 'skill') {
            state = { ...state, skills: withRows(state.skills, new Map([[one.row.id, one.row]])) }
            grown = projectTeam(grown, state, { skills: new Set([one.row.id]) })
          } else {
            state = { ...state, documents: withRows(state.documents, new Map([[one.row.id, one.row]])) }
            grown = projectTeam(grown, state, { documents: new Set([one.row.id]) })
          }
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
  })
  it('leaves out a document of a kind it does not know', () => {
    const row: DocumentRow = { id: 'x', archived: false, kind: 'unknown', name: 'Rules', rank: 'a0' }
    const documents = withRows(emptyTable<DocumentRow>(), new Map([['x', row]]))
    const snapshot = projectTeam(undefined, { ...empty(), documents }, {})
    expect(snapshot.documents).toEqual([])
    expect(snapshot.documentsById.has('x')).toBe(false)
  })
})
