// Finding cards by what people remember of them: words of the title, the id, tags, people, and the description.
import { isPutAway } from './commands/placing'
import type { CardRow } from './records'
import type { BoardSnapshot } from './snapshot'
import { normaliseSpoken, spokenId, spokenOf } from './spoken-ids'

/** What the board does not hold itself, handed in by whoever asks. */
export interface SearchSources {
  readonly personName?: (person: string) => string | undefined
  /** The plain text of a card's description, where it is known. */
  readonly prose?: (card: string) => string | undefined
}

export interface Found {
  readonly card: string
  readonly archived: boolean
  readonly where: 'id' | 'title' | 'tag' | 'person' | 'checklist' | 'prose'
}

/** Without case and accents. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

const titles = new WeakMap<CardRow, string>()
function titleOf(row: CardRow): string {
  let title = titles.get(row)
  if (title === undefined) {
    title = fold(row.title)
    titles.set(row, title)
  }
  return title
}

const RANKS = { id: 0, title: 2, tag: 3, person: 4, checklist: 5, prose: 6 } as const

/**
 * Cards in which every word occurs somewhere, the best first: an id, then a title that begins with what was asked, then
 * the rest; cards put away come after those on the board. An empty question finds nothing.
 */
export function searchCards(
  board: BoardSnapshot,
  question: string,
  sources: SearchSources = {},
): readonly Found[] {
  const asked = fold(question.trim())
  const words = asked.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return []
  const tags = new Map<string, string>()
  board.tags.each((tag) => tags.set(tag.id, fold(tag.name)))
  const people = new Map<string, string>()
  const nameOf = (person: string): string => {
    let name = people.get(person)
    if (name === undefined) {
      name = fold(sources.personName?.(person) ?? board.guests.get(person)?.name ?? '')
      people.set(person, name)
    }
    return name
  }
  const key = fold(board.key)
  const said = normaliseSpoken(
    key !== '' && asked.startsWith(`${key}-`) ? asked.slice(key.length + 1) : asked,
  )
  const isIdLike = said.length >= 3 && /^[\p{L}\p{N}-]+$/u.test(asked)

  function whereIn(row: CardRow): Found['where'] | undefined {
    if (isIdLike && spokenOf(row).startsWith(said)) return 'id'
    const title = titleOf(row)
    if (words.every((word) => title.includes(word))) return 'title'
    const parts: [Found['where'], string][] = [
      ['title', title],
      [
        'tag',
        Object.keys(row.tags)
          .flatMap((tag) => tags.get(tag) ?? [])
          .join('\n'),
      ],
      ['person', Object.keys(row.people).map(nameOf).join('\n')],
      [
        'checklist',
        fold(
          Object.values(row.checklist)
            .map((item) => item.text)
            .join('\n'),
        ),
      ],
      ['prose', fold(sources.prose?.(row.id) ?? '')],
    ]
    let where: Found['where'] = 'title'
    for (const word of words) {
      const part = parts.find(([, text]) => text.includes(word))
      if (!part) return undefined
      if (RANKS[part[0]] > RANKS[where]) where = part[0]
    }
    return where
  }

  const found: { readonly hit: Found; readonly rank: number; readonly title: string }[] = []
  board.cards.each((row) => {
    const where = whereIn(row)
    if (!where) return
    const archived = isPutAway(board, row.id)
    const beginning = where === 'title' && titleOf(row).startsWith(asked) ? -1 : 0
    const rank = RANKS[where] + beginning + (archived ? 10 : 0)
    found.push({ hit: { card: row.id, archived, where }, rank, title: titleOf(row) })
  })
  found.sort(
    (a, b) =>
      a.rank - b.rank || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.hit.card < b.hit.card ? -1 : 1),
  )
  return found.map(({ hit }) => hit)
}

/** The card of an id as it was heard or typed, `PL-7K3QF2` or `7k3 qf2`, where it names exactly one. */
export function cardSpoken(board: BoardSnapshot, heard: string): string | undefined {
  const text = heard.trim().toUpperCase()
  const bare = board.key !== '' && text.startsWith(`${board.key}-`) ? text.slice(board.key.length + 1) : text
  const said = normaliseSpoken(bare)
  const members = board.spoken.get(said.slice(0, 6))?.members ?? []
  const exact = members.filter((card) => normaliseSpoken(spokenId({ ...board, key: '' }, card)) === said)
  return exact.length === 1 ? exact[0] : undefined
}
