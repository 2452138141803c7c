import { describe, expect, it } from 'vitest'
import { boardDocument } from '../board-document'
import { createSmallBoard } from '../test-support/small-board'
import { setLimit, setWhenFull } from './columns'
import { keepBrokenLimit } from './settle-limit'
import { archiveCard, inviteToCard, joinCard, restoreCard } from './edit-card'
import { finishCard, handBack, moveCard, pullCard } from './move-card'
import { resolveApart, resolveDoublePull, rivalsOf } from './settle-conflict'

const kinds = (small: ReturnType<typeof createSmallBoard>, card: string) =>
  small.board.journeys.get(card)?.entries.map((entry) => entry.kind)
const people = (small: ReturnType<typeof createSmallBoard>, card: string) =>
  Object.keys(small.board.cards.get(card)?.people ?? {})

describe('what a move was follows from the move', () => {
  it('pulled, offered, pulled on by another, returned, finished', () => {
    const small = createSmallBoard()
    const { doing, check, todo, ann, dee } = small
    small.run(pullCard, { card: 'c1' }, ann)
    expect(people(small, 'c1')).toEqual(['ann'])
    small.run(moveCard, { card: 'c1', to: doing, half: 'done' }, ann)
    small.run(pullCard, { card: 'c1' }, dee)
    expect(small.board.journeys.get('c1')?.column).toBe(check)
    expect(people(small, 'c1')).toEqual(['dee'])
    small.run(finishCard, { card: 'c1' }, dee)
    expect(people(small, 'c1')).toEqual(['dee'])
    small.run(moveCard, { card: 'c1', to: todo }, dee)
    expect(people(small, 'c1')).toEqual([])
    expect(kinds(small, 'c1')).toEqual(['added', 'pulled', 'offered', 'pulled', 'finished', 'returned'])
  })
  it('an invited person accepts by pulling; the inviter is kept', () => {
    const small = createSmallBoard()
    small.run(inviteToCard, { card: 'c1', person: 'dee' })
    small.run(pullCard, { card: 'c1' }, small.dee)
    expect(small.board.journeys.get('c1')?.last).toMatchObject({ kind: 'invited', by: 'dee', with: 'ann' })
  })
  it('people who are on a card together stay on it when one of them pulls it on', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.run(joinCard, { card: 'c1' }, small.dee)
    small.run(pullCard, { card: 'c1' })
    expect(people(small, 'c1').sort()).toEqual(['ann', 'dee'])
  })
  it('handed over names the receiver; a new place in the list is only an order', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.run(moveCard, { card: 'c1', to: small.doing, handTo: 'bo' })
    expect(small.board.journeys.get('c1')?.last).toMatchObject({ kind: 'handed-over', with: 'bo' })
    expect(people(small, 'c1')).toEqual(['bo'])
    small.run(moveCard, { card: 'c4', to: small.todo, at: { before: 'c2' } })
    expect(small.board.columns[0]?.doing).toEqual(['c4', 'c2', 'c3'])
    small.run(moveCard, { card: 'c4', to: small.todo, at: { after: 'c2' } })
    expect(small.board.columns[0]?.doing).toEqual(['c2', 'c4', 'c3'])
    expect(kinds(small, 'c4')).toEqual(['added', 'reordered', 'reordered'])
  })
  it('a move to where the card stands is nothing', () => {
    const small = createSmallBoard()
    const before = small.board
    small.run(moveCard, { card: 'c1', to: small.todo })
    expect(small.board.journeys).toBe(before.journeys)
  })
})

