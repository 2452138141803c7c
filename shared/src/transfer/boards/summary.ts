// What an import takes and what it leaves, in numbers, and the first cards as they will be: for the page that says so.
import type { ColumnRole } from '../../board'
import { LIMIT_LIMIT } from '../../board'
import { note, remarksOf } from './file-board'
import type { FileBoard, FileCard, ReadBoard, Remark } from './file-board'
import { shortenedIn } from './write-board'

export interface BoardSummary {
  readonly name: string
  readonly taken: {
    readonly columns: number
    readonly archivedColumns: number
    readonly lanes: number
    readonly cards: number
    readonly archivedCards: number
    readonly descriptions: number
    readonly dueDates: number
    readonly types: number
    readonly tags: number
    readonly taggedCards: number
    readonly fields: number
    readonly fieldValues: number
    readonly checklistItems: number
    readonly checkedItems: number
    readonly comments: number
    readonly web: number
    readonly links: number
    readonly people: number
    readonly cardsWithPeople: number
    /** Moves from column to column that became steps of a journey, and the cards that made them. */
    readonly moves: number
    readonly movedCards: number
    readonly limits: number
    readonly blockers: number
  }
  readonly remarks: readonly Remark[]
  readonly columns: readonly PreviewColumn[]
  /** The first cards, as they will stand. */
  readonly first: readonly PreviewCard[]
}

export interface PreviewColumn {
  readonly name: string
  readonly role: ColumnRole | undefined
  readonly archived: boolean
  /** Cards in it that are not put away. */
  readonly cards: number
}

export interface PreviewCard {
  readonly title: string
  readonly column: string
  readonly type: string
  readonly tags: readonly string[]
  readonly people: readonly string[]
  readonly fields: readonly { readonly name: string; readonly value: string | number | boolean }[]
  /** Milliseconds since 1970: each column and when it was entered. */
  readonly steps: readonly { readonly column: string; readonly at: number }[]
}

const PREVIEWED = 5

const isPutAway = (card: FileCard): boolean => card.archived || card.journey.at(-1)?.kind === 'archived'

/** Steps into another column than before. */
const movesOf = (card: FileCard): number =>
  card.journey.filter((step, index) => index > 0 && step.column !== card.journey[index - 1]?.column).length

function preview(board: FileBoard): Pick<BoardSummary, 'columns' | 'first'> {
  const roles = new Map(
    board.settings
      .filter(({ scope, what }) => scope.kind === 'column' && what === 'role')
      .map(({ scope, value }) => [scope.of, value as ColumnRole]),
  )
  const open = board.cards.filter((card) => !isPutAway(card))
  const counts = new Map<string, number>()
  for (const card of open) {
    const column = card.journey.at(-1)?.column ?? ''
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const names = (all: readonly { readonly key: string; readonly name: string }[]) => {
    const byKey = new Map(all.map(({ key, name }) => [key, name]))
    return (key: string | null) => byKey.get(key ?? '') ?? ''
  }
  const column = names(board.columns)
  const type = names(board.types)
  const tag = names(board.tags)
  const person = names(board.people)
  const field = names(board.fields)
  return {
    columns: board.columns.map(({ key, name, archived }) => ({
      name,
      role: roles.get(key),
      archived,
      cards: counts.get(key) ?? 0,
    })),
    first: (open.length > 0 ? open : board.cards).slice(0, PREVIEWED).map((card) => ({
      title: card.title,
      column: column(card.journey.at(-1)?.column ?? ''),
      type: type(card.type),
      tags: card.tags.map(tag),
      people: card.people.map((one) => person(one.person)),
      fields: Object.entries(card.fields).map(([key, value]) => ({ name: field(key), value })),
      steps: card.journey.map((step) => ({ column: column(step.column), at: step.at })),
    })),
  }
}

export function summarise({ board, remarks, counted = {} }: ReadBoard): BoardSummary {
  const { cards } = board
  const count = (test: (card: FileCard) => boolean): number => cards.filter(test).length
  const sum = (of: (card: FileCard) => number): number => cards.reduce((all, card) => all + of(card), 0)
  const isLimit = (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LIMIT_LIMIT
  return {
    name: board.name,
    taken: {
      columns: board.columns.length,
      archivedColumns: board.columns.filter((column) => column.archived).length,
      lanes: board.lanes.length,
      cards: cards.length,
      archivedCards: count(isPutAway),
      descriptions: count((card) => card.description.length > 0),
      dueDates: count((card) => card.due !== null),
      types: board.types.length,
      tags: board.tags.length,
      taggedCards: count((card) => card.tags.length > 0),
      fields: board.fields.length,
      fieldValues: sum((card) => Object.keys(card.fields).length),
      checklistItems: sum((card) => card.checklist.length),
      checkedItems: sum((card) => card.checklist.filter((item) => item.done !== null).length),
      comments: sum((card) => card.comments.length),
      web: sum((card) => card.web.length),
      links: sum((card) => card.links.length),
      people: board.people.length,
      cardsWithPeople: count((card) => card.people.length > 0),
      moves: sum(movesOf),
      movedCards: count((card) => movesOf(card) > 0),
      limits: board.settings.filter(({ what, value }) => what === 'limit' && isLimit(value)).length,
      blockers: board.blockers.length,
      ...counted,
    },
    remarks: [...remarks, ...remarksOf([note('shortened', shortenedIn(board))])],
    ...preview(board),
  }
}
