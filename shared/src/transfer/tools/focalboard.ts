// Focalboard and Mattermost Boards: the lines of an archive, each a board, a card or a piece of a card's content.
import * as v from 'valibot'
import { isJsonObject, ok, refused } from '../../kernel'
import type { Result } from '../../kernel'
import { createCalendar, isoFromDay } from '../../board'
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
import type { FileCard, FileField, ReadBoard, ReadOptions } from '../boards/file-board'
import { guessRoles } from '../boards/guess-roles'
import { createNames } from '../boards/names'
import { lax } from '../text/json-text'
import type { FileRefused } from '../text/refusals'

const option = v.object({ id: lax.id, value: lax.text, color: lax.text })
const property = v.object({ id: lax.id, name: lax.text, type: lax.text, options: lax.list(option) })
const properties = lax.list(property)
const block = v.object({
  id: lax.id,
  type: lax.text,
  parentId: lax.text,
  title: lax.text,
  createdBy: lax.text,
  createAt: lax.number,
  updateAt: lax.number,
  deleteAt: lax.number,
  fields: v.fallback(
    v.object({
      isTemplate: lax.flag,
      properties: v.fallback(v.record(v.string(), v.unknown()), {}),
      contentOrder: v.fallback(v.array(v.unknown()), []),
      value: v.fallback(v.union([v.boolean(), v.string()]), false),
      viewType: lax.text,
      groupById: lax.text,
      cardOrder: lax.ids,
      cardProperties: properties,
    }),
    {
      isTemplate: false,
      properties: {},
      contentOrder: [],
      value: false,
      viewType: '',
      groupById: '',
      cardOrder: [],
      cardProperties: [],
    },
  ),
})
const board = v.object({ id: lax.id, title: lax.text, isTemplate: lax.flag, cardProperties: properties })
type Block = v.InferOutput<typeof block>
type Property = v.InferOutput<typeof property>

/** Kinds of Focalboard's fields that tell what is known anyway: who made a card, and when. */
const DERIVED = new Set(['createdBy', 'createdTime', 'updatedBy', 'updatedTime'])
const PEOPLE = new Set(['person', 'multiPerson', 'personNotify'])
const KINDS: Readonly<Record<string, FileField['kind']>> = {
  number: 'number',
  date: 'date',
  select: 'choice',
  checkbox: 'yes-no',
}

/** Whether a line is one of an archive. */
export const isFocalboardLine = (json: unknown): boolean =>
  isJsonObject(json) && typeof json.type === 'string' && isJsonObject(json.data)

interface Archive {
  readonly id: string
  readonly title: string
  readonly properties: readonly Property[]
  readonly blocks: readonly Block[]
}

function archiveOf(text: string): Result<Archive, FileRefused> {
  let found: { id: string; title: string; properties: readonly Property[] } | undefined
  const blocks: Block[] = []
  for (const [index, words] of text.split('\n').entries()) {
    if (words.trim() === '') continue
    const line = index + 1
    let json: unknown
    try {
      json = JSON.parse(words)
    } catch {
      return refused({ reason: 'not-json', line })
    }
    if (!isJsonObject(json) || !isFocalboardLine(json))
      return refused({ reason: 'bad-field', tool: 'focalboard', field: 'data', line })
    if (json.type === 'board') {
      const read = v.safeParse(board, json.data)
      if (!read.success) return refused({ reason: 'bad-field', tool: 'focalboard', field: 'data.id', line })
      found = { id: read.output.id, title: read.output.title, properties: read.output.cardProperties }
    } else if (json.type === 'block') {
      const read = v.safeParse(block, json.data)
      if (!read.success) return refused({ reason: 'bad-field', tool: 'focalboard', field: 'data.id', line })
      // Older archives keep the board as a block of its own.
      if (read.output.type === 'board')
        found = {
          id: read.output.id,
          title: read.output.title,
          properties: read.output.fields.cardProperties,
        }
      else blocks.push(read.output)
    }
  }
  return found
    ? ok({ ...found, blocks })
    : refused({ reason: 'missing', tool: 'focalboard', missing: 'board' })
}

