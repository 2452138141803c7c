import { boardDocument } from '@yokoten/shared/board'
import { takeIn } from '@yokoten/shared/transfer'
import { expect, it } from 'vitest'
import '../../text/rooms'
import { isCarried, withRoom } from './rooms'

it('a proposal can carry what the rooms know, and nothing that they do not', async () => {
  for (const document of ['board/b1', 'team', 'playbook']) {
    const names = (await withRoom(document, (room) => [...room.commands.keys()])) ?? []
    expect(names.length).toBeGreaterThan(1)
    expect(names.filter((name) => !isCarried(name))).toEqual([])
  }
  const names = await withRoom(`${boardDocument.kind}/b1`, (room) => [...room.commands.keys()])
  expect([names?.includes(takeIn.name), isCarried(takeIn.name)]).toEqual([false, false])
})
