// A board as it stands, as the shape that files are made of: keys that are the same whatever the internal ids.
import { spokenOf, stepsOf } from '../../board'
import type { BoardSnapshot, CardJourney, CardRow } from '../../board'
import { compareRanked } from '../../kernel'
import type { Table } from '../../kernel'
import { emptyBoard } from '../boards/file-board'
import type { FileBoard, FileCard, FileSetting, FileStep } from '../boards/file-board'

export interface ExportSources {
  readonly board: BoardSnapshot
  readonly name: string
  /** A person's name, or undefined for one who is not known. Guests are looked up on the board. */
  readonly nameOf: (person: string) => string | undefined
  /** What a customer values, and whose it is; undefined where that is not known. */
  readonly valueOf: (value: string) => { readonly name: string; readonly customer: string } | undefined
  /** A card's description as paragraphs. */
  readonly wordsOf: (card: string) => readonly string[]
}

interface Ranked {
  readonly id: string
  readonly rank: string
  readonly name: string
  readonly archived: boolean
}

/** Keys for ids: `lane-1`, `lane-2`, in the order in which they are given. */
function createKeys(kind: string) {
  const keys = new Map<string, string>()
  const add = (id: string): string => {
    const known = keys.get(id)
    if (known !== undefined) return known
    const key = `${kind}-${keys.size + 1}`
    keys.set(id, key)
    return key
  }
  return { add, of: (id: string): string | undefined => keys.get(id), all: () => keys }
}

const inRank = <T extends Ranked>(rows: Table<T>): T[] => [...rows.values()].sort(compareRanked)

/** All cards as they stand: column by column, those put away last. */
export function cardsInOrder(board: BoardSnapshot): readonly string[] {
  const standing = [...board.columns, ...board.archivedColumns].flatMap((column) => [
    ...column.doing,
    ...column.done,
  ])
  const ended = (card: string) => {
    const journey = board.journeys.get(card)
    return journey ? (stepsOf(journey).at(-1)?.at ?? 0) : 0
  }
  const spoken = (card: string) => spokenOf(board.cards.get(card) as CardRow)
  const away = [...board.archivedCards].sort(
    (a, b) => ended(a) - ended(b) || (spoken(a) < spoken(b) ? -1 : spoken(a) > spoken(b) ? 1 : 0),
  )
  return [...new Set([...standing, ...board.homeless, ...away])]
}

