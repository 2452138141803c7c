import { describe, expect, it } from 'vitest'
import { CLOSE, closeReason, REFUSALS, refusalSentence } from './close-codes'

describe('close codes', () => {
  const reasons = Object.values(CLOSE)

  it('E1 are private codes, each given once, none among those on which y-websocket gives up for good', () => {
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length)
    for (const { code } of reasons) {
      expect(code).toBeGreaterThanOrEqual(4000)
      expect(code).toBeLessThan(5000)
      expect(code < 4400 || code > 4499).toBe(true)
    }
  })
  it('E2 are told apart from codes of the network', () => {
    expect(closeReason(4300)).toBe(CLOSE.version)
    expect(closeReason(1006)).toBeUndefined()
  })
  it('E3 have a sentence each, and refusals have theirs', () => {
    for (const [name, { sentence }] of Object.entries(CLOSE)) expect(sentence).toBe(`session.closed.${name}`)
    const bytes = Object.values(REFUSALS)
    expect(new Set(bytes).size).toBe(bytes.length)
    expect(refusalSentence('other-bytes')).toBe('session.refused.other-bytes')
  })
})
