// WeKan's export of a board: lists, swimlanes as lanes, cards with their parts, and the moves among its activities.
import * as v from 'valibot'
import { isJsonObject, ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
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
import type { FileCard, FileField, FileStep, ReadBoard, ReadOptions } from '../boards/file-board'
import { guessRoles } from '../boards/guess-roles'
import { lax, readAs, timeOf } from '../text/json-text'
import type { FileRefused } from '../text/refusals'

const { text, optionalText, number, flag, id, ids, counted, list: all } = lax
const named = { _id: id, title: text, archived: flag, sort: number }
const wipLimit = v.object({ value: number, enabled: flag })
const card = v.object({
  ...named,
  listId: text,
  swimlaneId: text,
  description: text,
  createdAt: optionalText,
  dateLastActivity: optionalText,
  dueAt: optionalText,
  labelIds: ids,
  members: ids,
  assignees: ids,
  userId: text,
  parentId: text,
  customFields: all(v.object({ _id: id, value: v.unknown() })),
})
const wekan = v.object({
  title: text,
  labels: all(v.object({ _id: id, name: text, color: optionalText })),
  swimlanes: all(v.object(named)),
  lists: v.array(v.object({ ...named, wipLimit: v.fallback(v.nullable(wipLimit), null) })),
  cards: v.array(card),
  comments: all(v.object({ cardId: id, text, userId: text, createdAt: optionalText })),
  activities: all(
    v.object({
      activityType: text,
      cardId: id,
      listId: text,
      oldListId: text,
      userId: text,
      createdAt: optionalText,
    }),
  ),
  checklists: all(v.object({ ...named, cardId: id })),
  checklistItems: all(
    v.object({ ...named, cardId: text, checklistId: id, isFinished: flag, modifiedAt: optionalText }),
  ),
  attachments: all(v.object({ cardId: text, name: text, url: text })),
  customFields: all(
    v.object({
      _id: id,
      name: text,
      type: text,
      settings: v.fallback(v.object({ dropdownItems: all(v.object({ _id: id, name: text })) }), {
        dropdownItems: [],
      }),
    }),
  ),
  users: all(
    v.object({
      _id: id,
      username: text,
      profile: v.fallback(v.object({ fullname: text }), { fullname: '' }),
    }),
  ),
  rules: counted,
})
type Wekan = v.InferOutput<typeof wekan>
type WekanCard = Wekan['cards'][number]

const KINDS: Readonly<Record<string, FileField['kind']>> = {
  number: 'number',
  currency: 'number',
  date: 'date',
  dropdown: 'choice',
  checkbox: 'yes-no',
}
const inOrder = <T extends { readonly sort: number }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.sort - b.sort)

export const isWekan = (json: unknown): boolean =>
  isJsonObject(json) &&
  ((typeof json._format === 'string' && json._format.startsWith('wekan')) ||
    (Array.isArray(json.swimlanes) && 'lists' in json))

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

function journeyOf(
  one: WekanCard,
  board: Wekan,
  moves: Wekan['activities'],
  roles: ReadonlyMap<string, string>,
  now: number,
): FileStep[] {
  const places = new Map(board.lists.map((list, index) => [list._id, index]))
  const dated = moves
    .flatMap((move) => {
      const at = timeOf(move.createdAt)
      return at === undefined || !places.has(move.listId) ? [] : [{ ...move, at }]
    })
    .sort((a, b) => a.at - b.at)
  const steps = dated.filter((move) => move.activityType === 'moveCard')
  const birth = dated.find((move) => move.activityType === 'createCard')
  const [first] = steps
  const bornAt = timeOf(one.createdAt) ?? birth?.at ?? first?.at ?? timeOf(one.dateLastActivity) ?? now
  const born = first && places.has(first.oldListId) ? first.oldListId : (birth?.listId ?? one.listId)
  let at = Math.min(bornAt, first?.at ?? bornAt)
  let list = first || birth ? born : one.listId
  const journey = [plainStep(list, 'added', at, birth?.userId || one.userId)]
  const step = (to: string, time: number, by: string) => {
    if (to === list) return
    const isBack = (places.get(to) ?? 0) < (places.get(list) ?? 0)
    at = Math.max(at, time)
    list = to
    journey.push(
      plainStep(to, isBack ? 'returned' : roles.get(to) === 'done' ? 'finished' : 'pulled', at, by),
    )
  }
  for (const move of steps) step(move.listId, move.at, move.userId)
  // The activities may be cut off: the card stands where the file says.
  step(one.listId, timeOf(one.dateLastActivity) ?? at, '')
  if (one.archived)
    journey.push(plainStep(list, 'archived', Math.max(at, timeOf(one.dateLastActivity) ?? at)))
  return journey.map((entry) => ({ ...entry, lane: one.swimlaneId || null }))
}

