// Jira's XML export of a search: issues with what they are and their comments, but without the changes they went through.
import { ok, refused } from '../../kernel'
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
  plainField,
  remarksOf,
} from '../boards/file-board'
import type { FileCard, FileField, ReadBoard, ReadOptions } from '../boards/file-board'
import { createNames } from '../boards/names'
import { timeOf } from '../text/json-text'
import type { FileRefused } from '../text/refusals'
import { childOf, childrenOf, wordsFromHtml, wordsOf } from '../text/xml'
import type { XmlElement } from '../text/xml'
import { createJiraFlow } from './jira-flow'

/** Fields that order or link issues inside Jira and say nothing to a team. */
const INNER =
  /^(rank|development|sprint|issue color|team|epic (color|status)|\[chart\].*|atlas.*|locked forms|open forms|total forms|submitted forms)$/iu
const nobody = (name: string): boolean => name === '' || /^(unassigned|-1)$/iu.test(name)

export const isJiraXml = (root: XmlElement): boolean =>
  root.name === 'rss' &&
  childrenOf(childOf(root, 'channel'), 'item').some((item) => childOf(item, 'key') !== undefined)

export function readJiraXml(root: XmlElement, options: ReadOptions): Result<ReadBoard, FileRefused> {
  const channel = childOf(root, 'channel')
  const items = childrenOf(channel, 'item')
  const calendar = createCalendar(options.timeZone)
  const types = createNames()
  const tags = createNames()
  const people = createNames()
  const fields = new Map<string, FileField>()
  const person = (name: string): string => (nobody(name) ? '' : people.keyOf(name))
  const flow = createJiraFlow(options.now)
  let subtasks = 0
  let attachments = 0
  const drafts: (Omit<FileCard, 'journey'> & {
    readonly state: string
    readonly resolved: number | undefined
  })[] = []
  for (const item of items) {
    const key = wordsOf(childOf(item, 'key'))
    const state = wordsOf(childOf(item, 'status'))
    if (key === '') return refused({ reason: 'bad-field', tool: 'jira-xml', field: 'key', line: item.line })
    if (state === '')
      return refused({ reason: 'bad-field', tool: 'jira-xml', field: 'status', line: item.line })
    flow.see(state, childOf(item, 'statusCategory')?.attributes.key ?? '')
    const at = timeOf(wordsOf(childOf(item, 'created'))) ?? options.now
    const due = timeOf(wordsOf(childOf(item, 'due')))
    const type = wordsOf(childOf(item, 'type'))
    const assignee = person(wordsOf(childOf(item, 'assignee')))
    const by = person(wordsOf(childOf(item, 'reporter')))
    const url = wordsOf(childOf(item, 'link'))
    const values: Record<string, string | number | boolean> = { id: key }
    let size: number | null = null
    for (const custom of childrenOf(childOf(item, 'customfields'), 'customfield')) {
      const name = wordsOf(childOf(custom, 'customfieldname'))
      const words = childrenOf(childOf(custom, 'customfieldvalues'), 'customfieldvalue').map(wordsOf)
      const value = words.filter((one) => one !== '').join(', ')
      if (value === '' || name === '' || INNER.test(name)) continue
      const number = Number(value)
      if (/^story points?( estimate)?$/iu.test(name) && Number.isFinite(number) && number >= 0) {
        size = number
        continue
      }
      const moment = /datepicker|datetime/u.test(custom.attributes.key ?? '') ? timeOf(value) : undefined
      const id = custom.attributes.id ?? name
      if (!fields.has(id)) fields.set(id, plainField(id, name, moment === undefined ? 'text' : 'date'))
      values[id] = moment === undefined ? value : isoFromDay(calendar.dayOf(moment))
    }
    const priority = wordsOf(childOf(item, 'priority'))
    if (priority !== '') {
      if (!fields.has('priority')) fields.set('priority', plainField('priority', 'Priority'))
      values.priority = priority
    }
    subtasks += childrenOf(childOf(item, 'subtasks'), 'subtask').length
    attachments += childrenOf(childOf(item, 'attachments'), 'attachment').length
    const { journey: _, ...plain } = plainCard({
      key,
      title: wordsOf(childOf(item, 'summary')) || key,
      at,
      journey: [],
    })
    drafts.push({
      ...plain,
      state,
      resolved: timeOf(wordsOf(childOf(item, 'resolved'))),
      by,
      description: paragraphsOf(wordsFromHtml(wordsOf(childOf(item, 'description')))),
      due: due === undefined ? null : isoFromDay(calendar.dayOf(due)),
      type: type === '' ? null : types.keyOf(type),
      size,
      tags: childrenOf(childOf(item, 'labels'), 'label').map((label) => tags.keyOf(wordsOf(label))),
      people: assignee === '' ? [] : [{ person: assignee, state: 'on', by: '', at }],
      fields: values,
      comments: childrenOf(childOf(item, 'comments'), 'comment').map((comment) => ({
        words: wordsFromHtml(wordsOf(comment)),
        by: person(comment.attributes.author ?? ''),
        at: timeOf(comment.attributes.created) ?? at,
      })),
      web: isWebAddress(url) ? [{ url, name: key, by: '', at }] : [],
    })
  }
  const keys = new Set(drafts.map((draft) => draft.key))
  const parents = new Map(
    items.map((item) => [wordsOf(childOf(item, 'key')), wordsOf(childOf(item, 'parent'))]),
  )
  const cards = drafts.map(({ state, resolved, ...draft }): FileCard => {
    const parent = parents.get(draft.key) ?? ''
    return {
      ...draft,
      journey: flow.journeyOf({ at: draft.at, by: draft.by, state, resolved, changes: [] }),
      links: keys.has(parent) ? [{ kind: 'parent', card: parent, by: '', at: draft.at }] : [],
    }
  })
  const project = wordsOf(childOf(items[0], 'project'))
  return ok({
    board: {
      ...emptyBoard(project || wordsOf(childOf(channel, 'title'))),
      columns: flow.columns(),
      settings: flow.roles().map(([of, role]) => columnSetting(of, 'role', role, options.now)),
      types: types.all().map((type) => ({ ...type, colour: '', archived: false })),
      tags: tags.all().map((tag) => ({ ...tag, colour: null, archived: false })),
      people: people.all(),
      fields: [plainField('id', options.words.id), ...fields.values()],
      cards,
    },
    remarks: remarksOf([
      left('attachments', attachments),
      left('subtasks', subtasks),
      note('no-history', flow.undated()),
    ]),
  })
}
