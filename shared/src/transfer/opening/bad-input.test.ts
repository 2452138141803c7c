// No bytes make the opening of a file throw: it gives boards, a table, or a reason.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../../board'
import { csvToBoard, DATE_ORDERS, MEANINGS, suggestedMapping } from '../csv'
import { openFile } from './open-file'
import { options, ports } from './test-support/public-files'

const root = fileURLToPath(new URL('../../../../tests/fixtures/', import.meta.url))
const files = [
  'trello/small-customfields.json',
  'flow/aa-style-minimal-4.csv',
  'flow/lighthouse-team-valid-with-optional.csv',
  'flow/jira-cloud-issues-with-changelog.json',
  'tools/wekan-export-2swimlanes.json',
  'tools/wekan-import.csv',
].map((name) => new Uint8Array(readFileSync(`${root}${name}`)))
const xml = new TextEncoder().encode(
  '<?xml version="1.0"?><rss><channel><item><key id="1">A-1</key><summary>One</summary><status>To Do</status><created>Fri, 24 Sep 2021 14:19:44 -0700</created></item></channel></rss>',
)
const lines = new TextEncoder().encode(
  '{"type":"board","data":{"id":"b","title":"B"}}\n{"type":"block","data":{"id":"c","type":"card","title":"C","fields":{}}}\n',
)
const all = [...files, xml, lines]

/** A result or a refusal, and where it is a table also what comes of it as it was found. */
function read(bytes: Uint8Array) {
  const result = openFile(bytes, options, ports)
  if (!result.ok) expect(typeof result.error.reason).toBe('string')
  else if (result.value.kind === 'table') {
    const { file } = result.value
    const board = csvToBoard(file, suggestedMapping(file), 'x', options)
    if (!board.ok) expect(board.error.first.every(({ line }) => line >= 1)).toBe(true)
  } else
    for (const { board } of result.value.boards)
      for (const card of board.cards) expect(card.journey.length).toBeGreaterThan(0)
  return result
}

describe('bad input', () => {
  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void read(bytes)),
      { numRuns: 500 },
    )
  })
  it('random text with the signs that files are made of', () => {
    const signs = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '<',
      '>',
      '</',
      '"',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      ':',
      '&amp;',
      '2026-01-02',
      'Title',
      'Done',
      'id',
      '<!--',
      '<![CDATA[',
      "'",
      '=',
      'x',
    )
    fc.assert(
      fc.property(
        fc.array(signs, { maxLength: 60 }),
        (parts) => void read(new TextEncoder().encode(parts.join(''))),
      ),
      { numRuns: 1_000 },
    )
  })
  it('files that were cut, and files with bytes changed', () => {
    const cut = fc.record({
      file: fc.constantFrom(...all),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(cut, ({ file, share }) => void read(file.slice(0, Math.floor(share * file.length)))),
      { numRuns: 150 },
    )
    const changed = fc.record({
      file: fc.constantFrom(...all),
      at: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    })
    fc.assert(
      fc.property(changed, ({ file, at }) => {
        const bytes = file.slice()
        for (const [place, value] of at) bytes[place % bytes.length] = value
        read(bytes)
      }),
      { numRuns: 150 },
    )
  })
  it('JSON of the right names and the wrong values', () => {
    const names = fc.constantFrom(
      'lists',
      'cards',
      'swimlanes',
      '_format',
      'boards',
      'stacks',
      'title',
      'issues',
      'key',
      'fields',
      'id',
      'idList',
      'name',
      'format',
      'version',
      'board',
      'columns',
      'journey',
      '__proto__',
      'constructor',
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string({ maxLength: 5 }),
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(
        fc.dictionary(names, tree, { maxKeys: 6 }),
        (json) => void read(new TextEncoder().encode(JSON.stringify(json))),
      ),
      { numRuns: 1_000 },
    )
  })
  it('a table under any mapping', () => {
    const table = openFile(files[2] as Uint8Array, options, ports)
    if (!table.ok || table.value.kind !== 'table') throw new Error('no table')
    const { file } = table.value
    const width = { minLength: file.columns.length, maxLength: file.columns.length }
    fc.assert(
      fc.property(
        fc.record({
          meanings: fc.array(fc.constantFrom(...MEANINGS), width),
          orders: fc.array(fc.constantFrom(...DATE_ORDERS), width),
          startUnknown: fc.boolean(),
          roles: fc.dictionary(fc.string(), fc.constantFrom(...ROLES)),
        }),
        (mapping) => {
          const read = csvToBoard(file, mapping, 'x', options)
          if (read.ok) expect(read.value.board.cards.every((card) => card.journey.length > 0)).toBe(true)
          else expect(read.error.count).toBeGreaterThanOrEqual(read.error.first.length)
        },
      ),
      { numRuns: 300 },
    )
  })
  it('files that go deep or are made to be slow end with a reason', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(read(bytes('<a>'.repeat(100_000)))).toEqual({ ok: false, error: { reason: 'too-deep', line: 1 } })
    expect(read(bytes(`{"lists":${'['.repeat(200_000)}`)).ok).toBe(false)
    expect(read(bytes(`{"lists":[],"cards":[],"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)).ok).toBe(true)
    expect(read(bytes('<'.repeat(200_000))).ok).toBe(false)
    expect(read(bytes(`<a ${'b'.repeat(200_000)}`)).ok).toBe(false)
    expect(read(bytes(`Title\n${'"'.repeat(200_001)}`))).toEqual({
      ok: false,
      error: { reason: 'open-quote', line: 2 },
    })
    expect(read(bytes(`Title${','.repeat(600)}\n`))).toMatchObject({ ok: false })
    // An entity that would unfold another one is refused with the document type that names it.
    expect(read(bytes('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'))).toEqual({
      ok: false,
      error: { reason: 'not-xml', line: 1 },
    })
  })
})
