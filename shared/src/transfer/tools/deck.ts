// Nextcloud Deck's export: one file with the boards of a person, each with stacks of cards.
import * as v from 'valibot'
import { isJsonObject, ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { createCalendar, isoFromDay } from '../../board'
import {
  columnSetting,
  emptyBoard,
  left,
  note,
  paragraphsOf,
  plainCard,
  plainColumn,
  plainStep,
  remarksOf,
} from '../boards/file-board'
import type { FileCard, ReadBoard, ReadOptions } from '../boards/file-board'
import { guessRoles } from '../boards/guess-roles'
import { createNames } from '../boards/names'
import { lax, timeOf } from '../text/json-text'
import type { FileRefused } from '../text/refusals'

const { text, optionalText, number, flag } = lax
const someone = v.object({ uid: text, displayname: text })
const label = v.object({ id: number, title: text, color: text })
const card = v.object({
  id: number,
  title: text,
  description: v.fallback(v.string(), ''),
  createdAt: number,
  lastModified: number,
  labels: lax.list(label),
  assignedUsers: lax.list(v.object({ participant: someone })),
  attachmentCount: number,
  owner: v.fallback(
    v.union([
      v.string(),
      v.pipe(
        someone,
        v.transform((one) => one.displayname || one.uid),
      ),
    ]),
    '',
  ),
  order: number,
  archived: flag,
  duedate: optionalText,
  startdate: v.fallback(v.nullable(v.string()), null),
  done: v.fallback(v.nullable(v.string()), null),
  deletedAt: number,
  comments: lax.list(v.object({ message: text, actorDisplayName: text, creationDateTime: optionalText })),
})
const stack = v.object({
  id: number,
  title: text,
  order: number,
  deletedAt: number,
  isDoneColumn: flag,
  cards: lax.values(card),
})
const board = v.object({
  title: v.pipe(v.string(), v.minLength(1)),
  labels: lax.values(label),
  stacks: lax.values(stack),
})
type Deck = v.InferOutput<typeof board>
type DeckCard = v.InferOutput<typeof card>

const isBoard = (json: unknown): boolean => isJsonObject(json) && 'title' in json && 'stacks' in json

/** One board, or a person's boards under their ids. */
export const isDeck = (json: unknown): boolean =>
  isBoard(json) ||
  (isJsonObject(json) && isJsonObject(json.boards) && Object.values(json.boards).some(isBoard)) ||
  (isJsonObject(json) && Array.isArray(json.boards) && json.boards.some(isBoard))

function toBoard(deck: Deck, options: ReadOptions): ReadBoard {
  const calendar = createCalendar(options.timeZone)
  const people = createNames()
  const stacks = deck.stacks
    .filter((one) => one.deletedAt === 0)
    .sort((a, b) => a.order - b.order || a.id - b.id)
  const guessed = guessRoles(stacks.map((one) => one.title))
  const roles = stacks.map((one, index) =>
    one.isDoneColumn ? ('done' as const) : (guessed[index] ?? 'backlog'),
  )
  const first = String(stacks[0]?.id ?? '')
  let ticks = 0
  let undated = 0
  const cardOf = (one: DeckCard, column: string, isDone: boolean): FileCard => {
    const at = one.createdAt > 0 ? one.createdAt * 1_000 : options.now
    const by = one.owner === '' ? '' : people.keyOf(one.owner)
    const done = timeOf(one.done)
    if (done !== undefined && !isDone) ticks++
    const isFinished = done !== undefined && isDone && column !== first && done >= at
    const journey = isFinished
      ? [plainStep(first, 'added', at, by), plainStep(column, 'finished', done)]
      : [plainStep(column, 'added', at, by)]
    if (!isFinished) undated++
    if (one.archived)
      journey.push(plainStep(column, 'archived', Math.max(at, done ?? 0, one.lastModified * 1_000)))
    const due = timeOf(one.duedate)
    return {
      ...plainCard({ key: String(one.id), title: one.title, at, journey }),
      by,
      description: paragraphsOf(one.description),
      due: due === undefined ? null : isoFromDay(calendar.dayOf(due)),
      tags: one.labels.map(({ id }) => String(id)),
      people: one.assignedUsers.map(({ participant }) => ({
        person: people.keyOf(participant.displayname || participant.uid),
        state: 'on',
        by: '',
        at,
      })),
      comments: one.comments.map(({ message, actorDisplayName, creationDateTime }) => ({
        words: message,
        by: actorDisplayName === '' ? '' : people.keyOf(actorDisplayName),
        at: timeOf(creationDateTime) ?? at,
      })),
    }
  }
  const all = stacks.flatMap((one) => one.cards)
  const kept = stacks.flatMap((one, index) =>
    one.cards
      .filter(({ deletedAt }) => deletedAt === 0)
      .sort((a, b) => a.order - b.order || a.id - b.id)
      .map((each) => cardOf(each, String(one.id), roles[index] === 'done')),
  )
  const labels = new Map(
    [...deck.labels, ...all.flatMap((one) => one.labels)].map((one) => [String(one.id), one]),
  )
  return {
    board: {
      ...emptyBoard(deck.title),
      columns: stacks.map((one) => plainColumn(String(one.id), one.title)),
      settings: stacks.map((one, index) =>
        columnSetting(String(one.id), 'role', roles[index] ?? 'backlog', options.now),
      ),
      tags: [...labels].map(([key, { title, color }]) => ({
        key,
        name: title || color,
        colour: /^[0-9a-f]{6}$/iu.test(color) ? `#${color.toLowerCase()}` : null,
        archived: false,
      })),
      people: people.all(),
      cards: kept,
    },
    remarks: remarksOf([
      left(
        'attachments',
        all.reduce((sum, one) => sum + one.attachmentCount, 0),
      ),
      left('due-ticks', ticks),
      left('contents', all.filter((one) => one.startdate !== null).length),
      note('no-history', undated),
    ]),
  }
}

export function readDeck(json: unknown, options: ReadOptions): Result<ReadBoard[], FileRefused> {
  if (!isJsonObject(json)) return refused({ reason: 'missing', tool: 'deck', missing: 'boards' })
  const boards = isBoard(json)
    ? [json]
    : Object.values(isJsonObject(json.boards) || Array.isArray(json.boards) ? json.boards : {})
  const read: ReadBoard[] = []
  for (const [index, one] of boards.entries()) {
    const result = v.safeParse(board, one)
    if (!result.success)
      return refused({ reason: 'bad-field', tool: 'deck', field: `boards[${index}].title` })
    read.push(toBoard(result.output, options))
  }
  return read.length > 0 ? ok(read) : refused({ reason: 'no-boards', tool: 'deck' })
}
