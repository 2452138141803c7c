// What can be done on the board from a screen: runs the command, asks for a reason where one is needed, and says why not.
import {
  addCard,
  archiveCard,
  finishCard,
  moveCard,
  placeOf,
  pullCard,
  spokenId,
} from '@yokoten/shared/board'
import type { AddCardArgs, BoardSnapshot, MoveArgs } from '@yokoten/shared/board'
import { isNotFree } from '@yokoten/shared/kernel'
import type { Command } from '@yokoten/shared/kernel'
import { toasts } from '../../design/toasts'
import type { DocumentHandle } from '../../session/api'
import { text } from '../../text'
import { announce } from './announcer'
import { focusAfter, focusCard, focusedCard } from './focus'
import { placeName } from './places'
import { useBoardUi } from './ui-store'
import { didWords, outcomeWords } from './undo-words'
import { refusalWords } from './words'
import type { AnyRefused } from './words'

export interface BoardActs {
  /** Runs a command and says the refusal, if any, in a sentence. True when it was done. */
  run<A, R extends AnyRefused>(command: Command<BoardSnapshot, A, R>, args: A): boolean
  /** The same for what is saved in a dialog: true also when the team is asked instead, so that the dialog is done with. */
  settle<A, R extends AnyRefused>(command: Command<BoardSnapshot, A, R>, args: A): boolean
  /** The same for an act that may enter a full column: it asks why, and does it with the reason. */
  enter<A extends { readonly why?: string }, R extends AnyRefused>(
    command: Command<BoardSnapshot, A, R>,
    args: A,
    onDone?: () => void,
  ): void
  /** The same for what takes something off a list: says where it is found again, and offers to undo it. */
  putAway<A, R extends AnyRefused>(command: Command<BoardSnapshot, A, R>, args: A, name: string): boolean
  /** Says what was just done, with undo beside it for as long as nothing else is done that undo would take back. */
  sayDone(words: string, tone?: 'plain' | 'stop'): void
  add(args: AddCardArgs, onDone?: () => void): void
  move(args: MoveArgs): void
  pull(card: string, into?: string): void
  finish(card: string): void
  archive(card: string): void
  undo(): void
  redo(): void
}

export function createBoardActs(
  handle: DocumentHandle<BoardSnapshot>,
  nameOf: (person: string) => string | undefined = () => undefined,
): BoardActs {
  const say = (refused: AnyRefused) => {
    // What is not free opens the way to a proposal, which says why.
    if (!isNotFree(refused)) toasts.show(refusalWords(refused, handle.get()), { tone: 'stop' })
  }
  const back = (direction: 'undo' | 'redo') => {
    const writes = handle.undoWrites(direction)
    // Before it is taken back: afterwards a card may stand elsewhere, or be put away.
    const did = didWords(handle.get(), handle.undoState.get()[direction], writes)
    const outcome = handle[direction]()
    if (!outcome.done && outcome.reason === 'not-free') return
    toasts.show(outcomeWords(direction, outcome, did, { board: handle.get(), writes, nameOf }))
  }
  /** Where a card stands now, for whoever does not see it; the focus stays with it. */
  const sayPlace = (card: string) => {
    const board = handle.get()
    const place = placeOf(board, card)
    if (!place) return
    const cards = place.column[place.half]
    const values = { place: placeName(place), at: cards.indexOf(card) + 1, of: cards.length }
    announce(text('board.moved.said', { card: spokenId(board, card), ...values }))
    if (focusedCard() === card || document.activeElement === document.body) focusCard(card)
  }
  const sayDone: BoardActs['sayDone'] = (words, tone = 'plain') => {
    const id = toasts.show(words, { tone, action: { label: text('board.undo'), run: () => back('undo') } })
    const stop = handle.undoState.subscribe(() => {
      stop()
      toasts.dismiss(id)
    })
  }
  const acts: BoardActs = {
    run(command, args) {
      const result = handle.run(command, args)
      if (!result.ok) say(result.error)
      return result.ok
    },
    settle(command, args) {
      const result = handle.run(command, args)
      if (!result.ok) say(result.error)
      return result.ok || isNotFree(result.error)
    },
    enter(command, args, onDone) {
      const result = handle.run(command, args)
      if (result.ok) {
        onDone?.()
        return
      }
      const refused: AnyRefused = result.error
      if (refused.reason !== 'why-needed') {
        say(refused)
        return
      }
      useBoardUi.getState().open({
        kind: 'why',
        scope: refused.scope,
        again: (why) => acts.enter(command, { ...args, why }, onDone),
      })
    },
    putAway(command, args, name) {
      const isDone = acts.run(command, args)
      if (isDone) sayDone(text('board.putAway', { name }))
      return isDone
    },
    add: (args, onDone) => acts.enter(addCard, args, onDone),
    move: (args) => acts.enter(moveCard, args, () => sayPlace(args.card)),
    pull: (card, into) =>
      acts.enter(pullCard, { card, ...(into !== undefined && { into }) }, () => sayPlace(card)),
    finish: (card) => acts.enter(finishCard, { card }, () => sayPlace(card)),
    archive(card) {
      const next = focusedCard() === card ? focusAfter() : undefined
      if (!acts.run(archiveCard, { card })) return
      if (next !== undefined) focusCard(next)
      sayDone(text('board.archived'))
    },
    sayDone,
    undo: () => back('undo'),
    redo: () => back('redo'),
  }
  return acts
}
