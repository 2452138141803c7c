import { archiveCard, attachFile, raiseBlocker } from '@yokoten/shared/board'
import { createSmallBoard } from '@yokoten/shared/board/test-support'
import { describe, expect, it } from 'vitest'
import type { DocumentHandle } from '../../../session/api'
import { createFakeTeam } from '../test-support/fake-device'
import type { FakeTeam, FakeTeamOptions } from '../test-support/fake-device'
import { gatherFiles } from './gather-files'

const address = (letter: string) => letter.repeat(64)
const bytes = (value: number) => new Uint8Array(value).fill(value)
const DOCUMENTS = ['team', 'board/b1']

/** A team whose one board names files a (on a card), b (on a card put away) and c (on a blocker). */
function teamWith(options: Omit<FakeTeamOptions, 'teamId'>): FakeTeam {
  const small = createSmallBoard()
  const attach = (to: { card: string } | { blocker: string }, file: string) =>
    small.run(attachFile, { to, file: address(file), name: file, type: '', size: 1 })
  small.run(raiseBlocker, { blocker: 'x', card: 'c2', reason: small.board.reasons[0]?.id ?? '' })
  attach({ card: 'c1' }, 'a')
  attach({ card: 'c3' }, 'b')
  attach({ blocker: 'x' }, 'c')
  small.run(archiveCard, { card: 'c3' })
  const handle = { get: () => small.board, release: () => undefined } as unknown as DocumentHandle<never>
  return { ...createFakeTeam({ teamId: 'press-2', ...options }), open: async () => handle }
}
const open = () => new AbortController().signal

describe('photos and files for a backup', () => {
  it('are all of this device, whatever they hang on, and those that a meeting point gave', async () => {
    const team = teamWith({
      files: new Map([
        [address('a'), bytes(1)],
        [address('e'), bytes(5)],
      ]),
      reachableFiles: new Map([[address('c'), bytes(3)]]),
    })
    const seen: string[] = []
    const gathered = await gatherFiles(team, DOCUMENTS, open(), (done, of) => seen.push(`${done} of ${of}`))
    expect(gathered.files).toEqual([
      { address: address('a'), size: 1 },
      { address: address('e'), size: 5 },
      { address: address('c'), size: 3 },
    ])
    expect(await Promise.all(gathered.parts.map((part) => part.bytes()))).toEqual([
      bytes(1),
      bytes(5),
      bytes(3),
    ])
    expect(gathered.filesMissing).toBe(1)
    expect(seen).toEqual(['0 of 2', '1 of 2', '2 of 2'])
  })
  it('are not waited for any longer once it was said to go on without them', async () => {
    const team = teamWith({ files: new Map([[address('a'), bytes(1)]]) })
    const endless = { ...team, files: { ...team.files, fetch: () => new Promise<boolean>(() => undefined) } }
    const enough = new AbortController()
    const gathering = gatherFiles(endless, DOCUMENTS, enough.signal)
    enough.abort()
    expect(await gathering).toMatchObject({ files: [{ address: address('a') }], filesMissing: 2 })
  })
})
