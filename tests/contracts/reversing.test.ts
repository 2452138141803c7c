// What a decision did is taken back by an act of its own, for every act that a command of a room is.
import { describe, expect, it } from 'vitest'
import {
  archiveCard,
  boardDocument,
  renameColumn,
  restoreCard,
  setLimit,
  settingKey,
} from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import type { JsonObject } from '@yokoten/shared/kernel'
import { applied, caseOf, currentVersion, foresee, reversal, takeBackIn } from '@yokoten/shared/playbook'
import type { Case, PlaybookSnapshot, TakeBackArgs } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { ACTS, heldBoard, ready } from '../support/agreed-acts'
import type { ActTask } from '../support/agreed-acts'

const AT = 1_772_467_200_000

/** What the people see of a document: no history, and nothing of what was put away. */
const VIEWS: Readonly<Record<string, (snapshot: never) => unknown>> = {
  board: (board: BoardSnapshot) => ({
    columns: board.columns.map(({ id, name, role, limit, policy, split, doing, done }) => ({
      id,
      name,
      role,
      limit,
      policy,
      split,
      doing,
      done,
    })),
    lanes: board.lanes.map(({ id, name }) => ({ id, name })),
    groups: [...board.groups.values()].map(({ id, name }) => ({ id, name })),
    limits: [...board.settings]
      .map(([key, { holds }]) => [key, holds.value] as const)
      .filter(([, value]) => value !== null),
    whenFull: board.whenFull,
    cards: [...board.cards.values()]
      .filter(({ id, archived }) => !archived && !board.journeys.get(id)?.archived)
      .map(({ id, classOfService }) => [id, classOfService]),
  }),
  team: ({ people, documents, invited }: TeamSnapshot) => ({ people, documents, invited }),
  playbook: ({ rules, plans, acts }: PlaybookSnapshot) => ({
    rules: [...rules.values()].flatMap(({ key, value }) => (value ? [[key, value]] : [])),
    plans: [...plans].flatMap(([key, { value }]) => (value ? [[key, value]] : [])),
    acts: acts.map(({ id, name, concern }) => ({ id, name, concern })),
  }),
}

const caseFor = (
  command: { readonly name: string; readonly version: number },
  args: JsonObject,
  ground: JsonObject,
): Case =>
  caseOf(
    {
      id: 'p',
      act: { kind: 'change-limit' },
      title: 'It',
      reason: '',
      command: { ...command, document: 'd' },
      args,
      ground,
      level: 'consent',
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
    },
    [],
    [],
    [],
  )

/** Carries it out and takes it back; `between` is what somebody does in the meantime. */
const thereAndBack =
  (
    between: () => void = () => undefined,
  ): ActTask<{ before: unknown; then: unknown; after: unknown; why: string }> =>
  ({ document, command, held, args, context }) => {
    const view = () => JSON.parse(JSON.stringify(VIEWS[document.kind]?.(held.snapshot as never))) as unknown
    const before = view()
    const seen = foresee(command, held.snapshot, args, 'ann', held.read)
    const one = caseFor(command, args as JsonObject, seen.ok ? seen.value.ground : {})
    const version = currentVersion(one)
    const effect = applied(document, command, one, version, held.read).decide(
      held.snapshot,
      undefined,
      context,
    )
    held.apply(effect.ok ? effect.value : [])
    const then = view()
    between()
    const back = reversal(document, command, held.snapshot, one, version, held.read)
    if (!back.ok) return { before, then, after: view(), why: back.error.reason }
    const done = takeBackIn(document).decide(held.snapshot, JSON.parse(JSON.stringify(back.value)), context)
    held.apply(done.ok ? done.value : [])
    return { before, then, after: view(), why: done.ok ? 'done' : done.error.reason }
  }

/** Stopping the line is never proposed: it goes ahead whatever the rules say. */
const PROPOSED = ACTS.filter(([kinds]) => !kinds.includes('raise-blocker'))

describe('every act is taken back', () => {
  it.each(PROPOSED.map(([kinds, make]) => [make().name, kinds, make] as const))('%s: %s', (name, _, make) => {
    const { before, then, after, why } = make().with(thereAndBack())
    expect({ name, why, after }).toEqual({ name, why: 'done', after: before })
    expect(then).not.toEqual(before)
  })
})

const limitOfDoing = () => {
  const small = createSmallBoard()
  return {
    small,
    act: ready(boardDocument, setLimit, heldBoard(small), { column: small.doing, limit: 5 }, small.ann),
  }
}

it('what somebody has changed since is not taken back', () => {
  const { small, act } = limitOfDoing()
  const limit = act.with(
    thereAndBack(() => small.run(setLimit, { column: small.doing, limit: 7 }, small.dee)),
  )
  expect(limit).toMatchObject({ why: 'changed', then: { columns: [{}, { limit: 5 }, {}, {}] } })
  expect(small.board.columnsById.get(small.doing)?.limit).toBe(7)
  const other = createSmallBoard()
  const args = { column: other.doing, name: 'Set up' }
  const name = ready(boardDocument, renameColumn, heldBoard(other), args, other.ann)
  const renamed = () => other.run(renameColumn, { column: other.doing, name: 'Build' }, other.dee)
  expect(name.with(thereAndBack(renamed)).why).toBe('changed')
  expect(other.board.columnsById.get(other.doing)?.name).toBe('Build')
})

it('what was taken back already is not taken back again', () => {
  const small = createSmallBoard()
  const archived = ready(boardDocument, archiveCard, heldBoard(small), { card: 'c1' }, small.ann)
  const { why } = archived.with(thereAndBack(() => small.run(restoreCard, { card: 'c1' }, small.dee)))
  expect(why).toBe('changed')
})

it('what was taken back is done again by taking that back', () => {
  const { small, act } = limitOfDoing()
  act.with(thereAndBack())
  const back = takeBackIn(boardDocument)
  const key = settingKey({ kind: 'column', id: small.doing }, 'limit')
  const undoing = small.board.settings.get(key)?.heads[0] ?? ''
  const given = { entries: [{ in: 'settings', id: undoing }], rows: [], values: [] }
  const again = back.decide(small.board, given, small.ann)
  small.document.apply(again.ok ? again.value : [])
  expect(small.board.columnsById.get(small.doing)?.limit).toBe(5)
})

it.each<[string, TakeBackArgs | object]>([
  ['no arguments', {}],
  ['a collection that the document does not have', { entries: [{ in: 'x', id: 'e' }], rows: [], values: [] }],
  ['a row of a log', { entries: [], rows: [{ in: 'settings', id: 'e' }], values: [] }],
  [
    'a field of another kind',
    { entries: [], rows: [], values: [{ in: 'columns', id: 'check', field: 'name', value: 5 }] },
  ],
  [
    'a field that does not exist',
    { entries: [], rows: [], values: [{ in: 'columns', id: 'check', field: '__proto__', value: 'x' }] },
  ],
])('does not write %s', (_, args) => {
  const { small } = limitOfDoing()
  const done = takeBackIn(boardDocument).decide(small.board, args as TakeBackArgs, small.ann)
  expect(done).toEqual({ ok: false, error: { reason: 'final' } })
})
