// A decision carried out on real documents: by several devices at once, again, and on one of a newer version.
import * as Y from 'yjs'
import { beforeEach, expect, it } from 'vitest'
import { execute, openProjection } from '@yokoten/shared/doc'
import type { CommandContext, JsonObject, Table } from '@yokoten/shared/kernel'
import { boardDocument, createBoard, setLimit } from '@yokoten/shared/board'
import { createDevice } from '@yokoten/shared/board/test-support'
import { applied, caseOf, currentVersion, foreseeGround } from '@yokoten/shared/playbook'
import type { Case } from '@yokoten/shared/playbook'

const AT = 1_772_467_200_000
let ann: ReturnType<typeof createDevice>
beforeEach(() => {
  ann = createDevice('ann')
})

function openBoard(update?: Uint8Array) {
  const doc = new Y.Doc()
  if (update) Y.applyUpdate(doc, update)
  const projection = openProjection(doc, boardDocument)
  const read = (name: string, id: string) => {
    const tables = projection.tables() as unknown as Record<string, Table<JsonObject>>
    return tables[name]?.get(id)
  }
  return { doc, projection, read }
}

type Board = ReturnType<typeof openBoard>

function setUp(): { board: Board; one: Case } {
  const board = openBoard()
  const columns = ['To choose from', 'Doing', 'Done'] as const
  const made = createBoard.decide(board.projection.get(), { key: 'PL', columns, reasons: ['Safety'] }, ann)
  execute(board.doc, boardDocument, made.ok ? made.value : [])
  const args = { column: board.projection.get().columns[1]?.id ?? '', limit: 5 }
  const ground = foreseeGround(setLimit, board.projection.get(), args, 'ann', board.read)
  const proposal = {
    id: 'p',
    act: { kind: 'change-limit' },
    title: 'Five slots',
    reason: '',
    command: { name: setLimit.name, version: setLimit.version, document: 'board/b' },
    args,
    ground: ground.ok ? ground.value : {},
    level: 'consent' as const,
    rule: null,
    members: ['ann'],
    quorum: 1,
    silence: true,
    yesFrom: [],
    tells: [],
    links: [],
    deadline: AT,
    expires: AT + 1,
    by: 'ann',
    at: AT - 1,
    order: 1,
  }
  return { board, one: caseOf(proposal, [], [], []) }
}

const limitOn = ({ projection }: Board) => projection.get().columns[1]?.limit

function applyOn(board: Board, one: Case, by: CommandContext) {
  const command = applied(boardDocument, setLimit, one, currentVersion(one), board.read)
  const decided = command.decide(board.projection.get(), undefined, by)
  return decided.ok ? execute(board.doc, boardDocument, decided.value, command.name) : decided
}

it('devices that are apart write the same entry, which is one when they meet', () => {
  const { board, one } = setUp()
  const begun = Y.encodeStateAsUpdate(board.doc)
  const [first, second] = [openBoard(begun), openBoard(begun)]
  const before = first.doc.getMap('settings').size
  for (const [where, who] of [
    [first, 'ben'],
    [second, 'cem'],
  ] as const)
    expect(applyOn(where, one, createDevice(who)).ok).toBe(true)
  expect(first.doc.getMap('settings').toJSON()).toEqual(second.doc.getMap('settings').toJSON())
  Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(second.doc))
  expect(first.doc.getMap('settings').size).toBe(before + 1)
  expect(limitOn(first)).toBe(5)
  applyOn(first, one, ann)
  expect(first.doc.getMap('settings').size).toBe(before + 1)
})

it('is not applied where somebody has set another limit meanwhile', () => {
  const { board, one } = setUp()
  const column = String(one.proposal.args.column)
  const other = setLimit.decide(board.projection.get(), { column, limit: 4 }, createDevice('dee'))
  execute(board.doc, boardDocument, other.ok ? other.value : [])
  expect(applyOn(board, one, ann)).toEqual({
    ok: false,
    error: { reason: 'ground-changed', places: ['settings#0'] },
  })
  expect(limitOn(board)).toBe(4)
})

it('nothing is written into a document of a newer version', () => {
  const { board, one } = setUp()
  board.doc.getMap('meta').set(`version/${boardDocument.version + 1}`, true)
  expect(applyOn(board, one, ann)).toEqual({ ok: false, error: { reason: 'newer-version' } })
  expect(limitOn(board)).toBe(3)
})
