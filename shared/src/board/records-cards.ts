// What a team says about its kinds of cards: types, fields of its own, templates, and cards that come again.
import * as v from 'valibot'
import { defineRows, field } from '../kernel'
import type { RowOf } from '../kernel'
import { id, ID_LIMIT, isoDay, NAME_LIMIT, RANK_LIMIT, text, TITLE_LIMIT, WORDS_LIMIT } from './record-parts'

export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'yes-no'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]
/** How often a card comes again. */
export const RHYTHMS = ['daily', 'weekdays', 'weekly', 'monthly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** Choices of a field, at most. */
const CHOICES = 100

const rank = field(text(RANK_LIMIT), '')
const name = field(text(NAME_LIMIT), '')

export const typeRows = defineRows({
  name: 'types',
  fields: { name, rank, colour: field<string>(text(40), '') },
})

/** A field that cards of a type have, or all cards where `type` is null. */
export const fieldRows = defineRows({
  name: 'fields',
  fields: {
    name,
    rank,
    kind: field<FieldKind>(v.picklist(FIELD_KINDS), 'text'),
    type: field<string | null>(v.nullable(text(ID_LIMIT)), null),
    /** Said after a number: `min`, `EUR`. */
    unit: field(text(40), ''),
    /** What may be chosen, for a choice. One value: who edits the list edits it whole. */
    choices: field<readonly string[]>(v.pipe(v.array(text(NAME_LIMIT)), v.maxLength(CHOICES)), []),
  },
})

/** What a new card begins with. */
const content = v.object({
  title: text(TITLE_LIMIT),
  words: text(WORDS_LIMIT),
  classOfService: text(40),
  type: v.nullable(text(ID_LIMIT)),
  size: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  /** The id of what its cards serve, known to the team's directory. */
  value: v.exactOptional(id),
  tags: v.pipe(v.array(id), v.maxLength(CHOICES)),
  checklist: v.pipe(v.array(text(WORDS_LIMIT)), v.maxLength(CHOICES)),
})
export type TemplateContent = v.InferOutput<typeof content>
const EMPTY: TemplateContent = {
  title: '',
  words: '',
  classOfService: 'standard',
  type: null,
  size: null,
  tags: [],
  checklist: [],
}

export const templateRows = defineRows({
  name: 'templates',
  fields: { name, rank, content: field<TemplateContent>(content, EMPTY) },
})

/** A card that comes again, from a template, into a column. Each is made once, by whoever is there first. */
export const recurringRows = defineRows({
  name: 'recurring',
  fields: {
    template: field(text(ID_LIMIT), ''),
    column: field(text(ID_LIMIT), ''),
    rhythm: field<Rhythm>(v.picklist(RHYTHMS), 'weekly'),
    /** The first day, `YYYY-MM-DD` in the team's time zone; weekly and monthly ones come on its weekday or date. */
    from: field<string>(isoDay, ''),
    /** IANA time zone whose midnight is meant: the same moment for every device. */
    zone: field(text(80), 'UTC'),
    by: field(text(ID_LIMIT), ''),
  },
})

export type TypeRow = RowOf<typeof typeRows>
export type FieldRow = RowOf<typeof fieldRows>
export type TemplateRow = RowOf<typeof templateRows>
export type RecurringRow = RowOf<typeof recurringRows>
