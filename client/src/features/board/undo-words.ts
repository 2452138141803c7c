// Which act an undo or redo would touch, as a few words in the past: "moved PL-62 to Check".
import { settingKey, spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot, JourneyEntry, SettingEntry } from '@yokoten/shared/board'
import type { ActWrite } from '../../session/api'
import { text } from '../../text'
import { actWords, undoneWords } from './words'
import type { SaidOutcome } from './words'

type NameOf = (person: string) => string | undefined

/** The entry whose making an undo takes back: of an undoing, the one that it undid. */
function entryOf(board: BoardSnapshot, id: string): JourneyEntry | undefined {
  const entry = board.basis.tables.journey.get(id)
  return entry?.kind === 'undone' ? board.basis.tables.journey.get(entry.parents[0] ?? '') : entry
}

const columnName = (board: BoardSnapshot, column: string): string => board.columnsById.get(column)?.name ?? ''

/** One card by its id, several by their number. */
const cardsNamed = (board: BoardSnapshot, cards: readonly string[]): string =>
  cards.length === 1 ? spokenId(board, cards[0] as string) : text('board.did.cards', { count: cards.length })

function moveWords(board: BoardSnapshot, entries: readonly JourneyEntry[]): string {
  const [first] = entries as readonly [JourneyEntry, ...JourneyEntry[]]
  const card = cardsNamed(board, [...new Set(entries.map((entry) => entry.card))])
  const column = columnName(board, first.to.column)
  switch (first.kind) {
    case 'added':
    case 'archived':
    case 'restored':
      return text(`board.did.${first.kind}`, { card })
    case 'reordered':
      return text('board.did.ordered', { column })
    case 'finished':
      return text('board.did.finished', { card })
    case 'pulled':
    case 'invited':
      return text('board.did.pulled', { card, column })
    default:
      return text('board.did.moved', { card, column })
  }
}

function settingWords(board: BoardSnapshot, command: string, entry: SettingEntry): string | undefined {
  const act = actWords(command)
  const name =
    entry.scope.kind === 'column'
      ? columnName(board, entry.scope.id)
      : (board.lanes.find((lane) => lane.id === entry.scope.id)?.name ?? '')
  if (name === '') return act
  if (entry.what === 'limit') return text('board.did.limit', { what: name })
  return act === undefined ? undefined : text('board.did.other', { act, what: name })
}

/** What an act of one's own did; undefined where this version has no words for it. */
export function didWords(
  board: BoardSnapshot,
  command: string | undefined,
  writes: readonly ActWrite[],
): string | undefined {
  if (command === undefined) return undefined
  const entries = writes.flatMap((write) =>
    write.collection === 'journey' ? (entryOf(board, write.id) ?? []) : [],
  )
  if (entries.length > 0) return moveWords(board, entries)
  const setting = writes.find((write) => write.collection === 'settings')
  const entry = setting && board.basis.tables.settings.get(setting.id)
  if (entry) return settingWords(board, command, entry)
  const cards = [...new Set(writes.flatMap((write) => (write.collection === 'cards' ? write.id : [])))]
  const act = actWords(command)
  const tag = writes.find((write) => write.name === 'tags' && write.member !== '')?.member
  const tagName = tag === undefined ? undefined : board.tags.get(tag)?.name
  if (cards.length > 0 && tagName !== undefined) {
    const values = { card: cardsNamed(board, cards), tag: tagName }
    return text(command.endsWith('untagCard') ? 'board.did.untagged' : 'board.did.tagged', values)
  }
  if (act === undefined || cards.length === 0) return act
  return text('board.did.other', { act, what: cardsNamed(board, cards) })
}

/** The label of undo or redo. */
export function undoLabel(
  direction: 'undo' | 'redo',
  board: BoardSnapshot,
  command: string | undefined,
  writes: readonly ActWrite[],
): string {
  const did = didWords(board, command, writes)
  if (did === undefined) return text(direction === 'undo' ? 'board.undo' : 'board.redo')
  return text(direction === 'undo' ? 'board.undoOfDid' : 'board.redoOfDid', { did })
}

/** Who built on a step of this person's, as far as the entries say. */
function laterBy(board: BoardSnapshot, writes: readonly ActWrite[]) {
  for (const { collection, id } of writes) {
    if (collection === 'journey') {
      const own = board.basis.tables.journey.get(id)
      const journey = own && board.journeys.get(own.card)
      if (journey && journey.last.id !== id) return { by: journey.last.by, card: own.card }
    }
    if (collection === 'settings') {
      const own = board.basis.tables.settings.get(id)
      const holds = own && board.settings.get(settingKey(own.scope, own.what as never))?.holds
      if (holds && holds.id !== id) return { by: holds.by, card: undefined }
    }
  }
  return undefined
}

/** What came of an undo or redo, as one sentence. `did`: what it was, worked out before. */
export function outcomeWords(
  direction: 'undo' | 'redo',
  outcome: SaidOutcome,
  did: string | undefined,
  { board, writes, nameOf }: { board: BoardSnapshot; writes: readonly ActWrite[]; nameOf: NameOf },
): string {
  if (did === undefined) return undoneWords(direction, outcome)
  if (outcome.done) return text(direction === 'undo' ? 'board.undoneDid' : 'board.redoneDid', { did })
  if (outcome.reason !== 'changed' && outcome.reason !== 'superseded') return undoneWords(direction, outcome)
  const later = laterBy(board, writes)
  const by = later?.by ?? (outcome.reason === 'changed' ? outcome.by : undefined)
  const who = by === undefined ? undefined : nameOf(by)
  if (who === undefined) return text('board.notUndone.changedDid', { did })
  return later?.card === undefined
    ? text('board.notUndone.changedBy', { did, who })
    : text('board.notUndone.movedBy', { did, who, card: spokenId(board, later.card) })
}
