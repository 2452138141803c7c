import {
  addCard,
  addChecklistItem,
  addRecurring,
  boardDocument,
  bringRecurring,
  comingCardId,
  createBoard,
  editCard,
  editTemplate,
  RHYTHMS,
  saveTemplate,
} from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createDevice } from '@yokoten/shared/board/test-support'
import type { TestDevice } from '@yokoten/shared/board/test-support'
import { execute, openProjection } from '@yokoten/shared/doc'
import { dayFromIso } from '@yokoten/shared/kernel'
import type { Command } from '@yokoten/shared/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

const FIRST = '2026-03-02'
const DAY = 86_400_000

function createReplica(person: string, seed: number, state?: Uint8Array) {
  const doc = new Y.Doc()
  if (state) Y.applyUpdate(doc, state)
  const projection = openProjection(doc, boardDocument)
  const device = createDevice(person, seed)
  return {
    doc,
    get board(): BoardSnapshot {
      return projection.get()
    },
    run<A, R>(command: Command<BoardSnapshot, A, R>, args: A, who: TestDevice = device) {
      const decided = command.decide(projection.get(), args, who)
      if (!decided.ok) throw new Error(JSON.stringify(decided.error))
      execute(doc, boardDocument, decided.value, command.name)
    },
  }
}

it('two replicas that both let a card come again have one card, with the same bytes in both', () => {
  const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(
      fc.constantFrom(...RHYTHMS),
      fc.array(words, { maxLength: 4 }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland', 'America/St_Johns'),
      fc.nat(60 * DAY),
      words,
      (rhythm, steps, zone, later, title) => {
        const ann = createReplica('ann', 1)
        ann.run(createBoard, { key: 'PL', columns: ['A', 'B', 'C'], reasons: ['Safety'] })
        ann.run(addCard, { card: 'c1', title })
        for (const text of steps) ann.run(addChecklistItem, { card: 'c1', text })
        ann.run(saveTemplate, { template: 't', card: 'c1', name: 'Care', words: title })
        const column = ann.board.columns[0]?.id ?? ''
        ann.run(addRecurring, { recurring: 'r', template: 't', column, rhythm, from: FIRST, zone })
        const dee = createReplica('dee', 2, Y.encodeStateAsUpdate(ann.doc))
        const now = Date.parse(`${FIRST}T12:00:00Z`) + later
        const before = ann.board.cards.size
        ann.run(bringRecurring, { now })
        // The other one does something else first, and is there at another moment of the same day.
        dee.run(editCard, { card: 'c1', title: 'Other' })
        dee.run(bringRecurring, { now })
        const own = [ann, dee].map(({ doc, board }) => {
          const [card = ''] = board.cards.ids().filter((id) => id !== 'c1')
          const [step] = board.journeys.get(card)?.entries ?? []
          return JSON.stringify([doc.getMap('cards').get(card), doc.getMap('journey').get(step?.id ?? '')])
        })
        expect(own[0]).toBe(own[1])
        Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(dee.doc))
        Y.applyUpdate(dee.doc, Y.encodeStateAsUpdate(ann.doc))
        expect(ann.board.cards.size).toBe(before + 1)
        expect([...ann.board.cards.values()]).toEqual([...dee.board.cards.values()])
        expect(ann.board.conflicts).toEqual([])
        expect(ann.board.columns[0]?.doing).toEqual(dee.board.columns[0]?.doing)
      },
    ),
    { numRuns: 40 },
  )
})

it('a template changed apart gives one card all the same, whole from one of the two', () => {
  const ann = createReplica('ann', 1)
  ann.run(createBoard, { key: 'PL', columns: ['A', 'B', 'C'], reasons: ['Safety'] })
  ann.run(addCard, { card: 'c1', title: 'Care' })
  ann.run(saveTemplate, { template: 't', card: 'c1', name: 'Care' })
  const column = ann.board.columns[0]?.id ?? ''
  ann.run(addRecurring, { recurring: 'r', template: 't', column, rhythm: 'daily', from: FIRST, zone: 'UTC' })
  const dee = createReplica('dee', 2, Y.encodeStateAsUpdate(ann.doc))
  const now = Date.parse(`${FIRST}T12:00:00Z`)
  ann.run(bringRecurring, { now })
  dee.run(editTemplate, { template: 't', title: 'Care, both presses' })
  dee.run(bringRecurring, { now })
  Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(dee.doc))
  Y.applyUpdate(dee.doc, Y.encodeStateAsUpdate(ann.doc))
  const id = comingCardId({ id: 'r' }, dayFromIso(FIRST))
  expect(ann.board.cards.size).toBe(2)
  expect(['Care', 'Care, both presses']).toContain(ann.board.cards.get(id)?.title)
  expect(ann.board.cards.get(id)).toEqual(dee.board.cards.get(id))
})
