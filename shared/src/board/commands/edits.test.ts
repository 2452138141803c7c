import { describe, expect, it } from 'vitest'
import { boardDocument } from '../board-document'
import { historyOf } from '../card-history'
import { createSmallBoard } from '../test-support/small-board'
import { bulkClass } from './bulk'
import { setField } from './card-fields'
import { addField, addType } from './card-kinds'
import { editCard } from './edit-card'

const told = (small: ReturnType<typeof createSmallBoard>, card = 'c1') =>
  historyOf(small.board, card).flatMap((item) =>
    item.kind === 'edited' ? `${item.by} ${item.field} ${String(item.was)} > ${String(item.value)}` : [],
  )
const LATER = 11 * 60_000

describe('the earlier values of a card', () => {
  it('are kept with who changed them, for every plain field and the own ones of the team', () => {
    const small = createSmallBoard()
    small.run(addType, { type: 't', name: 'Bug', colour: 'red' })
    small.run(addField, { field: 'f', name: 'Order', kind: 'text', type: null })
    small.run(editCard, { card: 'c1', title: 'Bolts', due: '2026-12-03', size: 3, type: 't' })
    small.run(editCard, { card: 'c1', due: '2026-12-10', classOfService: 'expedite' }, small.dee)
    small.run(setField, { card: 'c1', field: 'f', value: 'A-12' })
    small.ann.wait(LATER)
    small.run(setField, { card: 'c1', field: 'f', value: '' })
    small.run(bulkClass.command, { cards: ['c1', 'c2'], classOfService: 'standard' })
    expect(told(small).sort()).toEqual(
      [
        'ann title Card c1 > Bolts',
        'ann due null > 2026-12-03',
        'ann size null > 3',
        'ann type null > t',
        'dee due 2026-12-03 > 2026-12-10',
        'dee classOfService standard > expedite',
        'ann field:f null > A-12',
        'ann field:f A-12 > null',
        'ann classOfService expedite > standard',
      ].sort(),
    )
    expect(told(small, 'c2')).toEqual([])
  })
  it('are not written where nothing changes', () => {
    const small = createSmallBoard()
    const same = { card: 'c1', title: ' Card c1 ', due: null, size: null, type: null } as const
    expect(editCard.decide(small.board, same, small.ann)).toEqual({ ok: true, value: [] })
  })
  it('are one where a person changed a field several times at once, and none where it came back', () => {
    const small = createSmallBoard()
    for (const due of ['2026-12-01', '2026-12-02', '2026-12-10']) small.run(editCard, { card: 'c1', due })
    for (const size of [1, 2, null]) small.run(editCard, { card: 'c1', size })
    expect(told(small)).toEqual(['ann due null > 2026-12-10'])
    small.ann.wait(LATER)
    small.run(editCard, { card: 'c1', due: '2026-12-11' })
    expect(told(small)).toEqual(['ann due null > 2026-12-10', 'ann due 2026-12-10 > 2026-12-11'])
  })
  it('are kept as far as they are known again, and told although their beginnings are the same', () => {
    const small = createSmallBoard()
    const long = 'word '.repeat(60)
    small.run(editCard, { card: 'c1', title: `${long}one` })
    small.ann.wait(LATER)
    small.run(editCard, { card: 'c1', title: `${long}two` })
    const kept = historyOf(small.board, 'c1').flatMap((item) => (item.kind === 'edited' ? item : []))
    expect(kept).toHaveLength(2)
    expect(String(kept[1]?.value)).toHaveLength(200)
  })
  it('change places when the change is taken back', () => {
    const small = createSmallBoard()
    small.run(editCard, { card: 'c1', due: '2026-12-10' })
    const [entry] = [...small.board.basis.tables.edits.values()]
    const back = boardDocument.revert.edits?.(small.board, entry?.id ?? '', small.dee)
    expect(back).toMatchObject({
      value: [{ kind: 'append', entry: { field: 'due', was: '2026-12-10', value: null, by: 'dee' } }],
    })
    expect(boardDocument.revert.edits?.(small.board, 'none', small.dee).ok).toBe(false)
  })
})
