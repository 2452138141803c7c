// The frame of a board from a file as changes: columns, lanes, kinds of cards, people, reasons, and what was set when.
import { append, create, rankBetween, set } from '../../kernel'
import type { Change } from '../../kernel'
import {
  BOARD_ROW,
  boardRows,
  columnRows,
  fieldRows,
  groupRows,
  guestRows,
  keyFrom,
  laneRows,
  reasonRows,
  settingsLog,
  tagRows,
  typeRows,
  WORDS_LIMIT,
} from '../../board'
import { bytesFrom } from './derived-ids'
import type { FileBoard } from './file-board'
import { cut, nameOf, ORDERS_A_MS } from './prepared'
import type { Onto, Prepared, WriteOptions } from './prepared'

function* settingChanges(board: FileBoard, prepared: Prepared, options: WriteOptions): Generator<Change> {
  const heads = new Map<string, { readonly id: string; readonly order: number }>()
  const scopeId = (kind: string, of: string): string | undefined => {
    if (kind === 'board') return BOARD_ROW
    if (kind === 'column' || kind === 'group' || kind === 'lane') return prepared[kind](of)
    if (kind === 'person') return prepared.guest(of) || undefined
    return of || undefined
  }
  for (const setting of board.settings) {
    const id = scopeId(setting.scope.kind, setting.scope.of)
    if (id === undefined) continue
    let { value } = setting
    if (setting.names !== null && typeof value === 'string') {
      value = setting.names === 'person' ? prepared.guest(value) : (prepared[setting.names](value) ?? null)
      if (value === null || value === '') continue
    }
    const what = setting.what.slice(0, 40)
    const scope = { kind: setting.scope.kind.slice(0, 40), id: id.slice(0, 200) }
    const key = `${what}/${scope.kind}/${scope.id}`
    const head = heads.get(key)
    const entry = prepared.idOf('setting', `${key}/${head?.id ?? ''}`)
    const order = Math.max((head?.order ?? 0) + 1, setting.at * ORDERS_A_MS)
    heads.set(key, { id: entry, order })
    yield append(settingsLog, entry, {
      scope,
      what,
      value: typeof value === 'string' ? cut(value, WORDS_LIMIT) : value,
      parents: head ? [head.id] : [],
      why: cut(setting.why, WORDS_LIMIT),
      by: prepared.guest(setting.by) || options.person,
      at: setting.at,
      order,
    })
  }
}

export function* frameChanges(
  board: FileBoard,
  prepared: Prepared,
  options: WriteOptions,
  onto?: Onto,
): Generator<Change> {
  const { person: by, now: at, salt } = options
  const random = bytesFrom(`${salt}\nframe`)
  const ranks = (after: string | null = null, before: string | null = null) => {
    let rank = after
    return () => (rank = rankBetween(rank, before, random))
  }
  if (!onto) yield create(boardRows, BOARD_ROW, { key: board.prefix || keyFrom(board.name), by, at })
  let next = ranks(...(onto?.columnRanks ?? []))
  for (const group of board.groups)
    yield create(groupRows, prepared.group(group.key) as string, { name: nameOf(group.name) })
  for (const column of board.columns) {
    const id = prepared.column(column.key) as string
    yield create(columnRows, id, {
      name: nameOf(column.name),
      rank: next(),
      ...(column.split && { split: true }),
      ...(column.group !== null && { group: prepared.group(column.group) ?? null }),
    })
    if (column.archived) yield set(columnRows, id, 'archived', true)
  }
  next = ranks()
  for (const lane of board.lanes) {
    const id = prepared.lane(lane.key) as string
    yield create(laneRows, id, { name: nameOf(lane.name), rank: next(), ...(lane.rest && { rest: true }) })
    if (lane.archived) yield set(laneRows, id, 'archived', true)
  }
  next = ranks(onto?.typeRank)
  for (const type of board.types) {
    const id = prepared.type(type.key) as string
    yield create(typeRows, id, { name: nameOf(type.name), rank: next(), colour: type.colour.slice(0, 40) })
    if (type.archived) yield set(typeRows, id, 'archived', true)
  }
  next = ranks(onto?.fieldRank)
  for (const field of board.fields) {
    const id = prepared.field(field.key) as string
    yield create(fieldRows, id, {
      name: nameOf(field.name),
      rank: next(),
      kind: field.kind,
      type: prepared.type(field.type) ?? null,
      unit: field.unit.slice(0, 40),
      choices: [...new Set(field.choices.map(nameOf))].slice(0, 100),
    })
    if (field.archived) yield set(fieldRows, id, 'archived', true)
  }
  const made = new Set<string>()
  for (const tag of board.tags) {
    const id = prepared.tags.get(tag.key) as string
    if (made.has(id)) continue
    made.add(id)
    yield create(tagRows, id, { name: nameOf(tag.name), colour: tag.colour?.slice(0, 40) ?? null })
    if (tag.archived) yield set(tagRows, id, 'archived', true)
  }
  for (const person of board.people)
    yield create(guestRows, prepared.guest(person.key), { name: nameOf(person.name) })
  next = ranks()
  const reasons = board.reasons.length > 0 ? board.reasons : undefined
  if (reasons)
    for (const reason of reasons) {
      const id = prepared.reason(reason.key) as string
      yield create(reasonRows, id, { name: nameOf(reason.name), rank: next(), safety: reason.safety })
      if (reason.archived) yield set(reasonRows, id, 'archived', true)
    }
  else if (!onto)
    for (const [index, name] of options.reasons.entries())
      yield create(reasonRows, prepared.idOf('reason', String(index)), {
        name: nameOf(name),
        rank: next(),
        safety: index === 0,
      })
  yield* settingChanges(board, prepared, options)
}
