// What people do on a board, at random: every kind of command, with arguments that they could see on their screen.
import {
  addCard,
  addChecklistItem,
  addColumn,
  addComment,
  addReason,
  answerBlocker,
  archiveCard,
  checkItem,
  CLASSES,
  clearBlocker,
  createBoard,
  descriptionOf,
  editCard,
  editChecklistItem,
  finishCard,
  FULL_POLICIES,
  handBack,
  inviteToCard,
  joinCard,
  leaveCard,
  moveCard,
  moveColumn,
  pullCard,
  pullNext,
  raiseBlocker,
  removeChecklistItem,
  removeColumn,
  renameColumn,
  reopenBlocker,
  resolveApart,
  resolveDoublePull,
  restoreCard,
  rivalsOf,
  ROLES,
  setLimit,
  setPolicy,
  setRole,
  setWhenFull,
  splitColumn,
  tagCard,
  untagCard,
} from '@yokoten/shared/board'
import * as Y from 'yjs'
import { CARD_ACTS } from './card-acts'
import { chosen, columnOf, pickOr, shownCards, WHY, word } from './scene'
import type { Acts, Scene } from './scene'
import { STRUCTURE_ACTS } from './structure-acts'

/** Types into a card's description as the editor does: words into a paragraph, or some taken out again. */
function typeProse({ board, chance }: Scene, card: string): void {
  const prose = board.prose(descriptionOf(card))
  if (!prose.writable) return
  const fragment = prose.fragment as Y.XmlFragment
  fragment.doc?.transact(() => {
    const last = fragment.length > 0 ? fragment.get(chance.below(fragment.length)) : undefined
    const text = last instanceof Y.XmlElement && last.length > 0 ? last.get(0) : undefined
    if (!(text instanceof Y.XmlText) || chance.happens(0.2)) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(word(chance))])
      fragment.insert(chance.below(fragment.length + 1), [paragraph])
    } else if (text.length > 2 && chance.happens(0.3)) {
      text.delete(chance.below(text.length - 1), 1)
    } else {
      text.insert(chance.below(text.length + 1), `${word(chance)} `)
    }
  })
}

