// The parts of a Trello export that are read. What may be missing has a value to stand in; the rest is named if it is.
import * as v from 'valibot'

const text = v.fallback(v.string(), '')
const optionalText = v.fallback(v.nullable(v.string()), null)
const number = v.fallback(v.number(), 0)
const flag = v.fallback(v.boolean(), false)
const id = v.pipe(v.string(), v.minLength(1))
const ids = v.fallback(v.array(v.string()), [])
/** A list of things of which the ones that cannot be read are left out. */
const lenient = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((values) =>
      values.flatMap((value) => {
        const read = v.safeParse(item, value)
        return read.success ? [read.output] : []
      }),
    ),
  )
const counted = v.pipe(
  v.fallback(v.array(v.unknown()), []),
  v.transform((values) => values.length),
)

const list = v.object({
  id,
  name: text,
  closed: flag,
  pos: number,
  softLimit: v.fallback(v.nullable(v.number()), null),
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
  attachments: counted,
  customFieldItems: counted,
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
  customFields: counted,
})

export type TrelloBoard = v.InferOutput<typeof trelloExport>
export type TrelloList = TrelloBoard['lists'][number]
export type TrelloCard = TrelloBoard['cards'][number]
export type TrelloAction = TrelloBoard['actions'][number]
