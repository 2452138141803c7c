import { describe, expect, it } from 'vitest'
import type { Result } from '../../kernel'
import { createSmallBoard } from '../test-support/small-board'
import { FILE_NAME_LIMIT, FILES_LIMIT } from '../records-files'
import { archiveCard } from './edit-card'
import { raiseBlocker } from './blockers'
import { attachFile, filesOf, removeFile, tidyFileName } from './files'
import type { AttachArgs } from './files'

const refusalOf = (result: Result<void, unknown>): unknown => (result.ok ? undefined : result.error)
const address = (byte: number) => byte.toString(16).padStart(2, '0').repeat(32)
const photo = (to: AttachArgs['to'], byte = 1): AttachArgs => ({
  to,
  file: address(byte),
  name: 'press.jpg',
  type: 'image/jpeg',
  size: 12_345,
  edges: { width: 640, height: 480 },
})

describe('files', () => {
  it('hang on cards and on blockers, with who and when, and come off again', () => {
    const small = createSmallBoard()
    small.run(raiseBlocker, { blocker: 'b1', card: null, reason: '' })
    for (const holder of [{ card: 'c1' }, { blocker: 'b1' }]) {
      const held = () => {
        const row =
          'card' in holder ? small.board.cards.get(holder.card) : small.board.blockers.get(holder.blocker)
        return row ? filesOf(row) : []
      }
      small.run(attachFile, photo(holder))
      small.run(attachFile, photo(holder, 2), small.dee)
      expect(held().map(({ file, by }) => [file, by])).toEqual([
        [address(1), 'ann'],
        [address(2), 'dee'],
      ])
      expect(held()[0]).toMatchObject({ name: 'press.jpg', width: 640, height: 480, size: 12_345 })
      small.run(removeFile, { from: holder, file: address(1) })
      expect(held().map(({ file }) => file)).toEqual([address(2)])
    }
  })
  it('are there once, however often they are hung up', () => {
    const small = createSmallBoard()
    small.run(attachFile, photo({ card: 'c1' }))
    const before = small.board
    small.run(attachFile, { ...photo({ card: 'c1' }), name: 'again.jpg' })
    expect(small.board.cards).toBe(before.cards)
  })
  it('are refused where the card is gone or put away, and beyond a bearable number', () => {
    const small = createSmallBoard()
    expect(refusalOf(small.run(attachFile, photo({ card: 'nowhere' })))).toMatchObject({
      reason: 'card-gone',
    })
    expect(refusalOf(small.run(attachFile, photo({ blocker: 'nowhere' })))).toMatchObject({
      reason: 'blocker-gone',
    })
    for (let byte = 0; byte < FILES_LIMIT; byte++) small.run(attachFile, photo({ card: 'c2' }, byte))
    expect(refusalOf(small.run(attachFile, photo({ card: 'c2' }, FILES_LIMIT)))).toEqual({
      reason: 'too-many-files',
      limit: FILES_LIMIT,
    })
    small.run(archiveCard, { card: 'c1' })
    expect(refusalOf(small.run(attachFile, photo({ card: 'c1' })))).toMatchObject({ reason: 'card-archived' })
  })
  it('keep a type that is one, and no other', () => {
    const small = createSmallBoard()
    const types = ['Image/PNG; charset=x', 'text/html', '<script>', 'a/b/c', '']
    types.forEach((type, byte) => small.run(attachFile, { ...photo({ card: 'c1' }, byte), type }))
    const row = small.board.cards.get('c1')
    expect(types.map((_, byte) => row?.files[address(byte)]?.type)).toEqual([
      'image/png',
      'text/html',
      '',
      '',
      '',
    ])
  })
  it('have a name of one line, without a path or characters that turn it around', () => {
    expect(tidyFileName(' a  b\n.pdf ')).toBe('a b.pdf')
    expect(tidyFileName('../../etc/passwd')).toBe('.._.._etc_passwd')
    expect(tidyFileName('invoice\u202Efdp.exe')).toBe('invoicefdp.exe')
    const long = tidyFileName(`${'x'.repeat(500)}.drawing`)
    expect(long).toHaveLength(FILE_NAME_LIMIT)
    expect(long.endsWith('.drawing')).toBe(true)
  })
})
