import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../kernel'
import { put } from '../kernel'
import { linkCards, unlinkCards } from './commands/card-links'
import { addCard, archiveCard } from './commands/edit-card'
import { moveCard } from './commands/move-card'
import {
  circleLinks,
  holdUpsOf,
  LINK_KINDS,
  linkKey,
  partsOf,
  partsProgress,
  relatedTo,
  waitedForBy,
  waitingFor,
  wholesOf,
} from './links'
import type { LinkKind } from './links'
import { choicesFor } from './pull-choices'
import { cardRows } from './records'
import { createSmallBoard } from './test-support/small-board'

const CARDS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']
const link = fc.record({
  from: fc.constantFrom(...CARDS),
  kind: fc.constantFrom(...LINK_KINDS),
  to: fc.constantFrom(...CARDS, 'not-here-yet'),
})

function createBoard() {
  const small = createSmallBoard()
  for (const card of ['c5', 'c6']) small.run(addCard, { card, title: card })
  return small
}
const putLink = ({ from, kind, to }: { from: string; kind: LinkKind; to: string }): Change =>
  put(cardRows, from, 'links', linkKey(kind, to), { by: 'ann', at: 1 })

/** Whether a card leads to itself, found by walking in the plainest way. */
function goesRound(links: readonly { from: string; kind: LinkKind; to: string }[]): boolean {
  return (['parent', 'blocks'] as const).some((kind) => {
    let edges = links.filter((one) => one.kind === kind)
    for (;;) {
      const left = edges.filter((edge) => edges.some((one) => one.from === edge.to))
      if (left.length === edges.length) return edges.length > 0
      edges = left
    }
  })
}

describe('properties', () => {
  it('no sequence of commands closes a circle', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(link, fc.boolean()), { maxLength: 40 }), (acts) => {
        const small = createBoard()
        for (const [args, isTaken] of acts) small.run(isTaken ? unlinkCards : linkCards, args)
        expect(small.board.links.circles.size).toBe(0)
        const held = CARDS.flatMap((from) =>
          LINK_KINDS.flatMap((kind) =>
            CARDS.filter((to) => small.board.cards.get(from)?.links[linkKey(kind, to)]).map((to) => ({
              from,
              kind,
              to,
            })),
          ),
        )
        expect(goesRound(held)).toBe(false)
      }),
    )
  })
  it('whatever links a merge leaves, the board is projected, every circle is found, and each can be opened', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 25 }), fc.array(link, { maxLength: 25 }), (one, other) => {
        const small = createBoard()
        small.document.apply(one.map(putLink))
        small.document.apply(other.map(putLink))
        const { board } = small
        expect(board.links.circles.size > 0).toBe(goesRound([...one, ...other]))
        expect([...board.links.incoming.values()]).toEqual([
          ...small.document.rebuilt().links.incoming.values(),
        ])
        expect(board.links.circles).toEqual(small.document.rebuilt().links.circles)
        for (const card of CARDS) {
          for (const read of [wholesOf, partsOf, waitedForBy, waitingFor, relatedTo, holdUpsOf])
            read(board, card)
          partsProgress(board, card)
        }
        for (let round = 0; small.board.links.circles.size > 0; round++) {
          const [first = ''] = small.board.links.circles.keys()
          const kind = first.startsWith('parent') ? 'parent' : 'blocks'
          const [found] = circleLinks(small.board, kind, first.slice(kind.length + 1))
          if (!found || round > 60) throw new Error(`${first} cannot be opened`)
          small.run(unlinkCards, found)
        }
      }),
    )
  })
})

