// The parts of a Trello export that are read. What may be missing has a value to stand in; the rest is named if it is.
import * as v from 'valibot'
import { lax } from '../text/json-text'

const { text, optionalText, number, flag, id, ids, counted, list: lenient } = lax

const list = v.object({
  id,
  name: text,
  closed: flag,
  pos: number,
  softLimit: v.fallback(v.nullable(v.number()), null),
})

const attachment = v.object({ id: text, name: text, url: text, date: optionalText, idMember: text })
/** A value of one of the board's own fields: a choice by its id, anything else as text in an object named by its kind. */
const fieldItem = v.object({
  idCustomField: id,
  idValue: optionalText,
  value: v.fallback(
    v.nullable(
      v.object({
        text: v.exactOptional(text),
        number: v.exactOptional(text),
        date: v.exactOptional(text),
        checked: v.exactOptional(text),
      }),
    ),
    null,
  ),
})
const customField = v.object({
  id,
  name: text,
  type: text,
  pos: number,
  options: lenient(v.object({ id, pos: number, value: v.fallback(v.object({ text }), { text: '' }) })),
})

const card = v.object({
  id,
  idList: id,
  name: text,
  desc: text,
  closed: flag,
  pos: number,
  due: optionalText,
  dueComplete: flag,
  idLabels: ids,
  idMembers: ids,
  dateLastActivity: optionalText,
  dateClosed: optionalText,
  attachments: lenient(attachment),
  customFieldItems: lenient(fieldItem),
  idMembersVoted: counted,
  pluginData: counted,
})

const label = v.object({ id, name: text, color: optionalText })
const member = v.object({ id, fullName: text, username: text })
const checkItem = v.object({ id, name: text, state: text, pos: number })
const checklist = v.object({ id, idCard: id, name: text, pos: number, checkItems: lenient(checkItem) })

const reference = v.fallback(v.nullable(v.object({ id, name: text })), null)
const action = v.object({
  id,
  type: v.string(),
  date: v.string(),
  idMemberCreator: text,
  memberCreator: v.fallback(v.nullable(member), null),
  data: v.object({
    card: v.fallback(v.nullable(v.object({ id, closed: v.exactOptional(v.boolean()) })), null),
    list: reference,
    listBefore: reference,
    listAfter: reference,
    text,
    checkItem: v.fallback(v.nullable(v.object({ id, state: text })), null),
    old: v.fallback(v.object({ closed: v.exactOptional(v.boolean()) }), {}),
  }),
})

export const trelloExport = v.object({
  name: text,
  lists: v.array(list),
  cards: v.array(card),
  labels: lenient(label),
  members: lenient(member),
  checklists: lenient(checklist),
  actions: lenient(action),
  customFields: lenient(customField),
})

export type TrelloBoard = v.InferOutput<typeof trelloExport>
export type TrelloList = TrelloBoard['lists'][number]
export type TrelloCard = TrelloBoard['cards'][number]
export type TrelloAction = TrelloBoard['actions'][number]