/** The choice by which the board's view is laid out; without one the choice named like a state, or the first. */
function columnsBy({ properties: all, blocks }: Archive): Property | undefined {
  const selects = all.filter((one) => one.type === 'select')
  const view = blocks.find((one) => one.type === 'view' && one.fields.viewType === 'board')
  return (
    selects.find((one) => one.id === view?.fields.groupById) ??
    selects.find((one) => /^(status|state|stage|column)$/iu.test(one.name.trim())) ??
    selects[0]
  )
}

/** A date is kept as the text of an object with its time. */
function dayFrom(value: unknown, dayOf: (time: number) => string): string | undefined {
  let from: unknown = value
  if (typeof value === 'string' && value.startsWith('{')) {
    try {
      const json: unknown = JSON.parse(value)
      from = isJsonObject(json) ? (json.from ?? json.to) : undefined
    } catch {
      return undefined
    }
  }
  const time = typeof from === 'string' ? Number(from) : from
  return typeof time === 'number' && Number.isFinite(time) && Math.abs(time) < 8e15 ? dayOf(time) : undefined
}

const isoOrNull = (day: string | undefined): string | null =>
  day !== undefined && /^\d{4}-/u.test(day) ? day : null

/** Pictures and attached files lie beside the lines. */
const isFile = (one: Block): boolean => one.type === 'image' || one.type === 'attachment'

