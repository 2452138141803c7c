// What can be filtered on this board, named: only kinds in which there is something to choose.
import { CLASSES, DUE_KINDS, ME, NONE } from '@yokoten/shared/board'
import type { BoardFilter, BoardSnapshot } from '@yokoten/shared/board'
import type { Table } from '@yokoten/shared/kernel'
import type { Person } from '@yokoten/shared/team'
import { text } from '../../../text'

export type ListKind = 'people' | 'tags' | 'types' | 'values' | 'classes' | 'columns' | 'lanes' | 'due'

export interface FilterChoice {
  readonly id: string
  readonly name: string
}

export interface FilterKind {
  readonly kind: ListKind
  readonly name: string
  readonly choices: readonly FilterChoice[]
}

interface Who {
  readonly people: Table<Person>
  /** Ids of the people who can be chosen, in their order. */
  readonly everybody: readonly string[]
  readonly me: string | undefined
  /** What customers of the team value, in their order. */
  readonly values: readonly FilterChoice[]
}

const byName = (a: FilterChoice, b: FilterChoice): number => a.name.localeCompare(b.name)

/** The kinds of a board, in the order in which they are shown. */
export function filterKinds(
  board: BoardSnapshot,
  { people, everybody, me, values }: Who,
): readonly FilterKind[] {
  const tags: FilterChoice[] = []
  board.tags.each((tag) => {
    if (!tag.archived) tags.push({ id: tag.id, name: tag.name })
  })
  const guests: FilterChoice[] = []
  board.guests.each((guest) => {
    if (!guest.archived) guests.push({ id: guest.id, name: guest.name })
  })
  const others = everybody.filter((id) => id !== me)
  const none = (name: string): FilterChoice => ({ id: NONE, name })
  const named = (rows: readonly FilterChoice[]) => rows.map(({ id, name }) => ({ id, name }))
  const kinds: readonly FilterKind[] = [
    {
      kind: 'people',
      name: text('board.filter.people'),
      choices: [
        ...(me === undefined ? [] : [{ id: ME, name: text('board.filter.me') }]),
        ...others.map((id) => ({ id, name: people.get(id)?.name ?? text('board.someone') })),
        ...guests.sort(byName),
        none(text('board.filter.noPeople')),
      ],
    },
    {
      kind: 'tags',
      name: text('board.filter.tags'),
      choices: tags.length === 0 ? [] : [...tags.sort(byName), none(text('board.filter.noTags'))],
    },
    {
      kind: 'types',
      name: text('board.filter.types'),
      choices: board.types.length === 0 ? [] : [...named(board.types), none(text('board.filter.noTypes'))],
    },
    {
      kind: 'values',
      name: text('design.serves'),
      choices: values.length === 0 ? [] : [...values, none(text('design.serves.notSaid'))],
    },
    {
      kind: 'classes',
      name: text('board.filter.classes'),
      choices: CLASSES.map((id) => ({ id, name: text(`board.class.${id}`) })),
    },
    {
      kind: 'due',
      name: text('board.filter.due'),
      choices: DUE_KINDS.map((id) => ({ id, name: text(`board.filter.due.${id}`) })),
    },
    { kind: 'columns', name: text('board.filter.columns'), choices: named(board.columns) },
    { kind: 'lanes', name: text('board.filter.lanes'), choices: named(board.lanes) },
  ]
  return kinds.filter((kind) => kind.choices.length > 0)
}

export interface FilterPart {
  readonly id: string
  readonly name: string
  /** The filter without this part. */
  readonly without: BoardFilter
}

/** The parts of a filter, words apart, each to be taken away alone. What is not there any more is named so. */
export function filterParts(filter: BoardFilter, kinds: readonly FilterKind[]): readonly FilterPart[] {
  const lists = (
    ['people', 'tags', 'types', 'values', 'classes', 'due', 'columns', 'lanes'] as const
  ).flatMap((kind) =>
    filter[kind].map((id): FilterPart => {
      const known = kinds.find((one) => one.kind === kind)?.choices.find((choice) => choice.id === id)
      return {
        id: `${kind} ${id}`,
        name: known?.name ?? text('board.filter.gone'),
        without: { ...filter, [kind]: filter[kind].filter((other) => other !== id) },
      }
    }),
  )
  const flags = (['blocked', 'ageing'] as const).flatMap((flag): FilterPart[] =>
    filter[flag]
      ? [{ id: flag, name: text(`board.filter.${flag}`), without: { ...filter, [flag]: false } }]
      : [],
  )
  return [...flags, ...lists]
}
