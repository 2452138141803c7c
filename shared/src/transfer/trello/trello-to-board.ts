// A Trello export as a board: lists, cards with all they have, and the journeys that its acts tell.
import { createCalendar, isoFromDay, LIMIT_LIMIT } from '../../board'
import {
  columnSetting,
  emptyBoard,
  isWebAddress,
  left,
  note,
  paragraphsOf,
  plainCard,
  plainColumn,
  plainField,
  plainStep,
  remarksOf,
} from '../boards/file-board'
import type { FileCard, FileField, ReadBoard, ReadOptions, Remark } from '../boards/file-board'
import { guessRoles } from '../boards/guess-roles'
import { timeOf } from '../text/json-text'
import { readHistory } from './history'
import type { TrelloBoard, TrelloCard, TrelloList } from './schema'

/** Trello puts no more acts than this into an export. */
const ACTIONS_LIMIT = 1_000
const BY_POSITION = (a: { pos: number; id: string }, b: { pos: number; id: string }): number =>
  a.pos - b.pos || (a.id < b.id ? -1 : 1)
const KINDS: Readonly<Record<string, FileField['kind']>> = {
  text: 'text',
  number: 'number',
  date: 'date',
  list: 'choice',
  checkbox: 'yes-no',
}

const isLimit = (limit: number | null): limit is number =>
  limit !== null && Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_LIMIT

/** Open lists are guessed among themselves: a list that was put away says nothing about the flow of today. */
function rolesOf(lists: readonly TrelloList[]) {
  const open = lists.filter((list) => !list.closed)
  const guessed = guessRoles(open.map((list) => list.name))
  const all = guessRoles(lists.map((list) => list.name))
  return new Map(
    lists.map((list, index) => [
      list.id,
      (list.closed ? all[index] : guessed[open.indexOf(list)]) ?? ('backlog' as const),
    ]),
  )
}

/** What is decided once for all cards. */
function prepare(board: TrelloBoard, options: ReadOptions) {
  const lists = [...board.lists].sort(BY_POSITION)
  const roles = rolesOf(lists)
  const places = new Map(lists.map((list, index) => [list.id, index]))
  const history = readHistory(
    board,
    (list) => roles.get(list),
    (list) => places.get(list),
  )
  const strays = new Set(board.cards.filter((card) => !places.has(card.idList)).map((card) => card.idList))
  const used = new Set(board.cards.flatMap((card) => card.idLabels))
  const labels = board.labels.filter((label) => label.name.trim() !== '' || used.has(label.id))
  const people = new Map(board.members.map((member) => [member.id, member.fullName || member.username]))
  for (const { memberCreator } of board.actions)
    if (memberCreator && !people.has(memberCreator.id))
      people.set(memberCreator.id, memberCreator.fullName || memberCreator.username)
  const checklists = new Map<string, TrelloBoard['checklists']>()
  for (const checklist of [...board.checklists].sort(BY_POSITION))
    checklists.set(checklist.idCard, [...(checklists.get(checklist.idCard) ?? []), checklist])
  const calendar = createCalendar(options.timeZone)
  const dayOf = (text: string | null | undefined): string | null => {
    const time = timeOf(text)
    return time === undefined ? null : isoFromDay(calendar.dayOf(time))
  }
  const fields = [...board.customFields].sort(BY_POSITION).map((field): FileField => ({
    ...plainField(field.id, field.name, KINDS[field.type] ?? 'text'),
    choices: [...field.options].sort(BY_POSITION).map((option) => option.value.text),
  }))
  const choices = new Map(
    board.customFields.flatMap((field) => field.options.map((option) => [option.id, option.value.text])),
  )
  const kinds = new Map(fields.map((field) => [field.key, field.kind]))
  return { lists, roles, history, strays, labels, people, checklists, dayOf, fields, choices, kinds }
}
type Prepared = ReturnType<typeof prepare>

function fieldsOf(card: TrelloCard, { choices, kinds, dayOf }: Prepared): FileCard['fields'] {
  const fields: Record<string, string | number | boolean> = {}
  for (const { idCustomField, idValue, value } of card.customFieldItems) {
    const kind = kinds.get(idCustomField)
    if (kind === undefined) continue
    const number = Number(value?.number ?? NaN)
    const chosen = idValue === null ? undefined : choices.get(idValue)
    if (chosen !== undefined) fields[idCustomField] = chosen
    else if (kind === 'number' && Number.isFinite(number)) fields[idCustomField] = number
    else if (kind === 'yes-no' && value?.checked !== undefined)
      fields[idCustomField] = value.checked === 'true'
    else if (kind === 'date') {
      const day = dayOf(value?.date)
      if (day !== null) fields[idCustomField] = day
    } else if (kind === 'text' && value?.text !== undefined) fields[idCustomField] = value.text
  }
  return fields
}

