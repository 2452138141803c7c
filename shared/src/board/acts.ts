// What changes to a board come to among the acts that a team may agree about, read from the changes themselves.
import { isEqual } from '../kernel'
import type { Act, Change, JsonObject } from '../kernel'
import { settingKey } from './governed'
import { peopleOn } from './limits'
import { blockerRows, boardRows, cardRows, columnRows, journeyLog, settingsLog } from './records'
import type { JourneyData, SettingEntry } from './records'
import { importLog } from './records-imports'
import { groupRows, laneRows } from './records-structure'
import type { BoardSnapshot } from './snapshot'

/** What columns, lanes and their groups are: the board's shape. */
const SHAPE: ReadonlySet<string> = new Set([columnRows.name, laneRows.name, groupRows.name])

function factsOf(board: BoardSnapshot, card: string, person: string): Omit<Act, 'kind'> {
  const row = board.cards.get(card)
  const column = board.journeys.get(card)?.column
  const touches = row ? peopleOn(row).filter((who) => who !== person) : []
  return {
    ...(column === undefined ? {} : { column }),
    ...(row ? { classOfService: row.classOfService } : {}),
    ...(touches.length > 0 ? { touches } : {}),
  }
}

function actsOfStep(board: BoardSnapshot, step: JourneyData, person: string): Act[] {
  const facts = { ...factsOf(board, step.card, person), column: step.to.column }
  const over: Act[] = step.why === undefined ? [] : [{ kind: 'pull-over-limit', ...facts }]
  // What was decided together after people had been apart is nobody's act.
  if (step.outcome !== undefined) return []
  switch (step.kind) {
    case 'pulled':
    case 'invited':
      return [{ kind: 'pull', ...facts }, ...over]
    case 'reordered':
      return [{ kind: 'change-order', ...facts }, ...over]
    case 'archived':
      return [{ kind: 'archive', ...facts }]
    case 'added':
    case 'finished':
    case 'offered':
    case 'handed-over':
      return over
    default:
      return []
  }
}

function actsOfSetting(board: BoardSnapshot, entry: Omit<SettingEntry, 'id'>, person: string): Act[] {
  const { scope, what, value } = entry
  const holds = board.settings.get(settingKey(scope, what))?.holds.value ?? null
  if (isEqual(value, holds)) return []
  const column = scope.kind === 'column' ? { column: scope.id } : {}
  if (what !== 'limit') return [{ kind: 'change-columns', ...column }]
  // People set their own limits for themselves alone.
  if (scope.kind === 'person' && scope.id === person) return []
  return [
    { kind: 'change-limit', ...column, ...(scope.kind === 'class' ? { classOfService: scope.id } : {}) },
  ]
}

const isExpedite = (change: Change): boolean =>
  (change.kind === 'create' && change.row.classOfService === 'expedite') ||
  (change.kind === 'set' && change.field === 'classOfService' && change.value === 'expedite')

function actsOfCard(board: BoardSnapshot, change: Change & { readonly id: string }, person: string): Act[] {
  const facts = factsOf(board, change.id, person)
  if (change.kind === 'set' && change.field === 'archived' && change.value === true)
    return [{ kind: 'archive', ...facts }]
  if (isExpedite(change) && board.cards.get(change.id)?.classOfService !== 'expedite')
    return [{ kind: 'expedite', ...facts, classOfService: 'expedite' }]
  const isOver =
    change.kind === 'put' && change.set === 'taken' && (change.value as JsonObject | null)?.why !== undefined
  return isOver ? [{ kind: 'pull-over-limit', ...facts }] : []
}

/** What came before an import is history, but a rush that it brings is one from now on. */
export const RUSH_BROUGHT: Act = { kind: 'expedite', classOfService: 'expedite' }

function actsOfImport(board: BoardSnapshot, brought: unknown): Act[] {
  let isRush = false
  board.basis.tables.cards.each((card) => {
    if (card.import !== null && card.import === brought && card.classOfService === 'expedite') isRush = true
  })
  return isRush ? [RUSH_BROUGHT] : []
}

/** The acts of some changes, each once. Setting a board up is none: there is nothing to agree about yet. */
export function boardActs(board: BoardSnapshot, changes: readonly Change[], person: string): readonly Act[] {
  if (!board.ready || changes.some((one) => one.kind === 'create' && one.in === boardRows.name)) return []
  const acts = changes.flatMap((change): Act[] => {
    if (change.kind === 'write') return []
    if (change.kind === 'append') {
      const entry = change.entry as unknown
      if (change.in === journeyLog.name) return actsOfStep(board, entry as JourneyData, person)
      if (change.in === importLog.name)
        return change.entry.stands === true ? actsOfImport(board, change.entry.import) : []
      return change.in === settingsLog.name ? actsOfSetting(board, entry as SettingEntry, person) : []
    }
    if (change.in === blockerRows.name)
      return change.kind === 'create' ? [blockerAct(board, change, person)] : []
    if (change.in === cardRows.name) return actsOfCard(board, change, person)
    if (!SHAPE.has(change.in)) return []
    return [{ kind: 'change-columns', ...(change.in === columnRows.name ? { column: change.id } : {}) }]
  })
  return acts.filter((act, index) => acts.findIndex((other) => isSameAct(act, other)) === index)
}

const isSameAct = (a: Act, b: Act): boolean => JSON.stringify(a) === JSON.stringify(b)

function blockerAct(board: BoardSnapshot, change: Change & { readonly kind: 'create' }, person: string): Act {
  const { card } = change.row
  return { kind: 'raise-blocker', ...(typeof card === 'string' ? factsOf(board, card, person) : {}) }
}
