// Requests in sentences: who asked when, who answered how soon, what has come of it, and how the team does at it.
import { requestState } from '@yokoten/shared/playbook'
import type { RequestFigures, RequestRow } from '@yokoten/shared/playbook'
import { forHowLong } from '../../../design/for-how-long'
import { text } from '../../../text'

type NameOf = (person: string) => string

/** "Ann Keller, 2 h ago" */
export const raisedWords = (row: RequestRow, nameOf: NameOf, now: number): string =>
  text(row.kind === 'help' ? 'voice.askedAgo' : 'voice.raisedAgo', {
    who: nameOf(row.by),
    lasts: forHowLong(now - row.at),
  })

/** How the two clocks stand. */
export function clockWords(row: RequestRow): string {
  const { firstResponse, resolved, isOpen } = requestState(row)
  if (!isOpen && resolved !== null)
    return text('voice.resolvedAfter', { lasts: forHowLong(resolved - row.at) })
  return firstResponse === null
    ? text('voice.noAnswer')
    : text('voice.answeredAfter', { lasts: forHowLong(firstResponse - row.at) })
}

/** What was said to it, the earliest first: answers, and each time it was resolved or reopened. */
export function saidTo(
  row: RequestRow,
  nameOf: NameOf,
): readonly { readonly id: string; readonly words: string }[] {
  const answers = Object.entries(row.answers).map(([person, { at, words }]) => ({
    id: `answer ${person}`,
    at,
    words: text(words === '' ? 'voice.onIt' : 'voice.answered', { who: nameOf(person), words }),
  }))
  const turns = Object.entries(row.turns).map(([id, { kind, by, at, words }]) => ({
    id: `turn ${id}`,
    at,
    words: text(words === '' ? `voice.${kind}` : `voice.${kind}With`, { who: nameOf(by), words }),
  }))
  return [...answers, ...turns].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** The figures as sentences; none where nothing has been answered yet. */
export function figureSentences(figures: RequestFigures): readonly string[] {
  const { firstResponse, toResolved, answered, resolved, reopened } = figures
  return [
    ...(firstResponse === null
      ? []
      : [text('voice.figure.first', { lasts: forHowLong(firstResponse), count: answered })]),
    ...(toResolved === null
      ? []
      : [text('voice.figure.resolved', { lasts: forHowLong(toResolved), count: resolved })]),
    ...(reopened === 0 ? [] : [text('voice.figure.reopened', { count: reopened })]),
  ]
}
