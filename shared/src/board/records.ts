// The board as it is kept: its rows and logs, with what is believed on reading and what stands in for the rest.
import * as v from 'valibot'
import { defineLog, defineRows, field } from '../kernel'
import type { EntryOf, RowOf } from '../kernel'
import { fieldRows, recurringRows, templateRows, typeRows } from './records-cards'
import { editLog } from './records-edits'
import { importLog } from './records-imports'
import { attached } from './records-files'
import { groupRows, laneRows, stationRows, viewRows } from './records-structure'
import {
  COMMENT_LIMIT,
  id,
  ID_LIMIT,
  isoDay,
  LIMIT_LIMIT,
  mark,
  MENTIONS_LIMIT,
  NAME_LIMIT,
  PARENTS_LIMIT,
  RANK_LIMIT,
  text,
  time,
  TITLE_LIMIT,
  WORDS_LIMIT,
} from './record-parts'

/** Five characters for each card under the widest limit there may be, and four for each of six limits, see `slots`. */
const SAW_LIMIT = 5 * LIMIT_LIMIT + 6 * 4 + 1

export const CLASSES = ['expedite', 'fixed-date', 'standard', 'intangible'] as const
export type ClassOfService = (typeof CLASSES)[number]
export const ROLES = ['backlog', 'ready', 'active', 'waiting', 'done'] as const
export type ColumnRole = (typeof ROLES)[number]
export const FULL_POLICIES = ['forbidden', 'with-reason'] as const
/** What happens when someone wants to enter a full column. */
export type WhenFull = (typeof FULL_POLICIES)[number]
export type Half = 'doing' | 'done'

/** The one row of `boardRows`. A constant, so that two devices that set the board up at once name the same row. */
export const BOARD_ROW = 'board'
export const boardRows = defineRows({
  name: 'board',
  fields: {
    /** Said before a card's id: the `PL` of `PL-7K3QF2`. The board's name is kept by the team's directory. */
    key: field(v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]{1,6}$/u)), ''),
    at: field(time, 0),
    by: field(text(ID_LIMIT), ''),
  },
})

const checklistItem = v.object({ text: text(WORDS_LIMIT), rank: text(RANK_LIMIT) })
const onCard = v.object({ state: v.picklist(['on', 'invited']), by: text(ID_LIMIT), at: time })

export const cardRows = defineRows({
  name: 'cards',
  fields: {
    title: field(text(TITLE_LIMIT), ''),
    classOfService: field<ClassOfService>(v.picklist(CLASSES), 'standard'),
    /** `YYYY-MM-DD`, a day in the team's time zone. */
    due: field<string | null>(v.nullable(isoDay), null),
    /** Eight Crockford characters; how many are shown is decided in `spoken-ids`. */
    spoken: field(v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)), ''),
    /** A card type's id, or null for a plain card. */
    type: field<string | null>(v.nullable(text(ID_LIMIT)), null),
    /** How big the team takes it to be, in whatever it counts; null: not said. */
    size: field<number | null>(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), null),
    /** The id of what a customer values, kept by the team's directory, that it serves; null: not said. */
    value: field<string | null>(v.nullable(id), null),
    /** What a card that came by itself began with: a shared text would hold the words of every device that made it. */
    brief: field(text(WORDS_LIMIT), ''),
    /** The import onto this board that it came by, see `imports`; null: it did not. */
    import: field<string | null>(v.nullable(id), null),
    by: field(text(ID_LIMIT), ''),
    at: field(time, 0),
  },
  sets: {
    /** The team's own fields, by field id; which of the three a value is follows the field's kind. */
    fields: v.union([text(WORDS_LIMIT), v.pipe(v.number(), v.finite()), v.boolean()]),
    /** By `<kind>:<card>`: `parent` names the card this one is part of, `blocks` one that waits for this, `relates` any. */
    links: mark,
    /** Addresses elsewhere, by an id of their own: what other tools call attachments. */
    web: v.object({ url: text(2_000), name: text(TITLE_LIMIT), by: text(ID_LIMIT), at: time }),
    /** Photos and files, by address. */
    files: attached,
    /** By tag id. */
    tags: v.literal(true),
    /** By person or guest id. */
    people: onCard,
    /**
     * How a card that stood in work already came under a limit, by `class:<class>` or `person:<id>`: what was seen
     * there, see `slots`, or why it was taken all the same.
     */
    taken: v.object({
      by: text(ID_LIMIT),
      at: time,
      order: time,
      why: v.exactOptional(text(WORDS_LIMIT)),
      saw: v.exactOptional(text(SAW_LIMIT)),
    }),
    /** What became of an invitation, by the person who was invited; who invited reads it and says so. */
    answers: v.object({
      kind: v.picklist(['accepted', 'declined']),
      to: text(ID_LIMIT),
      at: time,
      seen: v.exactOptional(v.literal(true)),
    }),
    /** By item id. What an item says and whether it is done are two sets: one may rename what another ticks off. */
    checklist: checklistItem,
    checked: mark,
    /** By person: mentions on this card up to this `order` have been seen. */
    seen: v.object({ order: time, at: time }),
  },
})

