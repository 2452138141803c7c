// A board read from a file: what every reader gives, what the one writer takes, and what our own JSON format holds.
import * as v from 'valibot'
import { CLASSES, FIELD_KINDS } from '../../board'

/** Texts are bounded so that a file cannot make a reader slow; the writer cuts them to what a board keeps. */
const text = v.pipe(v.string(), v.maxLength(1_000_000))
/** A name for something within the file, by which its other parts point at it. Empty: nobody or nothing. */
const key = v.pipe(v.string(), v.maxLength(1_000))
/** Milliseconds since 1970. */
const time = v.pipe(v.number(), v.safeInteger())
const flag = v.optional(v.boolean(), false)
const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item), [])

const named = { key, name: text }
const column = v.object({
  ...named,
  archived: flag,
  split: flag,
  group: v.optional(v.nullable(key), null),
})
/** `rest`: the one that takes in cards without a lane. */
const lane = v.object({ ...named, archived: flag, rest: flag })
const cardType = v.object({ ...named, colour: v.optional(text, ''), archived: flag })
const cardField = v.object({
  ...named,
  kind: v.picklist(FIELD_KINDS),
  /** The type whose cards have it; null: all cards. */
  type: v.optional(v.nullable(key), null),
  unit: v.optional(text, ''),
  choices: list(text),
  archived: flag,
})
const tag = v.object({ ...named, colour: v.optional(v.nullable(text), null), archived: flag })
const reason = v.object({ ...named, safety: flag, archived: flag })
/** What a customer values, in the team's words. */
const value = v.object({ ...named, customer: v.optional(text, '') })

const setting = v.object({
  /** What it is about: a kind such as `column` or `board`, and the key of one; empty for the board itself. */
  scope: v.object({ kind: text, of: key }),
  /** Such as `role`, `limit`, `policy`. */
  what: text,
  value: v.nullable(v.union([text, v.number()])),
  /** Where the value is the key of something in the file, what it is. */
  names: v.optional(v.nullable(v.picklist(['column', 'lane', 'person'])), null),
  why: v.optional(text, ''),
  by: v.optional(key, ''),
  at: time,
})

const step = v.object({
  column: key,
  half: v.optional(v.picklist(['doing', 'done']), 'doing'),
  lane: v.optional(v.nullable(key), null),
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  by: v.optional(key, ''),
  at: time,
  with: v.optional(key, ''),
  why: v.optional(text, ''),
})

const done = v.object({ by: v.optional(key, ''), at: time })
const card = v.object({
  key,
  title: text,
  /** Paragraphs. */
  description: list(text),
  classOfService: v.optional(v.picklist(CLASSES), 'standard'),
  /** `YYYY-MM-DD`. */
  due: v.optional(v.nullable(v.pipe(v.string(), v.isoDate())), null),
  /** Eight Crockford characters, where the card had a spoken id already. */
  spoken: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/))), null),
  type: v.optional(v.nullable(key), null),
  size: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), null),
  /** The one of `values` that it serves. */
  value: v.optional(v.nullable(key), null),
  by: v.optional(key, ''),
  at: time,
  tags: list(key),
  people: list(
    v.object({
      person: key,
      state: v.optional(v.picklist(['on', 'invited']), 'on'),
      by: v.optional(key, ''),
      at: time,
    }),
  ),
  /** Values by field key: text, number, or yes and no; a date is `YYYY-MM-DD`. */
  fields: v.optional(v.record(v.string(), v.union([text, v.pipe(v.number(), v.finite()), v.boolean()])), {}),
  checklist: list(v.object({ text, done: v.optional(v.nullable(done), null) })),
  comments: list(v.object({ words: text, by: v.optional(key, ''), at: time })),
  web: list(v.object({ url: text, name: text, by: v.optional(key, ''), at: time })),
  /** `parent` names the card this one is part of, `blocks` one that waits for this, `relates` any. */
  links: list(
    v.object({
      kind: v.picklist(['parent', 'blocks', 'relates']),
      card: key,
      by: v.optional(key, ''),
      at: time,
    }),
  ),
  /** From where the card was made to where it stands, the oldest first. Never empty. */
  journey: v.pipe(v.array(step), v.minLength(1)),
  archived: flag,
})

const blocker = v.object({
  /** Null: the line stops, not one card. */
  card: v.nullable(key),
  reason: v.optional(key, ''),
  words: v.optional(text, ''),
  by: v.optional(key, ''),
  at: time,
  answers: list(v.object({ kind: v.picklist(['seen', 'coming']), by: v.optional(key, ''), at: time })),
  turns: list(v.object({ kind: v.picklist(['cleared', 'reopened']), by: v.optional(key, ''), at: time })),
})

export const fileBoard = v.object({
  name: text,
  /** Said before a card's spoken id; empty: made from the name. */
  prefix: v.optional(v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]{0,6}$/u)), ''),
  columns: v.array(column),
  groups: list(v.object(named)),
  lanes: list(lane),
  types: list(cardType),
  fields: list(cardField),
  tags: list(tag),
  people: list(v.object(named)),
  reasons: list(reason),
  values: list(value),
  settings: list(setting),
  /** In the order in which they stand in their columns. */
  cards: v.array(card),
  blockers: list(blocker),
})

