// What people do to cards beyond moving them, at random: links, kinds, comments, invitations, stops, several at once.
import {
  acceptInvitation,
  addCard,
  addComment,
  addField,
  addRecurring,
  addType,
  answerBlocker,
  archiveField,
  archiveRecurring,
  archiveTemplate,
  archiveType,
  bringRecurring,
  bulkArchive,
  bulkClass,
  bulkInvite,
  bulkMove,
  bulkTag,
  CLASSES,
  clearBlocker,
  commentsOn,
  declineInvitation,
  editBlocker,
  editCard,
  editComment,
  editField,
  editType,
  FIELD_KINDS,
  fieldsFor,
  inviteToCard,
  LINK_KINDS,
  linkCards,
  newsFor,
  raiseBlocker,
  reopenBlocker,
  restoreCard,
  RHYTHMS,
  saveTemplate,
  seeAnswer,
  seeMentions,
  setField,
  unlinkCards,
  withdrawComment,
  withdrawInvitation,
} from '@yokoten/shared/board'
import type { FieldInput, FieldKind } from '@yokoten/shared/board'
import { columnOf, pickOr, shownCards, WHY, word } from './scene'
import type { Acts, Scene } from './scene'

const DAY = 86_400_000
/** The days on which the cards of a world come again, counted from its beginning. */
const FIRST_DAY = '2026-01-01'
const DAYS = 2

function changeLinks({ board, chance }: Scene, card: string): void {
  const cards = shownCards(board.get())
  const kind = chance.pick(LINK_KINDS)
  // Few cards, so that people who are apart close circles.
  const to = chance.pick(cards.slice(0, 5))
  if (chance.happens(0.8)) board.run(linkCards, { from: card, kind, to })
  else board.run(unlinkCards, { from: card, kind, to })
}

const valueOf = ({ chance }: Scene, kind: FieldKind): FieldInput =>
  ({
    text: () => word(chance),
    number: () => chance.below(100),
    date: () => '2026-03-04',
    choice: () => chance.pick(['red', 'blue']),
    'yes-no': () => chance.happens(0.5),
  })[kind]()

function changeKinds(scene: Scene): void {
  const { board, chance } = scene
  const { types, fields } = board.get()
  const type = pickOr(chance, types)?.id
  const field = pickOr(chance, fields)?.id
  const kind = chance.below(6)
  if (type === undefined || kind === 0) board.run(addType, { name: word(chance), colour: 'blue' })
  else if (field === undefined || kind === 1) {
    const to = chance.pick([type, null])
    const choices = ['red', 'blue']
    board.run(addField, { name: word(chance), kind: chance.pick(FIELD_KINDS), type: to, choices })
  } else if (kind === 2) board.run(archiveType, { type })
  else if (kind === 3) board.run(archiveField, { field })
  else if (kind === 4) board.run(editType, { type, name: word(chance) })
  else board.run(editField, { field, name: word(chance), type: chance.pick([type, null]) })
}

function describeCard(scene: Scene, card: string): void {
  const { board, chance } = scene
  const row = board.get().cards.get(card)
  const field = row && pickOr(chance, fieldsFor(board.get(), row))
  if (field && chance.happens(0.6)) {
    const value = chance.happens(0.8) ? valueOf(scene, field.kind) : null
    board.run(setField, { card, field: field.id, value })
  } else if (chance.happens(0.5)) {
    board.run(editCard, { card, type: pickOr(chance, board.get().types)?.id ?? null })
  } else {
    board.run(editCard, { card, size: chance.pick([null, 1, 2, 3]) })
  }
}

function talk({ board, chance, people }: Scene, card: string): void {
  const comment = pickOr(chance, commentsOn(board.get(), card))?.id
  const kind = chance.below(5)
  if (comment === undefined || kind === 0)
    board.run(addComment, { card, words: word(chance), mentions: [chance.pick(people)] })
  else if (kind === 1) board.run(withdrawComment, { card, comment })
  else if (kind === 2) board.run(seeMentions, { card })
  else board.run(editComment, { card, comment, words: `${word(chance)} ${word(chance)}` })
}