export const columnRows = defineRows({
  name: 'columns',
  fields: {
    name: field(text(NAME_LIMIT), ''),
    rank: field(text(RANK_LIMIT), ''),
    split: field(v.boolean(), false),
    /** A column group's id, or null. */
    group: field<string | null>(v.nullable(text(ID_LIMIT)), null),
  },
})

export const tagRows = defineRows({
  name: 'tags',
  fields: { name: field(text(NAME_LIMIT), ''), colour: field<string | null>(v.nullable(text(40)), null) },
})

/** Who stood on cards elsewhere and is not, or not yet, a person of this team. */
export const guestRows = defineRows({ name: 'guests', fields: { name: field(text(NAME_LIMIT), '') } })

/** Why work stops, in the team's words. */
export const reasonRows = defineRows({
  name: 'reasons',
  fields: {
    name: field(text(NAME_LIMIT), ''),
    rank: field(text(RANK_LIMIT), ''),
    /** Safety stands first and is never taken off the list. */
    safety: field(v.boolean(), false),
  },
})

export const blockerRows = defineRows({
  name: 'blockers',
  fields: {
    /** Null: the line stops, not one card. */
    card: field<string | null>(v.nullable(id), null),
    reason: field(text(ID_LIMIT), ''),
    words: field(text(WORDS_LIMIT), ''),
    /** The station whose printed code it was raised from, or null. */
    station: field<string | null>(v.nullable(text(ID_LIMIT)), null),
    by: field(text(ID_LIMIT), ''),
    at: field(time, 0),
  },
  sets: {
    /**
     * By `person:kind`, so that the first answer stays when the same person comes later; after a reopening by
     * `person:kind:round` too, since who came the first time is not on the way again. `round` is that turn's id.
     */
    answers: v.object({
      kind: v.picklist(['seen', 'coming']),
      by: text(ID_LIMIT),
      at: time,
      round: v.exactOptional(text(ID_LIMIT)),
    }),
    /** Photos and files, by address. */
    files: attached,
    /** Each clearing and reopening, by an id of its own: open or not is said by the latest. */
    turns: v.object({ kind: v.picklist(['cleared', 'reopened']), by: text(ID_LIMIT), at: time, order: time }),
  },
})

/**
 * How a card came to where it stands. `offered`: done here, to be pulled by the next step. `settled`: a conflict was
 * decided. `moved`: its column was taken off the board, and it went where that column's cards went. A kind that this version does not know counts as a plain move.
 */
export const JOURNEY_KINDS = [
  'added',
  'pulled',
  'invited',
  'handed-over',
  'returned',
  'offered',
  'finished',
  'reordered',
  'settled',
  'moved',
  'archived',
  'restored',
  'undone',
] as const
export type JourneyKind = (typeof JOURNEY_KINDS)[number]

/**
 * What people decided together after they had been apart. Of a card that several pulled: `pair`, or `keeps` with whom.
 * Of one that was moved to several places: `stays`. Of a limit that a merge broke: `handed-back`, `raised` or `kept`.
 */