export function readFocalboard(text: string, options: ReadOptions): Result<ReadBoard, FileRefused> {
  const read = archiveOf(text)
  if (!read.ok) return read
  const archive = read.value
  const calendar = createCalendar(options.timeZone)
  const dayOf = (time: number) => isoFromDay(calendar.dayOf(time))
  const columnProperty = columnsBy(archive)
  const others = archive.properties.filter((one) => one !== columnProperty && !DERIVED.has(one.type))
  const due = others.find((one) => one.type === 'date' && /due|deadline/iu.test(one.name))
  const type = others.find((one) => one.type === 'select' && /^type$/iu.test(one.name.trim()))
  const size = others.find((one) => one.type === 'number' && /points|estimate|size/iu.test(one.name))
  const special = new Set([due, type, size])
  const fields = others.filter(
    (one) => !special.has(one) && !PEOPLE.has(one.type) && one.type !== 'multiSelect',
  )
  const tags = createNames()
  const people = createNames()
  const contents = new Map<string, Block[]>()
  for (const one of archive.blocks)
    if (one.deleteAt === 0) contents.set(one.parentId, [...(contents.get(one.parentId) ?? []), one])
  const optionsOf = (one: Property | undefined) =>
    new Map(one?.options.map(({ id, value }) => [id, value]) ?? [])
  const choices = new Map(archive.properties.map((one) => [one.id, optionsOf(one)]))
  const inColumns = optionsOf(columnProperty)
  const roles = guessRoles([...inColumns.values()].map(plainName))
  let files = 0
  const cards = archive.blocks.filter((one) => one.type === 'card' && one.deleteAt === 0)
  const order = archive.blocks.find((one) => one.type === 'view' && one.fields.viewType === 'board')?.fields
    .cardOrder
  const placeOf = new Map(order?.map((id, index) => [id, index]) ?? [])
  cards.sort((a, b) => (placeOf.get(a.id) ?? Infinity) - (placeOf.get(b.id) ?? Infinity) || 0)

  const cardOf = (card: Block): FileCard => {
    const values = card.fields.properties
    const at = card.createAt || options.now
    const by = card.createdBy === '' ? '' : people.keyOf(card.createdBy)
    const chosen = values[columnProperty?.id ?? '']
    const column = typeof chosen === 'string' && inColumns.has(chosen) ? chosen : ''
    const inOrder = card.fields.contentOrder.flat(2).filter((id): id is string => typeof id === 'string')
    const placed = new Map(inOrder.map((id, index) => [id, index]))
    const parts = [...(contents.get(card.id) ?? [])].sort(
      (a, b) =>
        (placed.get(a.id) ?? Infinity) - (placed.get(b.id) ?? Infinity) || a.createAt - b.createAt || 0,
    )
    files += parts.filter(isFile).length
    const own: Record<string, string | number | boolean> = {}
    const web: FileCard['web'] = []
    for (const one of fields) {
      const value = values[one.id]
      if (value === undefined || value === '' || value === null) continue
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      const number = Number(text)
      if (one.type === 'select') own[one.id] = choices.get(one.id)?.get(text) ?? text
      else if (one.type === 'number' && Number.isFinite(number)) own[one.id] = number
      else if (one.type === 'checkbox') own[one.id] = text === 'true'
      else if (one.type === 'date') own[one.id] = dayFrom(value, dayOf) ?? text
      else if (one.type === 'url' && isWebAddress(text)) web.push({ url: text, name: one.name, by, at })
      else own[one.id] = text
    }
    const listOf = (one: Property): string[] => {
      const value = values[one.id]
      const all = Array.isArray(value) ? value : [value]
      return all.filter((item): item is string => typeof item === 'string' && item !== '')
    }
    const points = Number(values[size?.id ?? ''] ?? NaN)
    const chosenType = values[type?.id ?? '']
    return {
      ...plainCard({
        key: card.id,
        title: card.title,
        at,
        journey: [plainStep(column, 'added', at, by)],
      }),
      by,
      description: parts
        .filter((one) => one.type === 'text' || /^h\d$/u.test(one.type))
        .flatMap((one) => paragraphsOf(one.title)),
      due: isoOrNull(due && dayFrom(values[due.id], dayOf)),
      type:
        typeof chosenType === 'string' && choices.get(type?.id ?? '')?.has(chosenType) ? chosenType : null,
      size: Number.isFinite(points) && points >= 0 ? points : null,
      tags: others
        .filter((one) => one.type === 'multiSelect')
        .flatMap((one) => listOf(one).map((id) => tags.keyOf(choices.get(one.id)?.get(id) ?? id))),
      people: others
        .filter((one) => PEOPLE.has(one.type))
        .flatMap((one) =>
          listOf(one).map((id) => ({ person: people.keyOf(id), state: 'on' as const, by: '', at })),
        ),
      fields: own,
      web,
      checklist: parts
        .filter((one) => one.type === 'checkbox')
        .map((one) => {
          const isDone = one.fields.value === true || one.fields.value === 'true'
          return { text: one.title, done: isDone ? { by: '', at: one.updateAt || at } : null }
        }),
      comments: parts
        .filter((one) => one.type === 'comment')
        .map((one) => ({
          words: one.title,
          by: one.createdBy === '' ? '' : people.keyOf(one.createdBy),
          at: one.createAt || at,
        })),
    }
  }
  const made = cards.filter((one) => !one.fields.isTemplate).map(cardOf)
  const templates = cards.length - made.length
  const hasStray = made.some((card) => card.journey[0]?.column === '')
  return ok({
    board: {
      ...emptyBoard(archive.title.trim()),
      columns: [
        ...(hasStray ? [plainColumn('', options.words.waiting)] : []),
        ...[...inColumns].map(([id, value]) => plainColumn(id, value)),
      ],
      settings: [...inColumns.keys()].map((id, index) =>
        columnSetting(id, 'role', roles[index] ?? 'backlog', options.now),
      ),
      types: [...optionsOf(type)].map(([key, name]) => ({ key, name, colour: '', archived: false })),
      fields: fields.map((one) => ({
        ...plainField(one.id, one.name, KINDS[one.type] ?? 'text'),
        choices: one.type === 'select' ? one.options.map(({ value }) => value) : [],
      })),
      tags: tags.all().map((tag) => ({ ...tag, colour: null, archived: false })),
      people: people.all(),
      cards: made,
    },
    remarks: remarksOf([
      left('attachments', files),
      left('templates', templates),
      left('views', archive.blocks.filter((one) => one.type === 'view').length),
      note('no-history', made.length),
    ]),
  })
}

/** A name without the signs that decorate it. */
const plainName = (name: string): string => name.replace(/[^\p{L}\p{N}\s'-]/gu, '').trim()