function inviteAndAnswer({ board, chance, people }: Scene, card: string): void {
  const person = chance.pick(people)
  const news = pickOr(chance, newsFor(board.get(), person))
  const invited = pickOr(chance, board.get().invitations) ?? card
  const why = chance.happens(0.5) ? { why: WHY } : {}
  const kind = chance.below(6)
  if (kind === 0) board.run(inviteToCard, { card, person })
  else if (kind === 1) board.run(declineInvitation, { card: invited })
  else if (kind === 2) board.run(withdrawInvitation, { card: invited, person })
  else if (kind === 3 && news) board.run(seeAnswer, { card: news.card, person: news.other })
  else board.run(acceptInvitation, { card: invited, pull: chance.happens(0.7), ...why })
}

/** Several stops of one card or of the line, each with its own answers, solved and found unsolved. */
function stop({ board, chance }: Scene, card: string): void {
  const on = chance.happens(0.2) ? null : card
  const reason = pickOr(chance, board.get().reasons)?.id ?? ''
  const blocker = pickOr(chance, board.get().blockersByCard.get(on ?? '')?.members ?? [])
  const kind = chance.below(6)
  if (blocker === undefined || kind === 0) board.run(raiseBlocker, { card: on, reason, words: word(chance) })
  else if (kind === 1) board.run(editBlocker, { blocker, reason, words: word(chance) })
  else if (kind === 2) board.run(clearBlocker, { blocker })
  else if (kind === 3) board.run(reopenBlocker, { blocker })
  else board.run(answerBlocker, { blocker, answer: chance.pick(['seen', 'coming'] as const) })
}

function changeRecurring(scene: Scene, card: string): void {
  const { board, chance } = scene
  const { templates, recurring } = board.get()
  const template = pickOr(chance, templates)?.id
  const kind = chance.below(8)
  if (template === undefined) board.run(saveTemplate, { card, name: word(chance), words: word(chance) })
  else if (kind === 0) board.run(archiveTemplate, { template })
  else if (kind === 1) board.run(addCard, { title: word(chance), template })
  else if (kind === 2 && recurring.length > 0)
    board.run(archiveRecurring, { recurring: chance.pick(recurring).id })
  else if (recurring.length < 3) {
    const rhythm = chance.pick(RHYTHMS)
    const zone = chance.pick(['UTC', 'Europe/Berlin', 'Pacific/Auckland'])
    board.run(addRecurring, { template, column: columnOf(scene), rhythm, from: FIRST_DAY, zone })
  }
}

function actOnSeveral(scene: Scene, card: string): void {
  const { board, chance, people } = scene
  const shown = shownCards(board.get())
  const cards = [card, ...Array.from({ length: 1 + chance.below(4) }, () => chance.pick(shown))]
  const why = chance.happens(0.5) ? { why: WHY } : {}
  const kind = chance.below(8)
  if (kind === 0) board.run(bulkArchive.command, { cards: cards.slice(0, 2) })
  else if (kind === 1) board.run(bulkTag.command, { cards, name: word(chance) })
  else if (kind === 2) board.run(bulkInvite.command, { cards, person: chance.pick(people) })
  else if (kind === 3) board.run(bulkClass.command, { cards, classOfService: chance.pick(CLASSES) })
  else board.run(bulkMove.command, { cards, to: columnOf(scene), ...why })
}

export const CARD_ACTS: Acts = [
  [8, changeLinks],
  [2, changeKinds],
  [4, describeCard],
  [4, talk],
  [6, inviteAndAnswer],
  [5, stop],
  [4, changeRecurring],
  [
    4,
    ({ board, chance }) => {
      const now = Date.parse(FIRST_DAY) + chance.below(DAYS * DAY)
      board.run(bringRecurring, { now })
    },
  ],
  [5, actOnSeveral],
  [
    1,
    ({ board, chance }) => {
      const card = pickOr(chance, board.get().archivedCards)
      if (card !== undefined) board.run(restoreCard, { card })
    },
  ],
]
