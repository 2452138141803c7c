import { describe, expect, it } from 'vitest'
import { createDateReader, findOrder } from './dates'
import { decodeText } from '../text/decode-text'

describe('the order of day and month', () => {
  it.each([
    [['2026-01-05', '2026-02-13'], 'year-first', true],
    [['05/01/2026', '13/02/2026'], 'day-first', true],
    [['01/05/2026', '02/13/2026'], 'month-first', true],
    [['1.5.2026', '2.6.2026'], 'day-first', false],
    [['09/Jan/24 3:54 PM', ''], 'year-first', true],
    [['Fri, 24 Sep 2021 14:22:15 -0700'], 'year-first', true],
    [['Sep 24, 2021'], 'year-first', true],
  ])('%j', (values, order, isSure) => expect(findOrder(values)).toMatchObject({ order, isSure }))
  it.each([[['13/02/2026', '02/13/2026']], [['31/02/2026']], [['Tuesday']], [['136197', '137006']], [['']]])(
    'is none of %j',
    (values) => expect(findOrder(values)).toBeUndefined(),
  )
})

describe('the moment', () => {
  const berlin = createDateReader('Europe/Berlin')
  it.each([
    ['2026-07-01', 'year-first', '2026-07-01T10:00:00.000Z', '2026-07-01'],
    ['2026-07-01 00:30', 'year-first', '2026-06-30T22:30:00.000Z', '2026-07-01'],
    ['2026-01-01T23:30:00Z', 'year-first', '2026-01-01T23:30:00.000Z', '2026-01-02'],
    ['5/31/2023 8:04:10 AM', 'month-first', '2023-05-31T06:04:10.000Z', '2023-05-31'],
    ['5/31/2023 12:04:10 AM', 'month-first', '2023-05-30T22:04:10.000Z', '2023-05-31'],
    ['09/Jan/24 3:54 PM', 'day-first', '2024-01-09T14:54:00.000Z', '2024-01-09'],
    ['3. März 2026', 'day-first', '2026-03-03T11:00:00.000Z', '2026-03-03'],
  ] as const)('%s', (text, order, at, day) => {
    const moment = berlin(text, order)
    expect([moment && new Date(moment.at).toISOString(), moment?.day]).toEqual([at, day])
  })
  it('is none for a day that no month has', () => {
    expect(berlin('30/02/2026', 'day-first')).toBeUndefined()
    expect(berlin('5/31/2023', 'day-first')).toBeUndefined()
    expect(berlin('2026-01-01 25:00', 'year-first')).toBeUndefined()
  })
})

it('the letters of a file are found: marks, UTF-8, UTF-16, Windows-1252', () => {
  const text = 'Größe;„Ende“ €'
  const utf8 = new TextEncoder().encode(text)
  expect(decodeText(utf8)).toEqual({ text, encoding: 'utf-8', isMarked: false })
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toEqual({
    text,
    encoding: 'utf-8',
    isMarked: true,
  })
  expect(decodeText(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x80))).toEqual({
    text: 'Größe €',
    encoding: 'windows-1252',
    isMarked: false,
  })
  const little = Uint8Array.from([...'Title;é'].flatMap((char) => [char.charCodeAt(0), 0]))
  expect(decodeText(Uint8Array.of(0xff, 0xfe, ...little)).text).toBe('Title;é')
  expect(decodeText(little)).toMatchObject({ text: 'Title;é', encoding: 'utf-16le' })
})
