import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyTable, tableOf, withRows } from './table'

describe('table', () => {
  it('holds what a plain map holds after any updates, and leaves earlier versions as they were', () => {
    const update = fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.integer(), { nil: undefined }))
    // Some batches are large enough to be taken as the base, others stand over it.
    const updates = fc.array(fc.oneof(fc.array(update), fc.array(update, { minLength: 90, maxLength: 120 })))
    fc.assert(
      fc.property(updates, (batches) => {
        let table = emptyTable<number>()
        const model = new Map<string, number>()
        for (const batch of batches) {
          const before = table
          const beforeIds = [...before.ids()]
          table = withRows(table, new Map(batch))
          for (const [id, value] of new Map(batch)) {
            if (value === undefined) model.delete(id)
            else model.set(id, value)
          }
          expect(before.ids()).toEqual(beforeIds)
          for (const id of beforeIds) expect(before.has(id)).toBe(true)
          expect(table.size).toBe(model.size)
          expect(table.ids()).toEqual([...model.keys()].sort())
          expect([...table.values()]).toEqual([...model.keys()].sort().map((id) => model.get(id)))
          const visited = new Map<string, number>()
          table.each((value, id) => visited.set(id, value))
          expect(visited).toEqual(model)
        }
      }),
    )
  })
  it('is the same table when nothing differs, and keeps the id list when only values differ', () => {
    const table = withRows(emptyTable<number>(), new Map([['a', 1]]))
    expect(withRows(table, new Map([['a', 1]]))).toBe(table)
    expect(withRows(table, new Map([['b', undefined]]))).toBe(table)
    const ids = table.ids()
    expect(withRows(table, new Map([['a', 2]])).ids()).toBe(ids)
  })
  it('takes a map over and leaves it unwritten', () => {
    const rows = new Map([
      ['b', 2],
      ['a', 1],
    ])
    const table = tableOf(rows)
    const next = withRows(
      table,
      new Map([
        ['a', undefined],
        ['c', 3],
      ]),
    )
    expect(table.ids()).toEqual(['a', 'b'])
    expect(next.ids()).toEqual(['b', 'c'])
    expect([rows.get('a'), next.get('a'), next.has('a'), next.size]).toEqual([1, undefined, false, 2])
  })
})
