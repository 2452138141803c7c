import { addCard, boardDocument, createBoard, moveCard, setLimit } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createDevice } from '@yokoten/shared/board/test-support'
import { createUndo, execute, openProjection } from '@yokoten/shared/doc'
import type { Command } from '@yokoten/shared/kernel'
import {
  csvToBoard,
  joinBoard,
  joinTargetOf,
  lookAtCsv,
  suggestedMapping,
  takeIn,
  takeInPart,
} from '@yokoten/shared/transfer'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'

/** A board of To do, Doing and Done with the card c1, with the undo of each person who is at it. */
function createTable() {
  const doc = new Y.Doc()
  const projection = openProjection(doc, boardDocument)
  const person = (name: string, seed: number) => {
    const device = createDevice(name, seed)
    const undo = createUndo({ doc, spec: boardDocument, projection, context: () => device })
    return {
      undo: () => undo.undo(),
      redo: () => undo.redo(),
      run<A>(command: Command<BoardSnapshot, A, unknown>, args: A): void {
        device.wait(60_000)
        const decided = command.decide(projection.get(), args, device)
        if (!decided.ok) throw new Error(JSON.stringify(decided.error))
        const step = execute(doc, boardDocument, decided.value, command.name)
        if (!step.ok) throw new Error('The board can be written.')
        if (!command.isDeferred) undo.record(step.value)
      },
    }
  }
  const ann = person('ann', 1)
  ann.run(createBoard, { key: 'PL', columns: ['To do', 'Doing', 'Done'], reasons: ['Safety'] })
  ann.run(addCard, { card: 'c1', title: 'Grease' })
  const [todo = '', doing = '', done = ''] = projection.get().columns.map((column) => column.id)
  const at = () => projection.get().journeys.get('c1')?.column
  return { ann, dee: person('dee', 2), todo, doing, done, at, board: () => projection.get() }
}

describe('undo', () => {
  it('takes back two moves of one card one after the other, and makes them again', () => {
    const { ann, todo, doing, done, at } = createTable()
    ann.run(moveCard, { card: 'c1', to: doing })
    ann.run(moveCard, { card: 'c1', to: done })
    expect([ann.undo().done, at()]).toEqual([true, doing])
    expect([ann.undo().done, at()]).toEqual([true, todo])
    expect([ann.redo().done, at()]).toEqual([true, doing])
    expect([ann.redo().done, at()]).toEqual([true, done])
    expect([ann.undo().done, at()]).toEqual([true, doing])
    expect([ann.undo().done, at()]).toEqual([true, todo])
  })
  it('takes back changes of one limit one after the other, and makes them again, until somebody else sets it', () => {
    const { ann, dee, doing, board } = createTable()
    const set = (limit: number) => ({ column: doing, limit, why: 'we try' })
    const limit = () => board().columns.find((column) => column.id === doing)?.limit
    for (const slots of [5, 6, 7]) ann.run(setLimit, set(slots))
    const before = [limit()]
    for (let step = 0; step < 3; step++) before.push((ann.undo(), limit()))
    expect(before).toEqual([7, 6, 5, 3])
    const again = [(ann.redo(), limit()), (ann.redo(), limit()), (ann.redo(), limit())]
    expect(again).toEqual([5, 6, 7])
    expect([ann.undo().done, limit(), ann.undo().done, limit()]).toEqual([true, 6, true, 5])
    expect([ann.redo().done, limit()]).toEqual([true, 6])
    dee.run(setLimit, set(9))
    expect([ann.undo(), limit()]).toEqual([{ done: false, reason: 'superseded' }, 9])
    dee.run(setLimit, set(6))
    expect([ann.undo().done, limit()]).toEqual([false, 6])
  })
  it('leaves a move on which somebody else has built', () => {
    const { ann, dee, doing, done, at } = createTable()
    ann.run(moveCard, { card: 'c1', to: doing })
    dee.run(moveCard, { card: 'c1', to: done })
    expect(ann.undo()).toEqual({ done: false, reason: 'superseded' })
    expect(at()).toBe(done)
  })
  it('takes a whole import off the board in one act, its finished work too, and brings it back', () => {
    const { ann, board } = createTable()
    const before = board()
    const csv =
      'Title,Created,To do,Doing,Done\nPump,,2026-01-05,2026-01-06,2026-01-09\nValve,,2026-01-05,2026-01-07,\n'
    const look = lookAtCsv(new TextEncoder().encode(csv))
    if (!look.ok) throw new Error(look.error.reason)
    const words = { strayColumn: '', untitled: '?', waiting: 'W', doing: 'D', done: 'F', id: 'ID' }
    const options = { now: Date.UTC(2026, 0, 20), timeZone: 'UTC', words }
    const read = csvToBoard(look.value, suggestedMapping(look.value), 'more', options)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const writing = { salt: 's', person: 'ann', reasons: [], untitled: '?', now: options.now }
    const { parts, ...whole } = joinBoard(read.value.board, joinTargetOf(before), {}, writing)
    for (const changes of parts) ann.run(takeInPart, { changes })
    expect(board().cards.size).toBe(1)
    ann.run(takeIn, whole)
    const finished = () =>
      [...board().journeys.values()].filter((journey) => journey.finishedAt !== null).length
    expect([board().cards.size, board().archivedCards.length, finished()]).toEqual([3, 0, 1])
    expect(ann.undo()).toMatchObject({ done: true })
    expect(board().columns.map((column) => column.used)).toEqual(before.columns.map((column) => column.used))
    expect([board().cards.size, board().archivedCards.length, finished()]).toEqual([1, 0, 0])
    expect(ann.redo()).toMatchObject({ done: true })
    expect([board().cards.size, finished()]).toEqual([3, 1])
  })
})