/** Cards and columns. */
const ACTS: Acts = [
  [
    14,
    (scene) => {
      const { board, chance } = scene
      if (!board.get().ready)
        board.run(createBoard, { key: 'sim', columns: ['To do', 'Doing', 'Done'], reasons: ['Safety'] })
      const at = chance.pick(['top', 'bottom'] as const)
      board.run(addCard, { title: word(chance), column: columnOf(scene), at, why: WHY })
    },
  ],
  [10, (scene, card) => void scene.board.run(moveCard, { card, to: columnOf(scene), why: WHY })],
  [
    6,
    (scene, card) => {
      const { board, chance } = scene
      const half = chance.pick(['doing', 'done'] as const)
      const after = pickOr(chance, shownCards(board.get()))
      const at = after === undefined ? ('top' as const) : { after }
      board.run(moveCard, { card, to: columnOf(scene), half, at, why: WHY })
    },
  ],
  [8, ({ board }, card) => void board.run(pullCard, { card, why: WHY })],
  [6, ({ board }) => void board.run(pullNext, { today: 20_000, cycle: null })],
  [3, ({ board }, card) => void board.run(finishCard, { card, why: WHY })],
  [2, ({ board }, card) => void board.run(handBack, { card })],
  [
    2,
    (scene, card) => {
      const handTo = scene.chance.pick(scene.people)
      scene.board.run(moveCard, { card, to: columnOf(scene), handTo, why: WHY })
    },
  ],
  [
    6,
    ({ board, chance }, card) =>
      void board.run(
        editCard,
        chance.pick([
          { card, title: word(chance) },
          { card, classOfService: chance.pick(CLASSES) },
          { card, due: chance.pick([null, '2026-02-03', '2026-03-04']) },
        ]),
      ),
  ],
  [10, typeProse],
  [3, ({ board, chance }, card) => void board.run(tagCard, { card, name: word(chance) })],
  [
    2,
    ({ board, chance }, card) => {
      const tag = pickOr(chance, Object.keys(board.get().cards.get(card)?.tags ?? {}))
      if (tag !== undefined) board.run(untagCard, { card, tag })
    },
  ],
  [3, ({ board, chance }, card) => void board.run(addChecklistItem, { card, text: word(chance) })],
  [
    4,
    ({ board, chance }, card) => {
      const item = pickOr(chance, Object.keys(board.get().cards.get(card)?.checklist ?? {}))
      if (item === undefined) return
      const kind = chance.below(4)
      if (kind === 0) board.run(removeChecklistItem, { card, item })
      else if (kind === 1) board.run(editChecklistItem, { card, item, text: word(chance), after: null })
      else board.run(checkItem, { card, item, checked: chance.happens(0.7) })
    },
  ],
  [2, ({ board, chance }, card) => void board.run(addComment, { card, words: word(chance) })],
  [2, ({ board }, card) => void board.run(joinCard, { card })],
  [1, ({ board, chance, people }, card) => void board.run(leaveCard, { card, person: chance.pick(people) })],
  [
    1,
    ({ board, chance, people }, card) => void board.run(inviteToCard, { card, person: chance.pick(people) }),
  ],
  [2, ({ board }, card) => void board.run(archiveCard, { card })],
  [
    1,
    ({ board, chance }) => {
      const card = pickOr(chance, board.get().archivedCards)
      if (card !== undefined) board.run(restoreCard, { card })
    },
  ],
  [
    4,
    ({ board, chance }, card) => {
      const blocker = pickOr(chance, board.get().blockers.ids())
      const kind = chance.below(5)
      if (blocker === undefined || kind === 0) board.run(raiseBlocker, { card, reason: '', words: WHY })
      else if (kind === 1) board.run(answerBlocker, { blocker, answer: 'coming' })
      else if (kind === 2) board.run(reopenBlocker, { blocker })
      else board.run(clearBlocker, { blocker })
    },
  ],
  [
    3,
    ({ board, chance }) => {
      const snapshot = board.get()
      const card = pickOr(chance, snapshot.conflicts)
      const journey = card === undefined ? undefined : snapshot.journeys.get(card)
      if (card === undefined || !journey?.conflict) return
      if (journey.conflict.kind === 'double-pull') {
        const person = chance.pick(rivalsOf(journey))
        board.run(resolveDoublePull, { card, keep: chance.happens(0.5) ? 'pair' : { person } })
      } else {
        board.run(resolveApart, { card, claim: chance.pick(journey.conflict.claims).id })
      }
    },
  ],
  [
    5,
    (scene) => {
      const { board, chance } = scene
      const column = columnOf(scene)
      const kind = chance.below(10)
      if (kind === 0) board.run(addColumn, { name: word(chance), role: chance.pick(ROLES), after: column })
      else if (kind === 1) board.run(removeColumn, { column })
      else if (kind === 2) board.run(renameColumn, { column, name: word(chance) })
      else if (kind === 3) board.run(moveColumn, { column, after: columnOf(scene) })
      else if (kind === 4) board.run(splitColumn, { column, split: chance.happens(0.7) })
      else if (kind === 5) board.run(setPolicy, { column, policy: word(chance) })
      else if (kind === 6) board.run(setRole, { column, role: chance.pick(ROLES) })
      else if (kind === 7) board.run(setWhenFull, { whenFull: chance.pick(FULL_POLICIES) })
      else if (kind === 8) board.run(addReason, { name: word(chance) })
      else board.run(setLimit, { column, limit: chance.pick([null, 1, 2, 3]), why: WHY })
    },
  ],
  [8, ({ board }) => void board.undo()],
  [3, ({ board }) => void board.redo()],
]

/** One act by somebody who looks at this board. */
export function actOnBoard(scene: Scene): void {
  const { board, chance } = scene
  const found = chosen(ACTS, chance)
  const card = pickOr(chance, shownCards(board.get()))
  // Nothing can be done to a card where there is none, but one can be added.
  const act = card === undefined ? ACTS[0]?.[1] : found
  act?.(scene, card ?? '')
}

const FURTHER_ACTS: Acts = [...STRUCTURE_ACTS, ...CARD_ACTS]

/** One act of what teams come to later: lanes, limits of every kind, links, types, cards that come again. */
export function actFurther(scene: Scene): void {
  const { board, chance } = scene
  const act = chosen(FURTHER_ACTS, chance)
  const card = pickOr(chance, shownCards(board.get()))
  if (card !== undefined) act?.(scene, card)
}
