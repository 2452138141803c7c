import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInvitation, parseInvitation } from './invitation'
import type { Invitation } from './invitation'

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
const invitations: fc.Arbitrary<Invitation> = fc.oneof(
  fc.record({ mode: fc.constant('edit' as const), editSecret: secret }),
  fc.record({ mode: fc.constant('view' as const), viewSecret: secret, writerKey: secret }),
)
const damaged = { ok: false, error: { reason: 'damaged' } }
const none = { ok: false, error: { reason: 'not-an-invitation' } }
const example = formatInvitation({ mode: 'edit', editSecret: new Uint8Array(32).fill(200) })

describe('invitations', () => {
  it('I1 are read back from a fragment, a link, or text with words and white space around and inside', () => {
    fc.assert(
      fc.property(invitations, fc.nat(), (invitation, where) => {
        const fragment = formatInvitation(invitation)
        const broken = where % (fragment.length - 3)
        for (const text of [
          fragment,
          fragment.slice(1),
          `https://yokoten.example/join${fragment}`,
          `  \n${fragment}\t\n`,
          `Come in (e.g. by phone): http://10.0.0.7:4000/join${fragment}. See you #e.soon`,
          `${fragment.slice(0, 3 + broken)}\r\n  ${fragment.slice(3 + broken)}`,
        ])
          expect(parseInvitation(text)).toEqual({ ok: true, value: invitation })
      }),
    )
  })
  it('I2 are known as damaged when cut short', () => {
    fc.assert(
      fc.property(invitations, fc.nat(), (invitation, cut) => {
        const fragment = formatInvitation(invitation)
        expect(parseInvitation(fragment.slice(0, 3 + (cut % (fragment.length - 3))))).toEqual(damaged)
      }),
    )
  })
  it('I2 are known as damaged when a character is another', () => {
    fc.assert(
      fc.property(
        invitations,
        fc.nat(),
        fc.constantFrom(...'ABCdef019-_.!ä '),
        (invitation, where, typed) => {
          const fragment = formatInvitation(invitation)
          const at = 3 + (where % (fragment.length - 3))
          fc.pre(fragment[at] !== typed)
          expect(parseInvitation(fragment.slice(0, at) + typed + fragment.slice(at + 1))).toEqual(damaged)
        },
      ),
      { numRuns: 1_000 },
    )
  })
  it('I2 are known as damaged when two neighbours are swapped, or view stands where edit did', () => {
    fc.assert(
      fc.property(invitations, fc.nat(), (invitation, where) => {
        const fragment = formatInvitation(invitation)
        const at = 3 + (where % (fragment.length - 4))
        const swapped = `${fragment[at + 1]}${fragment[at]}`
        fc.pre(fragment[at] !== fragment[at + 1])
        expect(parseInvitation(fragment.slice(0, at) + swapped + fragment.slice(at + 2))).toEqual(damaged)
      }),
    )
    expect(parseInvitation(example.replace('#e.', '#v.'))).toEqual(damaged)
  })
  it('I3 are not seen in other texts, and never throw', () => {
    for (const text of [
      '',
      '  ',
      'hello',
      'https://yokoten.example/t/x/board/y#card',
      'e.g. a board',
      '#',
      'x'.repeat(30_000),
    ])
      expect(parseInvitation(text)).toEqual(none)
    expect(parseInvitation('https://yokoten.example/join#e.')).toEqual(damaged)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseInvitation(text).ok).toBe(false)
        expect(parseInvitation(`#e.${text}`)).toEqual(damaged)
      }),
    )
  })
  it('I4 do not share memory with what they were read from', () => {
    const first = parseInvitation(example)
    if (!first.ok || first.value.mode !== 'edit') throw new Error('an edit invitation')
    first.value.editSecret.fill(0)
    expect(parseInvitation(example)).not.toEqual(first)
  })
})
