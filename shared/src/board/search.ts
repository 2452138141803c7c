// Finding cards by what people remember of them: words of the title, the id as it is said, tags, people, fields, steps,
// comments, what stopped it, and the description. The search can stop at any card and go on later.
import { commentsOn } from './comments'
import { isPutAway } from './commands/placing'
import { createFit, EMPTY_FILTER } from './filter'
import type { BoardFilter, FilterSources } from './filter'
import type { BlockerRow, CardRow, ReasonRow } from './records'
import type { Table } from '../kernel'
import type { BoardSnapshot } from './snapshot'
import { normaliseSpoken, spokenId, spokenOf } from './spoken-ids'

/** What the board does not hold itself, handed in by whoever asks. */
export interface SearchSources extends FilterSources {
  readonly personName?: (person: string) => string | undefined
  /** The folded plain text of a card's description, see `foldWords`, where it is known. */
  readonly prose?: (card: string) => string | undefined
}

/** Where the words were found, the best first. */
const RANKS = {
  id: 0,
  title: 2,
  tag: 3,
  person: 4,
  field: 5,
  checklist: 6,
  prose: 7,
  comment: 8,
  blocker: 9,
} as const
const ARCHIVED_RANK = 20

export interface Found {
  readonly card: string
  readonly archived: boolean
  readonly where: keyof typeof RANKS
}

/** Words without case and accents, as they are compared. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

interface RowWords {
  readonly title: string
  readonly checklist: string
  readonly field: string
  readonly brief: string
}
const rowWords = new WeakMap<CardRow, RowWords>()
function wordsOf(row: CardRow): RowWords {
  let words = rowWords.get(row)
  if (words === undefined) {
    const values = Object.values(row.fields).filter((value) => typeof value !== 'boolean')
    const web = Object.values(row.web).map(({ name, url }) => `${name} ${url}`)
    words = {
      title: foldWords(row.title),
      brief: foldWords(row.brief),
      checklist: foldWords(
        Object.values(row.checklist)
          .map((item) => item.text)
          .join('\n'),
      ),
      field: foldWords([...values, ...web, ...Object.values(row.files).map((file) => file.name)].join('\n')),
    }
    rowWords.set(row, words)
  }
  return words
}

// Entries are never changed, so the comments of a card are folded once for each list of them.
const commentWords = new WeakMap<object, string>()
function commentsOf(board: BoardSnapshot, card: string): string {
  const group = board.commentsByCard.get(card)
  if (!group) return ''
  let words = commentWords.get(group)
  if (words === undefined) {
    words = foldWords(
      commentsOn(board, card)
        .map((one) => one.words)
        .join('\n'),
    )
    commentWords.set(group, words)
  }
  return words
}

interface BlockerWords {
  readonly reasons: readonly ReasonRow[]
  readonly byCard: ReadonlyMap<string, string>
}
const blockerWords = new WeakMap<Table<BlockerRow>, BlockerWords>()
function blockersOf(board: BoardSnapshot): ReadonlyMap<string, string> {
  const known = blockerWords.get(board.blockers)
  if (known?.reasons === board.reasons) return known.byCard
  const names = new Map(board.reasons.map((reason) => [reason.id, reason.name]))
  const byCard = new Map<string, string>()
  board.blockers.each(({ archived, card, words, reason }) => {
    if (archived || card === null) return
    byCard.set(card, `${byCard.get(card) ?? ''}\n${foldWords(`${words} ${names.get(reason) ?? ''}`)}`)
  })
  blockerWords.set(board.blockers, { reasons: board.reasons, byCard })
  return byCard
}

/** Says where in a card all the words of a question occur; undefined where they do not. Made once a question. */
function createMatch(
  board: BoardSnapshot,
  question: string,
  sources: SearchSources,
): (row: CardRow) => Found['where'] | undefined {
  const asked = foldWords(question.trim())
  const words = asked.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return () => 'title'
  const tags = new Map<string, string>()
  board.tags.each((tag) => tags.set(tag.id, foldWords(tag.name)))
  const people = new Map<string, string>()
  const nameOf = (person: string): string => {
    let name = people.get(person)
    if (name === undefined) {
      name = foldWords(sources.personName?.(person) ?? board.guests.get(person)?.name ?? '')
      people.set(person, name)
    }
    return name
  }
  const key = foldWords(board.key)
  const said = normaliseSpoken(
    key !== '' && asked.startsWith(`${key}-`) ? asked.slice(key.length + 1) : asked,
  )
  const isIdLike = said.length >= 3 && /^[\p{L}\p{N}\s-]+$/u.test(asked)
  const stops = blockersOf(board)
  /** Asked one after the other: most cards are decided by what is cheap to look at. */
  const parts: readonly (readonly [Found['where'], (row: CardRow) => string])[] = [
    ['title', (row) => wordsOf(row).title],
    [
      'tag',
      (row) =>
        Object.keys(row.tags)
          .map((tag) => tags.get(tag) ?? '')
          .join('\n'),
    ],
    ['person', (row) => Object.keys(row.people).map(nameOf).join('\n')],
    ['field', (row) => wordsOf(row).field],
    ['checklist', (row) => wordsOf(row).checklist],
    ['prose', (row) => `${wordsOf(row).brief}\n${sources.prose?.(row.id) ?? ''}`],
    ['comment', (row) => commentsOf(board, row.id)],
    ['blocker', (row) => stops.get(row.id) ?? ''],
  ]
  return (row) => {
    if (isIdLike && spokenOf(row).startsWith(said)) return 'id'
    let worst: Found['where'] = 'title'
    for (const word of words) {
      const part = parts.find(([, wordsIn]) => wordsIn(row).includes(word))
      if (!part) return undefined
      if (RANKS[part[0]] > RANKS[worst]) worst = part[0]
    }
    return worst
  }
}