export const OUTCOMES = ['pair', 'keeps', 'stays', 'handed-back', 'raised', 'kept'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type JourneyData = {
  card: string
  /** All heads of the card's journey that the writer saw. */
  parents: readonly string[]
  to: { column: string; half: Half; rank: string; lane?: string }
  kind: JourneyKind
  by: string
  at: number
  order: number
  /** The receiver of a handed-over card, who invited, or whose claim a settlement upholds. */
  with?: string
  /** Why a full column was entered all the same, or what was said about the move. */
  why?: string
  /** What stood under the limits that the card came under: tags of the limits and of the cards, see `slots`. */
  saw?: string
  outcome?: Outcome
}

// The type says which kinds this version writes; on reading, any other is let through as a plain move.
const journeyKind = text(40) as v.GenericSchema<unknown, JourneyKind>
const outcome = text(40) as v.GenericSchema<unknown, Outcome>

export const journeyLog = defineLog<JourneyData>({
  name: 'journey',
  entry: v.object({
    card: id,
    parents: v.pipe(v.array(v.string()), v.maxLength(PARENTS_LIMIT)),
    to: v.object({
      column: id,
      half: v.picklist(['doing', 'done']),
      rank: text(RANK_LIMIT),
      lane: v.exactOptional(id),
    }),
    kind: journeyKind,
    by: text(ID_LIMIT),
    at: time,
    order: time,
    with: v.exactOptional(text(ID_LIMIT)),
    why: v.exactOptional(text(WORDS_LIMIT)),
    saw: v.exactOptional(text(SAW_LIMIT)),
    outcome: v.exactOptional(outcome),
  }),
})

const scope = v.object({ kind: text(40), id: text(ID_LIMIT) })
/**
 * Governed values: limits, roles, policies and what happens at a full column, dated, with who and why. Each entry
 * names the heads its writer saw, like a journey.
 */
export const settingsLog = defineLog({
  name: 'settings',
  entry: v.object({
    scope,
    what: text(40),
    value: v.nullable(v.union([v.string(), v.number()])),
    parents: v.pipe(v.array(v.string()), v.maxLength(PARENTS_LIMIT)),
    why: text(WORDS_LIMIT),
    by: text(ID_LIMIT),
    at: time,
    order: time,
  }),
})

export const commentLog = defineLog({
  name: 'comments',
  entry: v.object({
    card: id,
    words: text(COMMENT_LIMIT),
    by: text(ID_LIMIT),
    at: time,
    order: time,
    /** People whom it calls, by id; the words say their names as they were then. */
    mentions: v.exactOptional(v.pipe(v.array(text(ID_LIMIT)), v.maxLength(MENTIONS_LIMIT))),
    /** An earlier comment of the same person that this one stands for; without words it is withdrawn. */
    replaces: v.exactOptional(text(ID_LIMIT)),
  }),
})

export const boardCollections = {
  board: boardRows,
  cards: cardRows,
  columns: columnRows,
  lanes: laneRows,
  groups: groupRows,
  types: typeRows,
  fields: fieldRows,
  templates: templateRows,
  recurring: recurringRows,
  stations: stationRows,
  views: viewRows,
  tags: tagRows,
  guests: guestRows,
  reasons: reasonRows,
  blockers: blockerRows,
  journey: journeyLog,
  settings: settingsLog,
  comments: commentLog,
  edits: editLog,
  imports: importLog,
}

export type BoardRow = RowOf<typeof boardRows>
export type CardRow = RowOf<typeof cardRows>
export type ColumnRow = RowOf<typeof columnRows>
export type TagRow = RowOf<typeof tagRows>
export type GuestRow = RowOf<typeof guestRows>
export type ReasonRow = RowOf<typeof reasonRows>
export type BlockerRow = RowOf<typeof blockerRows>
export type JourneyEntry = EntryOf<typeof journeyLog>
export type SettingEntry = EntryOf<typeof settingsLog>
export type CommentEntry = EntryOf<typeof commentLog>

/** The text id of a card's description, for `write` and for the text editor. */
export const descriptionOf = (card: string): string => `card:${card}`