function cardOf(card: TrelloCard, prepared: Prepared, options: ReadOptions): FileCard {
  const { history, checklists, labels, dayOf } = prepared
  const steps = history.stepsOf(card)
  const { at = 0, by = '' } = steps[0] ?? {}
  const last = steps.at(-1)?.at ?? at
  const lists = checklists.get(card.id) ?? []
  const known = new Set(labels.map((label) => label.id))
  return {
    ...plainCard({
      key: card.id,
      title: card.name,
      at,
      journey: steps.map((step) => plainStep(step.list, step.kind, step.at, step.by)),
    }),
    by,
    description: paragraphsOf(card.desc),
    due: dayOf(card.due),
    tags: card.idLabels.filter((label) => known.has(label)),
    people: card.idMembers.map((person) => ({ person, state: 'on' as const, by: '', at })),
    fields: fieldsOf(card, prepared),
    checklist: lists.flatMap((list) =>
      [...list.checkItems].sort(BY_POSITION).map((item) => {
        const tick = history.tickOf(item.id)
        const done = item.state === 'complete' ? { by: tick?.by ?? '', at: tick?.at ?? last } : null
        return { text: lists.length > 1 ? `${list.name}: ${item.name}` : item.name, done }
      }),
    ),
    comments: history.commentsOf(card).map((comment) => ({
      words: comment.data.text,
      by: comment.idMemberCreator,
      at: timeOf(comment.date) ?? options.now,
    })),
    web: card.attachments
      .filter(({ url }) => isWebAddress(url))
      .map(({ url, name, date, idMember }) => ({ url, name, by: idMember, at: timeOf(date) ?? at })),
  }
}

function remarksAbout(board: TrelloBoard, prepared: Prepared, fieldValues: number): Remark[] {
  const { history, labels, lists } = prepared
  const sum = (of: (card: TrelloCard) => number): number =>
    board.cards.reduce((all, card) => all + of(card), 0)
  const places = new Set(lists.map((list) => list.id))
  return remarksOf([
    left(
      'attachments',
      sum((card) => card.attachments.filter(({ url }) => !isWebAddress(url)).length),
    ),
    left('contents', sum((card) => card.customFieldItems.length) - fieldValues),
    left(
      'votes',
      sum((card) => card.idMembersVoted),
    ),
    left(
      'power-ups',
      sum((card) => card.pluginData),
    ),
    left('empty-labels', board.labels.length - labels.length),
    left(
      'due-ticks',
      sum((card) => (card.dueComplete ? 1 : 0)),
    ),
    left('moves-of-others', history.movesOfOthers),
    left('comments-of-others', history.commentsOfOthers),
    note(
      'strays',
      sum((card) => (places.has(card.idList) ? 0 : 1)),
    ),
    note('history-cut', board.actions.length >= ACTIONS_LIMIT ? 1 : 0),
  ])
}

export function trelloToBoard(trello: TrelloBoard, options: ReadOptions): ReadBoard {
  const prepared = prepare(trello, options)
  const { lists, roles, history, strays, labels, people, fields } = prepared
  const cards = [...trello.cards].sort(BY_POSITION).map((card) => cardOf(card, prepared, options))
  return {
    board: {
      ...emptyBoard(trello.name),
      columns: [
        ...lists.map((list) => plainColumn(list.id, list.name, list.closed)),
        ...[...strays].map((stray) => plainColumn(stray, options.words.strayColumn)),
        ...[...history.lostLists].flatMap(([list, name]) =>
          strays.has(list) ? [] : [plainColumn(list, name, true)],
        ),
      ],
      settings: lists.flatMap(({ id, softLimit }) => [
        columnSetting(id, 'role', roles.get(id) ?? 'backlog', options.now),
        ...(isLimit(softLimit) ? [columnSetting(id, 'limit', softLimit, options.now)] : []),
      ]),
      tags: labels.map((label) => ({
        key: label.id,
        name: label.name.trim() || (label.color ?? '—'),
        colour: label.color,
        archived: false,
      })),
      people: [...people].map(([key, name]) => ({ key, name })),
      fields,
      cards,
    },
    remarks: remarksAbout(
      trello,
      prepared,
      cards.reduce((all, card) => all + Object.keys(card.fields).length, 0),
    ),
    counted: {
      columns: lists.length,
      archivedColumns: lists.filter((list) => list.closed).length,
      moves: history.moves,
      movedCards: history.movedCards,
    },
  }
}
