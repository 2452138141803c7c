import * as rules from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { actWords, forHowLong, momentWords, refusalWords, timeWords, undoneWords } from './words'
import type { AnyRefused } from './words'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

it.each([
  [-5, 'under 1 min'],
  [59_999, 'under 1 min'],
  [59 * MINUTE, '59 min'],
  [HOUR, '1 h'],
  [23 * HOUR + 59 * MINUTE, '23 h'],
  [24 * HOUR, '1 d'],
  [28 * HOUR, '1 d 4 h'],
])('%d ms are %s', (ms, words) => expect(forHowLong(ms)).toBe(words))

it('has words for any time that a device may have written', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (at) => {
      expect(momentWords(at).iso).toMatch(/Z$/)
      expect(timeWords(at)).not.toContain('Invalid')
    }),
  )
})

/** One of every reason there is: the type checker asks for those that are missing. */
const refusals: { readonly [R in AnyRefused['reason']]: Extract<AnyRefused, { reason: R }> | AnyRefused } = {
  'card-gone': { reason: 'card-gone' },
  'column-gone': { reason: 'column-gone' },
  'blocker-gone': { reason: 'blocker-gone' },
  'tag-gone': { reason: 'tag-gone' },
  'item-gone': { reason: 'item-gone' },
  'reason-gone': { reason: 'reason-gone' },
  'station-gone': { reason: 'station-gone' },
  'comment-gone': { reason: 'comment-gone' },
  'kind-gone': { reason: 'kind-gone' },
  'link-circle': { reason: 'link-circle', card: 'c1' },
  'link-itself': { reason: 'link-itself' },
  'not-an-address': { reason: 'not-an-address' },
  'not-a-value': { reason: 'not-a-value' },
  'not-your-words': { reason: 'not-your-words' },
  'card-archived': { reason: 'card-archived', card: 'c1' },
  'column-full': {
    reason: 'column-full',
    column: 'check',
    scope: { kind: 'column', id: 'check' },
    limit: 2,
    used: 2,
  },
  'why-needed': {
    reason: 'why-needed',
    column: 'check',
    scope: { kind: 'column', id: 'check' },
    limit: 2,
    used: 2,
  },
  'empty-words': { reason: 'empty-words' },
  'words-too-long': { reason: 'words-too-long', limit: 500 },
  'not-a-date': { reason: 'not-a-date' },
  'not-a-limit': { reason: 'not-a-limit', most: 999 },
  'nowhere-to-go': { reason: 'nowhere-to-go' },
  'no-conflict': { reason: 'no-conflict' },
  'lane-gone': { reason: 'lane-gone' },
  'group-gone': { reason: 'group-gone' },
  'class-gone': { reason: 'class-gone' },
  'limit-not-yours': { reason: 'limit-not-yours' },
  'marks-crossed': { reason: 'marks-crossed' },
  'column-in-use': { reason: 'column-in-use', cards: 3 },
  'nothing-to-pull': { reason: 'nothing-to-pull' },
  'other-proposal': { reason: 'other-proposal' },
  'already-set-up': { reason: 'already-set-up' },
  'safety-stays': { reason: 'safety-stays' },
  'last-column': { reason: 'last-column' },
  'view-gone': { reason: 'view-gone' },
  'too-many-files': { reason: 'too-many-files', limit: 20 },
  'view-only': { reason: 'view-only' },
  'newer-version': { reason: 'newer-version' },
  'other-app-version': { reason: 'other-app-version' },
  'not-open': { reason: 'not-open' },
  'not-free': {
    reason: 'not-free',
    act: { kind: 'archive' },
    permit: { level: 'consent', rule: null, tells: [], yesFrom: [] },
  },
}

it.each(Object.values(refusals))('says why not: $reason', (refused) => {
  const words = refusalWords(refused, createSmallBoard().board)
  expect(words).toMatch(/^[A-Z0-9].*\.$/)
  expect(words).not.toMatch(/[{}]|undefined|board\.[a-z]/)
})

const commands = Object.values(rules).flatMap((one) =>
  typeof one === 'object' && 'decide' in one && 'name' in one ? [one.name] : [],
)
it('knows the commands of the board', () => expect(commands.length).toBeGreaterThan(30))
it.each(commands)('has words for taking back %s', (command) => {
  expect(actWords(command)).toBeDefined()
  expect(undoneWords('undo', { done: true, command })).toBe(`Undone: ${actWords(command)}.`)
})

it('says what came of an undo, also of an act it does not know', () => {
  expect(undoneWords('undo', { done: true, command: 'board.fromTheFuture' })).toBe('Undone.')
  expect(undoneWords('redo', { done: true, command: 'board.moveCard' })).toBe('Done again: moving a card.')
  for (const reason of ['nothing', 'superseded', 'final'] as const)
    expect(undoneWords('undo', { done: false, reason })).toMatch(/\.$/)
  expect(undoneWords('undo', { done: false, reason: 'changed', by: 'dee' })).toContain('somebody changed it')
})
