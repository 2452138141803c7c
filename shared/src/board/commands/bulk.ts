// Acts on several cards at once: what can be done is done in one step that undo takes back as one, the rest is named.
import { defineCommand, ok, withRows } from '../../kernel'
import type { Change, Command, CommandContext, Result, Table } from '../../kernel'
import type { ClassOfService, Half } from '../records'
import { boardCollections } from '../records'
import { projectBoard } from '../snapshot'
import type { BoardDirty, BoardSnapshot, BoardTables } from '../snapshot'
import { tagCard } from './card-parts'
import { archiveCard, editCard, inviteToCard } from './edit-card'
import { moveCard } from './move-card'

interface Cards {
  readonly cards: readonly string[]
}

/** What an act on several cards comes to. */
export interface BulkOutcome<R> {
  /** Cards that it changes. */
  readonly done: readonly string[]
  /** Cards that are already as they would be. */
  readonly same: readonly string[]
  readonly refused: readonly { readonly card: string; readonly why: R }[]
}

export interface Bulk<A extends Cards, R> {
  readonly command: Command<BoardSnapshot, A, R>
  /** What the command would come to for a person, decided on the same snapshot. Nothing is written. */
  foresee(board: BoardSnapshot, args: A, person: string): BulkOutcome<R>
}

type Key = keyof typeof boardCollections
type Row = { readonly id: string } & Readonly<Record<string, unknown>>
const keys = Object.keys(boardCollections) as Key[]
const keyByName = new Map(keys.map((key) => [boardCollections[key].name, key]))

/** The board as it will be after some changes: the second card of an act finds the slot taken that the first one took. */
function drafted(board: BoardSnapshot, changes: readonly Change[]): BoardSnapshot {
  const tables = board.basis.tables as unknown as Readonly<Record<Key, Table<Row>>>
  const updates = new Map<Key, Map<string, Row>>()
  for (const change of changes) {
    const key = change.kind === 'write' ? undefined : keyByName.get(change.in)
    if (change.kind === 'write' || key === undefined) continue
    const rows = updates.get(key) ?? new Map<string, Row>()
    updates.set(key, rows)
    const before = rows.get(change.id) ?? tables[key].get(change.id)
    if (change.kind === 'append') rows.set(change.id, before ?? { id: change.id, ...change.entry })
    else if (change.kind === 'create')
      rows.set(change.id, before ?? { id: change.id, archived: false, ...change.row })
    else if (before && change.kind === 'set') rows.set(change.id, { ...before, [change.field]: change.value })
    else if (before && change.kind === 'put') {
      const { [change.key]: _, ...others } = (before[change.set] ?? {}) as Record<string, unknown>
      const items = change.value === null ? others : { ...others, [change.key]: change.value }
      rows.set(change.id, { ...before, [change.set]: items })
    }
  }
  const next = { ...tables }
  for (const [key, rows] of updates) next[key] = withRows(tables[key], rows)
  const dirty = Object.fromEntries([...updates].map(([key, rows]) => [key, new Set(rows.keys())]))
  return projectBoard(board, next as unknown as BoardTables, dirty as BoardDirty)
}

/** Decides without a clock and without chance: enough to know what can be done, never written. */
function foreseeing(person: string): CommandContext {
  let count = 0
  return {
    person,
    stamp: () => ({ at: 0, order: Number.MAX_SAFE_INTEGER - 1_000_000 + count++ }),
    id: () => `foreseen-${count++}`,
    random: (length) => new Uint8Array(length),
  }
}

function decideAll<A extends Cards, R>(
  decideOne: (board: BoardSnapshot, card: string, args: A, context: CommandContext) => Result<Change[], R>,
  board: BoardSnapshot,
  args: A,
  context: CommandContext,
): BulkOutcome<R> & { readonly changes: Change[] } {
  const changes: Change[] = []
  const done: string[] = []
  const same: string[] = []
  const refused: { card: string; why: R }[] = []
  let draft = board
  for (const card of new Set(args.cards)) {
    const decided = decideOne(draft, card, args, context)
    if (!decided.ok) refused.push({ card, why: decided.error })
    else if (decided.value.length === 0) same.push(card)
    else {
      done.push(card)
      changes.push(...decided.value)
      draft = drafted(draft, decided.value)
    }
  }
  return { changes, done, same, refused }
}

/** An act on each of several cards, in their order. Refused as a whole only where nothing at all can be done. */
function defineBulk<A extends Cards, R>(
  name: string,
  decideOne: (board: BoardSnapshot, card: string, args: A, context: CommandContext) => Result<Change[], R>,
): Bulk<A, R> {
  return {
    command: defineCommand(name, (board: BoardSnapshot, args: A, context): Result<Change[], R> => {
      const { changes, refused } = decideAll(decideOne, board, args, context)
      const first = refused[0]
      return changes.length === 0 && first ? { ok: false, error: first.why } : ok(changes)
    }),
    foresee(board, args, person) {
      const { done, same, refused } = decideAll(decideOne, board, args, foreseeing(person))
      return { done, same, refused }
    },
  }
}

export interface BulkMoveArgs extends Cards {
  readonly to: string
  readonly half?: Half
  /** Why a full column is entered all the same. */
  readonly why?: string
}

export const bulkMove = defineBulk('board.bulkMove', (board, card, args: BulkMoveArgs, context) => {
  const { to, half, why } = args
  return moveCard.decide(
    board,
    { card, to, ...(half === undefined ? {} : { half }), ...(why === undefined ? {} : { why }) },
    context,
  )
})

export const bulkTag = defineBulk(
  'board.bulkTag',
  (board, card, args: Cards & { readonly name: string }, context) =>
    tagCard.decide(board, { card, name: args.name }, context),
)

export const bulkInvite = defineBulk(
  'board.bulkInvite',
  (board, card, args: Cards & { readonly person: string }, context) =>
    inviteToCard.decide(board, { card, person: args.person }, context),
)

export const bulkClass = defineBulk(
  'board.bulkClass',
  (board, card, args: Cards & { readonly classOfService: ClassOfService }, context) =>
    board.cards.get(card)?.classOfService === args.classOfService
      ? ok([])
      : editCard.decide(board, { card, classOfService: args.classOfService }, context),
)

export const bulkArchive = defineBulk('board.bulkArchive', (board, card, _: Cards, context) =>
  archiveCard.decide(board, { card }, context),
)