export type FileBoard = v.InferOutput<typeof fileBoard>
export type FileColumn = FileBoard['columns'][number]
export type FileField = FileBoard['fields'][number]
export type FileSetting = FileBoard['settings'][number]
export type FileCard = FileBoard['cards'][number]
export type FileValue = FileBoard['values'][number]
export type FileStep = FileCard['journey'][number]

/** What stays behind (`left`) or one should know (`note`), of which the screen makes a sentence. */
export interface Remark {
  readonly kind: 'left' | 'note'
  readonly what: RemarkWhat
  readonly count: number
  /** What it is about, in the file's own words. */
  readonly names?: readonly string[]
}

export type RemarkWhat =
  | 'attachments'
  | 'calmed'
  | 'comments-of-others'
  | 'contents'
  | 'dates-against-state'
  | 'due-ticks'
  | 'empty-labels'
  | 'history-cut'
  | 'moves-of-others'
  | 'no-history'
  | 'power-ups'
  | 'rules'
  | 'short-lines'
  | 'shortened'
  | 'start-unknown'
  | 'strays'
  | 'subtasks'
  | 'templates'
  | 'values'
  | 'views'
  | 'votes'

/** What a reader makes of a file: a board, and what of the file is not in it. */
export interface ReadBoard {
  readonly board: FileBoard
  readonly remarks: readonly Remark[]
  /** Counts that only the reader knows, in place of those made from the board. */
  readonly counted?: {
    readonly columns?: number
    readonly archivedColumns?: number
    readonly moves?: number
    readonly movedCards?: number
  }
}

/** What a customer of the team values, which boards only point at. */
export interface KnownValue {
  readonly id: string
  readonly name: string
  /** The customer's name; empty for one that is not said. */
  readonly customer: string
}

/** What readers are told besides the file. */
export interface ReadOptions {
  /** Milliseconds since 1970: when the import is made. */
  readonly now: number
  /** IANA time zone in which days and times without a zone are read. */
  readonly timeZone: string
  /** None where they are left out. */
  readonly values?: readonly KnownValue[]
  readonly words: {
    /** The name of a column for cards whose list is not in the file. */
    readonly strayColumn: string
    /** The title of a card without one. */
    readonly untitled: string
    readonly waiting: string
    readonly doing: string
    readonly done: string
    /** The name of a field for the ids that cards had elsewhere. */
    readonly id: string
  }
}

export const emptyBoard = (name: string): FileBoard => ({
  name,
  prefix: '',
  columns: [],
  groups: [],
  lanes: [],
  types: [],
  fields: [],
  tags: [],
  people: [],
  reasons: [],
  values: [],
  settings: [],
  cards: [],
  blockers: [],
})

/** A card with nothing on it. Its journey must have at least one step. */
export const plainCard = (card: Pick<FileCard, 'key' | 'title' | 'at' | 'journey'>): FileCard => ({
  description: [],
  classOfService: 'standard',
  due: null,
  spoken: null,
  type: null,
  size: null,
  value: null,
  by: '',
  tags: [],
  people: [],
  fields: {},
  checklist: [],
  comments: [],
  web: [],
  links: [],
  archived: false,
  ...card,
})

export const plainStep = (column: string, kind: string, at: number, by = ''): FileStep => ({
  column,
  half: 'doing',
  lane: null,
  kind,
  by,
  at,
  with: '',
  why: '',
})

/** A column of a file together with what it is for. */
export const plainColumn = (columnKey: string, name: string, archived = false): FileColumn => ({
  key: columnKey,
  name,
  archived,
  split: false,
  group: null,
})

export const columnSetting = (
  of: string,
  what: 'role' | 'limit' | 'policy',
  value: string | number,
  at: number,
): FileSetting => ({ scope: { kind: 'column', of }, what, value, names: null, why: '', by: '', at })

export const plainField = (fieldKey: string, name: string, kind: FileField['kind'] = 'text'): FileField => ({
  key: fieldKey,
  name,
  kind,
  type: null,
  unit: '',
  choices: [],
  archived: false,
})

/** Remarks that say something. */
export const remarksOf = (all: readonly Remark[]): Remark[] => all.filter((remark) => remark.count > 0)
export const left = (what: RemarkWhat, count: number, names?: readonly string[]): Remark =>
  names ? { kind: 'left', what, count, names } : { kind: 'left', what, count }
export const note = (what: RemarkWhat, count: number, names?: readonly string[]): Remark =>
  names ? { kind: 'note', what, count, names } : { kind: 'note', what, count }

/** Lines with words in them; runs of blank lines separate paragraphs and are none themselves. */
export const paragraphsOf = (words: string): string[] =>
  words
    .split(/\r\n?|\n/u)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')

export const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()

/** An address that a browser may follow without harm. */
export const isWebAddress = (url: string): boolean => /^https?:\/\/\S+$/iu.test(url) && url.length <= 2_000