describe('a full column', () => {
  const full = () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.run(pullCard, { card: 'c2' })
    return small
  }
  it('asks why, and keeps the answer', () => {
    const small = full()
    const said = { limit: 2, used: 2, column: small.doing, scope: { kind: 'column', id: small.doing } }
    expect(small.run(pullCard, { card: 'c3' })).toEqual({
      ok: false,
      error: { reason: 'why-needed', ...said },
    })
    expect(small.run(pullCard, { card: 'c3', why: ' the press stands ' }).ok).toBe(true)
    expect(small.board.journeys.get('c3')?.last.why).toBe('the press stands')
    expect(small.board.columnsById.get(small.doing)).toMatchObject({ used: 3, free: 0, over: 1 })
    expect(small.board.brokenLimits).toEqual([])
  })
  it('is not entered where the team agreed so; reasons are not kept where none was needed', () => {
    const small = full()
    small.run(setWhenFull, { whenFull: 'forbidden' })
    const refusal = small.run(pullCard, { card: 'c3', why: 'please' })
    expect(refusal).toMatchObject({ ok: false, error: { reason: 'column-full', used: 2 } })
    small.run(handBack, { card: 'c2' })
    small.run(pullCard, { card: 'c3', why: 'please' })
    expect(small.board.journeys.get('c3')?.last).not.toHaveProperty('why')
  })
  it('takes work back and lets its own cards change place', () => {
    const small = full()
    expect(small.run(moveCard, { card: 'c1', to: small.doing, half: 'done' }).ok).toBe(true)
    small.run(pullCard, { card: 'c1' })
    small.run(pullCard, { card: 'c3' })
    expect(small.run(moveCard, { card: 'c1', to: small.doing }).ok).toBe(true)
    expect(small.board.columnsById.get(small.doing)?.over).toBe(1)
  })
})

describe('a limit broken by a merge', () => {
  const broken = () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.apart(
      (board) => pullCard.decide(board, { card: 'c2' }, small.ann),
      (board) => pullCard.decide(board, { card: 'c3' }, small.dee),
    )
    return small
  }
  it('names the cards that came in apart, and neither of the moves is lost', () => {
    const small = broken()
    expect(small.board.brokenLimits).toEqual([
      {
        scope: { kind: 'column', id: small.doing },
        column: small.doing,
        limit: 2,
        used: 3,
        cards: ['c2', 'c3'],
      },
    ])
    expect(small.board.columnsById.get(small.doing)?.doing).toHaveLength(3)
  })
  it.each([
    ['handing back', (small: ReturnType<typeof broken>) => small.run(handBack, { card: 'c3' })],
    [
      'a higher limit',
      (small) => small.run(setLimit, { column: small.doing, limit: 3, why: 'one more hand' }),
    ],
    [
      'keeping it',
      (small) =>
        small.run(keepBrokenLimit, { scope: { kind: 'column', id: small.doing }, why: 'only today' }),
    ],
    ['finishing', (small) => small.run(pullCard, { card: 'c1' })],
  ] satisfies [string, (small: ReturnType<typeof broken>) => unknown][])('is closed by %s', (_name, act) => {
    const small = broken()
    act(small)
    expect(small.board.brokenLimits).toEqual([])
  })
  it('keeping it is remembered with its reason', () => {
    const small = broken()
    small.run(keepBrokenLimit, { scope: { kind: 'column', id: small.doing }, why: 'only today' })
    const limit = small.board.settings.get(`limit/column/${small.doing}`)
    expect(limit?.history.map((entry) => [entry.value, entry.why])).toEqual([
      [2, ''],
      [2, 'only today'],
    ])
  })
  it('is none when a limit was lowered under cards that came in apart', () => {
    const small = createSmallBoard()
    small.apart(
      (board) => pullCard.decide(board, { card: 'c2' }, small.ann),
      (board) => pullCard.decide(board, { card: 'c3' }, small.dee),
    )
    small.run(setLimit, { column: small.doing, limit: 1 })
    expect(small.board.columnsById.get(small.doing)?.over).toBe(1)
    expect(small.board.brokenLimits).toEqual([])
  })
})

