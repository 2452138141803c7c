import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sharing } from '../session/api'
import { text } from '../text'
import { sharingAdvice, sharingLine, sharingStages } from './sharing-words'

const sharing = (part: Partial<Sharing> = {}): Sharing => ({
  connection: 'connected',
  changed: 0,
  kept: 0,
  files: 0,
  otherDevices: 0,
  storage: 'ok',
  badFrames: 0,
  trouble: undefined,
  caughtUp: true,
  ...part,
})
const says = (part: Partial<Sharing>, isSlow = false) => {
  const line = sharingLine(sharing(part), isSlow)
  return text(line.id, line.values)
}

describe('the pill', () => {
  it.each<[string, Partial<Sharing>]>([
    ['On this device', {}],
    ['On this device and 1 other', { otherDevices: 1 }],
    ['On this device and 6 others', { otherDevices: 6 }],
    ['Offline', { connection: 'offline' }],
    ['Offline · 3 kept here', { connection: 'offline', kept: 3 }],
    ['Sharing 2 changes', { kept: 2 }],
    ['Sharing 1 file', { files: 1, otherDevices: 6 }],
    ['Sharing 2 changes', { kept: 2, files: 1 }],
    ['Offline · 2 files kept here', { connection: 'offline', files: 2 }],
    ['Offline · 3 changes, 2 files kept here', { connection: 'offline', kept: 3, files: 2 }],
    ['Only live: open over https to keep it', { connection: 'insecure-connected', storage: 'none' }],
    ['This device cannot save', { storage: 'failing', connection: 'offline', kept: 3 }],
    ['This device is full', { storage: 'full', otherDevices: 6 }],
  ])('says "%s"', (words, part) => expect(says(part)).toBe(words))

  it('says it shorter on a phone, counting this device too', () => {
    const { short } = sharingLine(sharing({ otherDevices: 6 }), false)
    expect(short && text(short.id, short.values)).toBe('On 7 devices')
  })
  it('does not flicker for a change that is saved at once', () => {
    expect(says({ changed: 1, otherDevices: 6 })).toBe('On this device and 6 others')
    expect(says({ changed: 1, otherDevices: 6 }, true)).toBe('Saving…')
  })
  it('is green only when nothing waits, nothing fails and the data is kept', () => {
    const any: fc.Arbitrary<Sharing> = fc.record({
      connection: fc.constantFrom('connected', 'connecting', 'offline', 'insecure-connected'),
      changed: fc.nat(3),
      kept: fc.nat(3),
      files: fc.nat(3),
      otherDevices: fc.nat(3),
      storage: fc.constantFrom('ok', 'failing', 'full', 'none'),
      badFrames: fc.nat(3),
      trouble: fc.constant(undefined),
      caughtUp: fc.boolean(),
    })
    fc.assert(
      fc.property(any, (state) => {
        if (sharingLine(state, true).tone !== 'flow') return
        expect(state).toMatchObject({ connection: 'connected', changed: 0, kept: 0, files: 0, storage: 'ok' })
      }),
    )
  })
})
it('the panel gives each stage with its number', () => {
  const stages = sharingStages(
    sharing({ changed: 1, kept: 3, files: 1, otherDevices: 2, connection: 'offline' }),
  )
  expect(stages.map(({ value }) => text(value.id, value.values))).toEqual([
    '1 change',
    '3 changes, 1 file',
    'Not reachable',
    '2 other devices',
  ])
})
it('advises on the loss that is nearest', () => {
  expect(sharingAdvice(sharing())).toBeUndefined()
  expect(sharingAdvice(sharing({ connection: 'offline', storage: 'full' }))).toBe('app.sharing.adviceFull')
})