export interface CardSearch {
  /** Looks at further cards until `isOver` says to stop; true once all of them have been looked at. */
  go(isOver?: () => boolean): boolean
  /** What has been found so far, in no order. */
  readonly found: readonly Found[]
}

/** Cards looked at between two questions whether to stop. */
const CARDS_A_STEP = 32

/** The search for all cards that a filter lets through, those put away included. */
export function createCardSearch(
  board: BoardSnapshot,
  filter: BoardFilter,
  sources: SearchSources = {},
): CardSearch {
  const match = createMatch(board, filter.words, sources)
  const isFit = createFit(board, filter, sources)
  const ids = board.cards.ids()
  const found: Found[] = []
  let next = 0
  return {
    found,
    go(isOver = () => false) {
      while (next < ids.length) {
        const row = board.cards.get(ids[next] as string)
        next++
        const where = row && isFit(row) ? match(row) : undefined
        if (row && where) found.push({ card: row.id, archived: isPutAway(board, row.id), where })
        if (next % CARDS_A_STEP === 0 && isOver()) return next >= ids.length
      }
      return true
    },
  }
}

/** What was found, the best first: an id, a title that begins with the words, then the rest; those put away last. */
export function bestFirst(board: BoardSnapshot, found: readonly Found[], words: string): readonly Found[] {
  const asked = foldWords(words.trim())
  const ranked = found.map((hit) => {
    const row = board.cards.get(hit.card)
    const title = row ? wordsOf(row).title : ''
    const beginning = hit.where === 'title' && title.startsWith(asked) ? -1 : 0
    return { hit, title, rank: RANKS[hit.where] + beginning + (hit.archived ? ARCHIVED_RANK : 0) }
  })
  ranked.sort(
    (a, b) =>
      a.rank - b.rank || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.hit.card < b.hit.card ? -1 : 1),
  )
  return ranked.map(({ hit }) => hit)
}

/** All cards in which every word occurs somewhere, the best first. An empty question finds nothing. */
export function searchCards(
  board: BoardSnapshot,
  question: string,
  sources: SearchSources = {},
): readonly Found[] {
  if (question.trim() === '') return []
  const search = createCardSearch(board, { ...EMPTY_FILTER, words: question }, sources)
  search.go()
  return bestFirst(board, search.found, question)
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