describe('commands', () => {
  it('refuse a circle of any length, and a card that is linked to itself', () => {
    const small = createBoard()
    expect(small.run(linkCards, { from: 'c1', kind: 'blocks', to: 'c2' }).ok).toBe(true)
    expect(small.run(linkCards, { from: 'c2', kind: 'blocks', to: 'c3' }).ok).toBe(true)
    expect(small.run(linkCards, { from: 'c3', kind: 'blocks', to: 'c1' })).toEqual({
      ok: false,
      error: { reason: 'link-circle', card: 'c1' },
    })
    expect(small.run(linkCards, { from: 'c3', kind: 'parent', to: 'c1' }).ok).toBe(true)
    expect(small.run(linkCards, { from: 'c3', kind: 'relates', to: 'c1' }).ok).toBe(true)
    expect(small.run(linkCards, { from: 'c3', kind: 'relates', to: 'c3' })).toMatchObject({
      error: { reason: 'link-itself' },
    })
  })
  it('write a relation once, whichever end it is said from, and take it out at either', () => {
    const small = createBoard()
    small.run(linkCards, { from: 'c1', kind: 'relates', to: 'c2' })
    small.run(linkCards, { from: 'c2', kind: 'relates', to: 'c1' })
    expect(small.board.cards.get('c2')?.links).toEqual({})
    expect(relatedTo(small.board, 'c2')).toEqual(['c1'])
    small.run(unlinkCards, { from: 'c2', kind: 'relates', to: 'c1' })
    expect(relatedTo(small.board, 'c1')).toEqual([])
  })
  it('a circle made apart is named with all its links, and one of them taken out opens it', () => {
    const small = createBoard()
    small.apart(
      (board) => linkCards.decide(board, { from: 'c1', kind: 'blocks', to: 'c2' }, small.ann),
      (board) => linkCards.decide(board, { from: 'c2', kind: 'blocks', to: 'c1' }, small.dee),
    )
    expect(small.board.links.circles.get('blocks:c1')).toEqual(['c1', 'c2'])
    expect(circleLinks(small.board, 'blocks', 'c2')).toHaveLength(2)
    small.run(unlinkCards, { from: 'c2', kind: 'blocks', to: 'c1' })
    expect(small.board.links.circles.size).toBe(0)
    expect(holdUpsOf(small.board, 'c2')).toEqual(['c1'])
  })
})

describe('what a card says', () => {
  it('waits for what is not finished and not put away', () => {
    const small = createBoard()
    for (const from of ['c1', 'c2', 'c3']) small.run(linkCards, { from, kind: 'blocks', to: 'c4' })
    expect(holdUpsOf(small.board, 'c4')).toEqual(['c1', 'c2', 'c3'])
    small.run(moveCard, { card: 'c1', to: small.done })
    small.run(archiveCard, { card: 'c2' })
    expect(holdUpsOf(small.board, 'c4')).toEqual(['c3'])
    small.run(moveCard, { card: 'c4', to: small.done })
    expect(holdUpsOf(small.board, 'c4')).toEqual([])
  })
  it('is not proposed while it waits', () => {
    const small = createBoard()
    const choices = () =>
      choicesFor(small.board, small.doing, { today: 0, cycle: null }, 2).map((choice) => choice.card)
    const [oldest = ''] = choices()
    small.run(linkCards, { from: 'c6', kind: 'blocks', to: oldest })
    expect(choices()).not.toContain(oldest)
    small.run(moveCard, { card: 'c6', to: small.done })
    expect(choices()).toContain(oldest)
  })
  it('counts finished parts, put away ones included where they were finished', () => {
    const small = createBoard()
    expect(partsProgress(small.board, 'c1')).toBeUndefined()
    for (const from of ['c2', 'c3', 'c4', 'c5']) small.run(linkCards, { from, kind: 'parent', to: 'c1' })
    expect(partsProgress(small.board, 'c1')).toEqual({ done: 0, all: 4 })
    small.run(moveCard, { card: 'c2', to: small.done })
    small.run(archiveCard, { card: 'c2' })
    small.run(archiveCard, { card: 'c3' })
    expect(partsProgress(small.board, 'c1')).toEqual({ done: 1, all: 3 })
  })
  it('keeps the links as they are, by reference, where other things change', () => {
    const small = createBoard()
    small.run(linkCards, { from: 'c2', kind: 'parent', to: 'c1' })
    const before = small.board.links
    small.run(moveCard, { card: 'c2', to: small.doing })
    expect(small.board.links).toBe(before)
    small.document.apply([putLink({ from: 'c3', kind: 'parent', to: 'c4' })])
    expect(small.board.links.incoming.get('c1')).toBe(before.incoming.get('c1'))
  })
  it('passes over keys that are no links', () => {
    const small = createBoard()
    small.document.apply(
      ['', 'parent', 'parent:', 'owns:c2', ':c2'].map((key) =>
        put(cardRows, 'c1', 'links', key, { by: 'ann', at: 1 }),
      ),
    )
    expect(small.board.links.incoming.size).toBe(0)
  })
})
