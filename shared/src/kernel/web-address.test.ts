import { describe, expect, it } from 'vitest'
import { webAddress } from './web-address'

describe('an address of the web', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    [' example.org/plan ', 'https://example.org/plan'],
    ['example.org:8080', 'https://example.org:8080'],
    ['HTTP://Example.org', 'HTTP://Example.org'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://', undefined],
    ['two words.org', undefined],
    ['plan', undefined],
    [`https://example.org/${'x'.repeat(2_000)}`, undefined],
  ])('%s', (typed, kept) => expect(webAddress(typed)).toBe(kept))
})
