// What an import takes, leaves and refuses, as sentences.
import type { TrelloRefused, TrelloSummary } from '@yokoten/shared/transfer/trello'
import { text } from '../../text'
import type { AddBoardRefused } from './add-board'

/** Bytes as whole megabytes, at least one. */
const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000_000))

export function trelloRefusalWords(refused: TrelloRefused): string {
  switch (refused.reason) {
    case 'too-large':
      return text('transfer.refused.tooLarge', {
        size: megabytes(refused.bytes),
        limit: megabytes(refused.limit),
      })
    case 'empty':
      return text('transfer.refused.empty')
    case 'truncated':
      return text('transfer.refused.truncated')
    case 'not-json':
      return refused.line === undefined
        ? text('transfer.refused.notJson')
        : text('transfer.refused.notJsonAt', { line: refused.line })
    case 'not-trello':
      return text('transfer.refused.notTrello', { missing: refused.missing })
    case 'bad-field':
      return text('transfer.refused.badField', { field: refused.field })
  }
}

export function addBoardRefusalWords(refused: AddBoardRefused): string {
  switch (refused.reason) {
    case 'name-empty':
      return text('transfer.refused.nameEmpty')
    case 'name-too-long':
      return text('transfer.refused.nameTooLong')
    case 'view-only':
      return text('transfer.refused.viewOnly')
    case 'cannot-store':
      return text('transfer.refused.cannotStore')
    default:
      return text('transfer.failed')
  }
}

export interface SummaryWords {
  readonly taken: readonly string[]
  readonly left: readonly string[]
  /** What one should know about the rest. */
  readonly notes: readonly string[]
}

/** Only what is there is named: a line a kind of thing, none with a zero. */
export function summaryWords({ taken, left, strays, historyIsCut }: TrelloSummary): SummaryWords {
  const lines = (all: readonly (readonly [number, () => string])[]): string[] =>
    all.flatMap(([count, words]) => (count > 0 ? [words()] : []))
  return {
    taken: lines([
      [
        taken.lists,
        () => text('transfer.taken.lists', { count: taken.lists, archived: taken.archivedLists }),
      ],
      [
        taken.cards,
        () => text('transfer.taken.cards', { count: taken.cards, archived: taken.archivedCards }),
      ],
      [taken.moves, () => text('transfer.taken.moves', { count: taken.moves, cards: taken.movedCards })],
      [taken.descriptions, () => text('transfer.taken.descriptions', { count: taken.descriptions })],
      [
        taken.checklistItems,
        () => text('transfer.taken.checklists', { count: taken.checklistItems, checked: taken.checkedItems }),
      ],
      [taken.comments, () => text('transfer.taken.comments', { count: taken.comments })],
      [taken.tags, () => text('transfer.taken.tags', { count: taken.tags, cards: taken.taggedCards })],
      [taken.dueDates, () => text('transfer.taken.dueDates', { count: taken.dueDates })],
      [taken.people, () => text('transfer.taken.people', { count: taken.people })],
      [taken.limits, () => text('transfer.taken.limits', { count: taken.limits })],
    ]),
    left: lines([
      [left.attachments, () => text('transfer.left.attachments', { count: left.attachments })],
      [
        left.customFields + left.customFieldValues,
        () =>
          text('transfer.left.customFields', { count: left.customFields, values: left.customFieldValues }),
      ],
      [left.votes, () => text('transfer.left.votes', { count: left.votes })],
      [left.powerUpData, () => text('transfer.left.powerUps')],
      [left.emptyLabels, () => text('transfer.left.emptyLabels', { count: left.emptyLabels })],
      [left.dueTicks, () => text('transfer.left.dueTicks', { count: left.dueTicks })],
      [
        left.movesOfOtherCards,
        () => text('transfer.left.movesOfOtherCards', { count: left.movesOfOtherCards }),
      ],
      [
        left.commentsOfOtherCards,
        () => text('transfer.left.commentsOfOtherCards', { count: left.commentsOfOtherCards }),
      ],
    ]),
    notes: lines([
      [left.shortened, () => text('transfer.note.shortened', { count: left.shortened })],
      [strays, () => text('transfer.note.strays', { count: strays })],
      [historyIsCut ? 1 : 0, () => text('transfer.note.historyIsCut')],
    ]),
  }
}