describe('a card that two people pulled', () => {
  const both = () => {
    const small = createSmallBoard()
    small.apart(
      (board) => pullCard.decide(board, { card: 'c1' }, small.ann),
      (board) => pullCard.decide(board, { card: 'c1' }, small.dee),
    )
    return small
  }
  it('is said to be, with both of them on it', () => {
    const small = both()
    expect(small.board.conflicts).toEqual(['c1'])
    const journey = small.board.journeys.get('c1')
    expect(journey && rivalsOf(journey).sort()).toEqual(['ann', 'dee'])
    expect(people(small, 'c1').sort()).toEqual(['ann', 'dee'])
  })
  it('is settled by pairing, or by one of them keeping it', () => {
    const pair = both()
    pair.run(resolveDoublePull, { card: 'c1', keep: 'pair' })
    expect(pair.board.conflicts).toEqual([])
    expect(people(pair, 'c1').sort()).toEqual(['ann', 'dee'])
    const kept = both()
    kept.run(resolveDoublePull, { card: 'c1', keep: { person: 'ann' } })
    expect(kept.board.conflicts).toEqual([])
    expect(people(kept, 'c1')).toEqual(['ann'])
    const again = kept.run(resolveDoublePull, { card: 'c1', keep: 'pair' })
    expect(again).toEqual({ ok: false, error: { reason: 'no-conflict' } })
  })
  it('stays one when somebody only sorts the column', () => {
    const small = both()
    small.run(moveCard, { card: 'c1', to: small.doing, at: 'top' })
    expect(small.board.conflicts).toEqual(['c1'])
  })
  it('moved to two places, it goes where one of the moves put it', () => {
    const small = createSmallBoard()
    small.apart(
      (board) => pullCard.decide(board, { card: 'c1' }, small.ann),
      (board) => archiveCard.decide(board, { card: 'c1' }, small.dee),
    )
    expect(small.board.conflicts).toEqual(['c1'])
    const away = small.board.journeys.get('c1')?.conflict?.claims.find((claim) => claim.kind === 'archived')
    small.run(resolveApart, { card: 'c1', claim: away?.id ?? '' })
    expect(small.board.archivedCards).toEqual(['c1'])
    expect(small.board.conflicts).toEqual([])
  })
})

describe('put away and taken back', () => {
  it('a card put away is refused everything but coming back, to where it stood', () => {
    const small = createSmallBoard()
    small.run(pullCard, { card: 'c1' })
    small.run(archiveCard, { card: 'c1' })
    expect(small.board.archivedCards).toEqual(['c1'])
    expect(small.run(pullCard, { card: 'c1' })).toMatchObject({ error: { reason: 'card-archived' } })
    expect(small.run(pullCard, { card: 'nobody' })).toMatchObject({ error: { reason: 'card-gone' } })
    small.run(restoreCard, { card: 'c1' })
    expect(small.board.columnsById.get(small.doing)?.doing).toEqual(['c1'])
  })
  it('a move is undone while it is the last word, and made again', () => {
    const small = createSmallBoard()
    const { revert } = boardDocument
    const undo = (card: string) => {
      const head = small.board.journeys.get(card)?.heads[0] ?? ''
      const changes = revert.journey?.(small.board, head, small.ann)
      if (changes?.ok) small.document.apply(changes.value)
      return changes
    }
    small.run(pullCard, { card: 'c1' })
    const pulled = small.board.journeys.get('c1')?.heads[0] ?? ''
    undo('c1')
    expect(small.board.columns[0]?.doing[0]).toBe('c1')
    undo('c1')
    expect(small.board.journeys.get('c1')).toMatchObject({ column: small.doing, last: { kind: 'pulled' } })
    expect(revert.journey?.(small.board, pulled, small.ann)).toEqual({
      ok: false,
      error: { reason: 'superseded' },
    })
  })
  it('a limit is taken back to what it was', () => {
    const small = createSmallBoard()
    small.run(setLimit, { column: small.doing, limit: 5 })
    const head = small.board.settings.get(`limit/column/${small.doing}`)?.heads[0] ?? ''
    const changes = boardDocument.revert.settings?.(small.board, head, small.ann)
    if (changes?.ok) small.document.apply(changes.value)
    expect(small.board.columnsById.get(small.doing)?.limit).toBe(2)
    expect(boardDocument.revert.settings?.(small.board, head, small.ann)).toMatchObject({ ok: false })
  })
})
