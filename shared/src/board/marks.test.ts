import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addColumn } from './commands/columns'
import { moveCard, pullCard } from './commands/move-card'
import { setMark } from './commands/structure-marks'
import { rolesOverTime } from './governed'
import { marksOf, phaseOf, rolesWithMark } from './marks'
import { ROLES } from './records'
import { createSmallBoard } from './test-support/small-board'

describe('a mark', () => {
  it('gives the columns before, between and behind the marks their roles', () => {
    const small = createSmallBoard()
    const roles = () => small.board.columns.map(({ role }) => role)
    expect(roles()).toEqual(['backlog', 'active', 'active', 'done'])
    small.run(setMark, { mark: 'start', column: 'check' })
    expect(roles()).toEqual(['backlog', 'ready', 'active', 'done'])
    expect(marksOf(small.board.columns)).toEqual({ start: 'check', finish: small.done })
    small.run(setMark, { mark: 'start', column: small.todo })
    expect(roles()).toEqual(['active', 'active', 'active', 'done'])
    small.run(setMark, { mark: 'finish', column: 'check' })
    expect(roles()).toEqual(['active', 'active', 'done', 'done'])
  })
  it('does not cross the other one', () => {
    const small = createSmallBoard()
    const crossed = { ok: false, error: { reason: 'marks-crossed' } }
    expect(small.run(setMark, { mark: 'start', column: small.done })).toEqual(crossed)
    expect(small.run(setMark, { mark: 'finish', column: small.doing })).toEqual(crossed)
  })
  it('set anew, leaves earlier periods as they were', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    const started = small.board.journeys.get('c1')?.startedAt ?? 0
    expect(started).toBeGreaterThan(0)
    small.ann.wait(86_400_000)
    small.run(setMark, { mark: 'start', column: 'check' })
    expect(small.board.journeys.get('c1')?.startedAt).toBe(started)
    expect(rolesOverTime(small.board.settings)(small.doing, started)).toBe('active')
    small.run(pullCard, { card: 'c2' })
    expect(small.board.journeys.get('c2')?.startedAt).toBeNull()
    small.run(moveCard, { card: 'c2', to: 'check' })
    expect(small.board.journeys.get('c2')?.startedAt).not.toBeNull()
  })
  it('stands before the finish, with nothing of another phase between, wherever it is put', () => {
    const columns = fc
      .array(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 7 })
      .map((roles) => roles.map((role, index) => ({ id: `k${index}`, role })))
    fc.assert(
      fc.property(
        columns,
        fc.constantFrom('start' as const, 'finish' as const),
        fc.nat(6),
        (all, mark, at) => {
          const column = all[at % all.length]?.id ?? ''
          const roles = rolesWithMark(all, mark, column)
          if (!roles) return
          const next = all.map(({ id }, index) => ({ id, role: roles[index] ?? 'backlog' }))
          expect(marksOf(next)[mark]).toBe(column)
          const phases = roles.map((role) => ['before', 'between', 'after'].indexOf(phaseOf(role)))
          expect(phases).toEqual([...phases].sort())
        },
      ),
    )
  })
})

it('a new column is of the phase it comes to stand in', () => {
  const small = createSmallBoard()
  const roleAfter = (after: string | null) => {
    small.run(addColumn, { column: `new-${after ?? 'first'}`, name: 'New', after })
    return small.board.columnsById.get(`new-${after ?? 'first'}`)?.role
  }
  expect([null, small.todo, small.doing, small.done].map(roleAfter)).toEqual([
    'backlog',
    'ready',
    'active',
    'done',
  ])
})