export function readWekan(json: unknown, options: ReadOptions): Result<ReadBoard, FileRefused> {
  for (const missing of ['lists', 'cards'])
    if (!isJsonObject(json) || !Array.isArray(json[missing]))
      return refused({ reason: 'missing', tool: 'wekan', missing })
  const read = readAs(wekan, json, 'wekan')
  if (!read.ok) return read
  const board = { ...read.value, lists: inOrder(read.value.lists) }
  const calendar = createCalendar(options.timeZone)
  const dayOf = (at: number | undefined) => (at === undefined ? null : isoFromDay(calendar.dayOf(at)))
  const known = new Set(board.lists.map((list) => list._id))
  const strays = [...new Set(board.cards.map((one) => one.listId).filter((list) => !known.has(list)))]
  const guessed = guessRoles(board.lists.map((list) => list.title))
  const roles = new Map(board.lists.map((list, index) => [list._id, guessed[index] ?? ('backlog' as const)]))
  const moves = grouped(board.activities, (activity) => activity.cardId)
  const comments = grouped(board.comments, (comment) => comment.cardId)
  const checklists = grouped(inOrder(board.checklists), (checklist) => checklist.cardId)
  const items = grouped(inOrder(board.checklistItems), (item) => item.checklistId)
  const attachments = grouped(board.attachments, (attachment) => attachment.cardId)
  const people = new Map(board.users.map((user) => [user._id, user.profile.fullname || user.username]))
  const options_ = new Map(
    board.customFields.flatMap((field) => field.settings.dropdownItems.map((item) => [item._id, item.name])),
  )
  const kinds = new Map(
    board.customFields.map((field) => [field._id, KINDS[field.type] ?? ('text' as const)]),
  )

  const fieldsOf = (one: WekanCard): FileCard['fields'] => {
    const fields: Record<string, string | number | boolean> = {}
    for (const { _id, value } of one.customFields) {
      const kind = kinds.get(_id)
      if (kind === undefined || value === null || value === undefined || value === '') continue
      const words = typeof value === 'string' ? value : JSON.stringify(value)
      if (kind === 'number') {
        if (Number.isFinite(Number(words))) fields[_id] = Number(words)
      } else if (kind === 'yes-no') fields[_id] = words === 'true'
      else if (kind === 'choice') fields[_id] = options_.get(words) ?? words
      else fields[_id] = (kind === 'date' && dayOf(timeOf(words))) || words
    }
    return fields
  }
  const cardIds = new Set(board.cards.map((one) => one._id))
  const cards = inOrder(board.cards).map((one): FileCard => {
    const journey = journeyOf(one, board, moves.get(one._id) ?? [], roles, options.now)
    const at = journey[0]?.at ?? options.now
    const lists = checklists.get(one._id) ?? []
    return {
      ...plainCard({ key: one._id, title: one.title, at, journey }),
      by: one.userId,
      description: paragraphsOf(one.description),
      due: dayOf(timeOf(one.dueAt)),
      tags: one.labelIds,
      people: [...new Set([...one.members, ...one.assignees])].map((person) => ({
        person,
        state: 'on',
        by: '',
        at,
      })),
      fields: fieldsOf(one),
      checklist: lists.flatMap((list) =>
        (items.get(list._id) ?? []).map((item) => ({
          text: lists.length > 1 ? `${list.title}: ${item.title}` : item.title,
          done: item.isFinished ? { by: '', at: timeOf(item.modifiedAt) ?? at } : null,
        })),
      ),
      comments: (comments.get(one._id) ?? [])
        .map(({ text: words, userId: by, createdAt }) => ({ words, by, at: timeOf(createdAt) ?? at }))
        .sort((a, b) => a.at - b.at),
      web: (attachments.get(one._id) ?? []).flatMap(({ url, name }) =>
        isWebAddress(url) ? [{ url, name, by: '', at }] : [],
      ),
      links: cardIds.has(one.parentId) ? [{ kind: 'parent', card: one.parentId, by: '', at }] : [],
    }
  })
  const unlinked = board.attachments.length - cards.reduce((sum, one) => sum + one.web.length, 0)
  return ok({
    board: {
      ...emptyBoard(board.title),
      columns: [
        ...board.lists.map((list) => plainColumn(list._id, list.title, list.archived)),
        ...strays.map((list) => plainColumn(list, options.words.strayColumn)),
      ],
      settings: board.lists.flatMap(({ _id, wipLimit: limit }) => [
        columnSetting(_id, 'role', roles.get(_id) ?? 'backlog', options.now),
        ...(limit?.enabled && Number.isInteger(limit.value) && limit.value >= 1 && limit.value <= LIMIT_LIMIT
          ? [columnSetting(_id, 'limit', limit.value, options.now)]
          : []),
      ]),
      // Every board of WeKan has a swimlane; one alone divides nothing.
      lanes:
        board.swimlanes.length < 2
          ? []
          : inOrder(board.swimlanes).map(({ _id, title, archived }) => ({
              key: _id,
              name: title,
              archived,
              rest: false,
            })),
      tags: board.labels.map(({ _id, name, color }) => ({
        key: _id,
        name: name || (color ?? '—'),
        colour: color,
        archived: false,
      })),
      people: [...people].map(([key, name]) => ({ key, name })),
      fields: board.customFields.map(({ _id, name, type, settings }) => ({
        ...plainField(_id, name, KINDS[type] ?? 'text'),
        choices: settings.dropdownItems.map((item) => item.name),
      })),
      cards,
    },
    remarks: remarksOf([
      left('attachments', unlinked),
      left('rules', board.rules),
      note('strays', cards.filter((one) => strays.includes(one.journey.at(-1)?.column ?? '')).length),
    ]),
    counted: {
      columns: board.lists.length,
      archivedColumns: board.lists.filter((list) => list.archived).length,
    },
  })
}
