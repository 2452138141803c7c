import { describe, expect, it } from 'vitest'
import { append } from '../kernel'
import { historyOf } from './card-history'
import { clearBlocker, raiseBlocker } from './commands/blockers'
import { addChecklistItem, checkItem, tagCard, untagCard } from './commands/card-parts'
import { addComment } from './commands/card-comments'
import { inviteToCard, joinCard, leaveCard } from './commands/edit-card'
import { noteDescription } from './commands/edits'
import { declineInvitation, withdrawInvitation } from './commands/invitations'
import { moveCard, pullCard } from './commands/move-card'
import { resolveDoublePull } from './commands/settle-conflict'
import { journeyLog } from './records'
import { createSmallBoard } from './test-support/small-board'

const kinds = (small: ReturnType<typeof createSmallBoard>, card = 'c1') =>
  historyOf(small.board, card).map((item) =>
    item.kind === 'step' ? `${item.entry.kind} ${item.standing}` : item.kind,
  )

it('tells everything that is known, in order, and a pull only once', () => {
  const small = createSmallBoard()
  small.run(pullCard, { card: 'c1', into: small.doing })
  small.run(inviteToCard, { card: 'c1', person: 'dee' })
  small.run(addChecklistItem, { card: 'c1', text: 'Bolts counted', item: 'i1' })
  small.run(checkItem, { card: 'c1', item: 'i1', checked: true })
  small.run(addComment, { card: 'c1', words: 'Nearly there' })
  small.run(raiseBlocker, { card: 'c1', reason: small.board.reasons[0]?.id ?? '', words: 'No bolts' })
  const [blocker = ''] = small.board.openBlockers.byCard.get('c1') ?? []
  small.run(clearBlocker, { blocker })
  expect(kinds(small)).toEqual([
    'added stands',
    'pulled stands',
    'invited',
    'ticked',
    'comment',
    'raised',
    'cleared',
  ])
  const items = historyOf(small.board, 'c1')
  expect(items.every(({ at }, index) => index === 0 || at >= (items[index - 1]?.at ?? 0))).toBe(true)
  expect(historyOf(small.board, 'no such card')).toEqual([])
})
it('shows a conflict as open until it is settled, and then which claim stood', () => {
  const small = createSmallBoard()
  small.apart(
    (board) => pullCard.decide(board, { card: 'c1', into: small.doing }, small.ann),
    (board) => pullCard.decide(board, { card: 'c1', into: small.check }, small.dee),
  )
  expect(kinds(small)).toEqual(['added stands', 'pulled open', 'pulled open'])
  small.run(resolveDoublePull, { card: 'c1', keep: { person: 'ann' } }, small.dee)
  expect(kinds(small).filter((kind) => kind.endsWith('open'))).toEqual([])
  expect(kinds(small).at(-1)).toBe('settled stands')
  expect(kinds(small).filter((kind) => kind === 'pulled beside')).toHaveLength(1)
})
it('does not say that a card went elsewhere where two people pulled it into the same column', () => {
  const small = createSmallBoard()
  small.apart(
    (board) => pullCard.decide(board, { card: 'c1', into: small.doing }, small.ann),
    (board) => pullCard.decide(board, { card: 'c1', into: small.doing }, small.dee),
  )
  small.run(resolveDoublePull, { card: 'c1', keep: 'pair' }, small.dee)
  expect(kinds(small)).toEqual(['added stands', 'pulled alike', 'pulled stands', 'settled stands'])
})
it('marks a move that was taken back', () => {
  const small = createSmallBoard()
  small.run(moveCard, { card: 'c1', to: small.doing })
  const { last, entries } = small.board.journeys.get('c1') ?? {}
  if (!last || !entries?.[0]) throw new Error('no move')
  const back = { card: 'c1', parents: [last.id], to: entries[0].to, kind: 'undone', by: 'ann' } as const
  small.document.apply([append(journeyLog, 'u1', { ...back, ...small.ann.stamp() })])
  expect(kinds(small)).toEqual(['added stands', 'pulled undone', 'undone stands'])
})

describe('what was on a card and is no more', () => {
  const LATER = 11 * 60_000
  const later = ({ ann, dee }: ReturnType<typeof createSmallBoard>) => {
    ann.wait(LATER)
    dee.wait(LATER)
  }
  const said = (small: ReturnType<typeof createSmallBoard>) =>
    historyOf(small.board, 'c1').flatMap((item) => {
      if (item.kind === 'tagged' || item.kind === 'untagged') return `${item.by} ${item.kind} ${item.tag}`
      return 'person' in item ? `${item.by} ${item.kind} ${item.person}` : []
    })
  it('is told of tags, by whoever put them on and took them off', () => {
    const small = createSmallBoard()
    small.run(tagCard, { card: 'c1', name: 'Paint' })
    small.run(tagCard, { card: 'c1', name: 'Paint' }, small.dee)
    later(small)
    small.run(untagCard, { card: 'c1', tag: 'tag-paint' }, small.dee)
    small.run(untagCard, { card: 'c1', tag: 'tag-paint' }, small.dee)
    expect(said(small)).toEqual(['ann tagged tag-paint', 'dee untagged tag-paint'])
  })
  it('is told of people once, however they came and went', () => {
    const small = createSmallBoard()
    const { ann, dee } = small
    // As late as Dee's clock.
    ann.wait(3_600_000)
    const card = 'c1'
    const acts = [
      () => small.run(inviteToCard, { card, person: 'dee' }, ann),
      () => small.run(joinCard, { card }, dee),
      () => small.run(leaveCard, { card }, dee),
      () => small.run(inviteToCard, { card, person: 'eli' }, ann),
      () => small.run(withdrawInvitation, { card, person: 'eli' }, ann),
      () => small.run(inviteToCard, { card, person: 'dee' }, ann),
      () => small.run(declineInvitation, { card }, dee),
    ]
    for (const act of acts) {
      act()
      later(small)
    }
    expect(said(small)).toEqual([
      'ann invited dee',
      'dee on dee',
      'dee left dee',
      'ann invited eli',
      'ann uninvited eli',
      'ann invited dee',
      'dee uninvited dee',
    ])
  })
  it('is nothing where it was tried and taken back in one go', () => {
    const small = createSmallBoard()
    small.run(tagCard, { card: 'c1', name: 'Paint' })
    small.run(untagCard, { card: 'c1', tag: 'tag-paint' })
    small.run(joinCard, { card: 'c1' })
    small.run(leaveCard, { card: 'c1' })
    expect(said(small)).toEqual([])
  })
})
it('tells of a changed description once a sitting and person', () => {
  const small = createSmallBoard()
  const at = small.ann.stamp().at
  const MINUTE = 60_000
  const note = (person: string, minutes: number) =>
    small.run(noteDescription, { card: 'c1', person, at: at + minutes * MINUTE })
  note('ann', 0)
  note('ann', 20)
  note('dee', 25)
  note('ann', 90)
  const told = historyOf(small.board, 'c1').flatMap(({ kind, by, at: when }) =>
    kind === 'described' ? `${by} ${(when - at) / MINUTE}` : [],
  )
  expect(told).toEqual(['ann 20', 'dee 25', 'ann 90'])
  expect(noteDescription.decide(small.board, { card: 'none', person: 'ann', at }, small.ann)).toEqual({
    ok: true,
    value: [],
  })
})
