// What changes to a board would come to, as a sentence that asks for them and as what is before and after.
import { CLASSES, FULL_POLICIES, ROLES, settingKey } from '@yokoten/shared/board'
import type { BoardSnapshot, JourneyData, LimitScope, SettingKind } from '@yokoten/shared/board'
import type { Change, Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import type { DescribedAct, DescribedLine } from '../../input'
import { text } from '../../text'
import { scopeName } from './scope-name'
import { actWords, cardNamed } from './words'

type People = Table<Person>
/** An entry of the settings, as a command writes it. */
interface Setting {
  readonly scope: LimitScope
  readonly what: SettingKind
  readonly value: string | number | null
}
type Described = { readonly title: string | undefined; readonly line: DescribedLine | undefined }

const columnName = (board: BoardSnapshot, column: string): string => board.columnsById.get(column)?.name ?? ''
const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** A card that is there, or the title of one that the same act makes. */
function nameOfCard(board: BoardSnapshot, card: string, changes: readonly Change[]): string {
  if (board.cards.has(card)) return cardNamed(board, card)
  const birth = changes.find((one) => one.kind === 'create' && one.id === card)
  return birth?.kind === 'create' ? words(birth.row.title) : ''
}

function settingValue(what: string, value: unknown): string {
  const role = ROLES.find((one) => one === value)
  if (what === 'role' && role) return text(`board.role.${role}`)
  const full = FULL_POLICIES.find((one) => one === value)
  if (what === 'when-full' && full) return text(`board.whenFull.${full}`)
  if (what === 'limit' && value === null) return text('board.wish.noLimit')
  return words(value)
}

function limitTitle(what: string, from: unknown, to: unknown): string {
  if (typeof to !== 'number') return text('board.wish.limit.none', { what })
  if (typeof from !== 'number') return text('board.wish.limit.set', { what, to })
  return text(to > from ? 'board.wish.limit.raise' : 'board.wish.limit.lower', { what, from, to })
}

function ofSetting(board: BoardSnapshot, people: People, { scope, what, value }: Setting): Described {
  const name = scopeName(board, people, scope)
  const before = board.settings.get(settingKey(scope, what))?.holds.value ?? null
  const line = {
    what: text('board.wish.of', { what: text(`board.wish.what.${what}`), name }),
    before: settingValue(what, before),
    after: settingValue(what, value),
  }
  if (what === 'limit') return { title: limitTitle(name, before, value), line }
  return { title: text(`board.wish.${what}`, { what: name }), line }
}

function ofStep(board: BoardSnapshot, step: JourneyData, changes: readonly Change[]): Described {
  const card = nameOfCard(board, step.card, changes)
  const column = columnName(board, step.to.column)
  const line = {
    what: card,
    before: columnName(board, board.journeys.get(step.card)?.column ?? ''),
    after: step.kind === 'archived' ? text('board.wish.archived') : column,
  }
  if (step.kind === 'archived') return { title: text('board.wish.archive', { card }), line }
  if (step.kind === 'reordered') return { title: text('board.wish.order', { card, column }), line: undefined }
  if (step.why !== undefined) return { title: text('board.wish.over', { card, column }), line }
  if (step.kind === 'pulled') return { title: text('board.wish.pull', { card, column }), line }
  return { title: text('board.wish.move', { card, column }), line }
}

function ofRow(board: BoardSnapshot, change: Change, changes: readonly Change[]): Described {
  const none = { title: undefined, line: undefined }
  if (change.kind === 'create') {
    const name = words(change.row.name)
    if (change.in === 'columns' || change.in === 'lanes' || change.in === 'groups')
      return {
        title: text(`board.wish.new.${change.in}`, { name }),
        line: { what: text(`board.wish.row.${change.in}`), before: '', after: name },
      }
    if (change.in === 'cards' && change.row.classOfService === 'expedite')
      return { title: text('board.wish.rush', { card: words(change.row.title) }), line: undefined }
    return none
  }
  if (change.kind !== 'set') return none
  const { tables } = board.basis
  if (change.in === 'cards' && change.field === 'classOfService') {
    const card = nameOfCard(board, change.id, changes)
    const className = (value: unknown) => {
      const known = CLASSES.find((one) => one === value)
      return known ? text(`board.class.${known}`) : ''
    }
    return {
      title: change.value === 'expedite' ? text('board.wish.rush', { card }) : undefined,
      line: {
        what: card,
        before: className(board.cards.get(change.id)?.classOfService),
        after: className(change.value),
      },
    }
  }
  if (change.in !== 'columns' && change.in !== 'lanes' && change.in !== 'groups') return none
  const before = tables[change.in].get(change.id)?.name ?? ''
  if (change.field === 'name')
    return {
      title: text('board.wish.rename', { from: before, to: words(change.value) }),
      line: {
        what: text(`board.wish.row.${change.in}`),
        before,
        after: words(change.value),
      },
    }
  if (change.field === 'archived')
    return {
      title: text(change.value === true ? 'board.wish.remove' : 'board.wish.restore', { name: before }),
      line: undefined,
    }
  return none
}

function ofChange(board: BoardSnapshot, people: People, change: Change, all: readonly Change[]): Described {
  if (change.kind !== 'append') return ofRow(board, change, all)
  const entry = change.entry as unknown
  if (change.in === 'settings') return ofSetting(board, people, entry as Setting)
  if (change.in === 'journey') return ofStep(board, entry as JourneyData, all)
  return { title: undefined, line: undefined }
}

const capital = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)

/** What a command would do on a board. Several cards at once are named by their number. */
export function describeAct(
  board: BoardSnapshot,
  people: People,
  command: string,
  changes: readonly Change[],
): DescribedAct {
  const parts = changes.map((change) => ofChange(board, people, change, changes))
  const titles = [...new Set(parts.flatMap(({ title }) => title ?? []))]
  const lines = parts.flatMap(({ line }) => (line && line.before !== line.after ? line : []))
  const act = capital(actWords(command) ?? text('board.wish.other'))
  const cards = new Set(
    changes.flatMap((one) => (one.kind === 'append' && one.in === 'journey' ? String(one.entry.card) : [])),
  )
  const many = text('board.wish.many', { act, cards: text('board.did.cards', { count: cards.size }) })
  return { title: cards.size > 1 ? many : (titles[0] ?? act), lines }
}
