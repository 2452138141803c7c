import { describe, expect, it } from 'vitest'
import { answerRequest, raiseRequest, reopenRequest, resolveRequest } from './commands/requests'
import { requestFigures, requestsOpen } from './requests'
import { createSmallPlaybook, HOUR } from './test-support/small-playbook'

const raise = (small: ReturnType<typeof createSmallPlaybook>, id: string, who = 'ann') =>
  small.run(raiseRequest, { id, kind: 'help', words: id }, who)

describe('requests to the team', () => {
  it('are listed while they are open, the oldest first', () => {
    const small = createSmallPlaybook()
    raise(small, 'z')
    small.hour = 1
    raise(small, 'a')
    raise(small, 'm')
    small.run(resolveRequest, { request: 'm' }, 'ben')
    expect(requestsOpen(small.playbook.requests).map(({ id }) => id)).toEqual(['z', 'a'])
    small.hour = 2
    small.run(reopenRequest, { request: 'm' }, 'ann')
    expect(requestsOpen(small.playbook.requests).map(({ id }) => id)).toEqual(['z', 'a', 'm'])
  })

  it('give medians of real waits: others’ first answers, and resolutions that lasted', () => {
    const small = createSmallPlaybook()
    expect(requestFigures(small.playbook.requests)).toMatchObject({ firstResponse: null, toResolved: null })
    for (const id of ['a', 'b', 'c']) raise(small, id)
    // One's own word is no answer.
    small.run(answerRequest, { request: 'c', words: 'Still so' }, 'ann')
    small.hour = 1
    small.run(answerRequest, { request: 'a', words: 'On my way' }, 'ben')
    small.hour = 3
    small.run(answerRequest, { request: 'b' }, 'cem')
    small.run(resolveRequest, { request: 'a' }, 'ann')
    small.run(resolveRequest, { request: 'b' }, 'ben')
    small.run(reopenRequest, { request: 'b' }, 'ann')
    expect(requestFigures(small.playbook.requests)).toEqual({
      raised: 3,
      open: 2,
      answered: 2,
      firstResponse: HOUR,
      resolved: 1,
      toResolved: 3 * HOUR,
      reopened: 1,
    })
  })
})
