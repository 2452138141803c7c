// The board as a kind of document: what it is made of, how it is projected, and how its entries are taken back.
import { append, defineDocument, isEqual, ok, refused, standsAs } from '../kernel'
import type { Change, CommandContext, Result, UndoRefused } from '../kernel'
import { boardActs } from './acts'
import { importHolds, isBuiltOn } from './imports'
import { pathOf } from './journey'
import { boardCollections, commentLog, journeyLog, settingsLog } from './records'
import { editLog } from './records-edits'
import { importLog } from './records-imports'
import { projectBoard } from './snapshot'
import type { BoardSnapshot } from './snapshot'
import { settingKey } from './governed'

/**
 * A move is taken back by an entry that says so, as long as it is the last word on its card; moves that were taken back
 * since do not count. Taking back an undoing makes the same move again, where the card stands as the undoing left it.
 */
function revertStep(
  board: BoardSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const entry = board.basis.tables.journey.get(id)
  const journey = entry && board.journeys.get(entry.card)
  if (!journey) return refused({ reason: 'final' })
  const [head] = journey.heads
  if (head === undefined || journey.heads.length > 1) return refused({ reason: 'superseded' })
  const isUndoing = entry.kind === 'undone'
  const { last } = journey
  const stands = isUndoing ? last.by === context.person && isEqual(last.to, entry.to) : last.id === id
  if (head !== id && !stands) return refused({ reason: 'superseded' })
  // A card's birth is taken back by putting away its row.
  if (entry.kind === 'added') return ok([])
  const { card } = entry
  const by = { by: context.person, ...context.stamp() }
  if (isUndoing) {
    const undone = board.basis.tables.journey.get(entry.parents[0] ?? '')
    if (!undone) return refused({ reason: 'final' })
    const { id: _, ...again } = undone
    return ok([append(journeyLog, context.id(), { ...again, parents: [head], ...by })])
  }
  const { to } = pathOf(journey).at(-2) ?? entry
  // The first names what is undone.
  const parents = head === id ? [id] : [id, head]
  return ok([append(journeyLog, context.id(), { card, parents, to, kind: 'undone', ...by })])
}

/** A governed value is taken back by setting what held before, as long as it stands. */
function revertSetting(
  board: BoardSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const entry = board.basis.tables.settings.get(id)
  const governed = entry && board.settings.get(settingKey(entry.scope, entry.what))
  if (!governed) return refused({ reason: 'final' })
  const { settings } = board.basis.tables
  const head = standsAs(entry, governed.heads, (one) => settings.get(one))
  if (!head) return refused({ reason: 'superseded' })
  const before = governed.history.findLast((one) => entry.parents.includes(one.id))
  const { scope, what } = entry
  const value = before?.value ?? null
  return ok([
    append(settingsLog, context.id(), {
      scope,
      what,
      value,
      parents: [head.id],
      why: '',
      by: context.person,
      ...context.stamp(),
    }),
  ])
}

/** A comment is taken back by saying again what stood before it, which is nothing for a new one. */
function revertComment(
  board: BoardSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const entry = board.basis.tables.comments.get(id)
  if (!entry) return refused({ reason: 'final' })
  const { card, replaces = id } = entry
  const said = (board.commentsByCard.get(card)?.members ?? []).flatMap((one) => {
    const other = board.comments.get(one)
    return other && (one === replaces || other.replaces === replaces) ? other : []
  })
  const at = said.indexOf(entry)
  if (at !== said.length - 1) return refused({ reason: 'superseded' })
  const { words = '', mentions = [] } = said[at - 1] ?? {}
  const again = { card, replaces, words, ...(mentions.length > 0 && { mentions }) }
  const by = { by: context.person, ...context.stamp() }
  return ok([append(commentLog, context.id(), { ...again, ...by })])
}

/** What a field said before and after change places: its value itself is taken back by the row. */
function revertEdit(
  board: BoardSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const entry = board.basis.tables.edits.get(id)
  if (!entry) return refused({ reason: 'final' })
  const { card, field, was, value } = entry
  const back = { card, field, was: value, value: was, by: context.person, at: context.stamp().at }
  return ok([append(editLog, context.id(), back)])
}

/** An import is taken back as a whole, as long as nobody else has done something on its cards. */
function revertImport(
  board: BoardSnapshot,
  id: string,
  context: CommandContext,
): Result<Change[], UndoRefused> {
  const { imports } = board.basis.tables
  const entry = imports.get(id)
  if (!entry) return refused({ reason: 'final' })
  if (importHolds(imports, entry.import)?.id !== id) return refused({ reason: 'superseded' })
  if (entry.stands && isBuiltOn(board, entry, context.person)) return refused({ reason: 'superseded' })
  const back = { import: entry.import, stands: !entry.stands, by: context.person, ...context.stamp() }
  return ok([append(importLog, context.id(), back)])
}

export const boardDocument = defineDocument({
  kind: 'board',
  version: 1,
  collections: boardCollections,
  project: projectBoard,
  acts: boardActs,
  revert: {
    comments: revertComment,
    edits: revertEdit,
    imports: revertImport,
    journey: revertStep,
    settings: revertSetting,
  },
})
