// Jira's issues as its REST interface gives them, with the change log of each, and the board where it is in the file.
import * as v from 'valibot'
import { isJsonObject, ok } from '../../kernel'
import type { Result } from '../../kernel'
import { createCalendar, isoFromDay, LIMIT_LIMIT } from '../../board'
import {
  columnSetting,
  emptyBoard,
  left,
  note,
  paragraphsOf,
  plainCard,
  plainField,
  remarksOf,
} from '../boards/file-board'
import type { FileCard, ReadBoard, ReadOptions } from '../boards/file-board'
import { createNames } from '../boards/names'
import { lax, readAs, timeOf } from '../text/json-text'
import type { FileRefused } from '../text/refusals'
import { createJiraFlow } from './jira-flow'

const { text, optionalText, list, counted } = lax
const named = v.fallback(v.nullable(v.object({ name: text })), null)
const someone = v.fallback(v.nullable(v.object({ displayName: text })), null)
const category = v.fallback(v.object({ key: text }), { key: '' })
const status = v.object({ id: text, name: v.pipe(v.string(), v.minLength(1)), statusCategory: category })
// In a change log `toString` is a name of the file's, which every object has otherwise.
const change = v.pipe(
  v.unknown(),
  v.transform((value) => {
    if (!isJsonObject(value)) return { field: '', from: '', to: '' }
    const own = (name: string): string => {
      const found: unknown = Object.hasOwn(value, name) ? value[name] : ''
      return typeof found === 'string' ? found : ''
    }
    return { field: own('field'), from: own('fromString'), to: own('toString') }
  }),
)
const issue = v.object({
  key: v.pipe(v.string(), v.minLength(1)),
  changelog: v.fallback(
    v.object({ histories: list(v.object({ author: someone, created: text, items: list(change) })) }),
    { histories: [] },
  ),
  fields: v.object({
    summary: text,
    status,
    description: v.fallback(v.string(), ''),
    created: optionalText,
    resolutiondate: optionalText,
    duedate: optionalText,
    issuetype: named,
    priority: named,
    assignee: someone,
    reporter: someone,
    labels: lax.ids,
    subtasks: counted,
    attachment: counted,
    parent: v.fallback(v.nullable(v.object({ key: text })), null),
    comment: v.fallback(
      v.object({ comments: list(v.object({ author: someone, body: text, created: optionalText })) }),
      { comments: [] },
    ),
    project: named,
  }),
})
const boardColumn = v.object({
  name: text,
  max: v.fallback(v.nullable(v.number()), null),
  statuses: list(v.object({ id: text })),
})
const jira = v.object({
  issues: v.array(issue),
  board: v.fallback(
    v.nullable(
      v.object({
        name: text,
        columnConfig: v.fallback(v.object({ columns: list(boardColumn) }), { columns: [] }),
      }),
    ),
    null,
  ),
  statuses: list(status),
})

export const isJiraJson = (json: unknown): boolean =>
  isJsonObject(json) &&
  Array.isArray(json.issues) &&
  json.issues.length > 0 &&
  json.issues.every((one) => isJsonObject(one) && 'key' in one && 'fields' in one)

export function readJiraJson(json: unknown, options: ReadOptions): Result<ReadBoard, FileRefused> {
  const read = readAs(jira, json, 'jira-json')
  if (!read.ok) return read
  const { issues, board, statuses } = read.value
  const calendar = createCalendar(options.timeZone)
  const nameById = new Map(statuses.map((one) => [one.id, one.name]))
  const columns = board?.columnConfig.columns ?? []
  const arranged = columns.flatMap((column) => column.statuses.flatMap(({ id }) => nameById.get(id) ?? []))
  const flow = createJiraFlow(options.now, arranged)
  const known = new Map(statuses.map((one) => [one.name, one.statusCategory.key]))
  for (const name of arranged) flow.see(name, known.get(name) ?? '')
  const changesOf = (one: (typeof issues)[number]) =>
    one.changelog.histories.flatMap(({ author, created, items }) =>
      items.flatMap(({ field, from, to }) => {
        const at = timeOf(created)
        return field === 'status' && at !== undefined && to !== ''
          ? [{ at, from, to, by: author?.displayName ?? '' }]
          : []
      }),
    )
  for (const one of issues) {
    flow.see(one.fields.status.name, one.fields.status.statusCategory.key)
    for (const { from, to } of changesOf(one)) {
      flow.see(from, known.get(from) ?? '')
      flow.see(to, known.get(to) ?? '')
    }
  }
  const types = createNames()
  const tags = createNames()
  const people = createNames()
  const person = (name: string | undefined): string => (name ? people.keyOf(name) : '')
  const keys = new Set(issues.map((one) => one.key))
  const cards = issues.map((one): FileCard => {
    const { fields } = one
    const at = timeOf(fields.created) ?? options.now
    const by = person(fields.reporter?.displayName)
    const assignee = person(fields.assignee?.displayName)
    const parent = fields.parent?.key ?? ''
    const due = timeOf(fields.duedate)
    const changes = changesOf(one).map((move) => ({ ...move, by: person(move.by) }))
    const resolved = timeOf(fields.resolutiondate)
    return {
      ...plainCard({
        key: one.key,
        title: fields.summary || one.key,
        at,
        journey: flow.journeyOf({ at, by, state: fields.status.name, resolved, changes }),
      }),
      by,
      description: paragraphsOf(fields.description),
      due:
        due === undefined
          ? null
          : /^\d{4}-\d{2}-\d{2}$/u.test(fields.duedate ?? '')
            ? fields.duedate
            : isoFromDay(calendar.dayOf(due)),
      type: fields.issuetype?.name ? types.keyOf(fields.issuetype.name) : null,
      tags: fields.labels.map(tags.keyOf),
      people: assignee === '' ? [] : [{ person: assignee, state: 'on', by: '', at }],
      fields: { id: one.key, ...(fields.priority?.name && { priority: fields.priority.name }) },
      comments: fields.comment.comments.map(({ author, body, created }) => ({
        words: body,
        by: person(author?.displayName),
        at: timeOf(created) ?? at,
      })),
      links: keys.has(parent) ? [{ kind: 'parent', card: parent, by: '', at }] : [],
    }
  })
  const hasPriority = cards.some((one) => 'priority' in one.fields)
  return ok({
    board: {
      ...emptyBoard(board?.name || issues[0]?.fields.project?.name || ''),
      columns: flow.columns(),
      settings: [
        ...flow.roles().map(([of, role]) => columnSetting(of, 'role', role, options.now)),
        ...columns.flatMap(({ max, statuses: [only, ...more] }) => {
          const of = nameById.get(only?.id ?? '')
          const isOne = max !== null && max >= 1 && max <= LIMIT_LIMIT && more.length === 0
          return isOne && of !== undefined ? [columnSetting(of, 'limit', max, options.now)] : []
        }),
      ],
      types: types.all().map((type) => ({ ...type, colour: '', archived: false })),
      tags: tags.all().map((tag) => ({ ...tag, colour: null, archived: false })),
      people: people.all(),
      fields: [
        plainField('id', options.words.id),
        ...(hasPriority ? [plainField('priority', 'Priority')] : []),
      ],
      cards,
    },
    remarks: remarksOf([
      left(
        'attachments',
        issues.reduce((sum, one) => sum + one.fields.attachment, 0),
      ),
      left(
        'subtasks',
        issues.reduce((sum, one) => sum + one.fields.subtasks, 0),
      ),
      note('no-history', flow.undated()),
    ]),
  })
}
