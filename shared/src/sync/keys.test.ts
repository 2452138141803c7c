import { describe, expect, it } from 'vitest'
import { createHello, verifyHello } from './hello'
import { createEditSecret, deriveTeamKeys } from './keys'
import { createCheapCrypto } from './test-support/cheap-crypto'
import { seededBytes } from './test-support/seeded-bytes'

const crypto = createCheapCrypto(seededBytes(7))
const newTeam = () => deriveTeamKeys(crypto, { mode: 'edit', editSecret: createEditSecret(crypto) })

describe('keys', () => {
  it('K1 a reader derives what a writer does, apart from the key that writes', async () => {
    const writer = await newTeam()
    const reader = await deriveTeamKeys(crypto, writer.invitations.view)
    expect(reader.mode).toBe('view')
    expect(reader.writer).toBeUndefined()
    expect(reader.invitations.edit).toBeUndefined()
    expect(reader.invitations.view).toEqual(writer.invitations.view)
    for (const name of ['team', 'writerKey', 'readerKey', 'contentRoot'] as const)
      expect(reader[name]).toEqual(writer[name])
  })
  it('K2 another key gives another team', async () => {
    const writer = await newTeam()
    const { view } = writer.invitations
    if (view.mode !== 'view') throw new Error('a view invitation')
    const forged = await deriveTeamKeys(crypto, { ...view, writerKey: writer.readerKey })
    expect(forged.team).not.toBe(writer.team)
    expect((await newTeam()).team).not.toBe(writer.team)
  })
  it('K3 a document has one id in its team and another in every other', async () => {
    const [one, other] = [await newTeam(), await newTeam()]
    const reader = await deriveTeamKeys(crypto, one.invitations.view)
    expect(await reader.documentId('board/x')).toBe(await one.documentId('board/x'))
    expect(await one.documentId('board/x')).toMatch(/^[0-9a-f]{32}$/)
    const ids = [
      await one.documentId('board/x'),
      await one.documentId('board/y'),
      await other.documentId('board/x'),
    ]
    expect(new Set(ids).size).toBe(3)
  })
})

describe('hello', () => {
  const nonce = seededBytes(1)(32)
  const to = { nonce, version: 1, origin: 'https://yokoten.example' }

  it('H1 proves the key of its mode over nonce, origin and team', async () => {
    const writer = await newTeam()
    const reader = await deriveTeamKeys(crypto, writer.invitations.view)
    for (const keys of [writer, reader])
      expect(await verifyHello(crypto, await createHello(keys, to), nonce)).toMatchObject({ ok: true })
  })
  it('H1 proves nothing for another nonce, origin, mode or key', async () => {
    const writer = await newTeam()
    const hello = await createHello(writer, to)
    const refusal = { ok: false, error: { reason: 'wrong-proof' } }
    expect(await verifyHello(crypto, hello, seededBytes(2)(32))).toEqual(refusal)
    expect(await verifyHello(crypto, { ...hello, origin: 'https://elsewhere.example' }, nonce)).toEqual(
      refusal,
    )
    expect(await verifyHello(crypto, { ...hello, mode: 'view' }, nonce)).toEqual(refusal)
    const reader = await deriveTeamKeys(crypto, writer.invitations.view)
    const posing = { ...(await createHello(reader, to)), mode: 'edit' as const }
    expect(await verifyHello(crypto, posing, nonce)).toEqual(refusal)
  })
  it('H2 cannot claim a team whose keys it does not show', async () => {
    const [mine, theirs] = [await newTeam(), await newTeam()]
    const squatting = { ...(await createHello(mine, to)), team: theirs.team }
    const refusal = { ok: false, error: { reason: 'wrong-team' } }
    expect(await verifyHello(crypto, squatting, nonce)).toEqual(refusal)
    const swapped = { ...(await createHello(mine, to)), readerKey: theirs.readerKey }
    expect(await verifyHello(crypto, swapped, nonce)).toEqual(refusal)
  })
})
