// @vitest-environment happy-dom
import { addCard, boardDocument, createBoard, editCard, historyOf } from '@yokoten/shared/board'
import { addPerson } from '@yokoten/shared/team'
import { expect, it, vi } from 'vitest'
import { createDeviceOn, createMemoryPorts } from '../../../session'

it('a change of a field is taken back and made again, and the history tells each', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const team = await createDeviceOn(createMemoryPorts()).create('Press line 2')
    team.directory.run(addPerson, { id: 'ann', name: 'Ann' })
    await team.becomePerson('ann')
    const handle = await team.open(boardDocument, 'board/one')
    const later = () => vi.setSystemTime(Date.now() + 11 * 60_000)
    handle.run(createBoard, { key: 'PL', columns: ['To do', 'Doing', 'Done'], reasons: ['Safety'] })
    handle.run(addCard, { card: 'c', title: 'Bolts' })
    handle.run(editCard, { card: 'c', due: '2026-12-10' })
    later()
    expect(handle.undo()).toMatchObject({ done: true })
    expect(handle.get().cards.get('c')?.due).toBeNull()
    later()
    expect(handle.redo()).toMatchObject({ done: true })
    expect(handle.get().cards.get('c')?.due).toBe('2026-12-10')
    const dues = historyOf(handle.get(), 'c').flatMap((item) =>
      item.kind === 'edited' ? [[item.was, item.value]] : [],
    )
    expect(dues).toEqual([
      [null, '2026-12-10'],
      ['2026-12-10', null],
      [null, '2026-12-10'],
    ])
  } finally {
    vi.useRealTimers()
  }
})