export function boardToFile({ board, name, nameOf, valueOf, wordsOf }: ExportSources): FileBoard {
  const { tables } = board.basis
  const columns = createKeys('column')
  const groups = createKeys('group')
  const lanes = createKeys('lane')
  const types = createKeys('type')
  const fields = createKeys('field')
  const tags = createKeys('tag')
  const people = createKeys('person')
  const reasons = createKeys('reason')
  const values = createKeys('value')
  const cards = createKeys('card')
  const person = (id: string | undefined): string => (id === undefined || id === '' ? '' : people.add(id))
  const columnRows = inRank(tables.columns)
  const laneRows = inRank(tables.lanes)
  for (const column of columnRows) columns.add(column.id)
  for (const column of columnRows)
    if (column.group !== null && tables.groups.get(column.group)) groups.add(column.group)
  for (const lane of laneRows) lanes.add(lane.id)
  const typeRows = inRank(tables.types)
  for (const type of typeRows) types.add(type.id)
  const fieldRows = inRank(tables.fields)
  for (const field of fieldRows) fields.add(field.id)
  for (const id of tables.tags.ids()) tags.add(id)
  const reasonRows = inRank(tables.reasons)
  for (const reason of reasonRows) reasons.add(reason.id)
  const order = cardsInOrder(board)
  for (const card of order) cards.add(card)

  const scopeOf = (kind: string, id: string): string | undefined => {
    if (kind === 'board') return ''
    if (kind === 'column') return columns.of(id)
    if (kind === 'group') return groups.of(id)
    if (kind === 'lane') return lanes.of(id)
    return kind === 'person' ? person(id) : id
  }
  const settings = [...tables.settings.values()]
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .flatMap((entry): FileSetting[] => {
      const of = scopeOf(entry.scope.kind, entry.scope.id)
      if (of === undefined) return []
      const column = typeof entry.value === 'string' ? columns.of(entry.value) : undefined
      const lane = typeof entry.value === 'string' ? lanes.of(entry.value) : undefined
      return [
        {
          scope: { kind: entry.scope.kind, of },
          what: entry.what,
          value: column ?? lane ?? entry.value,
          names: column !== undefined ? 'column' : lane !== undefined ? 'lane' : null,
          why: entry.why,
          by: person(entry.by),
          at: entry.at,
        },
      ]
    })
    .sort((a, b) => a.at - b.at || compareText(settingOf(a), settingOf(b)))

  const stepsIn = (journey: CardJourney): FileStep[] =>
    stepsOf(journey).flatMap(({ entry, at }) => {
      const column = columns.of(entry.to.column)
      if (column === undefined) return []
      return [
        {
          column,
          half: entry.to.half,
          lane: (entry.to.lane !== undefined && lanes.of(entry.to.lane)) || null,
          kind: entry.kind,
          by: person(entry.by),
          at,
          with: person(entry.with),
          why: entry.why ?? '',
        },
      ]
    })
  const mark = (one: { readonly by: string; readonly at: number }) => ({ by: person(one.by), at: one.at })
  const cardOf = (id: string): FileCard => {
    const card = board.cards.get(id) as CardRow
    const journey = board.journeys.get(id)
    const steps = journey ? stepsIn(journey) : []
    const here = columns.of(columnRows[0]?.id ?? '') ?? ''
    const items = Object.entries(card.checklist)
      .map(([item, { text, rank }]) => ({ id: item, text, rank }))
      .sort(compareRanked)
    return {
      key: cards.add(id),
      title: card.title,
      description: [...wordsOf(id)],
      classOfService: card.classOfService,
      due: card.due,
      spoken: spokenOf(card),
      type: (card.type !== null && types.of(card.type)) || null,
      size: card.size,
      value: card.value !== null && valueOf(card.value) ? values.add(card.value) : null,
      by: person(card.by),
      at: card.at,
      tags: inKeyOrder(Object.keys(card.tags).flatMap((tag) => tags.of(tag) ?? [])),
      people: Object.entries(card.people)
        .map(([who, { state, by, at }]) => ({ person: person(who), state, by: person(by), at }))
        .sort((a, b) => a.at - b.at || compareText(nameIn(a.person), nameIn(b.person))),
      fields: Object.fromEntries(
        fieldRows.flatMap((field) => {
          const value = card.fields[field.id]
          return value === undefined ? [] : [[fields.add(field.id), value]]
        }),
      ),
      checklist: items.map((item) => {
        const tick = card.checked[item.id]
        return { text: item.text, done: tick ? mark(tick) : null }
      }),
      comments: (board.commentsByCard.get(id)?.members ?? []).flatMap((comment) => {
        const entry = board.comments.get(comment)
        return entry ? [{ words: entry.words, ...mark(entry) }] : []
      }),
      web: Object.values(card.web)
        .map(({ url, name: title, by, at }) => ({ url, name: title, by: person(by), at }))
        .sort((a, b) => a.at - b.at || compareText(a.url, b.url) || compareText(a.name, b.name)),
      links: Object.entries(card.links)
        .flatMap(([link, one]) => {
          const [kind, ...rest] = link.split(':')
          const other = cards.of(rest.join(':'))
          return other !== undefined && (kind === 'parent' || kind === 'blocks' || kind === 'relates')
            ? [{ kind: kind as 'parent' | 'blocks' | 'relates', card: other, ...mark(one) }]
            : []
        })
        .sort((a, b) => compareText(a.kind, b.kind) || Number(a.card.slice(5)) - Number(b.card.slice(5))),
      journey:
        steps.length > 0
          ? steps
          : [
              {
                column: here,
                half: 'doing',
                lane: null,
                kind: 'added',
                by: '',
                at: card.at,
                with: '',
                why: '',
              },
            ],
      archived: card.archived,
    }
  }
  const nameIn = (key: string): string => {
    for (const [id, one] of people.all())
      if (one === key) return board.guests.get(id)?.name ?? nameOf(id) ?? ''
    return ''
  }
  const cardList = order.map(cardOf)
  const blockers = [...board.blockers.values()]
    .sort((a, b) => a.at - b.at || compareText(a.words, b.words) || compareText(a.id, b.id))
    .flatMap((blocker): FileBoard['blockers'] => {
      const card = blocker.card === null ? null : cards.of(blocker.card)
      if (blocker.archived || card === undefined) return []
      return [
        {
          card,
          reason: reasons.of(blocker.reason) ?? '',
          words: blocker.words,
          ...mark(blocker),
          answers: Object.values(blocker.answers)
            .map(({ kind, ...one }) => ({ kind, ...mark(one) }))
            .sort((a, b) => a.at - b.at || compareText(a.kind, b.kind)),
          turns: Object.values(blocker.turns)
            .sort((a, b) => a.order - b.order)
            .map(({ kind, ...one }) => ({ kind, ...mark(one) })),
        },
      ]
    })
  return {
    ...emptyBoard(name),
    prefix: board.key,
    columns: columnRows.map(({ id, name: title, archived, split, group }) => ({
      key: columns.add(id),
      name: title,
      archived,
      split,
      group: (group !== null && groups.of(group)) || null,
    })),
    groups: [...groups.all()].map(([id, key]) => ({ key, name: tables.groups.get(id)?.name ?? '' })),
    lanes: laneRows.map(({ id, name: title, archived, rest }) => ({
      key: lanes.add(id),
      name: title,
      archived,
      rest,
    })),
    types: typeRows.map(({ id, name: title, colour, archived }) => ({
      key: types.add(id),
      name: title,
      colour,
      archived,
    })),
    fields: fieldRows.map((field) => ({
      key: fields.add(field.id),
      name: field.name,
      kind: field.kind,
      type: (field.type !== null && types.of(field.type)) || null,
      unit: field.unit,
      choices: [...field.choices],
      archived: field.archived,
    })),
    tags: [...board.tags.values()].map(({ id, name: title, colour, archived }) => ({
      key: tags.add(id),
      name: title,
      colour,
      archived,
    })),
    reasons: reasonRows.map(({ id, name: title, safety, archived }) => ({
      key: reasons.add(id),
      name: title,
      safety,
      archived,
    })),
    values: [...values.all()].flatMap(([id, key]) => {
      const value = valueOf(id)
      return value ? { key, name: value.name, customer: value.customer } : []
    }),
    settings,
    cards: cardList,
    blockers,
    people: [...people.all()].map(([id, key]) => ({
      key,
      name: board.guests.get(id)?.name ?? nameOf(id) ?? '—',
    })),
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const settingOf = ({ scope, what }: FileSetting): string => `${scope.kind}/${scope.of}/${what}`
const inKeyOrder = (keys: string[]): string[] =>
  keys.sort((a, b) => Number(a.slice(a.lastIndexOf('-') + 1)) - Number(b.slice(b.lastIndexOf('-') + 1)))
