import { describe, expect, it } from 'vitest'
import { emptyTable, withRows } from '../kernel'
import type { CommandContext } from '../kernel'
import { COLOURS } from './colours'
import {
  addDocument,
  addPerson,
  archivePerson,
  editPerson,
  nameTeam,
  nextColour,
  noteRules,
  tidyName,
} from './commands'
import { NAME_LIMIT } from './record-parts'
import { projectTeam } from './snapshot'
import type { TeamSnapshot } from './snapshot'
import { emptyTables } from './test-support/small-team'

const nothing = projectTeam(undefined, emptyTables(), {})
const context: CommandContext = {
  person: '',
  stamp: () => ({ at: 0, order: 0 }),
  id: () => 'fresh',
  random: (n) => new Uint8Array(n),
}
const withAnn: TeamSnapshot = projectTeam(
  undefined,
  {
    ...emptyTables(),
    people: withRows(
      emptyTable(),
      new Map([
        [
          'ann',
          {
            id: 'ann',
            archived: false,
            name: 'Ann',
            colour: COLOURS[0],
            rank: 'a0',
            since: 0,
            takesLead: null,
            countOn: null,
            usual: {},
            days: {},
            skills: {},
          },
        ],
      ]),
    ),
  },
  {},
)

describe('team commands', () => {
  it('create the team row once and set its name from then on', () => {
    expect(nameTeam.decide(nothing, { name: '  Press   line 2 ' }, context)).toEqual({
      ok: true,
      value: [{ kind: 'create', in: 'team', id: 'team', row: { name: 'Press line 2' } }],
    })
    expect(nameTeam.decide({ ...nothing, named: true }, { name: 'Line 3' }, context)).toMatchObject({
      value: [{ kind: 'set', field: 'name', value: 'Line 3' }],
    })
  })
  it('remember since when somebody is of the team', () => {
    const later = { ...context, stamp: () => ({ at: 86_400_000, order: 1 }) }
    expect(addPerson.decide(nothing, { id: 'ben', name: 'Ben' }, later)).toMatchObject({
      value: [{ in: 'people', id: 'ben', row: { name: 'Ben', since: 86_400_000 } }],
    })
  })
  it('note that there are rules once, on a team that has its name', () => {
    const note = (team: TeamSnapshot) => noteRules.decide(team, undefined, context)
    expect(note(nothing)).toEqual({ ok: true, value: [] })
    expect(note({ ...nothing, named: true })).toMatchObject({
      value: [{ kind: 'set', in: 'team', id: 'team', field: 'hasRules', value: true }],
    })
    expect(note({ ...nothing, named: true, hasRules: true })).toEqual({ ok: true, value: [] })
  })
  it('refuse names that are empty or too long', () => {
    expect(tidyName(' \n\t')).toEqual({ ok: false, error: { reason: 'name-empty' } })
    expect(tidyName('x'.repeat(NAME_LIMIT + 1))).toEqual({ ok: false, error: { reason: 'name-too-long' } })
    expect(addDocument.decide(nothing, { id: 'b', kind: 'board', name: '' }, context).ok).toBe(false)
  })
  it('give a new person the next free colour and a place after the others', () => {
    expect(nextColour(withAnn)).toBe(COLOURS[1])
    const added = addPerson.decide(withAnn, { id: 'ben', name: 'Ben' }, context)
    expect(added).toMatchObject({ value: [{ kind: 'create', row: { name: 'Ben', colour: COLOURS[1] } }] })
    const change = added.ok ? added.value[0] : undefined
    expect(change?.kind === 'create' && String(change.row['rank']) > 'a0').toBe(true)
    expect(addPerson.decide(withAnn, { id: 'ann', name: 'Ann' }, context)).toEqual({
      ok: false,
      error: { reason: 'id-taken' },
    })
  })
  it('take only colours of the palette', () => {
    expect(addPerson.decide(withAnn, { id: 'ben', name: 'Ben', colour: 'red' }, context)).toMatchObject({
      value: [{ row: { colour: COLOURS[1] } }],
    })
    expect(editPerson.decide(withAnn, { id: 'ann', colour: 'url(x)' }, context)).toEqual({
      ok: true,
      value: [],
    })
  })
  it('put people away without losing them, and know whom they do not know', () => {
    expect(archivePerson.decide(withAnn, { id: 'ann' }, context)).toEqual({
      ok: true,
      value: [{ kind: 'set', in: 'people', id: 'ann', field: 'archived', value: true }],
    })
    expect(archivePerson.decide(withAnn, { id: 'zoe' }, context)).toEqual({
      ok: false,
      error: { reason: 'unknown' },
    })
  })
})
